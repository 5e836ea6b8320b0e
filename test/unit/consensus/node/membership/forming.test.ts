// Forming, step by step: who composes, when, what is accepted, what is refused by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormingHello, FormingReady } from '../../../../../consensus/forming.ts';
import { type ClusterConfiguration, configurationTextOf, genesisTextOf, parseGenesis } from '../../../../../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS, FORMING_FRESH_TICKS } from '../../../../../consensus/limits.ts';
import type { MembershipAt } from '../../../../../consensus/members-view.ts';
import { type BookMember, membershipOf } from '../../../../../consensus/membership.ts';
import { WrongIncarnationError } from '../../../../../consensus/node/membership/formed.ts';
import { Forming } from '../../../../../consensus/node/membership/forming.ts';
import type { NodeId } from '../../../../../consensus/types.ts';

const N1 = 'n1' as NodeId;
const N2 = 'n2' as NodeId;
const N3 = 'n3' as NodeId;
const IDS = [N1, N2, N3];
const NOTHING: FormingReady = { introduceTo: [], save: undefined, formed: undefined, failed: undefined, events: [] };

/** Not SHA-256, but as long and as different. */
function hash(text: string): string {
  let sum = 7;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffff_ffff;
  return sum.toString(16).padStart(64, '0');
}

function configurationOf(ids: readonly NodeId[] = IDS): ClusterConfiguration {
  return {
    partitions: 1,
    limits: DEFAULT_CLUSTER_LIMITS,
    members: ids.map((id) => ({ id, peerAddress: `${id}:7001`, clientAddress: `${id}:7002` })),
  };
}

function incarnationOf(id: string, life = 0): string {
  return `${id}${life}`.padEnd(32, '0').replaceAll('n', 'a');
}

function formingOf(
  id: NodeId,
  options: { configuration?: ClusterConfiguration; genesis?: string; life?: number; joined?: MembershipAt; membership?: MembershipAt } = {},
): Forming {
  const { configuration = configurationOf(), genesis, life } = options;
  return new Forming({
    id,
    incarnation: incarnationOf(id, life),
    configuration,
    genesis,
    joined: options.joined,
    newestMembership: () => options.membership,
    hash,
  });
}

function helloOf(id: NodeId, changes: Partial<FormingHello> = {}): FormingHello {
  const configuration = configurationTextOf(configurationOf());
  return {
    node: id,
    incarnation: incarnationOf(id),
    configuration,
    state: 'unformed',
    genesis: undefined,
    membership: undefined,
    ...changes,
  };
}

function genesisText(lives: Partial<Record<string, number>> = {}): string {
  const configuration = configurationOf();
  const members = configuration.members.map((member) => ({ ...member, incarnation: incarnationOf(member.id, lives[member.id]) }));
  return genesisTextOf({ formatVersion: 1, ...configuration, members });
}

function answered(node: Forming, hello: FormingHello): FormingReady {
  return node.step({ kind: 'answered', dialed: hello.node, hello });
}

test('every tick an unformed node introduces itself to all other initial members', () => {
  const node = formingOf(N2);
  assert.deepEqual(node.step({ kind: 'tick' }).introduceTo, [N1, N3]);
  assert.deepEqual(node.step({ kind: 'tick' }).introduceTo, [N1, N3]);
});

test('the smallest id composes when all others have answered, and forms only once the genesis is durable', () => {
  const node = formingOf(N1);
  node.step({ kind: 'tick' });
  assert.equal(answered(node, helloOf(N2)).save, undefined);
  const ready = answered(node, helloOf(N3));
  const genesis = parseGenesis(genesisText(), hash);
  assert.deepEqual(ready, {
    ...NOTHING,
    save: { genesis, joined: undefined },
    events: [{ kind: 'composed', clusterId: genesis.clusterId }],
  });
  assert.equal(node.hello().state, 'saving');
  assert.equal(node.hello().genesis, undefined, 'nothing is handed out before it is durable');
  assert.deepEqual(node.step({ kind: 'saved' }), {
    ...NOTHING,
    introduceTo: [N2, N3],
    formed: genesis,
    events: [{ kind: 'formed', clusterId: genesis.clusterId }],
  });
  assert.equal(node.hello().genesis, genesisText());
});

test('a node of a one-node cluster forms by itself', () => {
  const node = formingOf(N1, { configuration: configurationOf([N1]) });
  assert.ok(node.step({ kind: 'tick' }).save);
  assert.ok(node.step({ kind: 'saved' }).formed);
});

test('no other node composes, even if all have answered', () => {
  const node = formingOf(N2);
  answered(node, helloOf(N1));
  assert.deepEqual(answered(node, helloOf(N3)).save, undefined);
  assert.deepEqual(node.waits(), [{ node: N1, reason: 'composes the genesis' }]);
});

