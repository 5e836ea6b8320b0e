// Runs a range of seeds on several worker processes; results come back one by one, in no order.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SimulationResult } from './simulation.ts';

const WORKER = fileURLToPath(new URL('./seed-worker.js', import.meta.url));

/** A worker that died instead of answering names the seed it was at. */
export async function runSeeds(
  range: { readonly first: number; readonly count: number; readonly jobs: number },
  onResult: (result: SimulationResult) => void,
): Promise<void> {
  let next = range.first;
  const end = range.first + range.count;
  const take = () => (next < end ? next++ : undefined);
  const workers = Array.from({ length: Math.max(1, Math.min(range.jobs, range.count)) }, () => runWorker(take, onResult));
  await Promise.all(workers);
}

function runWorker(take: () => number | undefined, onResult: (result: SimulationResult) => void): Promise<void> {
  const worker: ChildProcess = fork(WORKER, { serialization: 'advanced' });
  let current: number | undefined;
  const sendNext = () => {
    current = take();
    if (current === undefined) worker.disconnect();
    else worker.send(current);
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (result) => {
      onResult(result as SimulationResult);
      sendNext();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (current === undefined) resolve();
      else reject(new Error(`the worker ended with code ${code} at seed ${current}`));
    });
    sendNext();
  });
}
