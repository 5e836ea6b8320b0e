// A partition's real storage with the checkers looking over its shoulder: what it was given, what it says is durable (and whether the
// simulated disk would really keep it), and what it reads back.
import { assert } from '../../consensus/assert.ts';
import type { PartitionStorage, RecoveryReport, SealedSegment, VerifyStep } from '../../consensus/ports.ts';
import type { DamagedRange, Entry, HardState, LogBase, LogPosition, NodeId, TermRun } from '../../consensus/types.ts';
import type { PartitionChecker } from './checkers.ts';
import type { Coverage } from './coverage.ts';

const READ_ALL = Number.MAX_SAFE_INTEGER;

export interface ObservedStorageOptions {
  readonly node: NodeId;
  readonly checker: PartitionChecker;
  readonly coverage: Coverage;
  /** Throws unless these entries would survive a power cut now. */
  readonly checkDurable: (entries: readonly Entry[]) => void;
}

export class ObservedStorage implements PartitionStorage {
  readonly #inner: PartitionStorage;
  readonly #options: ObservedStorageOptions;

  /** Tells the checkers what was recovered, then observes. */
  static async open(inner: PartitionStorage, options: ObservedStorageOptions): Promise<ObservedStorage> {
    const { node, checker, coverage } = options;
    const { hardState, lastIndex } = inner;
    const from = Math.max(1, checker.durableIndex(node));
    const tail: Entry[] = [];
    while (from + tail.length <= lastIndex) {
      tail.push(...(await inner.read({ from: from + tail.length, to: lastIndex, bytesMax: READ_ALL })));
    }
    coverage.hit('log: recovered');
    if (inner.recovery.tornBytes > 0) coverage.hit('log: torn write cut');
    if (inner.recovery.segments > 1) coverage.hit('log: recovered several segments');
    if (lastIndex > checker.durableIndex(node)) coverage.hit('log: recovered more than was promised');
    checker.recovered(node, { hardState, lastIndex, tail });
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

  async saveHardState(hardState: HardState): Promise<void> {
    await this.#inner.saveHardState(hardState);
    this.#options.checker.hardStateSaved(this.#options.node, hardState);
  }

  async append(entries: readonly Entry[]): Promise<void> {
    const { node, checker, checkDurable, coverage } = this.#options;
    assert(entries.length > 0, 'an append has entries');
    if ((entries[0]?.index ?? 0) <= this.#inner.lastIndex) coverage.hit('log: conflicting suffix cut');
    coverage.hit('log: append');
    checker.appendBegins(node, entries);
    await this.#inner.append(entries);
    checkDurable(entries);
    checker.appendEnds(node, entries);
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

  compact(throughIndex: number): Promise<void> {
    return this.#inner.compact(throughIndex);
  }

  sealedSegments(): readonly SealedSegment[] {
    return this.#inner.sealedSegments();
  }

  reset(base: LogBase): Promise<void> {
    return this.#inner.reset(base);
  }

  repair(entries: readonly Entry[]): Promise<void> {
    return this.#inner.repair(entries);
  }

  dropClaim(): Promise<void> {
    return this.#inner.dropClaim();
  }

  verify(options: { readonly from: number; readonly bytesMax: number }): Promise<VerifyStep> {
    return this.#inner.verify(options);
  }

  indexOfOffset(offset: number): Promise<number | undefined> {
    return this.#inner.indexOfOffset(offset);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}
