// The public door `ledgerline/journal`: the embedded journal on this machine's file system, guarded by a lock that a kill -9 releases.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { Level } from 'level';
import { defined } from '../../consensus/assert.ts';
import { hasCode } from '../errors.ts';
import { nodeDisk } from '../node-disk.ts';
import { LOCK_DIRECTORY } from './directories.ts';
import { asOpenError, JournalError } from './errors.ts';
import { openJournalOn } from './journal.ts';
import type { Journal, JournalOptions } from './types.ts';

export { JournalError, type JournalErrorCode } from './errors.ts';
export type {
  AppliedByApplication,
  AppliedByJournal,
  Applier,
  ApplyPolicy,
  Journal,
  JournalObject,
  JournalOptions,
  JournalRecovery,
  JournalStatus,
  JournalTransaction,
  TransactionId,
} from './types.ts';

/**
 * Opens the journal in its directories, or makes a new one. Resolves once all that was committed and not applied is delivered to the applier.
 * Rejects with a `JournalError`: `LOCKED` while another process, or this one, has it open.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const first = defined(options.directories[0], 'a directory');
  const lock = await takeLock(`${first}/${LOCK_DIRECTORY}`);
  try {
    const newJournalId = (): string => randomBytes(16).toString('hex');
    return await openJournalOn({ disk: nodeDisk(), newJournalId, closed: () => lock.release() }, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Lock {
  release(): Promise<void>;
}

/** An empty Level for the sake of its kernel lock. */
async function takeLock(path: string): Promise<Lock> {
  const store = new Level(path);
  try {
    for (const directory of [path.slice(0, path.lastIndexOf('/')), path]) await makeDirectory(directory);
    await store.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!hasCode(cause, 'LEVEL_LOCKED')) throw asOpenError(error, path);
    const next = 'Close it there, or give this one directories of its own.';
    throw new JournalError('LOCKED', {
      what: 'the journal is open already, here or in another process',
      next,
      place: { file: path },
      cause,
    });
  }
  return { release: () => store.close() };
}

/** Only the directory itself: one above it would have to be made durable, too. */
async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
