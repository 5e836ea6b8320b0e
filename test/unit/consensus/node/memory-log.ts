// A `PartitionStorage` in memory for tests of the driver: segments of a few entries, damage and claims on demand. What is in it is durable at once; it outlives
// the nodes that open it.
import { assert, defined } from '../../../../consensus/assert.ts';
import { DamagedEntriesError } from '../../../../consensus/damage.ts';
import type { PartitionStorage, RecoveryReport, SealedSegment, VerifyStep } from '../../../../consensus/ports.ts';
import type { DamagedRange, Entry, HardState, LogBase, LogPosition, TermRun } from '../../../../consensus/types.ts';

export const ENTRIES_PER_SEGMENT = 4;
const START: LogBase = { index: 0, term: 0, nextOffset: 1, digest: new Uint8Array(32) };

export class MemoryLog implements PartitionStorage {
  readonly recovery: RecoveryReport = { segments: 1, entries: 0, bytesRead: 0, tornBytes: 0, tornAt: undefined, unclearAt: undefined };
  hardState: HardState = { term: 0, votedFor: undefined };
  base: LogBase = START;
  claim: LogPosition | undefined;
  damage: DamagedRange[] = [];
  /** Damage that nobody has noticed yet. */
  hidden: DamagedRange[] = [];
  entries: Entry[] = [];
  readonly calls: string[] = [];
  /** What a repair ends with. */
  noSpace: Error | undefined;
  isOpen = true;

  get lastIndex(): number {
    return this.base.index + this.entries.length;
  }

  get lastDigest(): Uint8Array {
    return this.entries.at(-1)?.digest ?? this.base.digest;
  }

  /** Terms of damaged entries are guessed, but for the last of the log. */
  get termRuns(): readonly TermRun[] {
    const runs: TermRun[] = [];
    for (const { index, term } of this.entries) {
      const isGuessed = runs.length > 0 && index < this.lastIndex && this.damage.some(({ from, to }) => from <= index && index <= to);
      if (!isGuessed && runs.at(-1)?.term !== term) runs.push({ firstIndex: index, term });
    }
    return runs;
  }

  get memberships(): readonly number[] {
    const isDamaged = (index: number) => this.damage.some(({ from, to }) => from <= index && index <= to);
    return this.entries.filter(({ index, type }) => type === 'membership' && !isDamaged(index)).map(({ index }) => index);
  }

  get bytes(): number {
    return this.entries.reduce((sum, entry) => sum + entry.payload.length + 100, 0);
  }

  at(index: number): Entry {
    return defined(this.entries[index - this.base.index - 1], `entry ${index}`);
  }

  /** Makes entries unreadable, noticed or not. */
  spoil(from: number, to: number, options: { readonly noticed: boolean }): void {
    const range: DamagedRange = {
      from,
      to,
      digestBefore: this.at(from).previousDigest,
      digest: this.at(to).digest,
      file: 'segment',
      position: 7,
      why: 'a flipped bit',
    };
    (options.noticed ? this.damage : this.hidden).push(range);
  }

  async saveHardState(hardState: HardState): Promise<void> {
    this.#check();
    this.hardState = hardState;
  }

  async append(entries: readonly Entry[]): Promise<void> {
    this.#check();
    const first = defined(entries[0], 'an entry');
    assert(first.index > this.base.index && first.index <= this.lastIndex + 1, 'an append fits');
    this.entries.length = first.index - this.base.index - 1;
    this.damage = this.damage.filter((range) => range.to < first.index);
    for (const entry of entries) {
      assert(
        entry.previousDigest.every((byte, at) => byte === this.lastDigest[at]),
        `entry ${entry.index} continues the chain`,
      );
      this.entries.push(entry);
    }
    this.#settle(defined(entries.at(-1), 'an entry'));
  }

  async read({ from, to, bytesMax }: { from: number; to: number; bytesMax: number }): Promise<Entry[]> {
    this.#check();
    assert(from > this.base.index && from <= to && to <= this.lastIndex, `entries ${from}..${to} are in the log`);
    const hidden = this.hidden.find((range) => range.from <= from && range.to >= from);
    if (hidden !== undefined) this.#notice(hidden);
    const damaged = this.damage.find((range) => range.from <= from && range.to >= from);
    if (damaged !== undefined) throw new DamagedEntriesError(damaged);
    const last = Math.min(to, ...[...this.damage, ...this.hidden].filter((range) => range.from > from).map((range) => range.from - 1));
    const found: Entry[] = [];
    let bytes = 0;
    for (const entry of this.entries.slice(from - this.base.index - 1, last - this.base.index)) {
      bytes += entry.payload.length;
      if (bytes > bytesMax && found.length > 0) break;
      found.push(entry);
    }
    return found;
  }

