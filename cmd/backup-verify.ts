// `ledgerline backup verify`: every byte of a backup against its manifest, then all of it restored into a scratch directory and served by a real node, whose
// history and state must be those of the cluster that was saved. Changes nothing in the backup.
import { type BackedUpPartition, historyDigest } from '../log/backup/manifest.ts';
import { type BackupSource, backupSnapshot, checkBackupFile, readBackupEntries } from '../log/backup/reading.ts';
import { equalBytes, toHex } from '../log/bytes.ts';
import { LogError } from '../log/errors.ts';
import { openLevelStateStore } from '../log/level-state-store.ts';
import { readSnapshotRecords } from '../log/snapshot-reader.ts';
import { bytesOf, manifestJson, manifestText, openBackup } from './backup-open.ts';
import { askRestored, type LivePartition, type Scratch, withScratch } from './backup-scratch.ts';
import { StateFold } from './backup-state.ts';
import type { Context } from './context.ts';
import { CommandError, EXIT, type ExitCode } from './exit.ts';
import { maybeProgress } from './progress.ts';
import { Renderer } from './render.ts';
import { restoreInto } from './restore.ts';
import { outputFormat } from './settings.ts';

export interface BackupVerifyArguments {
  readonly dir: string;
  readonly output?: string | undefined;
  /** Where to restore to; the system's directory for temporary files by default. */
  readonly scratch?: string | undefined;
}

/** Damage, as it is printed. */
interface BackupFinding {
  readonly file: string;
  readonly position: number | null;
  readonly index: number | null;
  readonly what: string;
}

/** What was compared with what of one partition's state. */
interface StateVerdict {
  /** The state that the log amounts to at a snapshot of the cluster, with what the cluster said. */
  readonly cluster: 'equal' | 'different' | 'not compared';
  /** The state that the log amounts to at its end, with what a restored node says. */
  readonly restored: 'equal' | 'different' | 'not compared';
}

interface Verdict {
  readonly partition: number;
  readonly history: 'equal' | 'different';
  readonly state: StateVerdict;
}

export async function run(args: BackupVerifyArguments, context: Context): Promise<ExitCode> {
  const render = new Renderer(outputFormat(args.output, context.env), context.streams);
  const source = await openBackup(args.dir);
  const findings = await checkFiles(source, { context, render });
  if (findings.length > 0) {
    render.document({ sound: false, findings, ...manifestJson(source.manifest) }, () => findings.map(findingText).join('\n'));
    return EXIT.damage;
  }
  const { manifest } = source;
  const verdicts = await withScratch({ parent: args.scratch, manifest }, (scratch) => tryOut(source, { scratch, context, render }));
  const isSound = verdicts.every(({ history, state }) => ![history, state.cluster, state.restored].includes('different'));
  render.document({ sound: isSound, findings: [], verdicts, ...manifestJson(manifest) }, () => {
    const lines = verdicts.map(({ partition, history, state }) => {
      return `partition ${partition}: history ${history}, state at a snapshot of the cluster ${state.cluster}, state of a restored node ${state.restored}`;
    });
    const end = isSound ? `sound: ${historyDigest(manifest)}` : 'NOT SOUND: what is restored from this backup is not what was saved';
    return `${manifestText(manifest)}\n${lines.join('\n')}\n${end}`;
  });
  return isSound ? EXIT.ok : EXIT.damage;
}

interface Watching {
  readonly context: Context;
  readonly render: Renderer;
}

/** Every file against its digest. Where one differs, its entries are read to say which of them are affected. */
async function checkFiles(source: BackupSource, { context, render }: Watching): Promise<BackupFinding[]> {
  const { manifest } = source;
  const progress = await maybeProgress({ ...context, render }, { label: 'checking', total: bytesOf(manifest), unit: 'bytes' });
  const findings: BackupFinding[] = [];
  let done = 0;
  try {
    for (const partition of manifest.partitions) {
      let isDamaged = false;
      for (const file of partition.files) {
        context.signal.throwIfAborted();
        const found = await damageIn(() => checkBackupFile(source, file));
        if (found !== undefined) findings.push(found);
        isDamaged ||= found !== undefined;
        done += file.bytes;
        progress.update(done);
      }
      const place = isDamaged ? await damageIn(() => readAll(source, partition)) : undefined;
      if (place !== undefined) findings.push(place);
    }
  } finally {
    progress.stop();
  }
  return findings;
}

