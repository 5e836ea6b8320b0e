// Raft's safety properties over all nodes of one partition, checked the moment something happens: an append, a sync, a message, a commit, an
// apply. What a node holds durably is what its storage said and the simulated disk confirmed, never what the node believes.

import type { Membership } from '../../consensus/membership.ts';
import type { PeerMessage } from '../../consensus/messages.ts';
import type { PartitionStatus } from '../../consensus/service.ts';
import type { Entry, HardState, LogBase, LogPosition, NodeId } from '../../consensus/types.ts';
import type { CommittedLog } from './committed-log.ts';
import { configurationText, type Half, halvesOf, hasQuorum, isSameConfiguration, membershipOfEntry } from './configurations.ts';
import { type Held, hardStateText, held, type NodeRecord, newRecord, sameDigest } from './node-record.ts';
import type { Report } from './violation.ts';

export class PartitionChecker {
  readonly committed: CommittedLog;
  readonly #report: Report;
  readonly #nodes: readonly NodeRecord[];
  readonly #byId: ReadonlyMap<NodeId, NodeRecord>;
  /** Term to leader. */
  readonly #leaders = new Map<number, NodeId>();
  /** Candidate and term to the end of its log, as it said. */
  readonly #candidates = new Map<string, LogPosition>();
  /** Term to the last ReadIndex round that its leader asked for. */
  readonly #rounds = new Map<number, number>();
  /** Index and term to the one entry that may stand there. */
  readonly #digests = new Map<number, Map<number, Uint8Array>>();

  /** `nodes`: all that there will ever be. */
  constructor(options: { nodes: readonly NodeId[]; committed: CommittedLog; report: Report }) {
    this.committed = options.committed;
    this.#report = options.report;
    this.#nodes = options.nodes.map(newRecord);
    this.#byId = new Map(this.#nodes.map((record) => [record.id, record]));
  }

  // ---- Storage ----

  /** The storage of `node` was given these entries. `hasClaim`: it answers for what they cut off. `cutsMembership`: a membership was cut off. */
  appendBegins(
    node: NodeId,
    entries: readonly Entry[],
    { hasClaim }: { readonly hasClaim: boolean },
  ): { readonly cutsMembership: boolean } {
    const record = this.#record(node);
    const first = entries[0];
    if (first === undefined) return { cutsMembership: false };
    if (first.index > record.log.length) this.#report('log-matching', `${node} appends ${first.index} after ${record.log.length - 1}`);
    if (first.index <= record.appliedIndex)
      this.#report('state-machine-safety', `${node} overwrites entry ${first.index}, which it applied`);
    for (let index = first.index; hasClaim && index <= record.durableIndex; index++) this.#claims(record, index);
    record.log.length = Math.min(record.log.length, first.index);
    record.durableIndex = Math.min(record.durableIndex, first.index - 1);
    const cutsMembership = record.memberships.truncateFrom(first.index);
    for (const entry of entries) {
      if (entry.type === 'membership') this.#checkChange(record, entry);
      record.log.push(entry);
      record.memberships.append(entry);
      this.#checkMatching(node, entry);
    }
    return { cutsMembership };
  }

  appendEnds(node: NodeId, entries: readonly Entry[]): void {
    const last = entries[entries.length - 1];
    if (last !== undefined) this.#record(node).durableIndex = last.index;
  }

  /** The log of `node` is to begin anew behind `base`. `mayDrop`: it answers for what goes, and holds less than all of its log because of damage beyond the promises. */
  resetBegins(node: NodeId, base: LogBase, { mayDrop }: { readonly mayDrop: boolean }): void {
    const record = this.#record(node);
    record.resetTo = base;
    const own = record.log[base.index];
    if (mayDrop) {
      for (let index = base.index + 1; index <= record.durableIndex; index++) this.#claims(record, index);
      return;
    }
    if (record.durableIndex > base.index && own !== undefined && Buffer.compare(own.digest, base.digest) === 0) {
      this.#report('durability', `${node} throws away entries up to ${record.durableIndex} behind the snapshot of entry ${base.index}`);
    }
  }

  resetEnds(node: NodeId, base: LogBase): void {
    this.#beginsAnew(this.#record(node), base);
  }

