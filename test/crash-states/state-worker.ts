// A worker process: gets a workload, a number of states and a seed, tries them, and sends a tally back, and now and then how far it is.
import { Explorer } from './explorer.ts';
import { type SampleOptions, sample, type Tally } from './sample.ts';

export interface Answer {
  readonly tally: Tally;
  readonly isDone: boolean;
}

const explorer = new Explorer();

process.on('message', (task: SampleOptions) => {
  const send = (answer: Answer): unknown => process.send?.(answer);
  sample(explorer, { ...task, every: (tally) => send({ tally, isDone: false }) }).then(
    (tally) => send({ tally, isDone: true }),
    (error: unknown) => {
      console.error(`${task.workload}, seed ${task.seed}: the explorer itself failed`, error);
      process.exit(1);
    },
  );
});
