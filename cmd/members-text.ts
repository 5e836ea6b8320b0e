// What `ledgerline members` says: the role of every member, how far it is, and what partitions wait for. Pure.
import type { ClusterMembers, IntendedSet, MemberProgress, PartitionMembers } from '@ledgerline/client';
import { tableText } from './table.ts';

/** Digits of an incarnation that a human compares. */
const INCARNATION_DIGITS = 8;

/** `coming`: intended, and not yet what it is to be in every partition. `leaving`: no longer intended, and still in a partition. */
export type MemberRole = 'voter' | 'learner' | 'coming' | 'leaving';

export interface MemberLine {
  readonly id: string;
  readonly role: MemberRole;
  readonly incarnation: string;
  readonly peerAddress: string;
  readonly clientAddress: string;
  /** Partitions in which it is what is intended. */
  readonly converged: number;
  /** Entries that it is behind the leader in the partition where that is most; `null` if no leader says. */
  readonly lag: number | null;
  /** In how many of the partitions whose leader follows it, it answered within the last election timeout. */
  readonly active: number;
  readonly followed: number;
}

/** One line for every member, by id. */
export function memberLines({ intended, members, partitions }: ClusterMembers): MemberLine[] {
  return members.map(({ id, incarnation, peerAddress, clientAddress }) => {
    const converged = partitions.filter(({ missing, leaving }) => !missing.includes(id) && !leaving.includes(id)).length;
    const progress = partitions.flatMap((partition) =>
      partition.progress.filter((one) => one.id === id).map((one) => ({ partition, one })),
    );
    const lags = progress.map(({ partition, one }) => lagOf(partition, one));
    return {
      id,
      role: roleOf(id, intended, converged === partitions.length),
      incarnation,
      peerAddress,
      clientAddress,
      converged,
      lag: lags.length === 0 ? null : Math.max(...lags),
      active: progress.filter(({ one }) => one.isActive).length,
      followed: progress.length,
    };
  });
}

function roleOf(id: string, { voters, learners }: IntendedSet, isThere: boolean): MemberRole {
  if (voters.includes(id)) return isThere ? 'voter' : 'coming';
  if (learners.includes(id)) return isThere ? 'learner' : 'coming';
  return 'leaving';
}

function lagOf({ lastIndex }: PartitionMembers, { matchIndex }: MemberProgress): number {
  return Math.max(0, lastIndex - matchIndex);
}

/** `{intended, members, partitions, stragglers}`; `null` for what is not known. */
export function membersJson(members: ClusterMembers): unknown {
  return {
    intended: members.intended,
    members: memberLines(members),
    partitions: members.partitions.map((partition) => ({ ...partition, leader: partition.leader || null })),
    stragglers: stragglersJson(members.stragglers),
  };
}

export function stragglersJson(stragglers: readonly PartitionMembers[]): unknown {
  return stragglers.map((partition) => ({ partition: partition.partition, why: stragglerText(partition) }));
}

export function membersText(members: ClusterMembers): string {
  const count = members.partitions.length;
  const rows = memberLines(members).map((line) => [
    line.id,
    line.role,
    line.incarnation.slice(0, INCARNATION_DIGITS),
    line.peerAddress,
    line.clientAddress,
    `${line.converged}/${count}`,
    line.lag === null ? '' : String(line.lag),
    activeText(line),
  ]);
  const table = tableText({ columns: ['node', 'role', 'incarnation', 'peer', 'client', 'converged', 'lag', 'active'], rows });
  return [table, ...(members.stragglers.length === 0 ? [] : ['']), ...members.stragglers.map((one) => `! ${stragglerText(one)}`)].join(
    '\n',
  );
}

function activeText({ active, followed }: MemberLine): string {
  if (followed === 0) return 'unknown';
  if (active === followed) return 'yes';
  return active === 0 ? 'no' : `${active}/${followed}`;
}

/** `voters n1, n2, n3; learners n4`. */
export function intendedText({ voters, learners }: IntendedSet): string {
  return `voters ${voters.join(', ')}${learners.length === 0 ? '' : `; learners ${learners.join(', ')}`}`;
}

/** What a partition that has not converged waits for. */
export function stragglerText(partition: PartitionMembers): string {
  const name = `partition ${partition.partition}`;
  if (partition.leader === '') return `${name} has no leader that answers`;
  const words = [
    ...partition.missing.map((id) => `${id} is not there yet${progressText(partition, id)}`),
    ...partition.leaving.map((id) => `${id} has not left yet`),
  ];
  if (words.length === 0)
    words.push(partition.outgoing.length > 0 ? 'its membership is joint still' : 'its membership is not committed yet');
  return `${name}, leader ${partition.leader}: ${words.join(', ')}`;
}

function progressText({ progress, lastIndex }: PartitionMembers, id: string): string {
  const one = progress.find((member) => member.id === id);
  if (one === undefined) return '';
  return one.isActive
    ? ` (at index ${one.matchIndex} of ${lastIndex})`
    : ` (it does not answer, and is at index ${one.matchIndex} of ${lastIndex})`;
}

/** The member that is furthest behind its leader: `n4 at index 120 of 4000`; `undefined` if none is behind. */
export function slowestText({ partitions }: ClusterMembers): string | undefined {
  let slowest: { readonly lag: number; readonly text: string } | undefined;
  for (const partition of partitions) {
    for (const one of partition.progress) {
      const lag = lagOf(partition, one);
      if (lag > (slowest?.lag ?? 0)) slowest = { lag, text: `${one.id} at index ${one.matchIndex} of ${partition.lastIndex}` };
    }
  }
  return slowest?.text;
}