test('an answer counts as live for some ticks and no longer', () => {
  for (const [ticks, composes] of [
    [FORMING_FRESH_TICKS - 1, true],
    [FORMING_FRESH_TICKS, false],
  ] as const) {
    const node = formingOf(N1);
    answered(node, helloOf(N2));
    for (let tick = 0; tick < ticks; tick++) node.step({ kind: 'tick' });
    assert.equal(answered(node, helloOf(N3)).save !== undefined, composes, `after ${ticks} ticks`);
  }
});

test('a node that fell silent no longer counts', () => {
  const node = formingOf(N1);
  answered(node, helloOf(N2));
  node.step({ kind: 'silent', dialed: N2, reason: 'does not answer at n2:7001' });
  assert.equal(answered(node, helloOf(N3)).save, undefined);
  assert.deepEqual(node.waits(), [{ node: N2, reason: 'does not answer at n2:7001' }]);
});

test('the genesis names the incarnation that answered last', () => {
  const node = formingOf(N1);
  answered(node, helloOf(N2));
  answered(node, helloOf(N2, { incarnation: incarnationOf(N2, 1) }));
  const { save } = answered(node, helloOf(N3));
  assert.equal(save?.genesis.members[1]?.incarnation, incarnationOf(N2, 1));
});

test('a node that is saving a genesis is not free for another', () => {
  const node = formingOf(N1);
  answered(node, helloOf(N2, { state: 'saving' }));
  assert.equal(answered(node, helloOf(N3)).save, undefined);
  assert.deepEqual(node.waits(), [{ node: N2, reason: 'is saving a genesis' }]);
});

test('who merely introduces itself is dialed, and decides nothing', () => {
  const node = formingOf(N1);
  answered(node, helloOf(N2));
  const ready = node.step({ kind: 'introduced', hello: helloOf(N3) });
  assert.equal(ready.save, undefined);
  assert.deepEqual(ready.introduceTo, [N3]);
  const handed = node.step({ kind: 'introduced', hello: helloOf(N3, { state: 'formed', genesis: genesisText() }) });
  assert.deepEqual(handed, { ...NOTHING, introduceTo: [N3] });
});

test('configurations that differ are named once by node and key, and stop the forming until they are equal', () => {
  const node = formingOf(N1);
  answered(node, helloOf(N2));
  const other = helloOf(N3, { configuration: configurationTextOf({ ...configurationOf(), partitions: 2 }) });
  const ready = answered(node, other);
  assert.equal(ready.save, undefined);
  assert.deepEqual(ready.events[0], { kind: 'configuration-differs', node: N3, key: 'partitions', ours: '1', theirs: '2' });
  assert.deepEqual(answered(node, other).events, [], 'said once');
  assert.ok(answered(node, helloOf(N3)).save, 'equal after a restart');
});

test('two nodes of one incarnation do not form: one data directory is a copy', () => {
  const node = formingOf(N1);
  answered(node, helloOf(N2));
  assert.equal(answered(node, helloOf(N3, { incarnation: incarnationOf(N2) })).save, undefined);
  assert.match(node.waits()[0]?.reason ?? '', /same incarnation as n2.*empty the copy/);
  const own = formingOf(N1);
  answered(own, helloOf(N2, { incarnation: incarnationOf(N1) }));
  assert.equal(answered(own, helloOf(N3)).save, undefined);
});

test('another node behind an address is named', () => {
  const node = formingOf(N1);
  answered(node, helloOf(N2));
  const ready = node.step({ kind: 'answered', dialed: N3, hello: helloOf(N2) });
  assert.equal(ready.save, undefined);
  assert.deepEqual(node.waits(), [{ node: N3, reason: 'at its address answers n2: correct the peer addresses' }]);
});

test('a node accepts a genesis that names its incarnation, and forms once it is durable', () => {
  const node = formingOf(N3);
  const genesis = parseGenesis(genesisText(), hash);
  const ready = answered(node, helloOf(N1, { state: 'formed', genesis: genesisText() }));
  assert.deepEqual(ready, {
    ...NOTHING,
    save: { genesis, joined: undefined },
    events: [{ kind: 'handed-a-genesis', clusterId: genesis.clusterId, by: N1 }],
  });
  assert.deepEqual(node.step({ kind: 'saved' }).formed, genesis);
  assert.deepEqual(node.step({ kind: 'tick' }), NOTHING, 'a formed node introduces itself no more');
  assert.deepEqual(node.waits(), []);
});

test('while it saves one genesis a node accepts no other', () => {
  const node = formingOf(N3);
  answered(node, helloOf(N1, { state: 'formed', genesis: genesisText() }));
  assert.deepEqual(answered(node, helloOf(N2, { state: 'formed', genesis: genesisText({ n1: 1 }) })), NOTHING);
});

