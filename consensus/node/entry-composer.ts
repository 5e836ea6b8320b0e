// The entries that a step of the core appends, made of what the core may not see: bodies, timestamps, offsets, chain digests.
import { defined } from '../assert.ts';
import type { AppendEntries } from '../core/ready.ts';
import type { Entry, EntryBody } from '../types.ts';
import { ZERO_DIGEST } from './append-sender.ts';
import type { LogTip } from './log-tip.ts';

/** What entries are made of that a step appends: the bodies, and the chain digest before the first one. */
export interface Material {
  readonly bodies: readonly EntryBody[];
  readonly digestBefore: Uint8Array;
}

export const NO_MATERIAL: Material = { bodies: [], digestBefore: ZERO_DIGEST };

/** Composes the entries and moves the tip behind them. `wallClock`: milliseconds since 1970, for those of a leader. */
export function composeEntries(tip: LogTip, append: AppendEntries, { bodies, digestBefore }: Material, wallClock: number): Entry[] {
  if (append.source.kind === 'no-op') {
    const term = defined(append.terms[0], 'term of the no-op');
    return [tip.append({ term, type: 'no-op', count: 0, payload: new Uint8Array(0), wallClock })];
  }
  if (append.source.kind === 'proposal') {
    return bodies.map((body, at) => {
      const term = defined(append.terms[at], 'term of a proposed entry');
      return tip.append({ term, type: body.type, count: body.count, payload: body.payload, wallClock });
    });
  }
  const { skip } = append.source;
  const entries: Entry[] = [];
  let previousDigest = digestBefore;
  for (const [at, body] of bodies.entries()) {
    const entry = tip.entryAt(append.fromIndex - skip + at, previousDigest, body);
    if (at >= skip) entries.push(entry);
    previousDigest = entry.digest;
  }
  tip.moveTo(defined(entries[entries.length - 1], 'received entry'));
  return entries;
}
