// What the offline tools have to say about a data directory: one finding a thing, with its place and the next step.
import { LogError } from '../errors.ts';

/**
 * `damage`: bytes that were once durable are gone or changed. `unclear`: the last write is damaged, and not as a crash would; it may have been
 * acknowledged. `torn`: what a crash left of a write that nobody was promised; the next start cuts it. `note`: nothing is wrong.
 */
export type Severity = 'damage' | 'unclear' | 'torn' | 'note';

/** What the finding is about. */
export type FindingCode =
  | 'IDENTITY'
  | 'GENESIS'
  | 'PARTITION'
  | 'HARD_STATE'
  | 'CLAIM'
  | 'SEGMENT'
  | 'ENTRIES'
  | 'PADDING'
  | 'SEAL'
  | 'SNAPSHOT'
  | 'UNREADABLE'
  | 'FOREIGN_FILE'
  | 'UNFINISHED';

export interface Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly partition?: number;
  /** Absolute. */
  readonly file: string;
  /** Byte in the file, and how many from there on. */
  readonly position?: number;
  readonly bytes?: number;
  /** Indexes of the entries that are affected, inclusive; without `to` nobody knows how far. */
  readonly from?: number;
  readonly to?: number;
  readonly what: string;
  /** What to do about it. */
  readonly next: string;
}

export const NEXT = {
  repair:
    'Start the node: it repairs itself from the other nodes before it takes part. Or, while it is stopped: ledgerline log repair DIR --from URL.',
  start: 'Nothing needs to be done: the next start of the node sees to it.',
  settle: 'Keep the directory and start the node together with the others: they settle it.',
  replace:
    'Do not start this node under its name again: restore the directory from a copy of this same node at this same moment, or replace the member.',
  misplaced:
    'The node refuses to start with it, and nothing is cut: put every segment back in its place, or replace the member (ledgerline members replace).',
  later: 'Start the version of ledgerline that wrote it, or a later one.',
  move: 'The node refuses to start with it: move it out of the directory, or start the version of ledgerline that made it.',
} as const;

/** Whether the data are not as they were written. */
export function isDamage({ severity }: Finding): boolean {
  return severity === 'damage' || severity === 'unclear';
}

/** The finding that an error of reading is: `CORRUPT` and its like as `code`, what the disk refuses as `UNREADABLE`. Other errors are thrown on. */
export function findingOf(error: unknown, about: Omit<Finding, 'what' | 'severity'>): Finding {
  if (error instanceof LogError && error.code !== 'IO') {
    const next = error.code === 'VERSION' ? NEXT.later : about.next;
    return { ...about, severity: 'damage', what: error.what, next, ...(error.position === undefined ? {} : { position: error.position }) };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof LogError || /^E[A-Z]+$/.test(code)) {
    return {
      ...about,
      severity: 'damage',
      code: 'UNREADABLE',
      what: `it cannot be read: ${error instanceof Error ? error.message : code}`,
    };
  }
  throw error;
}
