// The traces of a cluster's nodes, one file each as `ledgerline serve --trace` writes them, replayed in an order that could have been: each node's steps in their own order, and a
// message after it was sent. Nodes have no common clock, and none is needed.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { TraceRecord } from '../../consensus/core/trace.ts';
import { Model } from './model.ts';

/** Steps between two looks at the other files: any number does. */
const STEPS_AT_A_TIME = 1000;

/** Resolves with the number of records. Throws `BrokenRule`; `SyntaxError` for a line that is no record. */
export async function replayFiles(paths: readonly string[]): Promise<number> {
  return replayTraces(await Promise.all(paths.map(readTrace)));
}

/** The steps of one file. What a killed process has left of its last line is not a record. */
async function readTrace(path: string): Promise<TraceRecord[][]> {
  const steps: TraceRecord[][] = [];
  let step: TraceRecord[] = [];
  let torn: string | undefined;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (torn !== undefined) throw new SyntaxError(`${path}: no record: ${torn}`);
    const record = parse(line);
    if (record === undefined) {
      torn = line;
      continue;
    }
    // A step that was cut short by a kill did nothing.
    if (step[0] !== undefined && (step[0].run !== record.run || step[0].step !== record.step || step[0].partition !== record.partition))
      step = [];
    step.push(record);
    if (record.remaining > 0) continue;
    steps.push(step);
    step = [];
  }
  return steps;
}

function parse(line: string): TraceRecord | undefined {
  try {
    return JSON.parse(line) as TraceRecord;
  } catch {
    return undefined;
  }
}

/** Several traces, each a list of steps, as one. Returns the number of records; throws `BrokenRule`. */
export function replayTraces(traces: readonly (readonly (readonly TraceRecord[])[])[]): number {
  const model = new Model();
  const next = traces.map(() => 0);
  for (;;) {
    let hasMoved = false;
    traces.forEach((steps, which) => {
      for (let count = 0; count < STEPS_AT_A_TIME; count++) {
        const step = steps[next[which] ?? 0];
        if (step === undefined || !model.isReady(step)) return;
        model.replay(step);
        next[which] = (next[which] ?? 0) + 1;
        hasMoved = true;
      }
    });
    if (hasMoved) continue;
    // Everybody waits for something that nobody did: the model says what.
    const stuck = traces.findIndex((steps, which) => (next[which] ?? 0) < steps.length);
    const step = traces[stuck]?.[next[stuck] ?? 0];
    if (step === undefined) return model.records;
    model.replay(step);
    next[stuck] = (next[stuck] ?? 0) + 1;
  }
}
