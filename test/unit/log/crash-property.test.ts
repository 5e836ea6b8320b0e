// The log against a plain array, through random appends, cuts, kills and power cuts at any call, also inside recovery.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PartitionStorage } from '../../../consensus/ports.ts';
import type { Entry, HardState } from '../../../consensus/types.ts';
import { endOfNonZero } from '../../../log/bytes.ts';
import { flip } from './damaged.ts';
import {
  assertSameEntries,
  baseAt,
  damage,
  entriesAfter,
  entryAfter,
  isCrash,
  isSameEntry,
  NODE,
  openLog,
  PARTITION,
  readAll,
  seeded,
} from './fixture.ts';
import { MemoryDisk, type Random } from './memory-disk.ts';

interface Step {
  readonly kind: 'append' | 'cut' | 'vote' | 'read' | 'restart' | 'compact' | 'reset' | 'rot';
  readonly sizes: readonly number[];
  readonly fill: 'zeros' | 'sparse' | 'dense';
  /** Where a cut begins, as a share of the log. */
  readonly share: number;
  /** The process dies inside this call of the step, or of the recovery behind it; 0: not at all. */
  readonly crashCall: number;
  readonly crash: 'kill' | 'power';
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom<Step['kind'][]>('append', 'append', 'append', 'cut', 'vote', 'read', 'restart', 'compact', 'reset', 'rot'),
  sizes: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 4000 })), {
    minLength: 1,
    maxLength: 4,
  }),
  fill: fc.constantFrom<Step['fill'][]>('zeros', 'sparse', 'dense'),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  crashCall: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
  crash: fc.constantFrom<Step['crash'][]>('kill', 'power'),
});

/** What the log may be after the step under way: `entries` for certain, or one of `others`. */
class Model {
  readonly disk = new MemoryDisk();
  readonly random: Random;
  /** All entries up to the last, also those that the log dropped. */
  entries: Entry[] = [];
  others: Entry[][] = [];
  /** The base lies in this range. */
  base = { from: 0, to: 0 };
  hardState: HardState = { term: 0, votedFor: undefined };
  otherHardState: HardState | undefined;
  /** The base of a reset under way. */
  reset: number | undefined;
  log: PartitionStorage | undefined;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  async run(steps: readonly Step[]): Promise<void> {
    await this.recover(0, 'kill');
    for (const one of steps) {
      this.disk.crashAt(one.crashCall > 0 ? one.crashCall : Number.POSITIVE_INFINITY, this.random);
      try {
        await this.#do(one);
        this.others = [];
        this.otherHardState = undefined;
        if (one.kind === 'restart') await this.recover(one.crashCall, one.crash);
      } catch (error) {
        if (!isCrash(error)) throw error;
        await this.recover(Math.floor(this.random() * 30), one.crash);
      }
    }
    await this.recover(0, 'power');
  }

