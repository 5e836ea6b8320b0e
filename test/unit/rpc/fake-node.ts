// A node without Raft or disk for tests of the client port: whatever is submitted commits at the end of the turn, one entry a message.
import { deltasOf, splitTransactions } from '@ledgerline/client/internal';
import { batchTransactions, encodeBatch } from '../../../consensus/batch.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import { genesisMembership, type IntendedSet, type Membership, membershipOf } from '../../../consensus/membership.ts';
import type {
  FollowerStatus,
  MembersChange,
  MembersRefusal,
  MembersResult,
  NodeService,
  PartitionService,
  ReadAt,
  StateAnswer,
  StateQuery,
  StorageStatus,
  SubmitReply,
} from '../../../consensus/service.ts';
import type { Entry, Genesis, Key, Member, NodeId, Refusal, SnapshotInfo, Submission, SubmitResult } from '../../../consensus/types.ts';

export const CLUSTER_ID = 'c'.repeat(64);

const MEMBERS: readonly Member[] = [{ id: 'n1' as NodeId, incarnation: 'a'.repeat(32), peerAddress: 'h:1', clientAddress: 'h:2' }];

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export class FakePartition implements PartitionService {
  readonly partition: number;
  readonly entries: Entry[] = [];
  /** Answers of transactions instead of committing them. */
  answer: ((submission: Submission) => SubmitResult | undefined) | undefined;
  /** While set, nothing is answered. */
  isStalled = false;
  appliedOffset = 0;
  first = 1;
  leader: NodeId | undefined = 'n1' as NodeId;
  openStreams = 0;
  listeners = new Set<() => void>();
  stalled: (() => void)[] = [];
  submitted = 0;
  readonly stateReads: { readonly query: StateQuery; readonly at: ReadAt; readonly timeoutMs: number }[] = [];
  /** Newest first. */
  readonly snapshotFiles: { readonly info: SnapshotInfo; readonly file: Uint8Array }[] = [];
  /** Bytes that one read of a snapshot gives. */
  snapshotPiece = 7;
  /** What is wrong with the snapshot of an index. */
  readonly snapshotErrors = new Map<number, string>();
  storage: StorageStatus = {
    firstIndex: 1,
    logBytes: 0,
    stateIndex: 0,
    snapshotIndex: 0,
    damage: [],
    repairedRanges: 0,
    claim: undefined,
    scrubbedAt: 0,
    scrubbedIndex: 0,
    diverged: [],
    freeBytes: 0,
    isFull: false,
  };

  membership: Membership;
  membershipIndex = 0;
  isMembershipCommitted = true;
  followers: readonly FollowerStatus[] = [];

  constructor(partition: number) {
    this.partition = partition;
    this.membership = genesisMembership({ members: MEMBERS }, partition);
  }

  status() {
    const lastIndex = this.entries.length;
    const common = { partition: this.partition, role: 'leader' as const, term: 3, leader: this.leader, appliedOffset: this.appliedOffset };
    const { membership, membershipIndex, isMembershipCommitted, followers } = this;
    const configured = { membership, membershipIndex, isMembershipCommitted, followers };
    return { ...common, ...configured, lastIndex, commitIndex: lastIndex, appliedIndex: lastIndex };
  }

  openSubmitStream() {
    this.openStreams++;
    let isOpen = true;
    return {
      submit: (submissions: readonly Submission[], reply: SubmitReply) => {
        this.submitted += submissions.length;
        const run = (): void => {
          if (isOpen) this.#commit(submissions, reply);
        };
        if (this.isStalled) this.stalled.push(run);
        else setImmediate(run);
      },
      close: () => {
        if (isOpen) this.openStreams--;
        isOpen = false;
      },
    };
  }

  /** Commits one entry with these transactions. */
  commit(transactions: readonly Submission[]): void {
    this.#append({ type: 'batch', count: transactions.length, payload: encodeBatch(transactions) });
    this.appliedOffset += transactions.length;
    for (const listener of this.listeners) listener();
  }

  #append(body: Pick<Entry, 'type' | 'count' | 'payload'>): number {
    const index = this.entries.length + 1;
    const digest = new Uint8Array(32);
    const timestamp = 1_700_000_000_000 + index;
    this.entries.push({ ...body, index, term: 3, timestamp, firstOffset: this.appliedOffset + 1, previousDigest: digest, digest });
    return index;
  }

  #commit(submissions: readonly Submission[], reply: SubmitReply): void {
    const admitted: { submission: Submission; position: number }[] = [];
    for (const [position, submission] of submissions.entries()) {
      const answer = this.answer?.(submission);
      if (answer === undefined) admitted.push({ submission, position });
      else reply(position, answer, false);
    }
    if (admitted.length === 0) return;
    const first = this.appliedOffset + 1;
    this.commit(admitted.map(({ submission }) => submission));
    for (const [at, { position }] of admitted.entries())
      reply(position, { kind: 'committed', offset: first + at, duplicate: false }, false);
  }

  async lookup(key: Key) {
    return key.kind === 'named' ? ({ kind: 'committed', offset: 7, isVoid: false } as const) : ({ kind: 'not-yet' } as const);
  }

  async resolve(submission: Submission) {
    return submission.isVoid ? ({ kind: 'void', offset: 9 } as const) : ({ kind: 'committed', offset: 8 } as const);
  }

  async committedOffset() {
    return { kind: 'offset', offset: this.appliedOffset } as const;
  }

  firstOffset(): number {
    return this.first;
  }

  async readApplied({ fromOffset, bytesMax }: { fromOffset: number; bytesMax: number }): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    let bytes = 0;
    for (const entry of this.entries) {
      if (entry.type !== 'batch' || entry.firstOffset + entry.count <= fromOffset) continue;
      if (found.length > 0 && bytes + entry.payload.length > bytesMax) break;
      found.push(entry);
      bytes += entry.payload.length;
    }
    return found;
  }

  onApplied(callback: () => void): () => void {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  async readEntries({ fromIndex, bytesMax }: { fromIndex: number; bytesMax: number }): Promise<readonly Entry[] | Refusal> {
    if (fromIndex < this.storage.firstIndex) return { kind: 'refused', code: 'COMPACTED', outcome: 'none' };
    const found: Entry[] = [];
    let bytes = 0;
    for (const entry of this.entries.slice(fromIndex - 1)) {
      if (found.length > 0 && bytes + entry.payload.length > bytesMax) break;
      found.push(entry);
      bytes += entry.payload.length;
    }
    return found;
  }

  async readState(query: StateQuery, at: ReadAt, timeoutMs: number): Promise<StateAnswer | Refusal> {
    this.stateReads.push({ query, at, timeoutMs });
    if (at.kind === 'at-least' && at.offset > this.appliedOffset) return { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };
    const state = this.stateAt(this.appliedOffset);
    const offset = this.appliedOffset;
    if (query.kind === 'get-many') return { kind: 'values', offset, values: query.keys.map((key) => state.get(hexOf(key))) };
    const to = query.to === undefined ? undefined : hexOf(query.to);
    const keys = [...state.keys()].sort().filter((key) => key >= hexOf(query.from) && (to === undefined || key < to));
    const pairs = keys.slice(0, query.limit).map((key) => ({ key: Buffer.from(key, 'hex'), value: state.get(key) ?? Buffer.alloc(0) }));
    return { kind: 'pairs', offset, pairs, more: keys.length > pairs.length };
  }

  /** By the key in hexadecimal, which sorts as its bytes do. */
  stateAt(offset: number): Map<string, Uint8Array> {
    const state = new Map<string, Uint8Array>();
    for (const { type, payload, firstOffset } of this.entries) {
      if (type !== 'batch') continue;
      for (const [position, transaction] of splitTransactions(batchTransactions(payload)).entries()) {
        if (firstOffset + position > offset) return state;
        for (const delta of deltasOf(transaction)) {
          if (delta.kind === 'put') state.set(hexOf(delta.key), delta.value);
          if (delta.kind === 'delete') state.delete(hexOf(delta.key));
        }
      }
    }
    return state;
  }

  async transferLeadership(to: NodeId | undefined) {
    return { kind: 'not-taken' as const, to: to ?? ('n2' as NodeId) };
  }

  async takeSnapshot() {
    const index = this.#append({ type: 'snapshot-point', count: 0, payload: new Uint8Array(0) });
    const digest = new Uint8Array(32).fill(index);
    const file = Buffer.from(JSON.stringify([...this.stateAt(this.appliedOffset)].map(([key, value]) => [key, hexOf(value)])));
    const info: SnapshotInfo = {
      partition: this.partition,
      index,
      term: 3,
      nextOffset: this.appliedOffset + 1,
      digest,
      timestamp: 1_700_000_000_000 + index,
      bytes: file.length,
      stateDigest: digest,
      fileDigest: digest,
      stateKeys: this.stateAt(this.appliedOffset).size,
      namedKeys: 0,
    };
    this.snapshotFiles.unshift({ info, file });
    return { kind: 'snapshot-point', index } as const;
  }

  snapshots(): readonly SnapshotInfo[] {
    return this.snapshotFiles.map(({ info }) => info);
  }

  async readSnapshot({ index, position, length }: { index: number; position: number; length: number }): Promise<Uint8Array> {
    const found = this.snapshotFiles.find(({ info }) => info.index === index);
    return found?.file.subarray(position, position + Math.min(length, this.snapshotPiece)) ?? new Uint8Array(0);
  }

  async verifySnapshots() {
    return this.snapshotFiles.map(({ info: { index } }) => ({ index, error: this.snapshotErrors.get(index) }));
  }

  storageStatus(): StorageStatus {
    return this.storage;
  }

  async digestAt(index: number): Promise<Uint8Array | undefined> {
    return index <= this.entries.length ? new Uint8Array(32).fill(index) : undefined;
  }
}

