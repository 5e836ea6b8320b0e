// The nodes of the genesis differ in nothing but their names (a fourth one that comes later does): worlds that differ only in who is called what have the same future, and count as one. A world's hash is the least of the hashes
// that it has under all renamings. What a name changes in a state of a node, a message or a history is worked out once and remembered.
import { createHash } from 'node:crypto';
import { defined } from '../../consensus/assert.ts';
import type { History } from './history.ts';
import type { Local, Packet } from './local.ts';
import type { Log } from './log.ts';
import { renamedMembers } from './members.ts';
import { sortedByName } from './normal.ts';

/** All renamings of the three nodes of the genesis: the node at place i is called what stands there. The first changes nothing. */
const RENAMINGS: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [0, 2, 1, 3],
  [1, 0, 2, 3],
  [1, 2, 0, 3],
  [2, 0, 1, 3],
  [2, 1, 0, 3],
];

/** Of one thing, under each renaming in turn: 64 bits as two numbers. */
export type Hashes = Uint32Array;

/** The hashes of something, given how it is renamed. */
export function hashesOf<T>(value: T, renamed: (value: T, renaming: readonly number[]) => T): Hashes {
  const hashes = new Uint32Array(2 * RENAMINGS.length);
  RENAMINGS.forEach((renaming, position) => {
    const digest = createHash('sha1')
      .update(JSON.stringify(renamed(value, renaming)))
      .digest();
    hashes[2 * position] = digest.readUInt32LE(0);
    hashes[2 * position + 1] = digest.readUInt32LE(4);
  });
  return hashes;
}

/** The hash of a world: the least of the sums that the hashes of its parts have. */
export function leastSum(parts: readonly Hashes[]): readonly [number, number] {
  let [leastHigh, leastLow] = [Number.POSITIVE_INFINITY, 0];
  for (let position = 0; position < 2 * RENAMINGS.length; position += 2) {
    let [high, low] = [0, 0];
    for (const part of parts) {
      high = (high + (part[position] ?? 0)) | 0;
      low = (low + (part[position + 1] ?? 0)) | 0;
    }
    high >>>= 0;
    low >>>= 0;
    if (high < leastHigh || (high === leastHigh && low < leastLow)) [leastHigh, leastLow] = [high, low];
  }
  return [leastHigh, leastLow];
}

const NAME = /"n([1-3])"/g;

function rename(text: string, renaming: readonly number[]): string {
  return text.replace(NAME, (_, digit: string) => `"n${defined(renaming[Number(digit) - 1], 'a node') + 1}"`);
}

function renamedEntry(entry: number, renaming: readonly number[]): number {
  return 256 * renamedMembers(entry >> 8, renaming) + (entry & 252) + defined(renaming[entry & 3], 'a node');
}

function renamedLog(log: Log, renaming: readonly number[]): Log {
  return { base: log.base, entries: log.entries.map((entry) => renamedEntry(entry, renaming)) };
}

export function renamedPacket(packet: Packet, renaming: readonly number[]): Packet {
  return {
    message: JSON.parse(rename(JSON.stringify(packet.message), renaming)) as Packet['message'],
    entries: packet.entries.map((entry) => renamedEntry(entry, renaming)),
  };
}

/** What the state of the node would be if they all were called so. */
export function renamedLocal(local: Local, renaming: readonly number[]): Local {
  const { disk } = local;
  return {
    node: defined(renaming[local.node], 'a node'),
    dump: sortedByName(rename(local.dump, renaming)),
    memory: renamedLog(local.memory, renaming),
    disk: {
      hardState: JSON.parse(rename(JSON.stringify(disk.hardState), renaming)) as Local['disk']['hardState'],
      log: renamedLog(disk.log, renaming),
      snapshots: disk.snapshots.map((snapshot) => ({ ...snapshot, members: renamedMembers(snapshot.members, renaming) })),
    },
    underWay: local.underWay.map(({ hardState, reset, append }) => ({
      hardState: JSON.parse(rename(JSON.stringify(hardState), renaming)) as typeof hardState,
      reset,
      append:
        append === null ? null : { fromIndex: append.fromIndex, entries: append.entries.map((entry) => renamedEntry(entry, renaming)) },
    })),
    held: local.held.map(({ after, packet }) => ({ after, packet: renamedPacket(packet, renaming) })),
    appliedIndex: local.appliedIndex,
    install: renamedInstall(local.install, renaming),
  };
}

function renamedInstall(install: Local['install'], renaming: readonly number[]): Local['install'] {
  if (install === null) return null;
  const renamed = JSON.parse(rename(JSON.stringify(install), renaming)) as typeof install;
  return { ...renamed, members: renamedMembers(install.members, renaming) };
}

export function renamedHistory(history: History, renaming: readonly number[]): History {
  const candidate = (vote: number) => (vote === 0 ? 0 : defined(renaming[vote - 1], 'a node') + 1);
  const votes: (readonly number[])[] = history.votes.map(() => []);
  history.votes.forEach((mine, node) => {
    votes[defined(renaming[node], 'a node')] = mine.map(candidate);
  });
  return {
    committed: history.committed.map((entry) => renamedEntry(entry, renaming)),
    committedIn: history.committedIn,
    committedUnder: history.committedUnder.map((members) => renamedMembers(members, renaming)),
    leaders: history.leaders.map(candidate),
    votes,
    reads: history.reads.map((read) => ({ ...read, node: defined(renaming[read.node], 'a node') })),
  };
}
