// `ledgerline restore`: the data directory of one node from a backup. The nodes of a configuration that were all restored from the same backup form a new
// cluster with its history.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyIndex } from '../consensus/ports.ts';
import { historyDigest } from '../log/backup/manifest.ts';
import type { BackupSource } from '../log/backup/reading.ts';
import { restoreBackup } from '../log/backup/restoring.ts';
import { hasCode } from '../log/errors.ts';
import { KEY_INDEX_DIRECTORY } from '../log/key-index-directory.ts';
import { nodeDisk } from '../log/node-disk.ts';
import { RESTORED_FROM_FILE } from '../log/origin.ts';
import { asBackupError, bytesOf, GOES_ON, lockDirectory, manifestJson, manifestText, openBackup } from './backup-open.ts';
import { type FormingCluster, loadConfig, type ServerConfig } from './config.ts';
import type { Context } from './context.ts';
import { CommandError, EXIT, type ExitCode } from './exit.ts';
import { maybeProgress } from './progress.ts';
import { Renderer } from './render.ts';
import { outputFormat } from './settings.ts';
import { shellLine } from './shell.ts';

export interface RestoreArguments {
  readonly dir: string;
  /** Of the node whose data directory is made. */
  readonly config: string;
  readonly output?: string | undefined;
}

export async function run(args: RestoreArguments, context: Context): Promise<ExitCode> {
  const render = new Renderer(outputFormat(args.output, context.env), context.streams);
  const source = await openBackup(args.dir);
  const config = await loadConfig(args.config, context.env);
  const cluster = newClusterOf(config);
  checkFits(source, { file: config.file, cluster });
  const { id, data } = config.node;
  await checkEmpty(data);
  const progress = await maybeProgress({ ...context, render }, { label: 'restoring', total: bytesOf(source.manifest), unit: 'bytes' });
  let done = 0;
  const onProgress = (bytes: number): void => {
    context.signal.throwIfAborted();
    done += bytes;
    progress.update(done);
  };
  try {
    await restoreInto(source, { id, data, onProgress });
  } finally {
    progress.stop();
    if (context.signal.aborted) render.note(GOES_ON);
  }
  const { manifest } = source;
  const others = cluster.initialMembers.filter((member) => member.id !== id).map((member) => member.id);
  render.document({ node: id, data, ...manifestJson(manifest) }, () => {
    const alike =
      others.length === 0
        ? ''
        : `Restore ${others.join(', ')}, too, each by its own configuration and from this same backup (${historyDigest(manifest)}).\n`;
    const start = shellLine(['ledgerline', 'serve', '--config', config.file]);
    return (
      `${manifestText(manifest)}\n${data} is restored for node ${id}.\n${alike}Then start ${others.length === 0 ? 'it' : 'them all'}: ${start}\n` +
      `They form a new cluster${others.length === 0 ? '' : '; one that was restored from anything else, or not at all, is named and keeps it from forming'}.`
    );
  });
  return EXIT.ok;
}

/** Fills the data directory of a node, under its lock. */
export async function restoreInto(
  source: BackupSource,
  target: {
    readonly id: ServerConfig['node']['id'];
    readonly data: string;
    readonly onProgress: (bytes: number) => void;
    readonly onEntry?: Parameters<typeof restoreBackup>[2]['onEntry'];
  },
): Promise<void> {
  const { id, data, onProgress, onEntry } = target;
  await mkdir(dirname(data), { recursive: true });
  await asBackupError(async () => {
    const keyIndex = await lockDirectory(data);
    try {
      await checkFresh(source, { keyIndex, data });
      const newIncarnation = (): string => randomBytes(16).toString('hex');
      const observer = { onProgress, ...(onEntry === undefined ? {} : { onEntry }) };
      await restoreBackup(source, { disk: nodeDisk(), path: data, nodeId: id, newIncarnation }, observer);
    } finally {
      await keyIndex.close();
    }
  });
}

/** The lock may have been there before; a key index of another history would be believed. */
async function checkFresh(
  { manifest }: BackupSource,
  { keyIndex, data }: { readonly keyIndex: KeyIndex; readonly data: string },
): Promise<void> {
  for (const { partition } of manifest.partitions) {
    if ((await keyIndex.appliedOffset(partition)) > 0) throw notEmpty(data, 'the data of a node');
  }
}

/** A backup is the beginning of a cluster of its own. */
function newClusterOf({ file, cluster }: ServerConfig): FormingCluster {
  if (cluster.kind === 'form') return cluster;
  throw new CommandError(`${file}: cluster.join is given: a backup is restored into the nodes of a new cluster`, {
    exit: EXIT.usage,
    code: 'CONFIG',
    hint: 'name them in cluster.initialMembers; a node that joins gets the log from the others and needs no backup',
  });
}

/** What decides which transactions are admitted is part of the history: the log was written under these limits. */
function checkFits({ manifest, path }: BackupSource, config: { readonly file: string; readonly cluster: FormingCluster }): void {
  const { partitions, limits } = config.cluster;
  const wanted: Readonly<Record<string, number>> = { partitions: manifest.partitions.length, ...limitsByKey(manifest.limits) };
  const found: Readonly<Record<string, number>> = { partitions, ...limitsByKey(limits) };
  const different = Object.keys(wanted).filter((key) => wanted[key] !== found[key]);
  if (different.length === 0) return;
  const list = different.map((key) => `cluster.${key} is ${found[key]}, and ${wanted[key]} in the backup`).join('; ');
  throw new CommandError(`${config.file} does not fit to ${path}: ${list}`, {
    exit: EXIT.usage,
    code: 'CONFIG',
    hint: 'give every node of the new cluster the values of the backup',
  });
}

function limitsByKey(limits: FormingCluster['limits']): Record<string, number> {
  return Object.fromEntries(Object.entries(limits).map(([key, value]) => [`limits.${key}`, value]));
}

/** Before the lock is made in it: absent, empty, or what an earlier restore has begun. */
async function checkEmpty(data: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(data);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (names.includes(RESTORED_FROM_FILE)) return;
  const foreign = names.find((name) => name !== 'lost+found' && name !== KEY_INDEX_DIRECTORY);
  if (foreign !== undefined) throw notEmpty(data, foreign);
}

function notEmpty(data: string, name: string): CommandError {
  return new CommandError(`${data} is not empty: it holds ${name}`, {
    exit: EXIT.failed,
    code: 'NOT_EMPTY',
    hint: 'nothing was changed; restore into a directory that is absent or empty',
  });
}