  async indexOfOffset(offset: number): Promise<number | undefined> {
    return this.entries.find((entry) => entry.firstOffset <= offset && offset < entry.firstOffset + entry.count)?.index;
  }

  async compact(throughIndex: number): Promise<void> {
    this.#check();
    this.calls.push(`compact ${throughIndex}`);
    for (const { firstIndex, lastIndex } of this.sealedSegments()) {
      if (lastIndex > throughIndex) break;
      const last = this.at(lastIndex);
      this.entries = this.entries.slice(lastIndex - firstIndex + 1);
      this.base = { index: last.index, term: last.term, nextOffset: last.firstOffset + last.count, digest: last.digest };
    }
    this.damage = this.damage.filter((range) => range.to > this.base.index);
  }

  sealedSegments(): readonly SealedSegment[] {
    const segments: SealedSegment[] = [];
    const whole = Math.floor((this.entries.length - 1) / ENTRIES_PER_SEGMENT);
    for (let number = 0; number < whole; number++) {
      const entries = this.entries.slice(number * ENTRIES_PER_SEGMENT, (number + 1) * ENTRIES_PER_SEGMENT);
      segments.push({
        firstIndex: defined(entries[0], 'an entry').index,
        lastIndex: defined(entries.at(-1), 'an entry').index,
        bytes: entries.reduce((sum, entry) => sum + entry.payload.length + 100, 0),
        lastTimestamp: defined(entries.at(-1), 'an entry').timestamp,
      });
    }
    return segments;
  }

  async reset(base: LogBase): Promise<void> {
    this.#check();
    this.calls.push(`reset ${base.index}`);
    this.base = base;
    this.entries = [];
    this.damage = [];
    this.hidden = [];
    this.#settle(base);
  }

  async repair(entries: readonly Entry[]): Promise<void> {
    this.#check();
    const from = defined(entries[0], 'an entry').index;
    const range = defined(
      this.damage.find((one) => one.from === from),
      'damage',
    );
    assert(entries.length === range.to - from + 1, 'the whole range is repaired');
    for (const entry of entries)
      assert(
        entry.digest.every((byte, at) => byte === this.at(entry.index).digest[at]),
        'the same entries come back',
      );
    if (this.noSpace !== undefined) throw this.noSpace;
    this.damage = this.damage.filter((one) => one !== range);
    this.calls.push(`repair ${range.from}..${range.to}`);
  }

  /** What looks sound in damage; by default nothing does. */
  readonly unproven = new Map<number, Entry>();

  async readUnproven({ from, to }: { from: number; to: number }): Promise<Entry[]> {
    const found: Entry[] = [];
    for (let entry = this.unproven.get(from); entry !== undefined && entry.index <= to; entry = this.unproven.get(entry.index + 1))
      found.push(entry);
    return found;
  }

  splitDamage({ index, digest }: { readonly index: number; readonly digest: Uint8Array }): void {
    this.damage = this.damage.flatMap((range) =>
      range.from <= index && index < range.to
        ? [
            { ...range, to: index, digest },
            { ...range, from: index + 1, digestBefore: digest },
          ]
        : [range],
    );
  }

  async raiseClaim(claim: LogPosition): Promise<void> {
    this.#check();
    this.calls.push(`raise claim ${claim.index}^${claim.term}`);
    this.claim = claim;
  }

  async dropClaim(): Promise<void> {
    this.#check();
    this.calls.push('drop claim');
    this.claim = undefined;
  }

  async verify({ from }: { from: number; bytesMax: number }): Promise<VerifyStep> {
    this.#check();
    const to = from + ENTRIES_PER_SEGMENT;
    const damage = this.hidden.filter((range) => range.from < to);
    for (const range of damage) this.#notice(range);
    return { bytes: 1, next: to > this.lastIndex ? undefined : to, damage };
  }

  async close(): Promise<void> {
    this.isOpen = false;
  }

  #notice(range: DamagedRange): void {
    this.hidden = this.hidden.filter((one) => one !== range);
    this.damage = [...this.damage, range].sort((a, b) => a.from - b.from);
  }

  #settle(last: LogPosition): void {
    const { claim } = this;
    if (claim !== undefined && (last.term > claim.term || (last.term === claim.term && last.index >= claim.index))) this.claim = undefined;
  }

  #check(): void {
    assert(this.isOpen, 'the log is open');
  }
}
