// Replays the scenes of a golden play (test/golden) against the model, each against one of its own.
import { type Trace, type TraceRecord, traceTo } from '../../consensus/core/trace.ts';
import type { NodeId } from '../../consensus/types.ts';
import { runPlay } from '../golden/play.ts';
import { Model } from './model.ts';
import { BrokenRule } from './rules.ts';

export interface ReplayedPlay {
  /** What was broken first in each scene; `rule` is absent if it was no rule. */
  readonly broken: readonly { readonly rule?: string; readonly message: string }[];
  readonly steps: number;
}

export function replayPlay(script: string): ReplayedPlay {
  const broken: { rule?: string; message: string }[] = [];
  let steps = 0;
  runPlay(script, () =>
    replayScene(
      (error) => broken.push(error instanceof BrokenRule ? { rule: error.rule, message: error.message } : { message: String(error) }),
      () => steps++,
    ),
  );
  return { broken, steps };
}

/** A model for one scene. */
function replayScene(onBroken: (error: unknown) => void, onStep: () => void): Trace {
  const model = new Model();
  let isBroken = false;
  return recording((records) => {
    if (isBroken) return;
    onStep();
    try {
      model.replay(records);
    } catch (error) {
      isBroken = true;
      onBroken(error);
    }
  });
}

/** Makes records of the steps of several nodes: every start of a core is a run of its node. */
export function recording(write: (records: readonly TraceRecord[]) => void): Trace {
  const runs = new Map<NodeId, { readonly run: number; readonly trace: Trace }>();
  return (step) => {
    const [first] = step;
    if (first === undefined) return;
    const run = (runs.get(first.node)?.run ?? 0) + 1;
    if (first.event === 'start') runs.set(first.node, { run, trace: traceTo({ run, write }) });
    runs.get(first.node)?.trace(step);
  };
}
