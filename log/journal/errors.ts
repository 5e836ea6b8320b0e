// The errors of the embedded journal: a closed list of codes, each message with the place and the next step. What the codes promise about a
// transaction is its `outcome`.
import { AssertionError } from '../../consensus/assert.ts';
import { hasCode } from '../errors.ts';

/**
 * While opening: `CORRUPT`: bytes that were once durable are missing or damaged. `UNCLEAR`: the last sync is damaged, and not as a crash would.
 * `FOREIGN_FILE`: something in a directory that is not the journal's. `WRONG_DIRECTORIES`: not those it was made with, in their order.
 * `APPLIED_MISMATCH`: the application's store and the journal are not of the same moment. `LOCKED`: another process has it open. `VERSION`:
 * written by a later version. `IO`: the file system refused.
 *
 * While it runs: `OVERLOADED`: a limit of memory or of unapplied bytes; wait for `room()`. `TOO_LARGE`: a limit of one transaction.
 * `NO_SPACE`: the disk is full; nothing was written. `NO_TRANSACTION`: never begun, or already over. `CLOSED`. `FAILED`: a write or sync
 * failed, everything is refused from then on. `APPLIER_FAILED`: the applier did, likewise. `CORRUPT`: damage met while applying, likewise.
 */
export type JournalErrorCode =
  | 'CORRUPT'
  | 'UNCLEAR'
  | 'FOREIGN_FILE'
  | 'WRONG_DIRECTORIES'
  | 'APPLIED_MISMATCH'
  | 'LOCKED'
  | 'VERSION'
  | 'IO'
  | 'OVERLOADED'
  | 'TOO_LARGE'
  | 'NO_SPACE'
  | 'NO_TRANSACTION'
  | 'CLOSED'
  | 'FAILED'
  | 'APPLIER_FAILED';

/** Where the damage is, as far as it is known. */
export interface JournalErrorPlace {
  readonly file: string;
  /** Byte in the file. */
  readonly position?: number;
  /** Of the transaction that is affected first. */
  readonly offset?: number;
}

export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly code: JournalErrorCode;
  /** `none`: the transaction of this call is not in the journal and never will be. `unknown`: the next start finds it, or not. */
  readonly outcome: 'none' | 'unknown';
  readonly file: string | undefined;
  readonly position: number | undefined;
  readonly offset: number | undefined;

  /** `what` says what is wrong, `next` what can be done about it. */
  constructor(
    code: JournalErrorCode,
    details: {
      readonly what: string;
      readonly next: string;
      readonly place?: JournalErrorPlace | undefined;
      readonly outcome?: 'none' | 'unknown';
      readonly cause?: unknown;
    },
  ) {
    const { what, next, place, cause } = details;
    const byte = place?.position === undefined ? '' : `, byte ${place.position}`;
    const offset = place?.offset === undefined ? '' : `, offset ${place.offset}`;
    const where = place === undefined ? '' : ` (${place.file}${byte}${offset})`;
    super(`${code}: ${what}${where}. ${next}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.outcome = details.outcome ?? 'none';
    this.file = place?.file;
    this.position = place?.position;
    this.offset = place?.offset;
  }

  static is(error: unknown): error is JournalError {
    return error instanceof JournalError;
  }
}

const NEXT_DAMAGED =
  'Nothing was cut. Keep these directories, and restore the journal and the store it belongs to from copies of one moment.';

/** Bytes that were durable once are gone or damaged. */
export function corrupt(what: string, place: JournalErrorPlace, cause?: unknown): JournalError {
  return new JournalError('CORRUPT', { what, next: NEXT_DAMAGED, place, cause });
}

export function unclear(what: string, place: JournalErrorPlace): JournalError {
  const next =
    'It may or may not have been acknowledged, so it is neither used nor cut. Keep copies of these directories; ' +
    "then open with onUnclear: 'cut' if it is acceptable that the transactions of this last sync are gone.";
  return new JournalError('UNCLEAR', { what, next, place });
}

export function unknownVersion(what: string, place: JournalErrorPlace): JournalError {
  return new JournalError('VERSION', { what, next: 'Use the version that wrote it, or a later one.', place });
}

/** `error` as opening reports it: the journal's own errors and broken assertions as they are, anything else by its code. */
export function asOpenError(error: unknown, file: string): Error {
  if (error instanceof JournalError || error instanceof AssertionError) return error;
  const what = `the journal cannot be opened: ${messageOf(error)}`;
  if (isNoSpace(error)) return noSpace(error, file);
  const next = 'Check the disk, its free space and the permissions of the directories, then open again.';
  return new JournalError('IO', { what, next, place: { file }, cause: error });
}

/** Whether the file system refused for want of space or quota. */
export function isNoSpace(error: unknown): boolean {
  return hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT');
}

export function noSpace(cause: unknown, file: string): JournalError {
  const next = 'Nothing was written. Free space on this disk and commit again; the journal goes on by itself.';
  return new JournalError('NO_SPACE', { what: 'there is no space for the next segment', next, place: { file }, cause });
}

/** What every call gets once a write or sync has failed: what is on the disk is known only to the next start. */
export function failed(cause: unknown): JournalError {
  if (cause instanceof JournalError) return cause;
  const next = 'Everything is refused from here on: only a new start finds out what is on the disk. Check the disk and open again.';
  return new JournalError('FAILED', { what: `the journal failed: ${messageOf(cause)}`, next, cause });
}

/** `error`, for a transaction whose write was under way: the next start finds it, or not. */
export function withUnknownOutcome(error: JournalError): JournalError {
  const next = 'Whether this transaction is in the journal is known after the next start.';
  return new JournalError(error.code, { what: error.message, next, outcome: 'unknown', cause: error });
}

export function applierFailed(cause: unknown, offset: number | undefined): JournalError {
  const at = offset === undefined ? 'when it was asked to sync' : `at offset ${offset}`;
  const next =
    'What was committed is safe in the journal, and is delivered again by the next start. Correct the applier or its store, then open again.';
  return new JournalError('APPLIER_FAILED', { what: `the applier failed ${at}: ${messageOf(cause)}`, next, cause });
}

export function closed(): JournalError {
  return new JournalError('CLOSED', { what: 'the journal is closed', next: 'Open it again.' });
}

export function overloaded(what: string): JournalError {
  return new JournalError('OVERLOADED', { what, next: 'The transaction is still open: await room() and commit again, or roll it back.' });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
