// What lies in a data directory: the node's files, each partition's hard state, segments and snapshots, and which segments are live. Reads names,
// headers and small files only, changes nothing, and goes on behind whatever is damaged.
import { GenesisError, parseGenesis } from '../../consensus/genesis.ts';
import type { MembershipAt } from '../../consensus/members-view.ts';
import type { Disk } from '../../consensus/ports.ts';
import type { Genesis } from '../../consensus/types.ts';
import { hasCode, LogError } from '../errors.ts';
import { clusterIdOf, GENESIS_FILE, readGenesis } from '../genesis-file.ts';
import { IDENTITY_FILE, type Identity, loadIdentity } from '../identity.ts';
import { JOINED_FILE, readJoined } from '../joined-file.ts';
import { KEY_INDEX_DIRECTORY } from '../key-index-directory.ts';
import { BACKUP_OF_FILE, type Origin, RESTORED_FROM_FILE, readOrigin } from '../origin.ts';
import { TEMPORARY_SUFFIX } from '../small-file.ts';
import { STATE_DIRECTORY } from '../state-directory.ts';
import { type Finding, findingOf, NEXT } from './finding.ts';
import { type PartitionInventory, takePartition } from './partition-inventory.ts';

const PARTITION = /^partition-([0-9]{4})$/;
const MARKER = /^partition-([0-9]{4})\.created$/;
/** Levels check themselves when the node opens them; the tools never do. `lost+found` is the file system's. */
const NOT_OURS_TO_READ: readonly string[] = [KEY_INDEX_DIRECTORY, STATE_DIRECTORY, 'lost+found'];

const SMALL_FILES: readonly string[] = [IDENTITY_FILE, GENESIS_FILE, JOINED_FILE, BACKUP_OF_FILE, RESTORED_FROM_FILE];

export interface Inventory {
  /** Absolute. */
  readonly path: string;
  readonly identity: Identity | undefined;
  readonly genesis: Genesis | undefined;
  /** Whether it is a backup, or restored from one; `undefined` if that is damaged. */
  readonly origin: Origin | undefined;
  readonly partitions: readonly PartitionInventory[];
  /** About files of the node; those of partitions are with the partition. */
  readonly findings: readonly Finding[];
}

/** Throws `FOREIGN_FILE` if the directory is none of ledgerline, and `IO` if it cannot be listed. */
export async function takeInventory(disk: Disk, path: string): Promise<Inventory> {
  const names = await namesOf(disk, path);
  const findings: Finding[] = [];
  const identity = await take(findings, { code: 'IDENTITY', file: `${path}/${IDENTITY_FILE}`, next: NEXT.replace }, () =>
    names.includes(IDENTITY_FILE) ? loadIdentity(disk, path) : Promise.resolve(undefined),
  );
  const genesis = await take(findings, { code: 'GENESIS', file: `${path}/${GENESIS_FILE}`, next: NEXT.replace }, async () =>
    names.includes(GENESIS_FILE) ? parseGenesis(await readGenesis(disk, path), clusterIdOf) : undefined,
  );
  const joined = await take(findings, { code: 'IDENTITY', file: `${path}/${JOINED_FILE}`, next: NEXT.replace }, async () =>
    names.includes(JOINED_FILE) ? readJoined(disk, path) : undefined,
  );
  const origin = await take(findings, { code: 'IDENTITY', file: path, next: NEXT.replace }, () => readOrigin(disk, path, new Set(names)));
  const partitions: PartitionInventory[] = [];
  for (const name of names) {
    const number = Number(PARTITION.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) continue;
    partitions.push(await takePartition(disk, { directory: `${path}/${name}`, partition: number, incarnation: identity?.incarnation }));
  }
  partitions.sort((left, right) => left.partition - right.partition);
  findings.push(...checkNode({ path, names, identity, genesis, joined, origin, partitions }));
  return { path, identity, genesis, origin, partitions, findings };
}

async function namesOf(disk: Disk, path: string): Promise<string[]> {
  let names: string[];
  try {
    names = await disk.list(path);
  } catch (error) {
    const what = hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') ? 'there is no such directory' : 'the directory cannot be listed';
    throw new LogError('IO', { what, next: 'Name the data directory of a node.', place: { file: path }, cause: error });
  }
  if (names.some((name) => name === IDENTITY_FILE || name === KEY_INDEX_DIRECTORY || PARTITION.test(name) || MARKER.test(name)))
    return names;
  const place = { file: path };
  throw new LogError('FOREIGN_FILE', {
    what: 'this is no data directory of ledgerline',
    next: 'Name the data directory of a node.',
    place,
  });
}

type About = Omit<Finding, 'what' | 'severity'>;