  async #do(one: Step): Promise<void> {
    const log = this.log;
    assert.ok(log !== undefined);
    if (one.kind === 'append') await this.#append(log, one, this.entries.length);
    if (one.kind === 'cut') await this.#append(log, one, log.base.index + Math.floor(one.share * (this.entries.length - log.base.index)));
    if (one.kind === 'vote') await this.#save(log, { term: this.hardState.term + 1, votedFor: one.share < 0.5 ? NODE : undefined });
    if (one.kind === 'read') assertSameEntries(await readAll(log), this.entries.slice(log.base.index));
    if (one.kind === 'compact') await this.#compact(log, Math.floor(one.share * this.entries.length));
    if (one.kind === 'reset') await this.#reset(log, one);
    if (one.kind === 'rot') await this.#rot(one);
  }

  /** While no process runs, something of a segment that others continue is lost. The next start and a round of verification find it. */
  async #rot(one: Step): Promise<void> {
    this.disk.kill();
    this.disk.restart();
    this.log = undefined;
    const names = (await this.disk.list(PARTITION)).filter((name) => name.endsWith('.segment')).sort(bySequence);
    // A share may be 1, and the newest segment is not meant.
    const name = names[Math.min(Math.floor(one.share * (names.length - 1)), names.length - 2)];
    if (name !== undefined && names.length > 1) await this.#damage(name, one);
    this.disk.crashAt(one.crashCall > 0 ? one.crashCall : Number.POSITIVE_INFINITY, this.random);
    const log = await openLog(this.disk);
    await this.#repair(log);
    this.log = log;
  }

  async #damage(name: string, one: Step): Promise<void> {
    const path = `${PARTITION}/${name}`;
    const seal = path.replace('.segment', '.seal');
    const hasSeal = (await this.disk.list(PARTITION)).some((found) => `${PARTITION}/${found}` === seal);
    const at = (bytes: Uint8Array): number => 4096 + Math.floor(this.random() * (endOfNonZero(bytes) - 4096));
    if (one.fill === 'zeros' && hasSeal) this.disk.plant(path, undefined);
    else if (one.fill === 'sparse') damage(this.disk, path, (bytes) => bytes.slice(0, at(bytes)));
    else damage(this.disk, path, (bytes) => flip(bytes, at(bytes), 4));
  }

  /** From what the model knows, as from other nodes. */
  async #repair(log: PartitionStorage): Promise<void> {
    await log.verify({ from: 1, bytesMax: Number.MAX_SAFE_INTEGER });
    for (const { from, to, digest } of [...log.damage]) {
      const history = [this.entries, ...this.others].find(
        (entries) => Buffer.compare(entries[to - 1]?.digest ?? new Uint8Array(0), digest) === 0,
      );
      assert.ok(history !== undefined, `damage ${from}..${to} is of a known history`);
      await log.repair(history.slice(from - 1, to));
    }
    assert.deepEqual(log.damage, []);
  }

  async #compact(log: PartitionStorage, throughIndex: number): Promise<void> {
    this.base.to = Math.max(this.base.to, throughIndex);
    await log.compact(throughIndex);
    assert.ok(log.base.index <= this.base.to);
    this.base = { from: log.base.index, to: log.base.index };
  }

  /** As after the installation of a snapshot that lies a few entries ahead. */
  async #reset(log: PartitionStorage, one: Step): Promise<void> {
    await this.#save(log, { term: this.hardState.term + 1, votedFor: undefined });
    const ahead = [...this.entries];
    for (const size of one.sizes) ahead.push(entryAfter(ahead.at(-1), { term: this.hardState.term, payload: new Uint8Array(size % 5) }));
    const last = ahead.at(-1);
    assert.ok(last !== undefined);
    this.others = [this.entries, ahead];
    this.reset = last.index;
    await log.reset(baseAt(last));
    this.entries = ahead;
    this.base = { from: last.index, to: last.index };
    this.reset = undefined;
    assert.deepEqual([log.base, log.lastIndex, log.damage, log.termRuns], [baseAt(last), last.index, [], []]);
  }

  async #append(log: PartitionStorage, one: Step, keep: number): Promise<void> {
    if (this.hardState.term === 0 || keep < this.entries.length)
      await this.#save(log, { term: this.hardState.term + 1, votedFor: undefined });
    const kept = this.entries.slice(0, keep);
    const added: Entry[] = [];
    for (const size of one.sizes) {
      const payload = payloadOf(one.fill, size, this.random);
      const isMembership = size % 4 === 1;
      const options = { term: this.hardState.term, payload, ...(isMembership ? { type: 'membership' as const } : {}) };
      added.push(entryAfter(added.at(-1) ?? kept.at(-1), options));
    }
    this.others = [kept, [...kept, ...added]];
    await log.append(added);
    this.entries = [...kept, ...added];
    assert.equal(log.lastIndex, this.entries.length);
  }

  async #save(log: PartitionStorage, hardState: HardState): Promise<void> {
    this.otherHardState = hardState;
    await log.saveHardState(hardState);
    this.hardState = hardState;
    this.otherHardState = undefined;
    assert.deepEqual(log.hardState, hardState);
  }

  /** Restarts until a recovery goes through, then checks what it found. */
  async recover(crashCall: number, crash: Step['crash']): Promise<void> {
    let left = crashCall;
    // A killed process may be followed by a power cut inside the recovery: names and bytes that only the page cache held are then gone.
    for (let isPower = crash === 'power'; ; isPower = this.random() < 0.5) {
      if (isPower) this.disk.cutPower(this.random);
      else this.disk.kill();
      this.disk.restart();
      if (left > 0) this.disk.crashAt(left, this.random);
      left = Math.floor(left / 2);
      try {
        const log = await openLog(this.disk);
        // Also while it is sealing in the background.
        await this.#check(log);
        this.log = log;
        break;
      } catch (error) {
        if (!isCrash(error)) throw error;
      }
    }
  }

  async #check(log: PartitionStorage): Promise<void> {
    await this.#repair(log);
    const found = await readAll(log);
    const base = log.base.index;
    const allowed = [this.entries, ...this.others].find(
      (entries) =>
        entries.length === log.lastIndex &&
        entries.slice(base).every((entry, at) => isSameEntry(found[at], entry)) &&
        (entries.length === this.reset ? base === this.reset : base >= this.base.from && base <= this.base.to),
    );
    assert.ok(allowed !== undefined, `${base + 1}..${log.lastIndex} were found, ${this.entries.length} acknowledged`);
    const last = allowed[base - 1];
    assert.deepEqual(log.base, last === undefined ? { index: 0, term: 0, nextOffset: 1, digest: new Uint8Array(32) } : baseAt(last));
    this.entries = allowed;
    this.others = [];
    this.base = { from: base, to: base };
    this.reset = undefined;
    const states = [this.hardState, ...(this.otherHardState === undefined ? [] : [this.otherHardState])];
    assert.ok(
      states.some(({ term, votedFor }) => log.hardState.term === term && log.hardState.votedFor === votedFor),
      `hard state ${JSON.stringify(log.hardState)}, saved ${JSON.stringify(states)}`,
    );
    this.hardState = log.hardState;
    this.otherHardState = undefined;
  }
}