/** A node with two partitions. */
export class FakeNode implements NodeService {
  readonly id = 'n1' as NodeId;
  readonly genesis: Genesis = {
    clusterId: CLUSTER_ID,
    formatVersion: 1,
    partitions: 2,
    limits: { ...DEFAULT_CLUSTER_LIMITS, transactionBytesMax: 4096, locksMax: 2 },
    members: MEMBERS,
  };
  readonly partitions = [new FakePartition(1), new FakePartition(2)];
  intended: IntendedSet = { voters: ['n1' as NodeId], learners: [], retired: [] };
  book: readonly Member[] = MEMBERS;
  /** The changes that were asked for, in their order. */
  readonly changes: MembersChange[] = [];
  /** Answers of changes instead of making them. */
  membersAnswer: ((change: MembersChange) => MembersResult | MembersRefusal | Refusal | undefined) | undefined;
  /** Whether the partitions are as intended as soon as that was changed. */
  convergesAtOnce = true;
  #incarnations = 0;

  members() {
    return { intended: this.intended, book: this.book };
  }

  /** Like an honest node, without its checks. */
  async changeMembers(change: MembersChange): Promise<MembersResult | MembersRefusal | Refusal> {
    this.changes.push(change);
    const answer = this.membersAnswer?.(change);
    if (answer !== undefined) return answer;
    const before = JSON.stringify(this.intended);
    const { voters, learners, retired } = this.intended;
    const others = (ids: readonly NodeId[]) => ids.filter((id) => id !== change.id);
    if (change.kind === 'add') {
      this.#meet(change);
      this.intended = { voters, learners: [...others(learners), change.id], retired };
    } else if (change.kind === 'promote') this.intended = { voters: [...others(voters), change.id], learners: others(learners), retired };
    else if (change.kind === 'remove')
      this.intended = { voters: others(voters), learners: others(learners), retired: [...retired, change.id] };
    else {
      this.#meet(change.by);
      this.intended = { voters: [...others(voters), change.by.id], learners, retired: [...retired, change.id] };
    }
    if (this.convergesAtOnce) this.converge();
    return { kind: 'members-changed', changed: JSON.stringify(this.intended) !== before, intended: this.intended };
  }

  #meet({ id, peerAddress, clientAddress }: Omit<Member, 'incarnation'>): void {
    const incarnation = String(++this.#incarnations).padStart(32, '0');
    this.book = [...this.book.filter((member) => member.id !== id), { id, incarnation, peerAddress, clientAddress }];
  }

  /** Makes every partition as intended. */
  converge(): void {
    const { voters, learners } = this.intended;
    this.book = this.book.filter(({ id }) => voters.includes(id) || learners.includes(id));
    const book = this.book.map((member) => ({ ...member, memberSince: 0 }));
    for (const partition of this.partitions) {
      partition.membership = membershipOf({ voters, outgoing: [], learners }, undefined, book);
      partition.membershipIndex++;
    }
  }

  partition(number: number): FakePartition | undefined {
    return this.partitions[number - 1];
  }
}
