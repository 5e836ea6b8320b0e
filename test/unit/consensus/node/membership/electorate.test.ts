// Who is asked for what a node lost: those of its own configuration, and whoever an answer names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askElectors, electorsToAsk } from '../../../../../consensus/node/membership/electorate.ts';
import { KnownPeers } from '../../../../../consensus/node/membership/known-peers.ts';
import { furthestOf } from '../../../../../consensus/node/repair/claim-settler.ts';
import type { PeerLogEnd, PeerRequests } from '../../../../../consensus/ports.ts';
import type { NodeId } from '../../../../../consensus/types.ts';
import { ids } from './memberships.ts';

const n1 = 'n1' as NodeId;

/** n1 asks; `names` says whom each node names that answers. */
async function round(options: {
  readonly peers: readonly string[];
  readonly electors: readonly string[];
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Indexes of the last entries; 9 of those who are not mentioned. */
  readonly ends?: Readonly<Record<string, number>>;
  readonly settledIndex?: number;
}) {
  const asked: string[] = [];
  const result = await askElectors({
    id: n1,
    peers: ids(options.peers),
    electors: ids(options.electors),
    settledIndex: options.settledIndex ?? 0,
    ask: async (node) => {
      asked.push(node);
      const electors = options.names[node];
      if (electors === undefined) throw new Error('away');
      return { electors: ids(electors), last: { index: options.ends?.[node] ?? 9, term: 1 } };
    },
  });
  return { asked: asked.sort(), isComplete: result.isComplete, electors: [...result.electors].sort() };
}

const three = ['n1', 'n2', 'n3'];

test('all electors of the own configuration must answer', async () => {
  assert.deepEqual(await round({ peers: [], electors: three, names: { n2: three, n3: three } }), {
    asked: ['n2', 'n3'],
    isComplete: true,
    electors: ['n2', 'n3'],
  });
  assert.equal((await round({ peers: [], electors: three, names: { n2: three } })).isComplete, false);
});

// The node lost the entry that made n4 and n5 voters: they may hold what it acknowledged.
test('and all whom an answer names, and whom those name', async () => {
  const names = { n2: ['n2', 'n4'], n3: three, n4: ['n4', 'n5'], n5: ['n4', 'n5'] };
  assert.deepEqual(await round({ peers: [], electors: three, names }), {
    asked: ['n2', 'n3', 'n4', 'n5'],
    isComplete: true,
    electors: ['n2', 'n3', 'n4', 'n5'],
  });
  const { n5: _, ...without } = names;
  assert.equal((await round({ peers: [], electors: three, names: without })).isComplete, false);
});

test('others that are known of are asked, too, and need not answer; who is named once is asked once', async () => {
  const known = await round({ peers: ['n1', 'n2', 'n6'], electors: three, names: { n2: three, n3: ['n2', 'n1'] } });
  assert.deepEqual(known, { asked: ['n2', 'n3', 'n6'], isComplete: true, electors: ['n2', 'n3'] });
  const named = await round({ peers: ['n6'], electors: three, names: { n2: three, n3: three, n6: ['n7'] } });
  assert.equal(named.isComplete, false, 'n6 names n7, who is away');
});

// Found by the simulator (seed 1200284): a learner whose log was empty named the voters of the genesis, of whom one had lost its disk and was replaced, so that its answer was waited for
// for ever.
test('a log that ends before a membership known to be committed names nobody', async () => {
  const names = { n2: three, n3: three, n4: ['n1', 'n2', 'n5'] };
  const settled = (end: number) => round({ peers: ['n4'], electors: three, names, ends: { n4: end }, settledIndex: 5 });
  assert.equal((await settled(4)).isComplete, true);
  assert.equal((await settled(5)).isComplete, false);
});

test('who is the only elector needs the answers of its learners, who else does not', () => {
  const toAsk = (voters: readonly string[], outgoing: readonly string[], learners: readonly string[]) =>
    electorsToAsk({ voters: ids(voters), outgoing: ids(outgoing), learners: ids(learners) }, n1);
  assert.deepEqual(toAsk(['n1'], [], ['n2', 'n3']), ['n2', 'n3']);
  assert.deepEqual(toAsk(['n1'], [], []), []);
  assert.deepEqual(toAsk(['n1', 'n2'], [], ['n3']), ['n1', 'n2']);
  assert.deepEqual(toAsk(['n1'], ['n1', 'n2'], ['n3']), ['n1', 'n2']);
});

