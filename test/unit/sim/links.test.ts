// Shapes of broken networks: which links fail, and who is left with a quorum.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodeId } from '../../../consensus/types.ts';
import { chainOf, cutBetween, type FailedLink, starAround, whoReachesQuorum } from '../../sim/links.ts';

const ids = (count: number) => Array.from({ length: count }, (_, position) => `n${position + 1}` as NodeId);
const texts = (links: readonly FailedLink[]) => links.map(([from, to]) => `${from}>${to}`).sort();
const [n1, n2] = ids(2) as [NodeId, NodeId];

test('a group that is cut off neither reaches the rest nor hears it, or one of the two', () => {
  assert.deepEqual(texts(cutBetween([n1], ids(3), { outwards: true, inwards: true })), ['n1>n2', 'n1>n3', 'n2>n1', 'n3>n1']);
  assert.deepEqual(texts(cutBetween([n1, n2], ids(3), { outwards: true, inwards: false })), ['n1>n3', 'n2>n3']);
  assert.deepEqual(texts(cutBetween([n1], ids(3), { outwards: false, inwards: true })), ['n2>n1', 'n3>n1']);
  assert.deepEqual(cutBetween(ids(3), ids(3), { outwards: true, inwards: true }), []);
});

test('around a hub everybody reaches the hub and nobody else: the hub alone has a quorum of five', () => {
  const links = starAround(n2, ids(5));
  assert.equal(links.length, 12);
  assert.ok(links.every((link) => !link.includes(n2)));
  assert.deepEqual(whoReachesQuorum(ids(5), links), [n2]);
  assert.deepEqual(whoReachesQuorum(ids(3), starAround(n2, ids(3))), ids(3), 'of three all have one');
});

test('in a chain each reaches its neighbours: of five those in the middle have a quorum, of seven nobody', () => {
  assert.deepEqual(texts(chainOf(ids(3))), ['n1>n3', 'n3>n1']);
  assert.deepEqual(whoReachesQuorum(ids(5), chainOf(ids(5))), ['n2', 'n3', 'n4']);
  assert.deepEqual(whoReachesQuorum(ids(7), chainOf(ids(7))), []);
});

test('who is heard and does not hear reaches nobody', () => {
  assert.deepEqual(whoReachesQuorum(ids(3), cutBetween([n1], ids(3), { outwards: false, inwards: true })), ['n2', 'n3'] as NodeId[]);
  assert.deepEqual(whoReachesQuorum(ids(3), []), ids(3));
});
