// When a node believes that it was removed: on the word of two, or of the only other one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Removal } from '../../../../../consensus/node/membership/removal.ts';
import type { NodeId } from '../../../../../consensus/types.ts';

const [N1, N2, N4] = ['n1', 'n2', 'n4'] as [NodeId, NodeId, NodeId];

function removalOf(others: readonly NodeId[]): { removal: Removal; believed: (readonly NodeId[])[] } {
  const believed: (readonly NodeId[])[] = [];
  return { removal: new Removal({ others: () => others, onRemoved: (by) => believed.push(by) }), believed };
}

test('one of several is not believed, however often it says so; a second one is, once', () => {
  const { removal, believed } = removalOf([N1, N2]);
  for (let count = 0; count < 5; count++) removal.said(N1, 'removed');
  assert.deepEqual(believed, []);
  removal.said(N2, 'removed');
  removal.said(N2, 'removed');
  assert.deepEqual(believed, [[N1, N2]]);
});

test('the only other one is believed, a stranger alone is not', () => {
  const only = removalOf([N1]);
  only.removal.said(N4, 'removed');
  assert.deepEqual(only.believed, []);
  only.removal.takenBack(N4);
  only.removal.said(N1, 'removed');
  assert.deepEqual(only.believed, [[N1]]);
  const alone = removalOf([]);
  alone.removal.said(N4, 'removed');
  assert.deepEqual(alone.believed, []);
});

test('who talks to this node again has taken back what it said', () => {
  const { removal, believed } = removalOf([N1, N2]);
  removal.said(N1, 'removed');
  removal.takenBack(N1);
  removal.said(N2, 'removed');
  assert.deepEqual(believed, []);
  removal.said(N1, 'removed');
  assert.deepEqual(believed, [[N2, N1]]);
});
