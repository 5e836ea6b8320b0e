// The transactions inside a frame's payload, as tail prints them.
import type { CommittedTransaction } from '@ledgerline/client';
import { EnvelopeError, parseTransaction, splitTransactions, VOID_TYPE, WireError } from '@ledgerline/client/internal';
import { batchTransactions, isBatch } from '../consensus/batch.ts';
import type { WalkedFrame } from '../log/inspect/segment-walk.ts';

export type DecodedPayload =
  | { readonly kind: 'transactions'; readonly transactions: readonly CommittedTransaction[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Takes a batch apart; whatever is wrong with it is said, never thrown. */
export function decodePayload({ header, payload, payloadChecksumHolds }: WalkedFrame, partition: number): DecodedPayload {
  const { index, term, timestamp, firstOffset, count } = header;
  if (!payloadChecksumHolds) return { kind: 'unreadable', why: 'it does not match its checksum' };
  if (!isBatch(payload, count)) return { kind: 'unreadable', why: `it is no batch of ${count} transactions` };
  try {
    const transactions = splitTransactions(batchTransactions(payload)).map((bytes, at): CommittedTransaction => {
      const { type, header: number, key, seen, locks, data, deltas } = parseTransaction(bytes);
      return {
        partition,
        offset: firstOffset + at,
        index,
        term,
        timestamp,
        type,
        header: number,
        key: key.kind === 'generated' ? { generated: key.bytes } : { named: key.bytes },
        seen,
        locks,
        data,
        deltas,
        isVoid: type === VOID_TYPE,
      };
    });
    return { kind: 'transactions', transactions };
  } catch (error) {
    if (error instanceof WireError || error instanceof EnvelopeError) return { kind: 'unreadable', why: error.message };
    throw error;
  }
}
