// Networks in which nobody is cut off and yet not everybody reaches everybody (Cloudflare, November 2020; Omni-Paxos, EuroSys 2023, §2): wherever an up-to-date node reaches a
// quorum, such a node leads within 10 simulated seconds, and keeps leading; those who reach nobody's leader do not disturb it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NodeId } from '../../consensus/types.ts';
import { chainOf, cutBetween, type FailedLink, starAround, whoReachesQuorum } from './links.ts';
import { makePlan, type Plan } from './plan.ts';
import { Random } from './random.ts';
import { World } from './world.ts';

const SEEDS = [1, 2];
/** In this time there is a leader that commits. */
const STABLE_MS = 10_000;
/** For so long it is then watched. */
const WATCHED_MS = 10_000;
const STEP_MS = 100;

/** Given who leads and the others, which links fail. */
interface Shape {
  readonly name: string;
  readonly nodes: number;
  readonly fails: (leader: NodeId, others: readonly NodeId[]) => FailedLink[];
  /** The leader still reaches a quorum: nothing is to happen at all. */
  readonly keepsLeader: boolean;
}

const chainWithLeaderAt = (position: number) => (leader: NodeId, others: readonly NodeId[]) =>
  chainOf(others.toSpliced(position, 0, leader));

const SHAPES: readonly Shape[] = [
  {
    name: 'quorum loss: the leader and all others reach one node, and nobody else',
    nodes: 5,
    fails: (leader, others) => starAround(others[0] as NodeId, [leader, ...others]),
    keepsLeader: false,
  },
  { name: 'a chain of five that the leader is the end of', nodes: 5, fails: chainWithLeaderAt(0), keepsLeader: false },
  { name: 'a chain of five, and the leader is next to its end', nodes: 5, fails: chainWithLeaderAt(1), keepsLeader: true },
  { name: 'a chain of five that the leader is the middle of', nodes: 5, fails: chainWithLeaderAt(2), keepsLeader: true },
  { name: 'a chain of three that the leader is the end of', nodes: 3, fails: chainWithLeaderAt(0), keepsLeader: true },
  {
    name: 'quorum loss in one direction: the leader hears one node only, and everybody hears the leader',
    nodes: 5,
    fails: (leader, others) => cutBetween([leader], others.slice(1).concat(leader), { outwards: false, inwards: true }),
    keepsLeader: false,
  },
  {
    name: 'the leader hears everybody, and only one node hears the leader',
    nodes: 5,
    fails: (leader, others) => cutBetween([leader], others.slice(1).concat(leader), { outwards: true, inwards: false }),
    keepsLeader: false,
  },
  {
    name: 'a leader that is cut off from one follower only',
    nodes: 5,
    fails: (leader, others) => cutBetween([leader], [leader, others[0] as NodeId], { outwards: true, inwards: true }),
    keepsLeader: true,
  },
];

describe('partial partitions', () => {
  for (const { name, nodes, fails, keepsLeader } of SHAPES) {
    test(`${name}: ${keepsLeader ? 'it goes on leading, undisturbed' : 'another one leads within 10 simulated seconds, and keeps leading'}`, async () => {
      for (const seed of SEEDS) await watch(seed, { nodes, fails, keepsLeader });
    });
  }

  test('a chain of seven: nobody reaches a quorum, nobody leads, and no term grows meanwhile', async () => {
    const { world, term } = await broken(5, 7, (leader, others) => chainOf(others.toSpliced(3, 0, leader)));
    await world.advance(STABLE_MS);
    assert.deepEqual(leaders(world), []);
    assert.equal(highestTerm(world), term);
    world.cluster.network.mend();
    await world.advance(STABLE_MS);
    assert.equal(leaders(world).length, 1, 'once it is mended somebody leads');
    assert.equal(world.violation, undefined);
  });
});

async function watch(seed: number, { nodes, fails, keepsLeader }: Omit<Shape, 'name'>): Promise<void> {
  const { world, able, leader, term } = await broken(seed, nodes, fails);
  const says = () => `seed ${seed}, ${world.describe()}`;
  assert.equal(able.includes(leader), keepsLeader, 'the shape is as it says');
  await world.advance(STABLE_MS);
  const now = leaders(world);
  assert.equal(now.length, 1, `one node leads within ${STABLE_MS} ms: ${says()}`);
  const termThen = highestTerm(world);
  if (keepsLeader) assert.deepEqual({ now, term: termThen }, { now: [leader], term }, `nothing happens: ${says()}`);
  else assert.ok(able.includes(now[0] as NodeId) && now[0] !== leader, `somebody leads who reaches a quorum: ${says()}`);
  for (let watched = 0; watched < WATCHED_MS; watched += STEP_MS) {
    await world.advance(STEP_MS);
    assert.deepEqual({ now: leaders(world), term: highestTerm(world) }, { now, term: termThen }, `it keeps leading: ${says()}`);
  }
  await commitsMore(world, says);
}

/** A cluster under load in which these links have just failed. */
async function broken(seed: number, nodes: number, fails: Shape['fails']) {
  const random = new Random(seed);
  const world = new World({ plan: quietPlan(nodes), random, invariants: 'all', beyond: false });
  await world.form();
  world.startClients();
  await world.until(
    5000,
    () => leaders(world).length === 1,
    () => assert.fail(`nobody leads at first: ${world.describe()}`),
  );
  await world.advance(1000);
  const [leader] = leaders(world);
  assert.ok(leader !== undefined);
  const others = random.fork('order').shuffle(world.cluster.nodes.map(({ id }) => id).filter((id) => id !== leader));
  const links = fails(leader, others);
  for (const [from, to] of links) world.cluster.network.cut(from, to);
  return { world, leader, able: whoReachesQuorum([leader, ...others], links), term: highestTerm(world) };
}

async function commitsMore(world: World, says: () => string): Promise<void> {
  const client = world.partitions[0]?.clients[0];
  let isDone = false;
  void client?.confirm('after').then(() => {
    isDone = true;
  });
  await world.until(
    world.scheduler.now + STABLE_MS,
    () => isDone,
    () => assert.fail(`a client does not get on: ${says()}`),
  );
  assert.equal(world.violation, undefined);
}

function leaders(world: World): NodeId[] {
  return world.cluster.nodes.filter((node) => node.leads(1)).map(({ id }) => id);
}

function highestTerm(world: World): number {
  return Math.max(...world.cluster.nodes.map((node) => node.door(1)?.service.status().term ?? 0));
}

/** Nothing fails but the links. */
function quietPlan(nodes: number): Plan {
  const plan = makePlan(new Random(nodes));
  return {
    ...plan,
    nodes,
    partitions: 1,
    acknowledge: undefined,
    clientsPerPartition: 2,
    thinkMs: 200,
    faults: new Set(),
    membership: undefined,
    delayMs: 1,
    syncMs: 1,
    keyReadMs: 1,
    keyWriteMs: 2,
  };
}
