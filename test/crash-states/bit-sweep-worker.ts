// A worker process: gets its part of a bit sweep, sends what came of it, and ends.
import { type SweepTask, sweep } from './bit-sweep.ts';

process.once('message', (task: SweepTask) => {
  sweep(task).then(
    (result) => process.send?.(result, () => process.disconnect()),
    (error: unknown) => {
      console.error('the sweep itself failed', error);
      process.exit(1);
    },
  );
});
