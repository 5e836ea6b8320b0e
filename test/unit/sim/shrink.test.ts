// The shrinker and its scripts: what is left out, what stays, and that a script says the same when it is read again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodeId } from '../../../consensus/types.ts';
import type { Action } from '../../sim/actions.ts';
import { makePlan } from '../../sim/plan.ts';
import { Random } from '../../sim/random.ts';
import { parseScript, type Script, scriptText } from '../../sim/script.ts';
import type { Outcome } from '../../sim/seed-process.ts';
import { shrink } from '../../sim/shrink.ts';

const ACTIONS: readonly Action[] = Array.from({ length: 40 }, (_, position) => ({
  at: 100 * position + 0.125,
  fault: position % 2 === 0 ? 'kill' : 'pause',
  node: `n${(position % 5) + 1}` as NodeId,
  seed: position,
}));

function scriptOf(seed: number): Script {
  const plan = {
    ...makePlan(new Random(seed)),
    nodes: 5,
    acknowledge: undefined,
    faults: new Set(['kill', 'pause', 'loss', 'clocks'] as const),
  };
  return {
    story: 'a',
    seed,
    limits: 'usual',
    beyond: false,
    faultsMs: 5000,
    plan,
    actions: ACTIONS,
    bug: undefined,
    violation: 'vote',
    steps: ['b'],
  };
}

/** Fails as long as both of these are there, with five nodes and loss; the second one is the moment. */
function failing(script: Script): Outcome {
  const needed = script.actions.filter(({ seed }) => seed === 10 || seed === 31);
  const fails = needed.length === 2 && script.plan.nodes === 5 && script.plan.faults.has('loss');
  if (!fails) return { violation: script.actions.length > 0 ? { kind: 'liveness', message: 'something else' } : undefined };
  const at = needed[1]?.at ?? 0;
  return { violation: { kind: 'vote', message: 'c\nd' }, actions: script.actions.filter((action) => action.at <= at), faultsMs: at };
}

test('what is not needed is left out: actions, faults and time; what is needed stays', async () => {
  const sizes: number[] = [];
  const small = await shrink({
    script: scriptOf(3),
    run: (script) => Promise.resolve(failing(script)),
    runsMax: 1000,
    onSmaller: ({ actions }) => sizes.push(actions.length),
  });
  assert.deepEqual(
    small.actions.map(({ seed }) => seed),
    [10, 31],
  );
  assert.deepEqual([...small.plan.faults].sort(), ['kill', 'loss', 'pause']);
  assert.equal(small.plan.nodes, 5);
  assert.equal(small.story, 'c');
  assert.ok(small.faultsMs < 400, 'and it happens sooner');
  assert.deepEqual(
    sizes,
    sizes.toSorted((left, right) => right - left),
    'it only grows smaller',
  );
});

test('a history that fails in another way only is no smaller one', async () => {
  const script = scriptOf(3);
  const run = () => Promise.resolve<Outcome>({ violation: { kind: 'liveness', message: 'e' } });
  assert.deepEqual(await shrink({ script, run, runsMax: 1000, onSmaller: () => assert.fail() }), script);
});

test('it ends after so many runs', async () => {
  let runs = 0;
  const run = (script: Script) => {
    runs++;
    return Promise.resolve(failing(script));
  };
  await shrink({ script: scriptOf(3), run, runsMax: 7, onSmaller: () => undefined });
  assert.equal(runs, 7);
});

test('a script that is written and read again is the same, with a bug and without', () => {
  for (const bug of [undefined, 'append-not-synced']) {
    const script: Script = { ...scriptOf(8), bug };
    assert.deepEqual(parseScript(scriptText(script)), script);
  }
});

test('a script of a plan that lacks what plans have since: its seed decides', () => {
  const script = scriptOf(8);
  const text = scriptText(script).replace(/ *"driftShare": .*\n/, '');
  assert.ok(!text.includes('driftShare'));
  assert.deepEqual(parseScript(text), { ...script, plan: { ...script.plan, driftShare: makePlan(new Random(8).fork('plan')).driftShare } });
});
