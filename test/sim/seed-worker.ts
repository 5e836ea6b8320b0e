// A worker process: gets seeds, runs each, sends the results back.
import { simulate } from './simulation.ts';

process.on('message', (seed) => {
  simulate(Number(seed)).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(`seed ${seed}: the simulator itself failed`, error);
      process.exit(1);
    },
  );
});
