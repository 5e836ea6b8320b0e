// The one-byte codes of entry types, on disk and in the chain digest. 0 is no type, so that zeroed space is never an entry.
import { unreachable } from '../consensus/assert.ts';
import type { EntryType } from '../consensus/types.ts';

export function codeOfType(type: EntryType): number {
  switch (type) {
    case 'no-op':
      return 1;
    case 'batch':
      return 2;
    case 'snapshot-point':
      return 3;
    case 'membership':
      return 4;
    default:
      return unreachable(type);
  }
}

/** `undefined`: a type that this version does not know; the node halts rather than skip it. */
export function typeOfCode(code: number): EntryType | undefined {
  switch (code) {
    case 1:
      return 'no-op';
    case 2:
      return 'batch';
    case 3:
      return 'snapshot-point';
    case 4:
      return 'membership';
    default:
      return undefined;
  }
}
