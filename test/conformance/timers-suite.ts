// What every `Timers` must do, whoever implements it. Times are in milliseconds; no test depends on how punctual a timer is, only on order and count.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Timers } from '../../consensus/ports.ts';

export type TimersFactory = () => Promise<{
  readonly timers: Timers;
  /** Lets at least so much time pass, with everything that is due in it. */
  readonly pass: (ms: number) => Promise<void>;
  /** The process stands still for so long: time passes, nothing runs. */
  readonly stall: (ms: number) => void;
  readonly dispose: () => Promise<void>;
}>;

type Context = Omit<Awaited<ReturnType<TimersFactory>>, 'dispose'>;

/** Registers the tests of one implementation. */
export function timersSuite(name: string, factory: TimersFactory): void {
  const on = (behaviour: string, run: (context: Context) => Promise<void>): void => {
    test(behaviour, async () => {
      const { dispose, ...context } = await factory();
      try {
        await run(context);
      } finally {
        await dispose();
      }
    });
  };
  describe(`timers: ${name}`, () => {
    on('the wall clock gives whole milliseconds since 1970', async ({ timers }) => {
      const now = timers.wallClock();
      assert.ok(Number.isSafeInteger(now) && now > 1_500_000_000_000, `${now}`);
    });

    on('what comes after a time comes once, the earlier first', async ({ timers, pass }) => {
      const log: string[] = [];
      timers.after(40, () => log.push('later'));
      timers.after(5, () => log.push('sooner'));
      assert.deepEqual(log, []);
      await pass(120);
      assert.deepEqual(log, ['sooner', 'later']);
    });

    on('what was cancelled does not come, cancelled again or too late neither', async ({ timers, pass }) => {
      const log: string[] = [];
      const cancel = timers.after(10, () => log.push('cancelled'));
      const cancelLate = timers.after(1, () => log.push('came'));
      cancel();
      cancel();
      await pass(60);
      cancelLate();
      assert.deepEqual(log, ['came']);
    });

    on('a repeating timer repeats until it is cancelled', async ({ timers, pass }) => {
      let calls = 0;
      const cancel = timers.every(5, () => calls++);
      for (let waits = 0; calls < 3 && waits < 500; waits++) await pass(10);
      assert.ok(calls >= 3, `${calls} calls`);
      cancel();
      const before = calls;
      await pass(40);
      assert.equal(calls, before);
    });

    on('a repeating timer may be cancelled by its own callback', async ({ timers, pass }) => {
      let calls = 0;
      const cancel = timers.every(5, () => {
        calls++;
        cancel();
      });
      await pass(60);
      assert.equal(calls, 1);
    });

    on('after a stall a repeating timer comes once late, never in a burst', async ({ timers, pass, stall }) => {
      let calls = 0;
      const cancel = timers.every(40, () => calls++);
      stall(400);
      await pass(20);
      // A burst would be ten; a busy machine may stretch the wait by a call or two.
      assert.ok(calls <= 4, `${calls} calls`);
      for (let waits = 0; calls < 1 && waits < 500; waits++) await pass(10);
      assert.ok(calls >= 1);
      cancel();
    });

    on('the end of the turn comes after what runs now, once', async ({ timers, pass }) => {
      const log: string[] = [];
      timers.endOfTurn(() => log.push('end of turn'));
      void Promise.resolve().then(() => log.push('microtask'));
      log.push('now');
      await pass(10);
      assert.deepEqual(log, ['now', 'microtask', 'end of turn']);
    });
  });
}
