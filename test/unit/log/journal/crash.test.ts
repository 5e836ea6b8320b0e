// The journal against a plain list, through power cuts and kills at every call that changes the disk, recovery included: what was acknowledged
// is there, what is there was committed, in order, and at most the one write under way may be more than was acknowledged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JournalError } from '../../../../log/journal/errors.ts';
import type { Applier, ApplyPolicy, Journal, JournalOptions } from '../../../../log/journal/types.ts';
import { CrashError, MemoryDisk, type Random } from '../memory-disk.ts';
import { bytesOf, ofProcess, open, SMALL, Store, seeded, settle, unappliedOf } from './support.ts';

const DIRECTORIES = ['/a', '/b', '/c'];

interface Setting {
  readonly directories: number;
  readonly policy: ApplyPolicy | 'none';
  /** Whether the store keeps the applied offset itself. */
  readonly keepsOffset: boolean;
}

interface Step {
  /** Sizes of transactions that commit at the same time. */
  readonly sizes: readonly number[];
  readonly fill: 'zeros' | 'sparse' | 'dense';
  readonly end: 'nothing' | 'settle' | 'apply' | 'close';
  /** The process dies in this call from here, 0: not at all. */
  readonly crashCall: number;
  readonly crash: 'kill' | 'power';
}

/** A crash anywhere below the journal's own errors. */
function isCrashBelow(error: unknown): boolean {
  if (error instanceof CrashError) return true;
  return JournalError.is(error) && error.cause !== undefined && isCrashBelow(error.cause);
}

class Model {
  readonly disk = new MemoryDisk();
  readonly random: Random;
  readonly #setting: Setting;
  readonly #store = new Store();
  /** Processes begun: what one that is dead still does reaches neither disk nor store. */
  #processes = 0;
  /** What is committed, by offset - 1: acknowledged, or found by a recovery. */
  #committed: Uint8Array[] = [];
  #acknowledged = 0;
  /** Under way when the process died, in order. */
  #pending: Uint8Array[] = [];
  #journal: Journal | undefined;
  #made = 0;
  recoveries = 0;

  constructor(setting: Setting, seed: number) {
    this.#setting = setting;
    this.random = seeded(seed);
  }

  async run(steps: readonly Step[]): Promise<void> {
    await this.recover(0, 'kill');
    for (const step of steps) {
      if (step.crashCall > 0) this.disk.crashAt(step.crashCall, this.random);
      try {
        await this.#do(step);
      } catch (error) {
        if (!isCrashBelow(error)) throw error;
        await this.recover(Math.floor(this.random() * 40), step.crash);
      }
    }
    await this.recover(0, 'power');
    await this.recover(0, 'kill');
  }

  /** Crashes at one call of a workload, goes on with the rest of it; whether there were that many calls. */
  async crashIn(workload: readonly Pick<Step, 'sizes' | 'fill' | 'end'>[], at: { call: number; crash: Step['crash'] }): Promise<boolean> {
    const { call, crash } = at;
    let isCrashed = false;
    this.disk.crashAt(call, this.random);
    const begin = await this.#open().catch((error: unknown) => error);
    if (begin instanceof Error) {
      if (!isCrashBelow(begin)) throw begin;
      isCrashed = true;
      await this.recover(0, crash);
    } else this.#journal = begin as Journal;
    for (const step of workload) {
      try {
        await this.#do({ ...step, crashCall: 0, crash });
      } catch (error) {
        if (!isCrashBelow(error)) throw error;
        isCrashed = true;
        await this.recover(call % 29, crash);
      }
    }
    await this.recover(0, 'power');
    return isCrashed;
  }