test('a wiped node that meets its formed cluster is refused by name, with the next step', () => {
  const node = formingOf(N2, { life: 1 });
  const { failed, save } = answered(node, helloOf(N1, { state: 'formed', genesis: genesisText() }));
  assert.equal(save, undefined);
  assert.equal(failed?.code, 'OTHER_INCARNATION');
  assert.match(
    failed?.message ?? '',
    new RegExp(
      `n2 joined as incarnation ${incarnationOf(N2)}.*is incarnation ${incarnationOf(N2, 1)}.*restore.*.ledgerline members replace n2 --by`,
    ),
  );
  assert.deepEqual(node.step({ kind: 'tick' }), NOTHING, 'nothing happens after a failure');
});

test('the composer that was wiped after it had formed cannot compose again', () => {
  const node = formingOf(N1, { life: 1 });
  answered(node, helloOf(N2));
  assert.equal(answered(node, helloOf(N3, { state: 'formed', genesis: genesisText() })).failed?.code, 'OTHER_INCARNATION');
});

test('a genesis without this node, with another configuration, or unreadable is refused with its reason', () => {
  const foreign = genesisTextOf({
    formatVersion: 1,
    ...configurationOf([N1]),
    members: [{ id: N1, incarnation: incarnationOf(N1), peerAddress: 'n1:7001', clientAddress: 'n1:7002' }],
  });
  const cases = [
    [foreign, 'NOT_A_MEMBER', /n2 is not a member: correct the list/],
    [genesisText().replace('"partitions":1', '"partitions":2'), 'OTHER_CONFIGURATION', /set partitions to 2 in the configuration of n2/],
    [genesisText().replace('"formatVersion":1', '"formatVersion":9'), 'BAD_GENESIS', /formatVersion is 9/],
    ['{}', 'BAD_GENESIS', /n1 hands out a genesis that cannot be used/],
  ] as const;
  for (const [genesis, code, message] of cases) {
    const { failed } = answered(formingOf(N2), helloOf(N1, { state: 'formed', genesis }));
    assert.equal(failed?.code, code);
    assert.match(failed?.message ?? '', message);
  }
});

test('a data directory whose genesis names another incarnation of its node, or none, does not start', () => {
  assert.equal(formingOf(N2, { genesis: genesisText({ n2: 1 }), life: 1 }).genesis?.members.length, 3);
  assert.throws(() => formingOf(N2, { genesis: genesisText(), life: 1 }), WrongIncarnationError);
  const without = configurationOf([N1, N3]);
  const members = without.members.map((member) => ({ ...member, incarnation: incarnationOf(member.id) }));
  const genesis = genesisTextOf({ formatVersion: 1, ...without, members });
  assert.throws(() => formingOf(N2, { genesis }), WrongIncarnationError);
});

