// One door for everything that changes a membership, and who is told what became of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Configuration } from '../../../../../consensus/configuration.ts';
import type { ChangeHindrance } from '../../../../../consensus/core/ready.ts';
import { encodeMembership } from '../../../../../consensus/membership.ts';
import type { Leadership } from '../../../../../consensus/node/admission.ts';
import { MembershipLog } from '../../../../../consensus/node/membership/membership-log.ts';
import { configurationOf, ReplicaMembership } from '../../../../../consensus/node/membership/replica-membership.ts';
import { entry } from '../entries.ts';
import { ids, membership } from './memberships.ts';

const CLUSTER = 'c'.repeat(64);
const three = membership({ voters: ['n1', 'n2', 'n3'] });
const four = membership({ voters: ['n1', 'n2', 'n3'], learners: ['n4'] });

function world() {
  const state: { leadership: Leadership; hindrance: ChangeHindrance | undefined } = { leadership: 'ready', hindrance: undefined };
  const proposals: Configuration[] = [];
  let changes = 0;
  const of = new ReplicaMembership({
    cluster: CLUSTER,
    log: new MembershipLog({ index: 0, membership: three }),
    raft: { changeHindrance: () => state.hindrance, followers: () => [], successors: () => [] },
    leadership: () => state.leadership,
    nextIndex: () => 8,
    propose: (body, configuration) => {
      assert.deepEqual(body, { type: 'membership', count: 0, payload: encodeMembership(four, CLUSTER) });
      proposals.push(configuration);
    },
    onChanged: () => changes++,
  });
  return { of, state, proposals, changes: () => changes };
}

const placed = (index: number) => ({ ...entry({ index }), type: 'membership' as const, payload: encodeMembership(four, CLUSTER) });

test('a proposal resolves when it is applied, and is in force from when it is appended', async () => {
  const { of, proposals, changes } = world();
  const proposed = of.propose((index) => {
    assert.equal(index, 8);
    return four;
  });
  assert.deepEqual(proposals, [{ voters: ids(['n1', 'n2', 'n3']), outgoing: [], learners: ids(['n4']) }]);
  of.appended([entry({ index: 7 }), placed(8)]);
  assert.deepEqual([of.log.newest.index, of.applied.index, changes()], [8, 0, 1]);
  of.handleApplied(7);
  assert.deepEqual([of.applied.index, changes()], [0, 1]);
  of.handleApplied(9);
  assert.deepEqual([of.applied.index, changes()], [8, 2]);
  assert.deepEqual(await proposed, { kind: 'applied', index: 8 });
});

test('nothing is proposed while something hinders that', async () => {
  const { of, state, proposals } = world();
  const by = async () => {
    const proposed = await of.propose(() => four);
    return proposed.kind === 'hindered' && proposed.by;
  };
  state.hindrance = 'under-way';
  assert.equal(await by(), 'under-way');
  state.hindrance = undefined;
  for (const [leadership, expected] of [
    ['none', 'not-leader'],
    ['starting', 'starting'],
    ['handing-over', 'handing-over'],
  ] as const) {
    state.leadership = leadership;
    assert.equal(await by(), expected);
  }
  assert.deepEqual(proposals, []);
});

test('who waits when leadership is lost is told that nobody knows', async () => {
  const { of } = world();
  const proposed = of.propose(() => four);
  const refusal = { kind: 'refused', code: 'LEADERSHIP_LOST', outcome: 'unknown' } as const;
  of.lost(refusal);
  of.handleApplied(8);
  assert.deepEqual(await proposed, refusal);
});

test('entries that replace others take their memberships with them, and a reset begins anew', () => {
  const { of, changes } = world();
  of.appended([placed(8)]);
  of.appended([entry({ index: 8 })]);
  assert.deepEqual([of.log.newest.index, changes()], [0, 2]);
  of.appended([]);
  of.appended([entry({ index: 9 })]);
  assert.equal(changes(), 2);
  of.reset({ index: 20, membership: four });
  assert.deepEqual([of.log.newest.index, of.applied.index, changes()], [20, 20, 3]);
});

test('the core is told of membership entries in their places, and of no others', () => {
  const { of } = world();
  assert.deepEqual(of.changesOf([entry({ index: 7 }), placed(8)], 7), [{ index: 8, configuration: configurationOf(four) }]);
  assert.deepEqual(of.changesOf([], 7), []);
});