  #beginsAnew(record: NodeRecord, base: LogBase): void {
    record.resetTo = undefined;
    record.log.length = Math.min(record.log.length, base.index + 1);
    record.memberships.truncateFrom(base.index + 1);
    record.durableIndex = base.index;
    this.compacted(record.id, base);
  }

  /** The log of `node` now begins behind `base`. */
  compacted(node: NodeId, base: LogBase): void {
    const record = this.#record(node);
    const committed = this.committed.entries[base.index];
    if (base.index > 0 && (committed === undefined || Buffer.compare(committed.digest, base.digest) !== 0)) {
      this.#report('durability', `the log of ${node} begins behind entry ${base.index}, which is not the committed one`);
    }
    for (let index = record.baseIndex + 1; index <= base.index; index++) record.log[index] = this.committed.entries[index];
    record.baseIndex = Math.max(record.baseIndex, base.index);
    if (this.committed.memberships.all.length > 0) record.memberships.set(record.log);
  }

  /** The nemesis damages what `node` holds of the entries from `from` on. */
  damaged(node: NodeId, from: number): void {
    const record = this.#record(node);
    record.damagedFrom = Math.min(record.damagedFrom, from);
  }

  /** What `node` promised of entries that it lost binds no more: all that is committed of them is in its log again. */
  claimEnds(node: NodeId): void {
    const record = this.#record(node);
    for (const [index, entry] of record.claimed) {
      const committed = this.committed.entries[index];
      const own = record.durableIndex >= index ? record.log[index] : undefined;
      if (committed !== undefined && sameDigest(committed, entry) && (own === undefined || !sameDigest(own, entry))) {
        this.#report('durability', `${node} gives up its claim to entry ${index}, which is committed, without having it`);
      }
    }
    record.claimed.clear();
  }

  /** What `node` holds durably at `index`, or claims to have held; undamaged as far as the node is concerned. */
  heldAt(node: NodeId, index: number): Entry | undefined {
    return held(this.#record(node), index);
  }

  baseIndex(node: NodeId): number {
    return this.#record(node).baseIndex;
  }

  hardStateSaved(node: NodeId, hardState: HardState): void {
    this.#record(node).hardState = hardState;
  }

  /** Index from which on `recovered` wants the entries of a node's log. */
  durableIndex(node: NodeId): number {
    return this.#record(node).durableIndex;
  }

  /** A node came back with this; `tail` holds what can be read from the entry at `durableIndex` on, or from the first one. */
  recovered(
    node: NodeId,
    found: {
      readonly hardState: HardState;
      readonly base: LogBase;
      readonly lastIndex: number;
      readonly claim: LogPosition | undefined;
      readonly tail: readonly Entry[];
    },
  ): void {
    const record = this.#record(node);
    const { hardState, base, lastIndex, claim, tail } = found;
    if (record.resetTo !== undefined && base.index === record.resetTo.index) this.#beginsAnew(record, base);
    else if (base.index > record.baseIndex) this.compacted(node, base);
    record.resetTo = undefined;
    if (lastIndex < record.durableIndex) this.#losesTail(record, lastIndex, claim);
    const saved = record.hardState;
    const forgotVote = hardState.term === saved.term && saved.votedFor !== undefined && hardState.votedFor !== saved.votedFor;
    if (hardState.term < saved.term || forgotVote) {
      this.#report('vote', `${node} recovered ${hardStateText(hardState)}, but ${hardStateText(saved)} was durable`);
    }
    record.log.length = Math.min(record.log.length, lastIndex + 1);
    for (const entry of tail) {
      const known = entry.index <= record.durableIndex ? record.log[entry.index] : undefined;
      if (known !== undefined && !sameDigest(known, entry))
        this.#report('durability', `${node} recovered another entry ${entry.index} than was durable`);
      this.#checkMatching(node, entry);
      record.log[entry.index] = entry;
    }
    record.log.length = lastIndex + 1;
    record.memberships.set(record.log);
    record.durableIndex = lastIndex;
    record.hardState = hardState;
    record.appliedIndex = 0;
    if (claim === undefined) this.claimEnds(node);
  }

  /** Only what was damaged, and only if the node goes on answering for it. */
  #losesTail(record: NodeRecord, lastIndex: number, claim: LogPosition | undefined): void {
    const { id, durableIndex, damagedFrom, log } = record;
    const last = log[durableIndex];
    const isClaimed =
      claim !== undefined &&
      last !== undefined &&
      (claim.term > last.term || (claim.term === last.term && claim.index >= last.index)) &&
      lastIndex + 1 >= damagedFrom;
    if (!isClaimed) {
      const why = claim === undefined ? 'and claims nothing' : `and claims ${claim.index} of term ${claim.term}`;
      this.#report('durability', `${id} recovered up to entry ${lastIndex}, but up to ${durableIndex} were durable, ${why}`);
      return;
    }
    for (let index = lastIndex + 1; index <= durableIndex; index++) this.#claims(record, index);
  }

  #claims(record: NodeRecord, index: number): void {
    const entry = record.log[index];
    if (entry !== undefined) record.claimed.set(index, entry);
  }

  /** What the storage of `node` read back. */
  wasRead(node: NodeId, entries: readonly Entry[]): void {
    const { log } = this.#record(node);
    for (const entry of entries) {
      const known = log[entry.index];
      const isSame =
        known === entry || known === undefined || (sameDigest(known, entry) && Buffer.compare(known.payload, entry.payload) === 0);
      if (known?.term === entry.term && !isSame) {
        this.#report('durability', `${node} read another entry ${entry.index} than it wrote`);
      }
    }
  }

  // ---- Messages ----

  /** `node` hands this to the network. */
  sent(node: NodeId, { message }: PeerMessage, status: PartitionStatus | undefined): void {
    const record = this.#record(node);
    if (message.kind === 'vote-request') {
      this.#checkVote(record, message.term, node);
      this.#candidates.set(`${node} ${message.term}`, { index: message.lastIndex, term: message.lastTerm });
    } else if (message.kind === 'vote-reply' && message.granted) {
      this.#checkVote(record, message.term, message.to);
      this.#checkClaim(record, message);
    } else if (message.kind === 'append-accepted') {
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

  /** `isDamaged`: the node knows of damage in its log. */
  becameLeader(
    node: NodeId,
    term: number,
    { isDamaged, status }: { readonly isDamaged: boolean; readonly status: PartitionStatus | undefined },
  ): void {
    if (isDamaged) this.#report('repair', `${node} leads in term ${term} while entries of its log are damaged`);
    const other = this.#leaders.get(term);
    if (other !== undefined && other !== node) this.#report('election-safety', `${other} and ${node} both lead in term ${term}`);
    this.#leaders.set(term, node);
    const index = this.committed.lastIndexCommittedBefore(term);
    const committed = this.committed.entries[index];
    const own = this.#record(node).log[index];
    if (committed !== undefined && (own === undefined || !sameDigest(own, committed))) {
      this.#report('leader-completeness', `${node} leads in term ${term} without the committed entry ${index} of term ${committed.term}`);
    }
    this.#checkElection(this.#record(node), term, status);
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
    const source = this.#committable(record, index, status);
    const own = record.log[index];
    if (source === undefined || (own !== undefined && !sameDigest(own, source.entry))) {
      const holders = this.#nodes.filter((node) => node.durableIndex >= index).map((node) => `${node.id} ${node.log[index]?.term}`);
      this.#report('durability', `${record.id} commits entry ${index}, which no quorum holds durably: [${holders.join(', ')}]`);
      return;
    }
    const last = status?.role === 'leader' ? this.#committable(record, status.commitIndex, status)?.entry : undefined;
    if (last !== undefined && last.term !== status?.term) {
      this.#report('commit-rule', `${record.id} leads in term ${status?.term} and commits up to ${last.index} of term ${last.term}`);
    }
    for (let at = this.committed.lastIndex + 1; at <= index; at++) {
      const entry = held(source.node, at);
      if (entry !== undefined) this.committed.add(entry, term);
    }
  }

  /**
   * What a quorum durably holds at `index`: of the configuration that is in force at that entry in the log of `record`, or of one behind it, as far as this log is known to go. (What was
   * committed just before another configuration was appended is told to others afterwards.)
   */
  #committable(record: NodeRecord, index: number, status: PartitionStatus | undefined): Held | undefined {
    const { memberships } = record;
    const newest = memberships.newest;
    if (newest === undefined || newest.index <= index) {
      const found = this.#durableOnQuorum(index, halvesOf(this.#inForce(newest)));
      // What was appended since is perhaps not given to the storage yet.
      const isAhead = status !== undefined && status.membershipIndex > record.log.length - 1;
      return found ?? (isAhead ? this.#durableOnQuorum(index, halvesOf(status.membership)) : undefined);
    }
    const at = memberships.all.findLastIndex((entry) => entry.index <= index);
    const known = [this.#inForce(memberships.all[at]), ...memberships.all.slice(at + 1).map(membershipOfEntry)];
    for (const membership of known) {
      const found = this.#durableOnQuorum(index, halvesOf(membership));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #inForce(newest: Entry | undefined): Membership {
    return newest === undefined ? this.committed.memberships.initial : membershipOfEntry(newest);
  }

  /** The entry that a quorum durably holds at `index`, and one of its nodes. */
  #durableOnQuorum(index: number, halves: readonly Half[]): Held | undefined {
    const seen: Entry[] = [];
    for (const node of this.#nodes) {
      const entry = held(node, index);
      if (entry === undefined || seen.some((one) => sameDigest(one, entry))) continue;
      seen.push(entry);
      const holds = (id: NodeId) => {
        const same = held(this.#record(id), index);
        return same !== undefined && sameDigest(same, entry);
      };
      if (hasQuorum(halves, holds)) return { entry, node };
    }
    return undefined;
  }

  // ---- Membership ----

  /** The one that is committed, and those in any log that may yet be: nobody may take a majority of any of these away. */
  configurations(): readonly Membership[] {
    const found = new Set<Membership>([this.committed.memberships.newest]);
    for (const { memberships } of this.#nodes) {
      for (const entry of memberships.all) if (entry.index > this.committed.lastIndex) found.add(membershipOfEntry(entry));
    }
    return [...found];
  }

  /** Whether the newest configuration in the log of `node` is joint. */
  isJoint(node: NodeId): boolean {
    return this.#inForce(this.#record(node).memberships.newest).outgoing.length > 0;
  }

  /** What the leader of its term appends: one at a time, and not before it knows what is committed (thesis §4.1, and the bug of single-server changes of 2015). */
  #checkChange({ id, log, memberships }: NodeRecord, { index, term }: Entry): void {
    if (this.#leaders.get(term) !== id) return;
    const before = memberships.newest;
    const halves = halvesOf(this.#inForce(before));
    if (before !== undefined && before.index > this.committed.lastIndex && this.#durableOnQuorum(before.index, halves) === undefined) {
      this.#report('membership', `${id} appends the membership ${index} while that of ${before.index} is not committed`);
    }
    const first = Math.max(1, log.findLastIndex((entry) => entry !== undefined && entry.term < term) + 1);
    if (first >= index || (first > this.committed.lastIndex && this.#durableOnQuorum(first, halves) === undefined)) {
      this.#report('membership', `${id} appends the membership ${index} before an entry of its own term ${term} is committed`);
    }
  }

  /** Who leads was voted for by a quorum of the newest configuration in its log, in which it is a voter. */
  #checkElection(record: NodeRecord, term: number, status: PartitionStatus | undefined): void {
    const { id, memberships } = record;
    const membership = this.#inForce(memberships.newest);
    const halves = halvesOf(membership);
    const text = configurationText(membership);
    // One that was a voter by the configuration before may stand: perhaps it alone knows of the last one. Its own vote does not count (thesis §4.2.2).
    const before = memberships.newest === undefined ? membership : this.#inForce(memberships.all.at(-2));
    const wasVoter = halvesOf(before).some((half) => half.includes(id));
    if (!wasVoter && !halves.some((half) => half.includes(id))) {
      this.#report('election-safety', `${id} leads in term ${term}, and is no voter of ${text}`);
    } else if (!hasQuorum(halves, (voter) => voter === id || this.#record(voter).votes.get(term) === id)) {
      const voters = this.#nodes.filter(({ votes }) => votes.get(term) === id).map((voter) => voter.id);
      this.#report('election-safety', `${id} leads in term ${term} with the votes of ${voters.join(', ')}: no quorum of ${text}`);
    }
    if (status !== undefined && !isSameConfiguration(status.membership, membership)) {
      this.#report('membership', `${id} leads with ${configurationText(status.membership)} in force, its log says ${text}`);
    }
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

  /** Of what a node lost and claims it may not help to elect who lacks it. */
  #checkClaim(record: NodeRecord, { to, term }: { readonly to: NodeId; readonly term: number }): void {
    const last = this.#candidates.get(`${to} ${term}`);
    for (const [index, entry] of record.claimed) {
      const isCommitted = this.committed.entries[index] === undefined ? false : sameDigest(this.committed.entries[index] as Entry, entry);
      if (last === undefined || !isCommitted || last.term > entry.term || (last.term === entry.term && last.index >= index)) continue;
      this.#report('vote', `${record.id} votes for ${to} in term ${term}, which lacks entry ${index} that it lost and claims`);
    }
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
    const record = this.#byId.get(node);
    if (record === undefined) throw new Error(`no node ${node}`);
    return record;
  }
}
