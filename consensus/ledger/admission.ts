// What the leader's admission says about a submission, and what a caller must bring for it. Shapes only.
import type { NamedKeyRecord, Refusal, SubmitResult } from '../types.ts';

/**
 * What the key index said about one named key. `appliedOffset` is the ledger's when the lookup began, taken in the same synchronous
 * step in which `needsLookup`, `admit` or `lookup` asked for it: the proof in named-keys.ts stands on that.
 */
export interface NamedKeyLookup {
  readonly record: NamedKeyRecord | undefined;
  readonly appliedOffset: number;
}

/**
 * The leader's decision about one submission.
 *
 * `isVoid` says whether the transaction that `result` names as committed is a void: only a void submission is ever told so, all others
 * are refused with `VOID`.
 */
export type Admission =
  /** Joined the overlay of pending transactions at this offset: append it to the log at exactly this place. */
  | { readonly kind: 'admitted'; readonly offset: number }
  /** From committed tables alone: may leave at once. */
  | { readonly kind: 'answered'; readonly result: SubmitResult; readonly isVoid: boolean }
  /** Depends on the pending transaction at `offset`: leaves only after that one is applied; `ifLost` if leadership is lost first. */
  | {
      readonly kind: 'waits';
      readonly offset: number;
      readonly result: SubmitResult;
      readonly isVoid: boolean;
      readonly ifLost: Refusal;
    }
  /** A named key that neither memory nor a still valid lookup knows: look it up (again) and admit after that. Nothing has changed. */
  | { readonly kind: 'lookup-needed' };
