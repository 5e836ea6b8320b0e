// Raft's safety properties over all nodes of one partition, checked the moment something happens: an append, a sync, a message, a commit, an
// apply. What a node holds durably is what its storage said and the simulated disk confirmed, never what the node believes.
import type { PeerMessage } from '../../consensus/messages.ts';
import type { PartitionStatus } from '../../consensus/service.ts';
import type { Entry, HardState, NodeId } from '../../consensus/types.ts';
import type { CommittedLog } from './committed-log.ts';
import type { Report } from './violation.ts';

/** One node as the checkers know it; it outlives the node's processes. */
interface NodeRecord {
  readonly id: NodeId;
  /** By index; position 0 is unused. What the storage was given, durable or not. */
  log: (Entry | undefined)[];
  /** Everything up to here is durable. */
  durableIndex: number;
  /** The last one that became durable. */
  hardState: HardState;
  /** Term to candidate, over all lives. */
  readonly votes: Map<number, NodeId>;
  /** Of the present life. */
  appliedIndex: number;
}

const START: HardState = { term: 0, votedFor: undefined };

export class PartitionChecker {
  readonly committed: CommittedLog;
  readonly #quorum: number;
  readonly #report: Report;
  readonly #nodes: readonly NodeRecord[];
  /** Term to leader. */
  readonly #leaders = new Map<number, NodeId>();
  /** Term to the last ReadIndex round that its leader asked for. */
  readonly #rounds = new Map<number, number>();
  /** Index and term to the one entry that may stand there. */
  readonly #digests = new Map<number, Map<number, Uint8Array>>();

