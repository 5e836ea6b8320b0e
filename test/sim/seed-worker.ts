// A worker process: gets seeds, runs each, sends the results back. Arguments: `all` or `cheap` invariants of the core; `trace` or `quiet`;
// `beyond` or `within` the promises.
import { type SimulationOptions, simulate } from './simulation.ts';

const options: SimulationOptions = {
  invariants: process.argv[2] === 'cheap' ? 'cheap' : 'all',
  beyond: process.argv[4] === 'beyond',
  ...(process.argv[3] === 'trace' ? { print: (line: string) => console.log(line) } : {}),
};

process.on('message', (seed) => {
  simulate(Number(seed), options).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(`seed ${seed}: the simulator itself failed`, error);
      process.exit(1);
    },
  );
});
