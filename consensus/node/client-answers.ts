// What clients ask of one partition (`PartitionService`): answered by the replica while the partition takes part, refused otherwise. Owns no state but who waits for
// what is applied.
import { assert } from '../assert.ts';
import type { MembershipAt } from '../members-view.ts';
import type { PartitionStorage, SnapshotStore } from '../ports.ts';
import type {
  PartitionService,
  PartitionStatus,
  ReadAt,
  StateAnswer,
  StateQuery,
  StorageStatus,
  SubmitStream,
  TransferResult,
} from '../service.ts';
import type { Entry, Key, LookupResult, NodeId, Refusal, ResolveResult, SnapshotInfo, Submission } from '../types.ts';
import type { NodeEvent } from './events.ts';
import type { LogReads } from './log-reads.ts';
import type { PeerAnswers } from './peer-answers.ts';
import type { Repairer } from './repair/repairer.ts';
import type { Scrubber } from './repair/scrubber.ts';
import type { Replica } from './replica.ts';
import { messageOf } from './snapshots/snapshot-loading.ts';
import type { SnapshotPoint } from './snapshots/snapshot-points.ts';
import type { Space } from './space.ts';
import type { StateComparison } from './state/state-comparison.ts';
import type { StateReads } from './state/state-reads.ts';

/** Of a partition that takes part. */
export interface Answering {
  readonly replica: Replica;
  readonly logReads: LogReads;
  readonly stateReads: StateReads;
  readonly scrubber: Scrubber;
}

export interface ClientAnswersOptions {
  readonly partition: number;
  readonly storage: PartitionStorage;
  readonly snapshots: SnapshotStore;
  readonly space: Space;
  readonly repairer: Repairer;
  readonly comparison: StateComparison;
  readonly peerAnswers: PeerAnswers;
  /** As far as is known, whether it takes part or not. */
  readonly newestMembership: () => MembershipAt;
  /** `undefined` while it does not take part. */
  readonly answering: () => Answering | undefined;
  readonly isClosing: () => boolean;
  readonly observe: (event: NodeEvent) => void;
}

const SHUTTING_DOWN: Refusal = { kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'none' };
/** Whoever asks goes elsewhere. */
const NOT_TAKING_PART: Refusal = { kind: 'refused', code: 'NOT_LEADER', outcome: 'none' };

export class ClientAnswers implements PartitionService {
  readonly partition: number;
  readonly #options: ClientAnswersOptions;
  readonly #appliedListeners = new Set<() => void>();

  constructor(options: ClientAnswersOptions) {
    this.#options = options;
    this.partition = options.partition;
  }

