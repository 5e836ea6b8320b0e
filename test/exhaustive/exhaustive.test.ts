// The default form of the exhaustive search: 100,000 states of all scopes together, and what the search itself rests on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationOf, isQuorumOf, jointOf, maybeLeft, membersOf, renamedMembers } from './members.ts';
import { Model } from './model.ts';
import { SCOPES, type Scope } from './scopes.ts';
import { Search } from './search.ts';
import { play, shortened } from './shorten.ts';
import { Worlds } from './world.ts';

const STATES = 100_000;

/** Small enough to be searched to its end. */
const ONE_ELECTION: Scope = {
  name: 'one-election',
  story: 'new nodes, one of which stands',
  appends: 'batched',
  start: [0, 1, 2].map(() => ({ term: 0, entries: [] })),
  committed: 0,
  budget: { timeouts: 1 },
};

const occurred = new Set<string>();

for (const scope of SCOPES) {
  const states = Math.ceil(STATES / SCOPES.length);
  test(`${scope.name}: ${scope.story}: the first ${states} states keep every promise`, () => {
    const search = new Search(scope);
    const result = search.run(states);
    const found = result.violation === undefined ? undefined : shortened(scope, result.violation);
    assert.equal(found, undefined, `${found?.kind}: ${found?.message}\n${found?.schedule.join('\n')}`);
    assert.ok(result.isComplete || result.states >= states);
    for (const kind of search.model.kinds) occurred.add(kind);
  });
}

test('in these states every kind of message is under way, and everything that may happen to a node does', () => {
  const messages = ['pre-vote-request', 'pre-vote-reply', 'vote-request', 'vote-reply', 'append', 'append-accepted', 'append-rejected'];
  const others = ['install-snapshot', 'timeout-now', 'heartbeat', 'heartbeat-reply'];
  const actions = [
    'deliver',
    'persist',
    'timeout',
    'heartbeat',
    'step-down',
    'propose',
    'read',
    'transfer',
    'give-up',
    'crash',
    'compact',
    'installed',
    'change',
  ];
  assert.deepEqual([...occurred].sort(), [...new Set([...messages, ...others, ...actions])].sort());
});

test('a scope that is small enough is searched to its end, always alike', () => {
  const first = new Search(ONE_ELECTION).run(STATES);
  assert.equal(first.isComplete, true);
  assert.ok(first.states > 100 && first.states < STATES, `${first.states} states`);
  assert.deepEqual(new Search(ONE_ELECTION).run(STATES), first);
  assert.equal(new Search(ONE_ELECTION).run(first.states - 1).isComplete, false);
});

test('worlds that differ only in who is called what are one, and no others', () => {
  const model = new Model(ONE_ELECTION);
  const worlds = new Worlds(model, ONE_ELECTION);
  const [one, two, three] = worlds.steps(worlds.start).map((step) => worlds.next(worlds.start, step));
  assert.ok(one !== undefined && two !== undefined && three !== undefined);
  assert.deepEqual(model.hashOf(two), model.hashOf(one));
  assert.deepEqual(model.hashOf(three), model.hashOf(one));
  assert.notDeepEqual(model.hashOf(worlds.start), model.hashOf(one));
  assert.notDeepEqual(model.hashOf({ ...one, network: one.network.slice(1) }), model.hashOf(one));
});

test('members are a number that says a configuration, also after a renaming, and what a majority of each half is', () => {
  const joint = jointOf(0b0111, 0b1011);
  const [n1, n2, n3, n4] = configurationOf(0b1111).voters;
  assert.deepEqual(configurationOf(joint), { voters: [n1, n2, n4], outgoing: [n1, n2, n3], learners: [] });
  assert.equal(membersOf(configurationOf(joint)), joint);
  assert.deepEqual([maybeLeft(joint), maybeLeft(0b0111)], [0b1011, undefined]);
  assert.deepEqual(configurationOf(renamedMembers(joint, [2, 1, 0, 3])), { voters: [n2, n3, n4], outgoing: [n1, n2, n3], learners: [] });
  const holds = (...nodes: number[]) => isQuorumOf(joint, (node) => nodes.includes(node));
  assert.deepEqual([holds(0, 1), holds(0, 3), holds(0, 2), holds(2, 3), holds(1, 2, 3)], [true, false, false, false, true]);
});

test('a schedule is played again from its words alone', () => {
  assert.equal(play(ONE_ELECTION, ['timeout n1', 'there is no such step']), undefined);
});
