// What became of a generated key that the cluster no longer remembers: it can no longer commit, so the log itself tells (DESIGN §2, P5).
import type { CommittedTransaction } from './api.ts';
import { birthOf } from './generated-key.ts';

export interface KeySearchOptions {
  readonly partition: number;
  /** 16 bytes. */
  readonly key: Uint8Array;
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether anyone still waits for the answer. */
  readonly isWanted?: () => boolean;
}

/** `nowhere`: the key is not in the log and, as it has expired, never will be. */
export type KeySearchResult = { readonly kind: 'found'; readonly offset: number; readonly isVoid: boolean } | { readonly kind: 'nowhere' };

/** Reads the log for a key; `undefined` when nobody waits for the answer any more. Rejects with LedgerlineError, COMPACTED among others. */
export type KeySearch = (options: KeySearchOptions) => Promise<KeySearchResult | undefined>;

/** The part of the log that must be read. */
export type ReadRange = (range: { readonly from: number; readonly to: number }) => AsyncIterable<readonly CommittedTransaction[]>;

/**
 * Reads from the key's birth to a committed offset that was taken *after* a leader refused the key as expired: from then on nothing can commit
 * under it, so what is not there is nowhere.
 */
export async function searchKey(options: KeySearchOptions, committedOffset: number, read: ReadRange): Promise<KeySearchResult | undefined> {
  const from = (birthOf(options.key) ?? 0) + 1;
  for await (const batch of read({ from, to: committedOffset })) {
    if (options.isWanted?.() === false) return undefined;
    for (const { key, offset, isVoid } of batch) {
      if ('generated' in key && Buffer.compare(key.generated, options.key) === 0) return { kind: 'found', offset, isVoid };
    }
  }
  return { kind: 'nowhere' };
}
