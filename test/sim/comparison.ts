// What must hold once everything is mended: all nodes agree, each gives the whole log and the whole state, and every attempt is settled by it.
import { type IntendedSet, type Membership, membershipTextOf } from '../../consensus/membership.ts';
import type { PartitionService, StateQuery } from '../../consensus/service.ts';
import type { NodeId } from '../../consensus/types.ts';
import type { PartitionChecker } from './checkers.ts';
import { isSameConfiguration } from './configurations.ts';
import type { SimNode } from './sim-node.ts';
import type { SimPartition, World } from './world.ts';

/** In this time an entry is repaired, as a rule. */
const REPAIR_MS = 100;

/** Every one of these nodes has applied all that is committed, with nothing open: no damage that somebody could repair, no claim, nobody unanswered; and somebody leads. */
export function agrees(world: World, { number, checker, links }: SimPartition, nodes: readonly SimNode[]): boolean {
  const everywhere = nodes.every((node) => {
    const service = node.door(number)?.service;
    const storage = service?.storageStatus();
    if (service === undefined || storage === undefined) return false;
    const { damage, snapshotIndex, claim } = storage;
    const isWhole = damage.every((range) => range.to <= snapshotIndex && isNowhereElse(world, { id: node.id, partition: number, range }));
    return isWhole && claim === undefined && service.status().appliedIndex === checker.committed.lastIndex;
  });
  return everywhere && nodes.some((node) => node.leads(number)) && links.every((link) => link.unanswered === 0);
}

/** Whether all partitions of all members are as intended, and nobody else runs who could know that it does not belong. */
export function hasConverged(world: World, intended: IntendedSet): boolean {
  const ids = [...intended.voters, ...intended.learners];
  return world.cluster.all.every((node) => {
    if (node.standing === 'lost' || node.standing === 'removed' || node.standing === 'unformed') return !ids.includes(node.id);
    if (!ids.includes(node.id)) return isForgotten(node, ids);
    return world.partitions.every(({ number, checker }) => {
      const status = node.door(number)?.service.status();
      return status?.isMembershipCommitted === true && isAsIntended(status.membership, checker.committed.memberships.newest, intended);
    });
  });
}

function isAsIntended(membership: Membership, committed: Membership, { voters, learners }: IntendedSet): boolean {
  if (!isSameConfiguration(membership, { voters, outgoing: [], learners })) return false;
  return membershipTextOf(membership) === membershipTextOf(committed);
}

/** It does not belong any more, and too few of those that it knows do to tell it so: nobody listens to it, and it harms nobody. */
function isForgotten({ knownOthers }: SimNode, members: readonly NodeId[]): boolean {
  // Two have to say so, or the only one that it knows.
  const enough = knownOthers.length === 1 ? 1 : 2;
  return knownOthers.filter((id) => members.includes(id)).length < enough;
}

/** Every one of these nodes gives the whole log, each within `msMax`, and every attempt is settled by it. */
export async function compareAll(world: World, nodes: readonly SimNode[], msMax: number): Promise<void> {
  for (const { number, checker, oracle } of world.partitions) {
    for (const { id } of nodes) {
      let done = false;
      compareNode(world, { id, partition: number, checker, msMax }).then(
        () => {
          done = true;
        },
        (error: unknown) =>
          world.report('node-failed', `${id} does not give its log: ${error instanceof Error ? error.stack : String(error)}`),
      );
      await world.until(
        world.scheduler.now + msMax,
        () => done,
        () => world.report('liveness', `${id} does not give its log within ${msMax} ms: ${world.describe()}`),
      );
    }
    oracle.finish({ hasStopped: false });
  }
}

interface Compared {
  readonly id: NodeId;
  readonly partition: number;
  readonly checker: PartitionChecker;
  readonly msMax: number;
}

async function compareNode(world: World, compared: Compared): Promise<void> {
  const { id, partition, checker } = compared;
  const service = world.cluster.node(id)?.door(partition)?.service;
  if (service === undefined) return;
  const { committed } = checker;
  for (let next = 1; next <= committed.lastOffset; ) {
    next = Math.max(next, service.firstOffset(), offsetBehindLost(world, compared));
    const entries = await service.readApplied({ fromOffset: next, bytesMax: 64 * 1024 });
    // Damaged, and found only now: it is being repaired. Or compacted just now.
    if (entries.length === 0) await world.sleep(REPAIR_MS);
    for (const entry of entries) {
      const expected = committed.entries[entry.index];
      const isSame = expected !== undefined && entry.firstOffset === next && Buffer.compare(expected.payload, entry.payload) === 0;
      if (!isSame) return world.report('state-machine-safety', `${id} holds another entry ${entry.index} than was committed`);
      next += entry.count;
    }
  }
  await compareState(world, compared);
  let digest = await service.digestAt(committed.lastIndex);
  while (digest === undefined) {
    await world.sleep(REPAIR_MS);
    digest = await service.digestAt(committed.lastIndex);
  }
  const expected = committed.entries[committed.lastIndex]?.digest;
  if (expected !== undefined && Buffer.compare(digest, expected) !== 0) {
    world.report('state-machine-safety', `${id} has another chain digest at ${committed.lastIndex}`);
  }
}

/** The whole state of a node is that of the committed deltas. */
async function compareState(world: World, { id, partition, checker, msMax }: Compared): Promise<void> {
  const service = world.cluster.node(id)?.door(partition)?.service;
  const oracle = world.partitions.find(({ number }) => number === partition)?.oracle;
  if (service === undefined || oracle === undefined) return;
  const query: StateQuery = { kind: 'range', from: new Uint8Array(0), to: undefined, limit: 10_000 };
  const floor = checker.committed.lastOffset;
  const result = await service.readState(query, { kind: 'at-least', offset: floor }, msMax);
  if (result.kind === 'refused') world.report('liveness', `${id} does not give its state: ${result.code}`);
  else oracle.stateAnswered({ node: id, query, floor }, { result, status: service.status() });
}

/** The offset behind damage that nobody can repair, and that a snapshot covers; 0 if there is none. */
function offsetBehindLost(world: World, { id, partition, checker: { committed } }: Compared): number {
  const { damage = [], snapshotIndex = 0 } = world.cluster.node(id)?.door(partition)?.service.storageStatus() ?? {};
  const lost = damage.findLast((range) => range.to <= snapshotIndex && isNowhereElse(world, { id, partition, range }));
  const last = lost === undefined ? undefined : committed.entries[lost.to];
  return last === undefined ? 0 : last.firstOffset + last.count;
}

/**
 * Some entry of the range nobody else has: it is compacted, damaged too, or behind the end of that log. So the range is never repaired, and what a snapshot of the node covers waits for its
 * own compaction.
 */
function isNowhereElse(
  world: World,
  {
    id,
    partition,
    range,
  }: { readonly id: NodeId; readonly partition: number; readonly range: { readonly from: number; readonly to: number } },
): boolean {
  const others = world.cluster.nodes.filter((node) => node.id !== id).map((node) => node.door(partition)?.service);
  for (let index = range.from; index <= range.to; index++) if (others.every((service) => !mayHold(service, index))) return true;
  return false;
}

/** Whether the node has the entry; one that is down may. */
function mayHold(service: PartitionService | undefined, index: number): boolean {
  const storage = service?.storageStatus();
  if (service === undefined || storage === undefined) return true;
  const isThere = storage.firstIndex <= index && index <= service.status().lastIndex;
  return isThere && !storage.damage.some(({ from, to }) => from <= index && index <= to);
}
