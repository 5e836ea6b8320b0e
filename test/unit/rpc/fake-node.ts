// A node without Raft or disk for tests of the client port: whatever is submitted commits at the end of the turn, one entry a message.
import { encodeBatch } from '../../../consensus/batch.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import type { NodeService, PartitionService, StateAnswer, StorageStatus, SubmitReply } from '../../../consensus/service.ts';
import type { Entry, Genesis, Key, NodeId, Submission, SubmitResult } from '../../../consensus/types.ts';

export const CLUSTER_ID = 'c'.repeat(64);

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

  constructor(partition: number) {
    this.partition = partition;
  }

  status() {
    const lastIndex = this.entries.length;
    const common = { partition: this.partition, role: 'leader' as const, term: 3, leader: this.leader, appliedOffset: this.appliedOffset };
    return { ...common, lastIndex, commitIndex: lastIndex, appliedIndex: lastIndex };
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
    const index = this.entries.length + 1;
    const digest = new Uint8Array(32);
    this.entries.push({
      index,
      term: 3,
      type: 'batch',
      timestamp: 1_700_000_000_000 + index,
      firstOffset: this.appliedOffset + 1,
      count: transactions.length,
      payload: encodeBatch(transactions),
      previousDigest: digest,
      digest,
    });
    this.appliedOffset += transactions.length;
    for (const listener of this.listeners) listener();
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
      if (entry.firstOffset + entry.count <= fromOffset) continue;
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

  async readEntries(): Promise<readonly Entry[]> {
    return this.entries;
  }

  async readState(): Promise<StateAnswer> {
    return { kind: 'values', offset: this.appliedOffset, values: [] };
  }

  async takeSnapshot() {
    return { kind: 'snapshot-point', index: this.entries.length } as const;
  }

  snapshots() {
    return [];
  }

  async readSnapshot(): Promise<Uint8Array> {
    return new Uint8Array(0);
  }

  async verifySnapshots() {
    return [];
  }

  storageStatus(): StorageStatus {
    return {
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
    members: [{ id: 'n1' as NodeId, incarnation: 'a'.repeat(32), peerAddress: 'h:1', clientAddress: 'h:2' }],
  };
  readonly partitions = [new FakePartition(1), new FakePartition(2)];

  partition(number: number): FakePartition | undefined {
    return this.partitions[number - 1];
  }
}