  constructor(options: { nodes: readonly NodeId[]; committed: CommittedLog; report: Report }) {
    this.committed = options.committed;
    this.#report = options.report;
    this.#quorum = Math.floor(options.nodes.length / 2) + 1;
    this.#nodes = options.nodes.map((id) => ({
      id,
      log: [undefined],
      durableIndex: 0,
      hardState: START,
      votes: new Map(),
      appliedIndex: 0,
    }));
  }

  // ---- Storage ----

  /** The storage of `node` was given these entries. */
  appendBegins(node: NodeId, entries: readonly Entry[]): void {
    const record = this.#record(node);
    const first = entries[0];
    if (first === undefined) return;
    if (first.index > record.log.length) this.#report('log-matching', `${node} appends ${first.index} after ${record.log.length - 1}`);
    if (first.index <= record.appliedIndex)
      this.#report('state-machine-safety', `${node} overwrites entry ${first.index}, which it applied`);
    record.log.length = Math.min(record.log.length, first.index);
    record.durableIndex = Math.min(record.durableIndex, first.index - 1);
    for (const entry of entries) {
      record.log.push(entry);
      this.#checkMatching(node, entry);
    }
  }

  appendEnds(node: NodeId, entries: readonly Entry[]): void {
    const last = entries[entries.length - 1];
    if (last !== undefined) this.#record(node).durableIndex = last.index;
  }

  hardStateSaved(node: NodeId, hardState: HardState): void {
    this.#record(node).hardState = hardState;
  }

  /** Index from which on `recovered` wants the entries of a node's log. */
  durableIndex(node: NodeId): number {
    return this.#record(node).durableIndex;
  }

  /** A node came back with this; `tail` begins with the entry at `durableIndex`, or at 1. */
  recovered(node: NodeId, found: { hardState: HardState; lastIndex: number; tail: readonly Entry[] }): void {
    const record = this.#record(node);
    const { hardState, lastIndex, tail } = found;
    if (lastIndex < record.durableIndex) {
      this.#report('durability', `${node} recovered up to entry ${lastIndex}, but up to ${record.durableIndex} were durable`);
      return;
    }
    const saved = record.hardState;
    const forgotVote = hardState.term === saved.term && saved.votedFor !== undefined && hardState.votedFor !== saved.votedFor;
    if (hardState.term < saved.term || forgotVote) {
      this.#report('vote', `${node} recovered ${hardStateText(hardState)}, but ${hardStateText(saved)} was durable`);
    }
    for (const entry of tail) {
      const known = entry.index <= record.durableIndex ? record.log[entry.index] : undefined;
      if (known !== undefined && !sameDigest(known, entry))
        this.#report('durability', `${node} recovered another entry ${entry.index} than was durable`);
      this.#checkMatching(node, entry);
      record.log.length = Math.min(record.log.length, entry.index);
      record.log.push(entry);
    }
    record.log.length = lastIndex + 1;
    record.durableIndex = lastIndex;
    record.hardState = hardState;
    record.appliedIndex = 0;
  }

  /** What the storage of `node` read back. */
  wasRead(node: NodeId, entries: readonly Entry[]): void {
    const { log } = this.#record(node);
    for (const entry of entries) {
      const known = log[entry.index];
      if (known !== undefined && known.term === entry.term && !sameDigest(known, entry)) {
        this.#report('durability', `${node} read another entry ${entry.index} than it wrote`);
      }
    }
  }

  // ---- Messages ----

  /** `node` hands this to the network. */
  sent(node: NodeId, { message }: PeerMessage, status: PartitionStatus | undefined): void {
    const record = this.#record(node);
    if (message.kind === 'vote-request') this.#checkVote(record, message.term, node);
    else if (message.kind === 'vote-reply' && message.granted) this.#checkVote(record, message.term, message.to);
    else if (message.kind === 'append-accepted') {
      if (record.durableIndex < message.matchIndex && record.hardState.term <= message.term) {
        this.#report('durability', `${node} confirms entry ${message.matchIndex}, but only ${record.durableIndex} is durable`);
      }
    } else if (message.kind === 'heartbeat-reply') {
      const asked = this.#rounds.get(message.term) ?? 0;
      if (message.round > asked) {
        this.#report('linearizability', `${node} confirms round ${message.round} of term ${message.term}, where ${asked} was the last one`);
      }
    } else if (message.kind === 'append' || message.kind === 'heartbeat') {
      const leader = this.#leaders.get(message.term);
      if (leader !== node) this.#report('election-safety', `${node} acts as leader of term ${message.term}, which is led by ${leader}`);
      if (message.kind === 'heartbeat') this.#rounds.set(message.term, Math.max(message.round, this.#rounds.get(message.term) ?? 0));
      if (message.commit > this.committed.lastIndex) this.#commits(record, { index: message.commit, term: message.term }, status);
    }
  }

  becameLeader(node: NodeId, term: number): void {
    const other = this.#leaders.get(term);
    if (other !== undefined && other !== node) this.#report('election-safety', `${other} and ${node} both lead in term ${term}`);
    this.#leaders.set(term, node);
    const index = this.committed.lastIndexCommittedBefore(term);
    const committed = this.committed.entries[index];
    const own = this.#record(node).log[index];
    if (committed !== undefined && (own === undefined || !sameDigest(own, committed))) {
      this.#report('leader-completeness', `${node} leads in term ${term} without the committed entry ${index} of term ${committed.term}`);
    }
  }

  // ---- Commit and apply ----

  /** `node` applied more. */
  applied(node: NodeId, status: PartitionStatus): void {
    const record = this.#record(node);
    if (status.appliedIndex > this.committed.lastIndex) {
      this.#commits(record, { index: Math.max(status.commitIndex, status.appliedIndex), term: status.term }, status);
    }
    while (record.appliedIndex < status.appliedIndex) {
      record.appliedIndex++;
      const own = record.log[record.appliedIndex];
      const committed = this.committed.entries[record.appliedIndex];
      if (own === undefined || committed === undefined || !sameDigest(own, committed)) {
        this.#report('state-machine-safety', `${node} applied another entry ${record.appliedIndex} than was committed`);
        return;
      }
    }
  }

  /** `node` is about to acknowledge `offset`: it must be committed, hence durable on a quorum. */
  acknowledges(node: NodeId, offset: number, status: PartitionStatus): void {
    if (status.commitIndex > this.committed.lastIndex)
      this.#commits(this.#record(node), { index: status.commitIndex, term: status.term }, status);
    if (offset > this.committed.lastOffset) {
      this.#report('durability', `${node} answers with offset ${offset}, but only ${this.committed.lastOffset} is committed`);
    }
  }

  /** `record`, in `term`, takes everything up to `index` for committed, more than anyone before. A leader may do so before its own disk has it. */
  #commits(
    record: NodeRecord,
    { index, term }: { readonly index: number; readonly term: number },
    status: PartitionStatus | undefined,
  ): void {
    const source = this.#durableOnQuorum(index);
    const own = record.log[index];
    if (source === undefined || (own !== undefined && !sameDigest(own, source.entry))) {
      const holders = this.#nodes.filter((node) => node.durableIndex >= index).map((node) => `${node.id} ${node.log[index]?.term}`);
      this.#report('durability', `${record.id} commits entry ${index}, which no quorum holds durably: [${holders.join(', ')}]`);
      return;
    }
    const last = status?.role === 'leader' ? this.#durableOnQuorum(status.commitIndex)?.entry : undefined;
    if (last !== undefined && last.term !== status?.term) {
      this.#report('commit-rule', `${record.id} leads in term ${status?.term} and commits up to ${last.index} of term ${last.term}`);
    }
    for (let at = this.committed.lastIndex + 1; at <= index; at++) {
      const entry = source.node.log[at];
      if (entry !== undefined) this.committed.add(entry, term);
    }
  }

  /** The entry that a quorum durably holds at `index`, and one of its nodes. */
  #durableOnQuorum(index: number): { readonly entry: Entry; readonly node: NodeRecord } | undefined {
    for (const node of this.#nodes) {
      const entry = node.durableIndex >= index ? node.log[index] : undefined;
      if (entry === undefined) continue;
      let replicas = 0;
      for (const other of this.#nodes) {
        const same = other.durableIndex >= index ? other.log[index] : undefined;
        if (same !== undefined && sameDigest(same, entry)) replicas++;
      }
      if (replicas >= this.#quorum) return { entry, node };
    }
    return undefined;
  }

  #checkVote(record: NodeRecord, term: number, candidate: NodeId): void {
    const earlier = record.votes.get(term);
    if (earlier !== undefined && earlier !== candidate)
      this.#report('vote', `${record.id} votes for ${earlier} and ${candidate} in term ${term}`);
    record.votes.set(term, candidate);
    const { hardState } = record;
    if (hardState.term > term || (hardState.term === term && hardState.votedFor === candidate)) return;
    this.#report('vote', `${record.id} votes for ${candidate} in term ${term}, but only ${hardStateText(hardState)} is durable`);
  }

  #checkMatching(node: NodeId, entry: Entry): void {
    let terms = this.#digests.get(entry.index);
    if (terms === undefined) {
      terms = new Map();
      this.#digests.set(entry.index, terms);
    }
    const known = terms.get(entry.term);
    if (known === undefined) terms.set(entry.term, entry.digest);
    else if (Buffer.compare(known, entry.digest) !== 0) {
      this.#report('log-matching', `${node} holds another entry ${entry.index} of term ${entry.term} than some node`);
    }
  }

  #record(node: NodeId): NodeRecord {
    const record = this.#nodes.find(({ id }) => id === node);
    if (record === undefined) throw new Error(`no node ${node}`);
    return record;
  }
}

function sameDigest(a: Entry, b: Entry): boolean {
  return a === b || Buffer.compare(a.digest, b.digest) === 0;
}

function hardStateText({ term, votedFor }: HardState): string {
  return `term ${term} with vote ${votedFor ?? 'none'}`;
}