  async #do(step: Step): Promise<void> {
    const journal = this.#journal;
    assert.ok(journal !== undefined);
    const commits: Promise<unknown>[] = [];
    this.#pending = [];
    for (const size of step.sizes) {
      const bytes = payloadOf(step.fill, { size, number: ++this.#made, random: this.random });
      const id = journal.begin();
      journal.log(id, bytes.subarray(0, size >> 1), { key: `k${size % 3}` });
      journal.log(id, bytes.subarray(size >> 1), size % 5 === 0 ? {} : { key: `k${size % 7}` });
      this.#pending.push(bytes);
      const expected = this.#committed.length + this.#pending.length;
      commits.push(journal.commit(id).then((offset) => this.#acknowledge(offset, expected)));
    }
    const results = await Promise.allSettled(commits);
    const failure = results.find((result) => result.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
    this.#committed.push(...this.#pending);
    this.#pending = [];
    if (step.end === 'settle') await settle();
    if (step.end === 'apply') await this.#apply(journal);
    if (step.end !== 'close') return;
    await journal.close();
    if (journal.status().failure !== undefined) throw journal.status().failure;
    await this.recover(0, step.crash);
  }

  #acknowledge(offset: number, expected: number): void {
    assert.equal(offset, expected, 'offsets are dense and in order');
    this.#acknowledged = Math.max(this.#acknowledged, offset);
  }

  async #apply(journal: Journal): Promise<void> {
    if (this.#setting.policy !== 'none') return journal.applyAll();
    for await (const transaction of journal.unapplied()) await this.#store.apply(transaction);
    await this.#store.sync();
    journal.applied(this.#committed.length);
    return undefined;
  }

  /** Starts again until a recovery goes through, then checks what it found. */
  async recover(crashCall: number, crash: Step['crash']): Promise<void> {
    let left = crashCall;
    for (let isPower = crash === 'power'; ; isPower = this.random() < 0.5) {
      if (isPower) this.disk.cutPower(this.random);
      else this.disk.kill();
      this.#store.crash();
      this.disk.restart();
      if (left > 0) this.disk.crashAt(left, this.random);
      left = Math.floor(left / 2);
      try {
        const journal = await this.#open();
        this.#journal = journal;
        await this.#check(journal);
        this.recoveries++;
        return;
      } catch (error) {
        if (!isCrashBelow(error)) throw error;
      }
    }
  }

  /** Begins the next process. */
  #open(): Promise<Journal> {
    const process = ++this.#processes;
    const isAlive = (): boolean => process === this.#processes;
    return open(ofProcess(this.disk, isAlive), this.#options(isAlive));
  }

  #options(isAlive: () => boolean): JournalOptions {
    const { directories, policy, keepsOffset } = this.#setting;
    const common = {
      directories: DIRECTORIES.slice(0, directories),
      ...SMALL,
      ...(keepsOffset ? { appliedOffset: this.#storeOffset() } : {}),
    };
    return policy === 'none' ? { ...common, applyPolicy: policy } : { ...common, applyPolicy: policy, applier: this.#applier(isAlive) };
  }

  #applier(isAlive: () => boolean): Applier {
    const check = (): void => {
      if (!isAlive()) throw new CrashError('the process is dead');
    };
    return {
      apply: async (transaction) => {
        check();
        await this.#store.apply(transaction);
      },
      sync: async () => {
        check();
        await this.#store.sync();
      },
    };
  }

  /** Everything up to here is in the store, and nothing else. */
  #storeOffset(): number {
    let offset = 0;
    while (this.#store.applied.has(offset + 1)) offset++;
    return offset;
  }

  async #check(journal: Journal): Promise<void> {
    const { committedOffset, appliedOffset } = journal.recovery;
    const possible = [...this.#committed, ...this.#pending];
    assert.ok(committedOffset >= this.#acknowledged, `${committedOffset} are there, ${this.#acknowledged} were acknowledged`);
    assert.ok(committedOffset <= possible.length, `${committedOffset} are there, ${possible.length} were ever committed`);
    if (this.#setting.policy === 'none') {
      for (const transaction of await unappliedOf(journal)) await this.#store.apply(transaction);
    } else {
      const delivered = Array.from({ length: committedOffset - appliedOffset }, (_, at) => appliedOffset + 1 + at);
      assert.deepEqual(
        [...this.#store.delivered].sort((left, right) => left - right),
        delivered,
        'committed and unapplied, each once',
      );
    }
    for (let offset = 1; offset <= committedOffset; offset++) {
      const objects = this.#store.applied.get(offset)?.objects ?? [];
      assert.deepEqual(Buffer.concat(objects.map(({ bytes }) => bytes)), Buffer.from(possible[offset - 1] ?? []), `offset ${offset}`);
    }
    assert.equal(this.#store.applied.size, committedOffset, 'nothing else was ever applied');
    this.#committed = possible.slice(0, committedOffset);
    this.#acknowledged = committedOffset;
    this.#pending = [];
  }
}

function payloadOf(fill: Step['fill'], made: { size: number; number: number; random: Random }): Uint8Array {
  const { size, number, random } = made;
  if (fill === 'zeros') return new Uint8Array(size);
  if (fill === 'dense') return bytesOf(number, size);
  return Uint8Array.from({ length: size }, () => (random() < 0.002 ? 1 + Math.floor(random() * 255) : 0));
}

const setting: fc.Arbitrary<Setting> = fc.record({
  directories: fc.integer({ min: 1, max: 3 }),
  policy: fc.constantFrom<Setting['policy'][]>('every-transaction', 'segment-switch', 'none', { everyTransactions: 3 }),
  keepsOffset: fc.boolean(),
});

const step: fc.Arbitrary<Step> = fc.record({
  sizes: fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 3500 })), { minLength: 1, maxLength: 5 }),
  fill: fc.constantFrom<Step['fill'][]>('zeros', 'sparse', 'dense'),
  end: fc.constantFrom<Step['end'][]>('nothing', 'settle', 'apply', 'close'),
  crashCall: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 25 })),
  crash: fc.constantFrom<Step['crash'][]>('kill', 'power'),
});

test('property: killed or powered off at any call, also in recovery, under every policy', async () => {
  const runs = Number(process.env.LOG_PROPERTY_RUNS ?? 250);
  await fc.assert(
    fc.asyncProperty(setting, fc.array(step, { maxLength: 20 }), fc.nat(), async (how, steps, seed) => {
      await new Model(how, seed).run(steps);
    }),
    { numRuns: runs },
  );
});

/** Fills, switches and recycles segments of two directories, and applies. */
const WORKLOAD: readonly Pick<Step, 'sizes' | 'fill' | 'end'>[] = [
  { sizes: [1500, 0, 1300], fill: 'dense', end: 'nothing' },
  { sizes: [3500], fill: 'sparse', end: 'settle' },
  { sizes: [3400, 3300], fill: 'zeros', end: 'apply' },
  { sizes: [2000, 2000, 2000], fill: 'dense', end: 'settle' },
  { sizes: [3500, 3000], fill: 'sparse', end: 'apply' },
  { sizes: [10, 20, 30], fill: 'dense', end: 'apply' },
];

test('a cut at every call of a workload, with any of the unsynced sectors, names and sizes, and again inside the recovery', async (context) => {
  let states = 0;
  let calls = 0;
  for (const policy of ['every-transaction', 'segment-switch', 'none'] as const) {
    for (const crash of ['power', 'kill'] as const) {
      for (let call = 1, isOver = false; !isOver; call++) {
        const model = new Model({ directories: 2, policy, keepsOffset: call % 2 === 0 }, call);
        isOver = !(await model.crashIn(WORKLOAD, { call, crash }));
        states += model.recoveries;
        calls = call;
      }
    }
  }
  context.diagnostic(`${states} states after crashes, ${calls} calls in the last workload`);
  assert.ok(calls > 60, `${calls} calls`);
});
