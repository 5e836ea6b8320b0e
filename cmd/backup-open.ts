// What the commands about backups share: a backup opened for reading, the lock of a data directory, errors of the log as those of a command, and how a
// manifest is printed.
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { KeyIndex } from '../consensus/ports.ts';
import { type BackupManifest, historyDigest, readManifest } from '../log/backup/manifest.ts';
import type { BackupSource } from '../log/backup/reading.ts';
import { toHex } from '../log/bytes.ts';
import { LogError } from '../log/errors.ts';
import { readOnlyDisk } from '../log/inspect/read-only-disk.ts';
import { KEY_INDEX_DIRECTORY } from '../log/key-index-directory.ts';
import { openLevelKeyIndex } from '../log/level-key-index.ts';
import { CommandError, EXIT, usageError } from './exit.ts';
import { tableText } from './table.ts';
import { bytesAmount } from './units.ts';

/** What is said where a command is interrupted that leaves nothing half done. */
export const GOES_ON = 'interrupted: the same command goes on from here';

/** Reads the manifest; nothing is locked. Throws if there is none, or if it is damaged. */
export async function openBackup(directory: string): Promise<BackupSource> {
  const path = resolve(directory);
  const disk = readOnlyDisk();
  const manifest = await asBackupError(() => readManifest(disk, path));
  if (manifest !== undefined) return { disk, path, manifest };
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  const why = isThere ? `${path} holds no complete backup: there is no manifest` : `there is no directory ${path}`;
  throw usageError(why, 'name a directory that ledgerline backup save has filled; if it was cut short, run it again');
}

/** What `body` returns; an error of the log layer as one of a command. */
export async function asBackupError<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const exit = error.code === 'CORRUPT' ? EXIT.damage : EXIT.failed;
    // The message already ends with the next step.
    throw new CommandError(error.message.slice(`${error.code}: `.length), { exit, code: error.code, hint: '', cause: error });
  }
}

/** The key index of a data directory, whose lock guards it until it is closed, as it does a node's. */
export async function lockDirectory(dataPath: string): Promise<KeyIndex> {
  try {
    return await openLevelKeyIndex(`${dataPath}/${KEY_INDEX_DIRECTORY}`);
  } catch (error) {
    if (!(error instanceof LogError) || error.code !== 'LOCKED') throw error;
    const next = 'Wait for it to end.';
    throw new LogError('LOCKED', { what: 'another command is at work here', next, place: { file: dataPath }, cause: error });
  }
}

/** Bytes of all files that a manifest names. */
export function bytesOf({ partitions }: BackupManifest): number {
  return partitions.reduce((sum, { files }) => sum + files.reduce((total, { bytes }) => total + bytes, 0), 0);
}

export function manifestJson(manifest: BackupManifest): Record<string, unknown> {
  return {
    digest: historyDigest(manifest),
    cluster: manifest.cluster,
    savedAt: new Date(manifest.savedAt).toISOString(),
    bytes: bytesOf(manifest),
    partitions: manifest.partitions.map(({ partition, base, last, files, state }) => ({
      partition,
      baseIndex: base.index,
      baseOffset: base.nextOffset - 1,
      lastIndex: last.index,
      lastOffset: last.nextOffset - 1,
      digest: toHex(last.digest),
      files: files.length,
      stateIndex: state?.index ?? null,
    })),
  };
}

export function manifestText(manifest: BackupManifest): string {
  const rows = manifest.partitions.map(({ partition, base, last, files }) => [
    String(partition),
    base.index === 0 ? 'everything' : `behind offset ${base.nextOffset - 1}, by a snapshot`,
    String(last.nextOffset - 1),
    String(last.index),
    String(files.length),
    bytesAmount(files.reduce((sum, { bytes }) => sum + bytes, 0)),
    toHex(last.digest),
  ]);
  return tableText({ columns: ['partition', 'holds', 'last offset', 'last index', 'files', 'size', 'chain digest'], rows });
}
