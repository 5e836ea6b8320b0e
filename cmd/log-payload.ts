// What is inside a frame's payload: transactions, as tail prints them, or a membership.
import type { CommittedTransaction } from '@ledgerline/client';
import { EnvelopeError, parseTransaction, splitTransactions, VOID_TYPE, WireError } from '@ledgerline/client/internal';
import { batchTransactions, isBatch } from '../consensus/batch.ts';
import { type Membership, MembershipError, readMembership } from '../consensus/membership.ts';
import type { WalkedFrame } from '../log/inspect/segment-walk.ts';

export type DecodedPayload =
  | { readonly kind: 'transactions'; readonly transactions: readonly CommittedTransaction[] }
  | { readonly kind: 'membership'; readonly cluster: string; readonly membership: Membership }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Takes a payload apart; `undefined`: there is none. Whatever is wrong with it is said, never thrown. */
export function decodePayload(frame: WalkedFrame, partition: number): DecodedPayload | undefined {
  const { header, payload, payloadChecksumHolds } = frame;
  if (header.type !== 'batch' && header.type !== 'membership') return undefined;
  if (!payloadChecksumHolds) return { kind: 'unreadable', why: 'it does not match its checksum' };
  try {
    return header.type === 'membership' ? { kind: 'membership', ...readMembership(payload) } : decodeBatch(frame, partition);
  } catch (error) {
    const isKnown = error instanceof WireError || error instanceof EnvelopeError || error instanceof MembershipError;
    if (isKnown) return { kind: 'unreadable', why: error.message };
    throw error;
  }
}

function decodeBatch({ header, payload }: WalkedFrame, partition: number): DecodedPayload {
  const { index, term, timestamp, firstOffset, count } = header;
  if (!isBatch(payload, count)) return { kind: 'unreadable', why: `it is no batch of ${count} transactions` };
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
}
