// Joining, step by step: whom a new node asks, for what it waits, what it accepts, and what it makes durable first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormingHello, FormingReady } from '../../../../../consensus/forming.ts';
import { configurationTextOf, genesisTextOf, parseGenesis } from '../../../../../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../../../consensus/limits.ts';
import type { MembershipAt } from '../../../../../consensus/members-view.ts';
import { type BookMember, membershipOf } from '../../../../../consensus/membership.ts';
import { WrongIncarnationError } from '../../../../../consensus/node/membership/formed.ts';
import { type GivenConfiguration, givenDifference, Joining } from '../../../../../consensus/node/membership/joining.ts';
import type { NodeId } from '../../../../../consensus/types.ts';

const N1 = 'n1' as NodeId;
const N4 = 'n4' as NodeId;
const A = 'n1:7501';
const B = 'n2:7501';
const NOTHING: FormingReady = { introduceTo: [], save: undefined, formed: undefined, failed: undefined, events: [] };
const NOT_GIVEN: GivenConfiguration = { partitions: undefined, limits: {}, acknowledge: undefined };
const INCARNATION = '4'.repeat(32);
const FOUNDER = { id: N1, incarnation: '1'.repeat(32), peerAddress: A, clientAddress: 'n1:7401' };
const TEXT = genesisTextOf({ formatVersion: 1, partitions: 2, limits: DEFAULT_CLUSTER_LIMITS, members: [FOUNDER] });
const hash = () => 'c'.repeat(64);
const GENESIS = parseGenesis(TEXT, hash);

function membershipAt(index: number, incarnation?: string): MembershipAt {
  const others: BookMember[] =
    incarnation === undefined ? [] : [{ id: N4, incarnation, peerAddress: 'n4:7501', clientAddress: 'n4:7401', memberSince: 9 }];
  const learners = others.map(({ id }) => id);
  const configuration = { voters: [N1], outgoing: [], learners };
  return {
    index,
    membership: membershipOf(configuration, { voters: [N1], learners, retired: [] }, [{ ...FOUNDER, memberSince: 0 }, ...others]),
  };
}

function joiningOf(changes: Partial<ConstructorParameters<typeof Joining>[0]> = {}): Joining {
  const config = { id: N4, incarnation: INCARNATION, addresses: [A, B], given: NOT_GIVEN, genesis: undefined, joined: undefined };
  return new Joining({ ...config, hash, newestMembership: () => undefined, ...changes });
}

function helloOf(changes: Partial<FormingHello> = {}): FormingHello {
  const configuration = configurationTextOf(GENESIS);
  return {
    node: N1,
    incarnation: FOUNDER.incarnation,
    configuration,
    state: 'formed',
    genesis: TEXT,
    membership: membershipAt(0),
    ...changes,
  };
}

function answered(node: Joining, changes: Partial<FormingHello> = {}, dialed = A): FormingReady {
  return node.step({ kind: 'answered', dialed, hello: helloOf(changes) });
}

test('every tick it introduces itself to all that its configuration names, as a node without a configuration', () => {
  const node = joiningOf();
  assert.deepEqual(node.step({ kind: 'tick' }).introduceTo, [A, B]);
  assert.deepEqual(node.step({ kind: 'tick' }).introduceTo, [A, B]);
  assert.deepEqual(node.hello(), {
    node: N4,
    incarnation: INCARNATION,
    configuration: '',
    state: 'unformed',
    genesis: undefined,
    membership: undefined,
  });
});

test('it waits for an answer, and then to be made a member; each is said once', () => {
  const node = joiningOf();
  const silent = [
    { node: A, reason: 'does not answer at n1:7501' },
    { node: B, reason: 'has not answered yet' },
  ];
  assert.deepEqual(node.step({ kind: 'silent', dialed: A, reason: 'does not answer at n1:7501' }).events, [
    { kind: 'waiting', waits: silent },
  ]);
  assert.deepEqual(node.waits(), silent);
  const reason = 'is not a member yet: run `ledgerline members add n4 ...` against a running node';
  assert.deepEqual(answered(node), { ...NOTHING, events: [{ kind: 'waiting', waits: [{ node: N4, reason }] }] });
  assert.deepEqual(answered(node), NOTHING);
  assert.deepEqual(
    answered(node, { genesis: undefined, state: 'unformed', membership: undefined }, B),
    NOTHING,
    'the other one still says more',
  );
  const lost = node.step({ kind: 'silent', dialed: A, reason: 'does not answer at n1:7501' });
  assert.match(JSON.stringify(lost.events), /n1 belongs to no cluster yet/);
});

