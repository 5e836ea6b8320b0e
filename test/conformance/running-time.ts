// Simulated time that passes by itself, so that suites written for the real world run over simulated implementations.
import { Scheduler } from '../sim/scheduler.ts';

/** Simulated time that passes by itself, as long as it is not stopped. */
export function runningTime(): { readonly scheduler: Scheduler; readonly stop: () => void } {
  const scheduler = new Scheduler();
  let stopped = false;
  const run = async () => {
    while (!stopped) await scheduler.run(scheduler.now + 1, () => undefined);
  };
  void run();
  return {
    scheduler,
    stop: () => {
      stopped = true;
    },
  };
}