  /** More was applied, or can be read again. */
  applied(): void {
    for (const listener of this.#appliedListeners) listener();
  }

  /** Nobody is told of anything any more. */
  close(): void {
    this.#appliedListeners.clear();
  }

  status(): PartitionStatus {
    const { partition } = this;
    const { index: membershipIndex, membership } = this.#options.newestMembership();
    const replica = this.#options.answering()?.replica;
    if (replica === undefined) {
      const { hardState, lastIndex } = this.#options.storage;
      return {
        partition,
        role: 'follower',
        term: hardState.term,
        leader: undefined,
        lastIndex,
        commitIndex: 0,
        appliedIndex: 0,
        appliedOffset: 0,
        membership,
        membershipIndex,
        isMembershipCommitted: membershipIndex === 0,
        followers: [],
      };
    }
    const { role, term, leader, lastIndex, commitIndex } = replica.status();
    const { appliedIndex, ledger } = replica;
    return {
      partition,
      role,
      term,
      leader,
      lastIndex,
      commitIndex,
      appliedIndex,
      appliedOffset: ledger.appliedOffset,
      membership,
      membershipIndex,
      isMembershipCommitted: membershipIndex <= commitIndex,
      followers: replica.membership.followers().map(({ id, matchIndex, isActive }) => ({ id, matchIndex, isActive })),
    };
  }

  openSubmitStream(): SubmitStream {
    let stream: SubmitStream | undefined;
    let of: Replica | undefined;
    return {
      submit: (submissions, reply) => {
        const replica = this.#options.answering()?.replica;
        // It takes part anew.
        if (replica !== undefined && replica !== of) {
          of = replica;
          stream?.close();
          stream = replica.admission.openStream();
        }
        if (stream !== undefined) stream.submit(submissions, reply);
        else for (let at = 0; at < submissions.length; at++) reply(at, NOT_TAKING_PART, false);
      },
      close: () => stream?.close(),
    };
  }

  async lookup(key: Key): Promise<LookupResult> {
    const answering = this.#answering();
    return 'code' in answering ? answering : answering.logReads.lookup(key);
  }

  resolve(submission: Submission): Promise<ResolveResult> {
    assert(submission.isVoid, 'a key is resolved by a void');
    const stream = this.openSubmitStream();
    return new Promise((resolve) => {
      stream.submit([submission], (_, result, isVoid) => {
        stream.close();
        assert(result.kind !== 'accepted', 'a void is answered when it is committed');
        if (result.kind === 'refused') resolve(result);
        else resolve({ kind: isVoid ? 'void' : 'committed', offset: result.offset });
      });
    });
  }

  committedOffset(): Promise<{ readonly kind: 'offset'; readonly offset: number } | Refusal> {
    const answering = this.#answering();
    if ('code' in answering) return Promise.resolve(answering);
    const { replica } = answering;
    return new Promise((resolve) => {
      replica.read((result) => {
        if (result === 'applied') resolve({ kind: 'offset', offset: replica.ledger.appliedOffset });
        else if (result === 'lost') resolve({ kind: 'refused', code: 'NOT_LEADER', outcome: 'none', ...replica.leaderHint() });
        else resolve({ kind: 'refused', code: 'OVERLOADED', outcome: 'none' });
      });
    });
  }

  firstOffset(): number {
    return (this.#options.answering()?.replica.base ?? this.#options.storage.base).nextOffset;
  }

  async readApplied(options: { readonly fromOffset: number; readonly bytesMax: number }): Promise<readonly Entry[]> {
    const answering = this.#answering();
    return 'code' in answering ? [] : answering.logReads.readApplied(options);
  }

  onApplied(callback: () => void): () => void {
    this.#appliedListeners.add(callback);
    return () => this.#appliedListeners.delete(callback);
  }

  async readEntries(options: { readonly fromIndex: number; readonly bytesMax: number }): Promise<readonly Entry[] | Refusal> {
    const answering = this.#answering();
    return 'code' in answering ? answering : answering.logReads.readEntries(options);
  }

  async readState(query: StateQuery, at: ReadAt, timeoutMs: number): Promise<StateAnswer | Refusal> {
    const answering = this.#answering();
    if ('code' in answering) return answering;
    try {
      return await answering.stateReads.read(query, at, timeoutMs);
    } catch (error) {
      // It may come from having ended meanwhile.
      const now = this.#answering();
      if ('code' in now) return now;
      if (now !== answering) return NOT_TAKING_PART;
      throw error;
    }
  }

  async takeSnapshot(): Promise<SnapshotPoint | Refusal> {
    const answering = this.#answering();
    return 'code' in answering ? answering : answering.replica.points.take();
  }

  async transferLeadership(to: NodeId | undefined): Promise<TransferResult | Refusal> {
    const answering = this.#answering();
    return 'code' in answering ? answering : answering.replica.handover.transfer(to);
  }

  snapshots(): readonly SnapshotInfo[] {
    return this.#options.snapshots.list();
  }

  readSnapshot(options: { readonly index: number; readonly position: number; readonly length: number }): Promise<Uint8Array> {
    return this.#options.peerAnswers.snapshotBytes(options);
  }

  async verifySnapshots(): Promise<readonly { readonly index: number; readonly error: string | undefined }[]> {
    const results: { index: number; error: string | undefined }[] = this.#options.snapshots
      .damaged()
      .map(({ index, why }) => ({ index, error: why }));
    for (const { index } of this.#options.snapshots.list()) {
      const error = await this.#options.snapshots.verify(index).then(() => undefined, messageOf);
      results.push({ index, error });
      if (error !== undefined) this.#options.observe({ kind: 'snapshot-damaged', partition: this.partition, index, why: error });
    }
    return results.sort((left, right) => right.index - left.index);
  }

  storageStatus(): StorageStatus {
    const { base, bytes, damage, claim } = this.#options.storage;
    const { space } = this.#options;
    const scrubber = this.#options.answering()?.scrubber;
    return {
      firstIndex: base.index + 1,
      logBytes: bytes,
      stateIndex: this.#options.answering()?.replica.state.progress.index ?? 0,
      snapshotIndex: this.#options.snapshots.list()[0]?.index ?? 0,
      damage,
      repairedRanges: this.#options.repairer.repairedRanges,
      claim,
      scrubbedAt: scrubber?.endedAt ?? 0,
      scrubbedIndex: scrubber?.index ?? 0,
      diverged: this.#options.comparison.diverged,
      freeBytes: space.freeBytes,
      isFull: space.isFull,
    };
  }

  async digestAt(index: number): Promise<Uint8Array | undefined> {
    const answering = this.#answering();
    return 'code' in answering ? undefined : answering.logReads.digestAt(index);
  }

  /** Who answers now, or why nobody does. */
  #answering(): Answering | Refusal {
    const answering = this.#options.answering();
    if (this.#options.isClosing() || answering?.replica.isHalted === true) return SHUTTING_DOWN;
    return answering ?? NOT_TAKING_PART;
  }
}
