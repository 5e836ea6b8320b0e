// `ledgerline backup save`: everything that a running cluster has acknowledged, into a directory. Run again, it adds what is new; cut short, it goes on.
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type ClusterSource, type SaveEvent, saveBackup } from '../log/backup/saving.ts';
import { nodeDisk } from '../log/node-disk.ts';
import { asBackupError, GOES_ON, lockDirectory, manifestJson, manifestText } from './backup-open.ts';
import { clusterSource } from './backup-source.ts';
import { type ClientContext, type Context, withClient } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { maybeProgress, type Progress } from './progress.ts';
import type { ClientFlags } from './settings.ts';

/** Milliseconds to wait when the node that answered has not applied enough yet. */
const PAUSE_MS = 100;

export interface BackupSaveArguments extends ClientFlags {
  readonly dir: string;
  /** Take a snapshot of every partition first. */
  readonly snapshot: boolean;
}

export async function run(args: BackupSaveArguments, context: Context): Promise<ExitCode> {
  const path = resolve(args.dir);
  return withClient(context, args, (client) => asBackupError(() => save(path, { client, takeSnapshots: args.snapshot })));
}

async function save(path: string, options: { readonly client: ClientContext; readonly takeSnapshots: boolean }): Promise<ExitCode> {
  const { client } = options;
  await mkdir(dirname(path), { recursive: true });
  const source = await withGoals(clusterSource(client, options));
  const total = source.goals.reduce((sum, { offset }) => sum + offset, 0);
  const progress = await maybeProgress(client, { label: 'saving', total, unit: 'transactions' });
  const watch = new SaveWatch(client, { progress, total });
  try {
    const manifest = await saveBackup({
      disk: nodeDisk(),
      path,
      source,
      newIncarnation: () => randomBytes(16).toString('hex'),
      now: () => Date.now(),
      lock: async (dataPath) => {
        const lock = await lockDirectory(dataPath);
        return () => lock.close();
      },
      removeDirectory: (dataPath) => rm(dataPath, { recursive: true }),
      pause: () => delay(PAUSE_MS, undefined, { signal: client.signal }),
      onEvent: (event) => watch.take(event),
    });
    progress.stop();
    const { added } = watch;
    client.render.document({ directory: path, added, ...manifestJson(manifest) }, () => {
      return `${manifestText(manifest)}\n${added} transactions added to ${path}`;
    });
    return EXIT.ok;
  } finally {
    progress.stop();
    if (client.signal.aborted) client.render.note(GOES_ON);
  }
}

/** The goals are asked for once, before anything else, so that the total is known. */
async function withGoals(source: ClusterSource): Promise<ClusterSource & { readonly goals: readonly { readonly offset: number }[] }> {
  const goals = await Promise.all(Array.from({ length: source.partitions }, (_, at) => source.goal(at + 1)));
  const goal = async (partition: number) => goals[partition - 1] ?? (await source.goal(partition));
  return { ...source, goal, goals };
}

/** Counts what arrives and says what a human should know. */
class SaveWatch {
  /** Transactions that were not in the backup before. */
  added = 0;
  #done = 0;
  readonly #client: ClientContext;
  readonly #bar: { readonly progress: Progress; readonly total: number };

  constructor(client: ClientContext, bar: { readonly progress: Progress; readonly total: number }) {
    this.#client = client;
    this.#bar = bar;
  }

  take(event: SaveEvent): void {
    const { render } = this.#client;
    switch (event.kind) {
      case 'found':
        this.#move(event.transactions);
        break;
      case 'added':
        this.added += event.transactions;
        this.#move(event.transactions);
        break;
      case 'begins-with-snapshot':
        this.#move(event.offset);
        render.note(
          `partition ${event.partition}: the cluster has compacted what came before offset ${event.offset + 1}: the backup begins with its snapshot there`,
        );
        break;
      case 'starts-over':
        this.added = 0;
        this.#done = 0;
        render.note(
          `partition ${event.partition}: the cluster has compacted what follows entry ${event.lastIndex}, the last in this backup: ` +
            'everything is saved anew, and what was saved before is removed once that is complete',
        );
        break;
      case 'states-differ':
        render.note(
          `partition ${event.partition}: NODES HAVE DIFFERENT STATES at index ${event.index}: see ledgerline snapshot list; the backup holds the log`,
        );
        break;
    }
  }

  #move(transactions: number): void {
    this.#done += transactions;
    this.#bar.progress.update(Math.min(this.#done, this.#bar.total));
  }
}