/** What `read` returns; a finding and `undefined` if it is damaged. */
async function take<T>(findings: Finding[], about: About, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    // Its digest holds, so the bytes are those that were written.
    if (error instanceof GenesisError) {
      const next = 'Look into it with the version of ledgerline that made the cluster, or a later one.';
      findings.push({
        ...about,
        severity: 'note',
        what: `the genesis is sound, and this version does not understand it: ${error.message}`,
        next,
      });
    } else findings.push(findingOf(error, about));
    return undefined;
  }
}

interface Taken extends Omit<Inventory, 'findings'> {
  readonly names: readonly string[];
  readonly joined: MembershipAt | undefined;
}

function checkNode(node: Taken): Finding[] {
  const { path, names, identity, genesis, joined, origin, partitions } = node;
  const findings: Finding[] = [];
  const hasData = names.some((name) => name === GENESIS_FILE || PARTITION.test(name) || MARKER.test(name));
  if (!names.includes(IDENTITY_FILE) && hasData) {
    const what = 'the identity of the node is missing, but its data are here';
    findings.push({ severity: 'damage', code: 'IDENTITY', file: `${path}/${IDENTITY_FILE}`, what, next: NEXT.replace });
  }
  // What is a backup, or was restored from one and has not formed since, has partitions without a genesis.
  const isFromBackup = origin?.backupOf !== undefined || origin?.restoredFrom !== undefined;
  if (!names.includes(GENESIS_FILE) && !isFromBackup && names.some((name) => MARKER.test(name))) {
    const what = 'the genesis is missing, but the partitions of a formed node are here';
    findings.push({ severity: 'damage', code: 'GENESIS', file: `${path}/${GENESIS_FILE}`, what, next: NEXT.replace });
  }
  if (identity !== undefined && genesis !== undefined) {
    const isOurs = ({ id }: { readonly id: string }) => id === identity.nodeId;
    const member = joined?.membership.members.find(isOurs) ?? genesis.members.find(isOurs);
    if (member?.incarnation !== identity.incarnation) {
      const what = `the genesis knows ${identity.nodeId} ${member === undefined ? 'not at all' : `as incarnation ${member.incarnation}`}`;
      findings.push({ severity: 'damage', code: 'IDENTITY', file: `${path}/${IDENTITY_FILE}`, what, next: NEXT.replace });
    }
  }
  for (const name of names) findings.push(...checkName(name, { path, names, genesis }));
  if (origin?.restoredFrom?.isComplete === false) {
    const file = `${path}/${RESTORED_FROM_FILE}`;
    const what = 'a backup is being restored here, and not all of it is there';
    const next = 'Run the same ledgerline restore again: it goes on where it was.';
    findings.push({ severity: 'note', code: 'UNFINISHED', file, what, next });
  }
  const count = genesis?.partitions ?? 0;
  for (let partition = 1; partition <= count; partition++) {
    if (partitions.some((found) => found.partition === partition)) continue;
    const directory = `${path}/partition-${String(partition).padStart(4, '0')}`;
    if (names.includes(`${directory.slice(path.length + 1)}.created`)) continue;
    const what = 'the partition was not made yet';
    findings.push({ severity: 'note', code: 'PARTITION', partition, file: directory, what, next: NEXT.start });
  }
  return findings;
}

function checkName(
  name: string,
  node: { readonly path: string; readonly names: readonly string[]; readonly genesis: Genesis | undefined },
): Finding[] {
  const file = `${node.path}/${name}`;
  const marked = MARKER.exec(name)?.[1];
  if (marked !== undefined) {
    if (node.names.includes(`partition-${marked}`)) return [];
    const what = 'the directory of this partition, which was made here, is missing';
    const partition = Number(marked);
    return [{ severity: 'damage', code: 'PARTITION', partition, file: `${node.path}/partition-${marked}`, what, next: NEXT.replace }];
  }
  const number = PARTITION.exec(name)?.[1];
  if (number !== undefined) {
    if (node.genesis === undefined || Number(number) <= node.genesis.partitions) return [];
    const what = `the cluster has ${node.genesis.partitions} partitions, and this is none of them`;
    return [{ severity: 'note', code: 'FOREIGN_FILE', file, what, next: NEXT.move }];
  }
  if (SMALL_FILES.includes(name) || NOT_OURS_TO_READ.includes(name)) return [];
  if (SMALL_FILES.some((small) => name === small + TEMPORARY_SUFFIX)) {
    return [{ severity: 'note', code: 'UNFINISHED', file, what: 'a file that was never finished', next: NEXT.start }];
  }
  return [{ severity: 'note', code: 'FOREIGN_FILE', file, what: 'this file does not belong to the data directory', next: NEXT.move }];
}
