// Who wants a trace gets every step before it is carried out; who wants none pays nothing for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Raft } from '../../../../consensus/core/raft.ts';
import type { TracedEvent } from '../../../../consensus/core/trace.ts';
import { stepsOf } from '../../../../consensus/node/traced-steps.ts';
import { N1, restored } from '../core/support.ts';

const START = { log: { termRuns: [] } };

test('without a trace nothing is computed for one', () => {
  const raft = restored();
  raft.traced = () => assert.fail('the state is asked for');
  const step = stepsOf(raft, { id: N1, partition: 1, trace: undefined, start: START });
  assert.equal(step({ kind: 'tick' }).write, undefined);
});

test('the start comes first, then every step', () => {
  const told: (readonly TracedEvent[])[] = [];
  const step = stepsOf(restored(), { id: N1, partition: 1, trace: (records) => told.push(records), start: START });
  assert.deepEqual(
    told[0]?.map(({ event, step: number }) => [event, number]),
    [['start', 0]],
  );
  step({ kind: 'tick' });
  step({ kind: 'tick' });
  assert.deepEqual(
    told.slice(1).map((records) => records.map(({ event, step: number }) => [event, number])),
    [[['input', 1]], [['input', 2]]],
  );
});

test('a broken assertion is told with its input, and thrown', () => {
  const told: (readonly TracedEvent[])[] = [];
  const raft: Pick<Raft, 'step' | 'traced'> = restored();
  const step = stepsOf(raft as Raft, { id: N1, partition: 1, trace: (records) => told.push(records), start: START });
  assert.throws(() => step({ kind: 'persisted', sequence: 9 }), /only what was issued becomes durable/);
  assert.deepEqual(
    told[1]?.map(({ event }) => event),
    ['input', 'failed'],
  );
});