test('a formed node answers with its genesis and reports strangers once', () => {
  const node = formingOf(N1, { genesis: genesisText() });
  assert.equal(node.hello().state, 'formed');
  assert.equal(node.hello().genesis, genesisText());
  const wiped = helloOf(N2, { incarnation: incarnationOf(N2, 1) });
  assert.match(JSON.stringify(node.step({ kind: 'introduced', hello: wiped }).events), /stranger.*n2.*lost its data directory/);
  assert.deepEqual(node.step({ kind: 'introduced', hello: wiped }).events, []);
  assert.deepEqual(node.step({ kind: 'introduced', hello: helloOf(N2) }), NOTHING);
  const unknown = helloOf('n9' as NodeId);
  assert.match(
    JSON.stringify(node.step({ kind: 'introduced', hello: unknown }).events),
    /n9.*is not a member: if it is to be one, run `ledgerline members add n9/,
  );
  const twin = helloOf(N1, { incarnation: incarnationOf(N1, 1) });
  assert.match(
    JSON.stringify(node.step({ kind: 'introduced', hello: twin }).events),
    /another process introduces itself with this node’s id/,
  );
});

test('what it waits for is said when it changes, and only then', () => {
  const node = formingOf(N1);
  assert.deepEqual(node.step({ kind: 'tick' }).events, [
    {
      kind: 'waiting',
      waits: [
        { node: N2, reason: 'has not answered yet' },
        { node: N3, reason: 'has not answered yet' },
      ],
    },
  ]);
  assert.deepEqual(node.step({ kind: 'tick' }).events, []);
  assert.deepEqual(answered(node, helloOf(N2)).events, [{ kind: 'waiting', waits: [{ node: N3, reason: 'has not answered yet' }] }]);
});

test('three nodes form the same cluster in every order of events, also when the composer restarts at any point', () => {
  let formed = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomOf(seed);
    const disks = new Map<NodeId, string>();
    const boot = (id: NodeId): Forming => {
      const genesis = disks.get(id);
      return formingOf(id, genesis === undefined ? {} : { genesis });
    };
    const nodes = new Map(IDS.map((id) => [id, boot(id)] as const));
    const saving = new Set<NodeId>();
    const run = (id: NodeId, ready: FormingReady): void => {
      assert.equal(ready.failed, undefined);
      if (ready.save !== undefined) {
        saving.add(id);
        if (random(2) === 0) disks.set(id, genesisTextOf(ready.save.genesis));
      }
    };
    for (let step = 0; step < 400; step++) {
      const id = IDS[random(3)] ?? N1;
      const node = nodes.get(id) ?? boot(id);
      const peer = IDS[random(3)] ?? N1;
      const action = random(20);
      if (action === 0) {
        saving.delete(id);
        nodes.set(id, boot(id));
      } else if (action === 1) run(id, node.step({ kind: 'silent', dialed: peer, reason: 'lost' }));
      else if (action < 4) run(id, node.step({ kind: 'tick' }));
      else if (action < 8 && saving.has(id)) {
        saving.delete(id);
        disks.set(id, genesisTextOf(node.step({ kind: 'saved' }).formed ?? assert.fail()));
      } else if (peer !== id) run(id, answered(node, (nodes.get(peer) ?? boot(peer)).hello()));
    }
    const genesis = new Set(disks.values());
    assert.ok(genesis.size <= 1, `seed ${seed}: ${genesis.size} clusters`);
    assert.deepEqual([...genesis], genesis.size === 0 ? [] : [genesisText()], `seed ${seed}`);
    if (disks.size === IDS.length) formed++;
  }
  assert.ok(formed > 200, `only ${formed} of 300 histories formed on all nodes: the test is too weak`);
});

function randomOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Entry `index` of partition 1: these lives of these nodes are voters. */
function membershipAt(index: number, lives: readonly (readonly [NodeId, number])[]): MembershipAt {
  const members = lives.map(
    ([id, life]): BookMember => ({
      id,
      incarnation: incarnationOf(id, life),
      peerAddress: `${id}:7001`,
      clientAddress: `${id}:7002`,
      memberSince: life === 0 ? 0 : index,
    }),
  );
  const voters = members.map(({ id }) => id);
  return { index, membership: membershipOf({ voters, outgoing: [], learners: [] }, { voters, learners: [], retired: [] }, members) };
}

test('a data directory whose genesis does not name its node starts if it says by which membership that joined, of this very incarnation', () => {
  const genesis = genesisText();
  const joined = membershipAt(9, [
    [N1, 0],
    [N2, 1],
  ]);
  assert.equal(formingOf(N2, { genesis, life: 1, joined }).genesis?.members.length, 3);
  assert.throws(() => formingOf(N2, { genesis, life: 2, joined }), WrongIncarnationError);
  assert.throws(() => formingOf(N2, { genesis, life: 1, joined: membershipAt(9, [[N1, 0]]) }), WrongIncarnationError);
});

test('a formed node says with its genesis what the newest membership is, and judges who comes back by that', () => {
  const membership = membershipAt(9, [
    [N1, 0],
    [N2, 1],
  ]);
  const node = formingOf(N1, { genesis: genesisText(), membership });
  assert.deepEqual(node.hello().membership, membership);
  assert.deepEqual(
    node.step({ kind: 'introduced', hello: helloOf(N2, { incarnation: incarnationOf(N2, 1) }) }),
    NOTHING,
    'the genesis names an older one',
  );
  assert.match(
    JSON.stringify(node.step({ kind: 'introduced', hello: helloOf(N2) }).events),
    /stranger.*n2.*but a210* joined: it lost its data directory/,
  );
  assert.match(
    JSON.stringify(node.step({ kind: 'introduced', hello: helloOf(N3) }).events),
    /stranger.*n3.*is not a member/,
    'it was removed',
  );
  assert.equal(formingOf(N1, { membership }).hello().membership, undefined, 'not before it has formed');
});

test('a wiped node is told which incarnation is a member now, and how it becomes one', () => {
  const node = formingOf(N2, { life: 2 });
  const membership = membershipAt(9, [[N2, 1]]);
  const { failed } = answered(node, helloOf(N1, { state: 'formed', genesis: genesisText(), membership }));
  assert.equal(failed?.code, 'OTHER_INCARNATION');
  assert.match(failed?.message ?? '', new RegExp(`n2 joined as incarnation ${incarnationOf(N2, 1)}.*cluster.join`));
  const removed = answered(
    formingOf(N2, { life: 2 }),
    helloOf(N1, { state: 'formed', genesis: genesisText(), membership: membershipAt(9, [[N1, 0]]) }),
  );
  assert.equal(removed.failed?.code, 'NOT_A_MEMBER');
});
