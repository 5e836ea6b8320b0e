// Tasks with common keys run in the order of arrival, others at the same time; bounds hold; nothing begins after a failure.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KeyedQueue } from '../../../../log/journal/keyed-queue.ts';

const LIMITS = { concurrency: 4, windowTasks: 8, windowBytes: 1_000_000 };

/** A task that ends when it is told to. */
class Manual {
  readonly begun: number[] = [];
  readonly settled: number[] = [];
  readonly #ends = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();

  task(number: number, keys: readonly string[] | undefined, bytes = 1) {
    const run = (): Promise<void> => {
      this.begun.push(number);
      return new Promise((resolve, reject) => this.#ends.set(number, { resolve, reject }));
    };
    return { run, keys, bytes, settled: () => void this.settled.push(number) };
  }

  async end(number: number, error?: Error): Promise<void> {
    const end = this.#ends.get(number);
    assert.ok(end !== undefined, `${number} runs`);
    if (error === undefined) end.resolve();
    else end.reject(error);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

test('tasks without a common key run at the same time, with one they wait, without keys they wait for all', async () => {
  const manual = new Manual();
  const queue = new KeyedQueue({ ...LIMITS, concurrency: 10 });
  await queue.push(manual.task(1, ['a']));
  await queue.push(manual.task(2, ['b']));
  await queue.push(manual.task(3, ['b', 'c']));
  await queue.push(manual.task(4, undefined));
  await queue.push(manual.task(5, ['d']));
  assert.deepEqual(manual.begun, [1, 2]);
  await manual.end(2);
  assert.deepEqual(manual.begun, [1, 2, 3]);
  await manual.end(3);
  assert.deepEqual(manual.settled, [], 'the first one is not done');
  await manual.end(1);
  assert.deepEqual(manual.settled, [1, 2, 3]);
  assert.deepEqual(manual.begun, [1, 2, 3, 4]);
  await manual.end(4);
  await manual.end(5);
  await queue.idle();
  assert.deepEqual(manual.settled, [1, 2, 3, 4, 5]);
});

test('the window bounds what waits, by number and by bytes; a single larger task is taken alone', async () => {
  for (const [bytes, taken] of [
    [1, 8],
    [300_000, 3],
    [2_000_000, 1],
  ] as const) {
    const manual = new Manual();
    const queue = new KeyedQueue(LIMITS);
    let pushed = 0;
    const all = (async () => {
      for (let number = 1; number <= 9; number++) {
        await queue.push(manual.task(number, ['same'], bytes));
        pushed++;
      }
    })();
    await new Promise<void>((resolve) => setImmediate(resolve));
    assert.equal(pushed, taken);
    for (let number = 1; number <= 9; number++) await manual.end(number);
    await all;
    await queue.idle();
  }
});

test('after a failure nothing begins, what runs ends, and everyone is told', async () => {
  const manual = new Manual();
  const queue = new KeyedQueue(LIMITS);
  await queue.push(manual.task(1, ['a']));
  await queue.push(manual.task(2, ['b']));
  await queue.push(manual.task(3, ['a']));
  const idle = queue.idle();
  let isIdle = false;
  idle.catch(() => {
    isIdle = true;
  });
  await manual.end(1, new Error('broken'));
  assert.equal(isIdle, false, 'another one still runs');
  await assert.rejects(queue.push(manual.task(4, ['c'])), /broken/);
  await manual.end(2);
  await assert.rejects(idle, /broken/);
  assert.deepEqual(manual.begun, [1, 2]);
  assert.deepEqual(manual.settled, []);
});

interface Plan {
  readonly keys: readonly string[] | undefined;
  /** Turns of the event loop that it takes. */
  readonly turns: number;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  keys: fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 3 }), { nil: undefined, freq: 8 }),
  turns: fc.nat({ max: 4 }),
});

function overlap(left: Plan, right: Plan): boolean {
  if (left.keys === undefined || right.keys === undefined) return true;
  return left.keys.some((key) => right.keys?.includes(key));
}

test('property: overlapping tasks never run at once and keep their order, the bound holds, and settling is in order', async () => {
  let together = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), async (plans, concurrency) => {
      const queue = new KeyedQueue({ concurrency, windowTasks: 10, windowBytes: 100 });
      const done = new Set<number>();
      const running = new Set<number>();
      const settled: number[] = [];
      for (const [number, one] of plans.entries()) {
        const run = async (): Promise<void> => {
          for (let before = 0; before < number; before++) {
            const other = plans[before];
            if (other !== undefined && overlap(one, other)) assert.ok(done.has(before), `${before} is done before ${number} begins`);
          }
          running.add(number);
          if (running.size > 1) together++;
          assert.ok(running.size <= concurrency);
          for (let turn = 0; turn < one.turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
          running.delete(number);
          done.add(number);
        };
        await queue.push({ run, keys: one.keys, bytes: 15, settled: () => void settled.push(number) });
      }
      await queue.idle();
      assert.deepEqual(settled, [...plans.keys()]);
    }),
    { numRuns: 150 },
  );
  assert.ok(together > 100, 'tasks did run at the same time');
});
