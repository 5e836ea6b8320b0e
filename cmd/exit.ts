// The exit codes of the command line (DESIGN §12) and the one error type by which a command ends with one of them.
import type { SnapshotPlace } from '@ledgerline/client';
import { bytesMember } from './bytes-text.ts';

/** What a script may branch on. 130 is the shell's word for "interrupted". */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  noQuorum: 4,
  conflict: 5,
  damage: 6,
  outcomeUnknown: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An operating error that a command reports and ends with: what happened, what to do next, and the exit status. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exit: ExitCode;
  readonly code: string;
  readonly hint: string;

  constructor(
    message: string,
    options: { readonly exit: ExitCode; readonly code: string; readonly hint: string; readonly cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.exit = options.exit;
    this.code = options.code;
    this.hint = options.hint;
  }
}

/** A mistake in what the caller typed. */
export function usageError(message: string, hint: string): CommandError {
  return new CommandError(message, { exit: EXIT.usage, code: 'USAGE', hint });
}

/** What an error says about itself: the SDK's errors and `CommandError` both do. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** `none`: nothing was written. `unknown`: it may be in the log. */
  readonly outcome: 'none' | 'unknown';
  readonly exit: ExitCode;
  /** As `LedgerlineError` has it. */
  readonly offset?: number;
  readonly snapshot?: SnapshotPlace;
  /** Name of the lock that was lost, as text or in base64. */
  readonly lock?: string;
  readonly lockBase64?: string;
}

/** The exit code that each of the SDK's error codes maps to while its outcome is `none`. */
const EXIT_OF_CODE: Readonly<Record<string, ExitCode>> = {
  CONFLICT: EXIT.conflict,
  STALE: EXIT.conflict,
  VOID: EXIT.conflict,
  KEY_REUSED: EXIT.conflict,
  INVALID: EXIT.usage,
  TOO_LARGE: EXIT.usage,
  TOO_MANY_LOCKS: EXIT.usage,
  UNKNOWN_PARTITION: EXIT.usage,
  UNKNOWN_NODE: EXIT.usage,
  UNKNOWN_SNAPSHOT: EXIT.usage,
  UNKNOWN_MEMBER: EXIT.usage,
  QUORUM_AT_RISK: EXIT.noQuorum,
  MEMBER_UNREACHABLE: EXIT.unreachable,
  NO_QUORUM: EXIT.noQuorum,
  UNREACHABLE: EXIT.unreachable,
  ABORTED: EXIT.interrupted,
};

/**
 * Describes any thrown value. An unknown outcome of a write wins over every other reason, since it is the one that a script must not
 * take for a failure.
 */
export function describeError(error: unknown): ErrorReport {
  if (error instanceof CommandError) {
    const outcome = error.exit === EXIT.outcomeUnknown ? 'unknown' : 'none';
    return { code: error.code, message: withoutCode(error), hint: error.hint, outcome, exit: error.exit };
  }
  if (isCoded(error)) {
    const outcome = error.outcome === 'unknown' ? 'unknown' : 'none';
    const exit = outcome === 'unknown' ? EXIT.outcomeUnknown : (EXIT_OF_CODE[error.code] ?? EXIT.failed);
    return { code: error.code, message: withoutCode(error), hint: error.hint ?? '', outcome, exit, ...placesOf(error) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'FAILED', message, hint: '', outcome: 'none', exit: EXIT.failed };
}

/** The messages of the log and of Node itself begin with the code, which is printed in front anyway. */
function withoutCode({ code, message }: { readonly code: string; readonly message: string }): string {
  return message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message;
}

/** What a script may go on from. */
function placesOf({ offset, snapshot, lock }: Coded): Pick<ErrorReport, 'offset' | 'snapshot' | 'lock' | 'lockBase64'> {
  return {
    ...(offset === undefined ? {} : { offset }),
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(lock === undefined ? {} : bytesMember('lock', lock)),
  };
}

interface Coded extends Error {
  readonly code: string;
  readonly outcome?: string;
  readonly hint?: string;
  readonly offset?: number | undefined;
  readonly snapshot?: SnapshotPlace | undefined;
  readonly lock?: Uint8Array | undefined;
}

function isCoded(error: unknown): error is Coded {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
