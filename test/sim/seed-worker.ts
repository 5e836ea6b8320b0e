// A worker process: gets seeds or scripts, runs each, sends the results back. Arguments: `all` or `cheap` invariants of the core; `trace` or `quiet`;
// `beyond` or `within` the promises.
import type { Job } from './seed-process.ts';
import { replay, type SimulationOptions, type SimulationResult, simulate } from './simulation.ts';

const options: SimulationOptions = {
  invariants: process.argv[2] === 'cheap' ? 'cheap' : 'all',
  beyond: process.argv[4] === 'beyond',
  ...(process.argv[3] === 'trace' ? { print: (line: string) => console.log(line) } : {}),
};

process.on('message', (message) => {
  const job = message as Job;
  run(job).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(typeof job === 'number' ? `seed ${job}` : 'a script', ': the simulator itself failed', error);
      process.exit(1);
    },
  );
});

async function run(job: Job): Promise<SimulationResult> {
  if (typeof job === 'number') return simulate(job, options);
  if (!job.isTraced) return replay(job.script, options);
  const lastEvents: string[] = [];
  return { ...(await replay(job.script, { ...options, print: (line) => lastEvents.push(line) })), lastEvents };
}
