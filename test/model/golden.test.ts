// The golden scenarios (test/golden) are Raft as the paper has it: every scene of every play is replayed against the model.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Trace, type TraceRecord, traceTo } from '../../consensus/core/trace.ts';
import type { NodeId } from '../../consensus/types.ts';
import { playNames, readPlay, runPlay } from '../golden/play.ts';
import { Model } from './model.ts';
import { BrokenRule } from './rules.ts';

for (const name of playNames()) {
  test(`what the cores do in ${name} is what the paper allows`, () => {
    const broken: string[] = [];
    let records = 0;
    runPlay(readPlay(name), () =>
      replayScene(
        (error) => broken.push(error),
        () => records++,
      ),
    );
    assert.deepEqual(broken, []);
    assert.ok(records > 0);
  });
}

/** A model for one scene; every start of a core is a run of its node. */
function replayScene(onBroken: (message: string) => void, onStep: () => void): Trace {
  const model = new Model();
  const runs = new Map<NodeId, { readonly run: number; readonly trace: Trace }>();
  let isBroken = false;
  const write = (records: readonly TraceRecord[]) => {
    if (isBroken) return;
    onStep();
    try {
      model.replay(records);
    } catch (error) {
      isBroken = true;
      onBroken(error instanceof BrokenRule ? error.message : String(error));
    }
  };
  return (step) => {
    const [first] = step;
    if (first === undefined) return;
    const run = (runs.get(first.node)?.run ?? 0) + 1;
    if (first.event === 'start') runs.set(first.node, { run, trace: traceTo({ run, write }) });
    runs.get(first.node)?.trace(step);
  };
}
