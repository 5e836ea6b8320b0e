// What a data directory is besides a node's own: the backup of a cluster, or the data of a node that a backup is, or was, restored into. Two small
// files, made before anything else in the directory; FORMAT.md ("Backups"). What they mean for a start is the data directory's.
import type { Disk } from '../consensus/ports.ts';
import { checksum } from './crc.ts';
import { corrupt, hasCode, unknownVersion } from './errors.ts';
import { readSmallFile, TEMPORARY_SUFFIX, writeSmallFile } from './small-file.ts';

export const BACKUP_OF_FILE = 'backup-of';
export const RESTORED_FROM_FILE = 'restored-from';

const VERSION = 1;
const BYTES_MAX = 1024;
const VERSION_LINE = /^ledgerline (?:backup-of|restored-from) ([0-9]+)\n/;
const BACKUP_OF = /^ledgerline backup-of 1\ncluster ([0-9a-f]{64})\n$/;
const RESTORED_FROM = /^ledgerline restored-from 1\nbackup ([0-9a-f]{64})\nstate (under-way|complete)\n$/;

/** Which backup a node's data come from. `isComplete` is false while they are still being restored: the node must not start. */
export interface RestoredFrom {
  /** Digest of the backup's history, 64 hexadecimal digits. */
  readonly digest: string;
  readonly isComplete: boolean;
}

export interface Origin {
  /** Id of the cluster that this directory is a backup of. */
  readonly backupOf: string | undefined;
  readonly restoredFrom: RestoredFrom | undefined;
}

/** Reads what there is of both; `names` are those in the directory. Throws `CORRUPT`, `VERSION`. */
export async function readOrigin(disk: Disk, directory: string, names: ReadonlySet<string>): Promise<Origin> {
  const read = (name: string, shape: RegExp) =>
    names.has(name) ? readLines(disk, `${directory}/${name}`, shape) : Promise.resolve(undefined);
  const backup = await read(BACKUP_OF_FILE, BACKUP_OF);
  const restored = await read(RESTORED_FROM_FILE, RESTORED_FROM);
  return {
    backupOf: backup?.[1],
    restoredFrom: restored === undefined ? undefined : { digest: restored[1] ?? '', isComplete: restored[2] === 'complete' },
  };
}

/** Durable when it resolves. */
export async function writeBackupOf(disk: Disk, directory: string, cluster: string): Promise<void> {
  await write(disk, { directory, name: BACKUP_OF_FILE }, `ledgerline backup-of ${VERSION}\ncluster ${cluster}\n`);
}

/** Durable when it resolves; takes the place of one that says otherwise. */
export async function writeRestoredFrom(disk: Disk, directory: string, { digest, isComplete }: RestoredFrom): Promise<void> {
  const state = isComplete ? 'complete' : 'under-way';
  await write(disk, { directory, name: RESTORED_FROM_FILE }, `ledgerline restored-from ${VERSION}\nbackup ${digest}\nstate ${state}\n`);
}

async function write(disk: Disk, place: { readonly directory: string; readonly name: string }, body: string): Promise<void> {
  await removeUnfinished(disk, place);
  await writeSmallFile(disk, place, Buffer.from(`${body}${checksumLine(body)}`, 'latin1'));
}

async function removeUnfinished(disk: Disk, { directory, name }: { readonly directory: string; readonly name: string }): Promise<void> {
  try {
    await disk.remove(`${directory}/${name}${TEMPORARY_SUFFIX}`);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** What the shape finds in the file without its last line. */
async function readLines(disk: Disk, file: string, shape: RegExp): Promise<RegExpExecArray> {
  const text = Buffer.from(await readSmallFile(disk, file, BYTES_MAX)).toString('latin1');
  const at = text.lastIndexOf('checksum ');
  const body = text.slice(0, Math.max(0, at));
  if (at < 0 || text.slice(at) !== checksumLine(body)) throw corrupt('what says where these data come from is damaged', { file });
  const version = Number(VERSION_LINE.exec(body)?.[1] ?? VERSION);
  if (version !== VERSION) throw unknownVersion(`it has format ${version}, this version knows ${VERSION}`, { file });
  const match = shape.exec(body);
  if (match === null) throw corrupt('what says where these data come from makes no sense', { file });
  return match;
}

function checksumLine(body: string): string {
  return `checksum ${checksum(Buffer.from(body, 'latin1')).toString(16).padStart(8, '0')}\n`;
}
