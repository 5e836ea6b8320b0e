// What the offline log tools share: a data directory for reading, refused while a node has it open, and their flags.
import { resolve } from 'node:path';
import { PARTITIONS_MAX } from '../consensus/limits.ts';
import type { Disk } from '../consensus/ports.ts';
import { LogError, type LogErrorCode } from '../log/errors.ts';
import { findUser } from '../log/inspect/in-use.ts';
import { type Inventory, takeInventory } from '../log/inspect/inventory.ts';
import { readOnlyDisk } from '../log/inspect/read-only-disk.ts';
import type { Context } from './context.ts';
import { CommandError, EXIT, type ExitCode, usageError } from './exit.ts';
import { Renderer } from './render.ts';
import { outputFormat, parseWhole } from './settings.ts';

export interface LogArguments {
  readonly dir: string;
  readonly output?: string | undefined;
  readonly partition?: string | undefined;
  /** Read although a node has it open. */
  readonly live: boolean;
}

export interface OpenLog {
  readonly disk: Disk;
  /** Absolute. */
  readonly path: string;
  /** Only this one, if it was asked for. */
  readonly partition: number | undefined;
  readonly render: Renderer;
}

const HINT_IN_USE = 'stop the node, or name a copy of the directory; --live reads it all the same, and a write under way then looks torn';

/** Throws if a node has the directory open, or if nobody can tell, unless `live` was given. `hint`: what to do then. */
export async function openLog(args: LogArguments, context: Context, hint = HINT_IN_USE): Promise<OpenLog> {
  const path = resolve(args.dir);
  const render = new Renderer(outputFormat(args.output, context.env), context.streams);
  const partition =
    args.partition === undefined ? undefined : parseWhole(args.partition, { name: '--partition', min: 1, max: PARTITIONS_MAX });
  if (!args.live) await checkFree(path, hint);
  return { disk: readOnlyDisk(), path, partition, render };
}

async function checkFree(path: string, hint: string): Promise<void> {
  const user = await findUser(path);
  if (user.kind === 'free') return;
  const who = user.kind === 'in-use' ? `process ${user.pid} has ${path} open` : `this system does not say whether a node has ${path} open`;
  throw new CommandError(who, {
    exit: EXIT.failed,
    code: 'IN_USE',
    hint,
  });
}

/** As `takeInventory`, with the errors of a command. */
export async function inventoryOf({ disk, path, partition }: OpenLog): Promise<Inventory> {
  const inventory = await asCommandError(() => takeInventory(disk, path));
  if (partition !== undefined && !inventory.partitions.some((found) => found.partition === partition)) {
    const known = inventory.partitions.map((found) => found.partition).join(', ');
    throw usageError(`${path} has no partition ${partition}`, known === '' ? 'it has none at all' : `it has ${known}`);
  }
  return inventory;
}

const EXIT_OF_CODE: Readonly<Partial<Record<LogErrorCode, ExitCode>>> = {
  FOREIGN_FILE: EXIT.usage,
  CORRUPT: EXIT.damage,
};

/** What `body` returns; an error of the log layer as one of a command. */
export async function asCommandError<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    const exit = EXIT_OF_CODE[error.code] ?? EXIT.failed;
    throw new CommandError(error.message, { exit, code: error.code, hint: '', cause: error });
  }
}

/** A path below the data directory for a table. */
export function shortPath(path: string, file: string): string {
  return file.startsWith(`${path}/`) ? file.slice(path.length + 1) : file;
}