test('a membership that names this very incarnation is made durable with the genesis, and it is formed once both are', () => {
  const node = joiningOf();
  const joined = membershipAt(12, INCARNATION);
  const { clusterId } = GENESIS;
  assert.deepEqual(answered(node, { membership: joined }), {
    ...NOTHING,
    save: { genesis: GENESIS, joined },
    events: [{ kind: 'joined', clusterId, by: N1, index: 12 }],
  });
  assert.equal(node.hello().state, 'saving');
  assert.equal(node.genesis, undefined);
  assert.deepEqual(answered(node, { membership: membershipAt(13, INCARNATION) }), NOTHING, 'one is enough');
  assert.deepEqual(node.step({ kind: 'tick' }), NOTHING);
  assert.deepEqual(node.step({ kind: 'saved' }), { ...NOTHING, formed: GENESIS, events: [{ kind: 'formed', clusterId }] });
  assert.equal(node.hello().genesis, TEXT);
  assert.deepEqual(node.waits(), []);
});

test('a membership that names another incarnation of its id, none, or is not said yet, lets it in nowhere', () => {
  const cases: readonly (readonly [MembershipAt | undefined, RegExp])[] = [
    [
      membershipAt(12, '5'.repeat(32)),
      /is a member as incarnation 5{32}, and this data directory is incarnation 4{32}.*give this node an id of its own.*members replace n4 --by/,
    ],
    [membershipAt(12), /is not a member yet/],
    [membershipAt(0, INCARNATION), /is a member as incarnation/],
    [undefined, /n1 is still starting/],
  ];
  for (const [membership, reason] of cases) {
    const node = joiningOf();
    assert.equal(answered(node, { membership }).save, undefined);
    assert.match(JSON.stringify(node.waits()), reason);
  }
});

test('a genesis that names it needs no membership', () => {
  const node = joiningOf({ id: N1, incarnation: FOUNDER.incarnation });
  assert.deepEqual(answered(node, { node: 'n2' as NodeId, membership: membershipAt(3) }).save, { genesis: GENESIS, joined: undefined });
});

test('an address that leads to a node of its own id, and a genesis that cannot be read, are named', () => {
  const node = joiningOf();
  assert.match(JSON.stringify(answered(node, { node: N4 }).events), /answers as n4, too/);
  const { failed } = answered(node, { genesis: '{}' });
  assert.equal(failed?.code, 'BAD_GENESIS');
  assert.deepEqual(node.step({ kind: 'tick' }), NOTHING, 'nothing happens after a failure');
});

test('what its configuration says otherwise than the genesis is named before anything is saved', () => {
  const node = joiningOf({ given: { ...NOT_GIVEN, partitions: 1 } });
  const { failed, save } = answered(node, { membership: membershipAt(12, INCARNATION) });
  assert.equal(save, undefined);
  assert.equal(failed?.code, 'OTHER_CONFIGURATION');
  assert.match(failed?.message ?? '', /was formed with partitions 2, here it is 1: leave partitions out of the configuration of n4/);
  assert.equal(givenDifference({ partitions: 2, limits: { ...DEFAULT_CLUSTER_LIMITS }, acknowledge: 'durable' }, GENESIS), undefined);
  assert.deepEqual(givenDifference({ ...NOT_GIVEN, acknowledge: 'received' }, GENESIS), {
    key: 'acknowledge',
    ours: 'received',
    theirs: 'durable',
  });
  assert.equal(givenDifference({ ...NOT_GIVEN, limits: { locksMax: 1 } }, GENESIS)?.key, 'limits.locksMax');
});

test('a formed node that asks who it is will soon let it in: it introduces itself again at once', () => {
  const node = joiningOf();
  assert.deepEqual(node.step({ kind: 'introduced', hello: helloOf() }).introduceTo, [A, B]);
  assert.deepEqual(node.step({ kind: 'introduced', hello: helloOf({ state: 'unformed', genesis: undefined }) }).introduceTo, []);
});

test('with what it saved it is formed from its start; a directory of another incarnation is refused', () => {
  const joined = membershipAt(12, INCARNATION);
  const node = joiningOf({ genesis: TEXT, joined, newestMembership: () => joined });
  assert.deepEqual(node.genesis, GENESIS);
  assert.deepEqual(node.hello().membership, joined);
  assert.deepEqual(node.step({ kind: 'tick' }), NOTHING);
  const unknown = helloOf({ node: 'n9' as NodeId, state: 'unformed', genesis: undefined });
  assert.match(JSON.stringify(node.step({ kind: 'introduced', hello: unknown }).events), /n9.*members add n9/);
  assert.deepEqual(node.step({ kind: 'introduced', hello: unknown }).events, [], 'said once');
  assert.throws(() => joiningOf({ genesis: TEXT, joined, incarnation: '6'.repeat(32) }), WrongIncarnationError);
  assert.throws(() => joiningOf({ genesis: TEXT }), WrongIncarnationError);
  assert.equal(joiningOf({ joined }).genesis, undefined, 'the genesis comes last: without it nothing has happened');
});
