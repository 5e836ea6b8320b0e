// A worker process: gets seeds, runs each, sends the results back. With the argument `cheap` the core checks only its cheap invariants.
import { simulate } from './simulation.ts';

const invariants = process.argv[2] === 'cheap' ? 'cheap' : 'all';

process.on('message', (seed) => {
  simulate(Number(seed), { invariants }).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(`seed ${seed}: the simulator itself failed`, error);
      process.exit(1);
    },
  );
});
