// The timers of Node and those of the simulator.
import { setTimeout as sleep } from 'node:timers/promises';
import { NodeTimers } from '../../cmd/node-timers.ts';
import { SimProcess } from '../sim/process.ts';
import { Scheduler } from '../sim/scheduler.ts';
import { SimTimers } from '../sim/timers.ts';
import { timersSuite } from './timers-suite.ts';

timersSuite('node', async () => ({
  timers: new NodeTimers(),
  pass: (ms) => sleep(ms),
  stall: (ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  },
  dispose: async () => undefined,
}));

timersSuite('simulated', async () => {
  const scheduler = new Scheduler();
  const process = new SimProcess(scheduler);
  let stalledMs = 0;
  return {
    timers: new SimTimers(process, { offsetMs: 3, rate: 1.5, timerRate: 1 }),
    pass: async (ms) => {
      await Promise.resolve();
      await scheduler.run(scheduler.now + stalledMs + ms, () => undefined);
      stalledMs = 0;
    },
    stall: (ms) => {
      stalledMs = ms;
      process.pause();
      scheduler.after(ms, () => process.resume());
    },
    dispose: async () => undefined,
  };
});
