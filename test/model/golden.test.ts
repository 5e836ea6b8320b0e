// The golden scenarios (test/golden) are Raft as the paper has it: every scene of every play is replayed against the model.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberedBy, type Trace } from '../../consensus/core/trace.ts';
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
  const numbers = new Map<NodeId, { readonly run: number; readonly number: ReturnType<typeof numberedBy> }>();
  let isBroken = false;
  return (step) => {
    const [first] = step;
    if (first === undefined || isBroken) return;
    const run = (numbers.get(first.node)?.run ?? 0) + 1;
    if (first.event === 'start') numbers.set(first.node, { run, number: numberedBy(run) });
    onStep();
    try {
      model.replay(numbers.get(first.node)?.number(step) ?? []);
    } catch (error) {
      isBroken = true;
      onBroken(error instanceof BrokenRule ? error.message : String(error));
    }
  };
}
