// A partition's real storage with the checkers looking over its shoulder: what it was given, what it says is durable (and whether the
// simulated disk would really keep it), and what it reads back.
import { assert } from '../../consensus/assert.ts';
import { DamagedEntriesError } from '../../consensus/damage.ts';
import type { PartitionStorage, RecoveryReport, SealedSegment, VerifyStep } from '../../consensus/ports.ts';
import type { DamagedRange, Entry, HardState, LogBase, LogPosition, NodeId, SnapshotInfo, TermRun } from '../../consensus/types.ts';
import type { PartitionChecker } from './checkers.ts';
import type { Coverage } from './coverage.ts';
import type { SnapshotChecker } from './snapshot-checker.ts';

const READ_ALL = Number.MAX_SAFE_INTEGER;

export interface ObservedStorageOptions {
  readonly node: NodeId;
  readonly checker: PartitionChecker;
  readonly coverage: Coverage;
  /** Throws unless these entries would survive a power cut now. */
  readonly checkDurable: (entries: readonly Entry[]) => void;
  /** How often the nemesis has damaged this disk so far. */
  readonly damages: () => number;
  readonly snapshotChecker: SnapshotChecker;
  /** More is damaged than the promises allow. */
  readonly beyond: boolean;
  /** Sound snapshots of this partition, newest first. */
  readonly snapshots: () => readonly SnapshotInfo[];
  /** The node was not among the first ones. */
  readonly hasJoined: boolean;
}

export class ObservedStorage implements PartitionStorage {
  readonly #inner: PartitionStorage;
  readonly #options: ObservedStorageOptions;

  /** Tells the checkers what was recovered, then observes. */
  static async open(inner: PartitionStorage, options: ObservedStorageOptions): Promise<ObservedStorage> {
    const { node, checker, coverage, checkDurable, damages } = options;
    const { hardState, lastIndex, base, claim, recovery } = inner;
    const durableIndex = checker.durableIndex(node);
    const tail: Entry[] = [];
    const before = damages();
    for (let from = Math.max(base.index + 1, durableIndex); from <= lastIndex; ) {
      const entries = await readSound(inner, from);
      tail.push(...entries);
      from += Math.max(1, entries.length);
    }
    // What recovery found may have been in the page cache alone: now it is not any more.
    if (damages() === before) checkDurable(tail);
    coverage.hit('log: recovered');
    if (recovery.tornBytes > 0) coverage.hit('log: torn write cut');
    if (recovery.unclearAt !== undefined) coverage.hit('log: unclear end claimed');
    if (recovery.segments > 1) coverage.hit('log: recovered several segments');
    if (base.index > 0) coverage.hit('log: recovered behind a base');
    if (inner.damage.length > 0) coverage.hit('log: damage found at the start');
    if (lastIndex > durableIndex) coverage.hit('log: recovered more than was promised');
    if (lastIndex < durableIndex) coverage.hit('log: acknowledged entries claimed');
    checker.recovered(node, { hardState, base, lastIndex, claim, tail });
    return new ObservedStorage(inner, options);
  }

  private constructor(inner: PartitionStorage, options: ObservedStorageOptions) {
    this.#inner = inner;
    this.#options = options;
  }

  get recovery(): RecoveryReport {
    return this.#inner.recovery;
  }

  get hardState(): HardState {
    return this.#inner.hardState;
  }

  get lastIndex(): number {
    return this.#inner.lastIndex;
  }

  get lastDigest(): Uint8Array {
    return this.#inner.lastDigest;
  }

  get termRuns(): readonly TermRun[] {
    return this.#inner.termRuns;
  }

  get memberships(): readonly number[] {
    return this.#inner.memberships;
  }

  async saveHardState(hardState: HardState): Promise<void> {
    await this.#inner.saveHardState(hardState);
    this.#options.checker.hardStateSaved(this.#options.node, hardState);
  }

  async append(entries: readonly Entry[]): Promise<void> {
    const { node, checker, checkDurable, coverage, damages } = this.#options;
    assert(entries.length > 0, 'an append has entries');
    if ((entries[0]?.index ?? 0) <= this.#inner.lastIndex) coverage.hit('log: conflicting suffix cut');
    coverage.hit('log: append');
    const { cutsMembership } = checker.appendBegins(node, entries, { hasClaim: this.#inner.claim !== undefined });
    if (cutsMembership) coverage.hit('members: a change is cut off');
    const before = damages();
    await this.#inner.append(entries);
    if (damages() === before) checkDurable(entries);
    checker.appendEnds(node, entries);
    if (this.#inner.claim === undefined) checker.claimEnds(node);
  }

  async read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    const entries = await this.#inner.read(options);
    this.#options.checker.wasRead(this.#options.node, entries);
    return entries;
  }

  get base(): LogBase {
    return this.#inner.base;
  }

  get claim(): LogPosition | undefined {
    return this.#inner.claim;
  }

  get damage(): readonly DamagedRange[] {
    return this.#inner.damage;
  }

  get bytes(): number {
    return this.#inner.bytes;
  }

  async compact(throughIndex: number): Promise<void> {
    const { node, checker, snapshotChecker, snapshots, coverage } = this.#options;
    const kept = snapshots();
    const before = this.#inner.base.index;
    const damage = [...this.#inner.damage];
    await this.#inner.compact(throughIndex);
    const { base } = this.#inner;
    if (base.index === before) return;
    coverage.hit('log: compacted');
    snapshotChecker.compacted(node, { base, snapshots: kept, damage });
    checker.compacted(node, base);
  }

  sealedSegments(): readonly SealedSegment[] {
    return this.#inner.sealedSegments();
  }

  async reset(base: LogBase): Promise<void> {
    const { node, checker, coverage, beyond } = this.#options;
    if (this.#options.hasJoined && this.#inner.lastIndex === 0) coverage.hit('members: a new node begins with a snapshot');
    checker.resetBegins(node, base, { mayDrop: beyond && this.#inner.claim !== undefined });
    await this.#inner.reset(base);
    coverage.hit('log: begun anew behind a snapshot');
    checker.resetEnds(node, base);
    if (this.#inner.claim === undefined) checker.claimEnds(node);
  }

  async repair(entries: readonly Entry[]): Promise<void> {
    await this.#inner.repair(entries);
    this.#options.coverage.hit('log: repaired');
  }

  async raiseClaim(claim: LogPosition): Promise<void> {
    await this.#inner.raiseClaim(claim);
    this.#options.coverage.hit('log: claim raised');
  }

  readUnproven(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]> {
    return this.#inner.readUnproven(options);
  }

  splitDamage(at: { readonly index: number; readonly digest: Uint8Array }): void {
    this.#inner.splitDamage(at);
  }

  async dropClaim(): Promise<void> {
    await this.#inner.dropClaim();
    this.#options.coverage.hit('log: claim dropped');
    this.#options.checker.claimEnds(this.#options.node);
  }

  async verify(options: { readonly from: number; readonly bytesMax: number }): Promise<VerifyStep> {
    const step = await this.#inner.verify(options);
    if (step.damage.length > 0) this.#options.coverage.hit('log: scrubber found damage');
    return step;
  }

  indexOfOffset(offset: number): Promise<number | undefined> {
    return this.#inner.indexOfOffset(offset);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}

/** Some entries from `from` on; none if that one is damaged. */
async function readSound(storage: PartitionStorage, from: number): Promise<Entry[]> {
  try {
    return await storage.read({ from, to: storage.lastIndex, bytesMax: READ_ALL });
  } catch (error) {
    if (error instanceof DamagedEntriesError) return [];
    throw error;
  }
}