function bySequence(left: string, right: string): number {
  return left.slice(17) < right.slice(17) ? -1 : 1;
}

function payloadOf(fill: Step['fill'], size: number, random: Random): Uint8Array {
  const payload = new Uint8Array(size);
  if (fill === 'zeros') return payload;
  const share = fill === 'dense' ? 1 : 0.002;
  for (let at = 0; at < size; at++) if (random() < share) payload[at] = Math.floor(random() * 256);
  return payload;
}

test('whatever is appended, cut, compacted, begun anew, killed or powered off at any call: acknowledged entries stay, nothing is invented, hard state holds', async () => {
  const runs = Number(process.env.LOG_PROPERTY_RUNS ?? 300);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), fc.nat(), async (steps, seed) => {
      await new Model(seed).run(steps);
    }),
    { numRuns: runs },
  );
});

test('a segment that a killed process had begun is counted only once its name is durable: no power cut inside the recovery makes it missed', async () => {
  const entries = entriesAfter(undefined, { term: 1, sizes: [3000, 3000, 6000] });
  for (let killedAt = 1; killedAt <= 9; killedAt++) {
    for (let cutAt = 1; cutAt <= 14; cutAt++) {
      for (const luck of [0.1, 0.9]) {
        const disk = new MemoryDisk();
        const log = await openLog(disk);
        await log.saveHardState({ term: 1, votedFor: undefined });
        for (const entry of entries.slice(0, 2)) await log.append([entry]);
        disk.crashAt(killedAt, () => luck);
        await assert.rejects(log.append(entries.slice(2)), isCrash);
        disk.restart();
        disk.crashAt(cutAt, () => luck);
        await openLog(disk).catch((error: unknown) => assert.ok(isCrash(error)));
        disk.cutPower(() => 0.99);
        disk.restart();
        assertSameEntries((await readAll(await openLog(disk))).slice(0, 2), entries.slice(0, 2));
      }
    }
  }
});
