// The errors of the log layer: a closed list of codes, each message with the place and the next step.
import { AssertionError } from '../consensus/assert.ts';

/**
 * `CORRUPT`: bytes that were once durable are missing or damaged, and neither their neighbours nor other nodes can make up for them.
 * `FOREIGN_FILE`: something in the data directory that is not ours.
 * `WRONG_NODE`, `WRONG_CLUSTER`: a data directory of another node or cluster. `LOCKED`: another process has it open.
 * `UNFINISHED`: a backup was not restored to its end.
 * `WRONG_REPAIR`: entries that were offered in place of damaged ones are not these; nothing was changed.
 * `GONE`: a snapshot was asked for that is not here, or not any more. `BUSY`: it is being written or received. `VERSION`: written by a later version. `IO`: the file system refused; after a failed write or sync the storage refuses everything.
 */
export type LogErrorCode =
  | 'CORRUPT'
  | 'FOREIGN_FILE'
  | 'WRONG_NODE'
  | 'WRONG_CLUSTER'
  | 'LOCKED'
  | 'GONE'
  | 'BUSY'
  | 'UNFINISHED'
  | 'WRONG_REPAIR'
  | 'VERSION'
  | 'IO';

/** Where the damage is, as far as it is known. */
export interface LogErrorPlace {
  readonly file: string;
  /** Byte in the file. */
  readonly position?: number;
  /** Raft index of the entry that is affected first. */
  readonly index?: number;
}

export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;
  /** What is wrong, without place and next step. */
  readonly what: string;
  readonly file: string;
  readonly position: number | undefined;
  readonly index: number | undefined;

  /** `what` says what is wrong, `next` what the operator can do about it. */
  constructor(
    code: LogErrorCode,
    details: { readonly what: string; readonly next: string; readonly place: LogErrorPlace; readonly cause?: unknown },
  ) {
    const { what, next, place, cause } = details;
    const byte = place.position === undefined ? '' : `, byte ${place.position}`;
    const index = place.index === undefined ? '' : `, index ${place.index}`;
    super(`${code}: ${what} (${place.file}${byte}${index}). ${next}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.what = what;
    this.file = place.file;
    this.position = place.position;
    this.index = place.index;
  }
}

const NEXT_DAMAGED =
  'Nothing was cut, and the other nodes are not affected. Keep this directory; restore it from a copy of this same node at this same moment, ' +
  'or leave this node down and put another in its place (ledgerline members replace): this damage is none that the other nodes can repair.';

/** Bytes that were durable once are gone or damaged. */
export function corrupt(what: string, place: LogErrorPlace, cause?: unknown): LogError {
  return new LogError('CORRUPT', { what, next: NEXT_DAMAGED, place, cause });
}

/** Written by a version that knows more than this one. */
export function unknownVersion(what: string, place: LogErrorPlace): LogError {
  return new LogError('VERSION', { what, next: 'Start the version of ledgerline that wrote it, or a later one.', place });
}

/** The file system refused a call. */
export function ioFailed(what: string, file: string, cause: unknown): LogError {
  const next = 'Check the disk, its free space and the permissions of the directory, then start the node, or run the command, again.';
  return new LogError('IO', { what: `${what}: ${cause instanceof Error ? cause.message : String(cause)}`, next, place: { file }, cause });
}

/** `error` as the log layer reports it: its own errors and broken assertions as they are, anything else as `IO`. */
export function asLogError(what: string, file: string, error: unknown): Error {
  if (error instanceof LogError || error instanceof AssertionError) return error;
  return ioFailed(what, file, error);
}

/** Whether `error` is Node's error with this `code`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === code;
}