async function readAll(source: BackupSource, partition: BackedUpPartition): Promise<void> {
  for await (const _ of readBackupEntries(source, partition, partition.base.index + 1));
}

async function damageIn(check: () => Promise<void>): Promise<BackupFinding | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (!(error instanceof LogError) || (error.code !== 'CORRUPT' && error.code !== 'VERSION')) throw error;
    return { file: error.file, position: error.position ?? null, index: error.index ?? null, what: error.what };
  }
}

function findingText({ file, position, index, what }: BackupFinding): string {
  return `damage: ${what} (${file}${position === null ? '' : `, byte ${position}`}${index === null ? '' : `, entry ${index}`})`;
}

async function tryOut(source: BackupSource, { scratch, context, render }: Watching & { readonly scratch: Scratch }): Promise<Verdict[]> {
  const { manifest } = source;
  const store = await openLevelStateStore(`${scratch.directory}/fold`);
  const progress = await maybeProgress({ ...context, render }, { label: 'restoring', total: bytesOf(manifest), unit: 'bytes' });
  try {
    const folds = new Map<number, StateFold>();
    for (const partition of manifest.partitions) {
      const fold = new StateFold(store, { partition: partition.partition, markIndex: partition.state?.index });
      if (partition.base.index > 0) await fold.load(partition.base, snapshotRecords(source, partition));
      folds.set(partition.partition, fold);
    }
    let done = 0;
    const onProgress = (bytes: number): void => {
      context.signal.throwIfAborted();
      done += bytes;
      progress.update(done);
    };
    const onEntry = async (partition: number, entry: Parameters<StateFold['add']>[0]): Promise<void> => folds.get(partition)?.add(entry);
    await restoreInto(source, { id: scratch.id, data: scratch.data, onProgress, onEntry });
    progress.stop();
    render.note('restored; a node now reads and serves it');
    const live = await askRestored(scratch, { manifest, signal: context.signal });
    return await Promise.all(manifest.partitions.map((partition) => verdictOf(partition, { live, fold: folds.get(partition.partition) })));
  } finally {
    progress.stop();
    await store.close();
  }
}

async function* snapshotRecords(source: BackupSource, partition: BackedUpPartition) {
  const { path, info } = await backupSnapshot(source, partition);
  const file = await source.disk.open(path, { create: false });
  try {
    yield* readSnapshotRecords({ file, path }, info);
  } finally {
    await file.close();
  }
}

async function verdictOf(
  { partition, last, state }: BackedUpPartition,
  { live, fold }: { readonly live: readonly LivePartition[]; readonly fold: StateFold | undefined },
): Promise<Verdict> {
  const found = live.find((candidate) => candidate.partition === partition);
  if (found === undefined || fold === undefined) {
    throw new CommandError(`partition ${partition} was not restored`, { exit: EXIT.failed, code: 'FAILED', hint: 'report this' });
  }
  const isSameHistory = found.lastOffset === last.nextOffset - 1 && toHex(found.digest) === toHex(last.digest);
  return {
    partition,
    history: isSameHistory ? 'equal' : 'different',
    state: { cluster: compared(fold.markDigest, state?.stateDigest), restored: compared(await fold.digest(), found.stateDigest) },
  };
}

function compared(ours: Uint8Array | undefined, theirs: Uint8Array | undefined): 'equal' | 'different' | 'not compared' {
  if (ours === undefined || theirs === undefined) return 'not compared';
  return equalBytes(ours, theirs) ? 'equal' : 'different';
}