test('without other electors nobody has to answer', async () => {
  assert.deepEqual(await round({ peers: [], electors: ['n1'], names: {} }), { asked: [], isComplete: true, electors: [] });
});

test('peers are those of the book, and those that others named when it was looked further', async () => {
  const names: Record<string, readonly string[]> = { n2: ['n2', 'n3', 'n4'], n4: ['n4', 'n5'] };
  const logEnd: PeerRequests['logEnd'] = async (node) => {
    const electors = names[node];
    if (electors === undefined) throw new Error('this node leads');
    return { last: { index: 0, term: 0 }, firstIndex: 1, claim: undefined, electors: ids(electors), leads: node === 'n4' };
  };
  let book = ids(['n1', 'n2', 'n3']);
  const peers = new KnownPeers({ id: n1, partition: 1, book: () => book, peerRequests: { logEnd } as PeerRequests });
  assert.deepEqual(peers.all(), ['n2', 'n3']);
  assert.equal(await peers.lookFurther(), true);
  assert.deepEqual(peers.all(), ['n2', 'n3', 'n4', 'n5']);
  assert.equal(await peers.lookFurther(), false, 'they are among them already');
  names.n2 = ['n2', 'n3'];
  names.n4 = ['n3'];
  assert.equal(await peers.lookFurther(), false);
  assert.deepEqual(peers.all(), ['n2', 'n3'], 'nobody names them any more');
  book = ids(['n1', 'n6']);
  assert.deepEqual(peers.all(), ['n6']);
});

// Found by the simulator (seeds 27, 41 and 2013 with members who come and go): a node with damage that nobody else could repair waited for the answer of members that had been removed, and had
// ended, since its own log knew them; so it took part no more, and where it was needed nobody led.
test('who does not answer, and is named by none of those who do, is gone; on nobody’s word nobody is', async () => {
  const names: Record<string, readonly string[]> = {};
  const logEnd: PeerRequests['logEnd'] = async (node) => {
    const electors = names[node];
    if (electors === undefined) throw new Error('away');
    return { last: { index: 0, term: 0 }, firstIndex: 1, claim: undefined, electors: ids(electors), leads: node === 'n4' };
  };
  const peers = new KnownPeers({
    id: n1,
    partition: 1,
    book: () => ids(['n1', 'n2', 'n3', 'n4']),
    peerRequests: { logEnd } as PeerRequests,
  });
  await peers.lookFurther();
  assert.deepEqual(peers.all(), ['n2', 'n3', 'n4']);
  names.n4 = ['n1', 'n3', 'n4'];
  await peers.lookFurther();
  assert.deepEqual(peers.all(), ['n3', 'n4'], 'n3 is away, and a voter');
  // It answers again.
  names.n2 = [];
  await peers.lookFurther();
  assert.deepEqual(peers.all(), ['n2', 'n3', 'n4']);
});

/** Answers of nodes whose logs end at these indexes, all of term 1. */
function answersOf(ends: Readonly<Record<string, number>>): ReadonlyMap<NodeId, PeerLogEnd> {
  const entries = Object.entries(ends).map(([node, index]) => {
    return [
      node as NodeId,
      { last: { index, term: index === 0 ? 0 : 1 }, firstIndex: 1, claim: undefined, electors: [], leads: false },
    ] as const;
  });
  return new Map(entries);
}

// Who is asked for the first time may have led until then, and committed with what this node acknowledged and what another made durable after it had answered.
test('the furthest log counts only if everyone whose vote counts answered both times', () => {
  const now = { answers: answersOf({ n2: 3, n3: 7, n6: 9 }), electors: new Set(ids(['n2', 'n3'])), isComplete: true };
  assert.deepEqual(furthestOf(now, { answers: answersOf({ n2: 1, n3: 1 }) }), { last: { index: 9, term: 1 }, peer: 'n6' });
  assert.equal(furthestOf(now, { answers: answersOf({ n2: 1, n6: 1 }) }), undefined);
  assert.equal(furthestOf({ ...now, isComplete: false }, { answers: answersOf({ n2: 1, n3: 1 }) }), undefined);
  const alone = { answers: answersOf({}), electors: new Set<NodeId>(), isComplete: true };
  assert.deepEqual(furthestOf(alone, alone), { last: { index: 0, term: 0 }, peer: undefined });
});
