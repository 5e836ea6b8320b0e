// The public vocabulary of the embedded journal: what an application passes in and gets back. No behaviour.
import type { Disk } from '../../consensus/ports.ts';

/** Names an open transaction of this process. Never given out twice by one `Journal`. */
export type TransactionId = number & { readonly transactionId: unique symbol };

/** One object of a transaction, as it was logged. */
export interface JournalObject {
  /** What it concerns, as the application names it; absent: anything. */
  readonly key: string | undefined;
  readonly bytes: Uint8Array;
}

/** A committed transaction. */
export interface JournalTransaction {
  /** Its place in the journal: 1, 2, 3 …, dense. */
  readonly offset: number;
  readonly objects: readonly JournalObject[];
}

/**
 * Brings committed transactions into the application's store. Delivery is in order and at least once: after a crash those are delivered again
 * whose offset was not yet saved, so `apply` must bear repetition (writing the same bytes to the same place does), or the store keeps the offset
 * itself and gives it as `appliedOffset` on opening, which makes it exactly once.
 */
export interface Applier {
  /**
   * Called in order for transactions with overlapping keys; those without may run at the same time. A transaction that has an object without
   * a key overlaps with all. A rejection stops the journal (`APPLIER_FAILED`).
   */
  apply(transaction: JournalTransaction): Promise<void>;
  /** Makes everything whose `apply` has resolved durable, before the journal forgets it. Absent: `apply` itself does. */
  sync?(): Promise<void>;
}

/** When what is committed is handed to the applier; earlier when half of `unappliedBytesMax` is used, and always on `applyAll` and on opening. */
export type ApplyPolicy = 'every-transaction' | { readonly everyTransactions: number } | 'segment-switch';

interface CommonOptions {
  /** Absolute paths, at least one, always the same ones in the same order. Segments take turns in them; missing ones are made. */
  readonly directories: readonly string[];
  /** The offset up to which the application's own store has applied; if given it counts, and not the journal's own record. */
  readonly appliedOffset?: number;
  /** What to do with a last sync that is damaged, and not as a crash would: `refuse`, the default, or `cut`. */
  readonly onUnclear?: 'refuse' | 'cut';
  /** Limits; the defaults are in limits.ts. */
  readonly segmentBytes?: number;
  readonly transactionBytesMax?: number;
  readonly memoryBytesMax?: number;
  readonly unappliedBytesMax?: number;
  readonly applyConcurrency?: number;
}

export interface AppliedByJournal extends CommonOptions {
  readonly applyPolicy: ApplyPolicy;
  readonly applier: Applier;
}

export interface AppliedByApplication extends CommonOptions {
  /** The application applies by itself, reads what is left with `unapplied()` after opening, and reports with `applied()`. */
  readonly applyPolicy: 'none';
}

export type JournalOptions = AppliedByJournal | AppliedByApplication;

/** What the journal needs of the world, beside its options. */
export interface JournalWorld {
  readonly disk: Disk;
  /** A new journal's id: 32 hexadecimal digits, never the same twice. */
  readonly newJournalId: () => string;
  /** Called when everything is closed. */
  readonly closed?: () => Promise<void>;
}

/** What opening found. */
export interface JournalRecovery {
  readonly segments: number;
  /** Offset of the last committed transaction. */
  readonly committedOffset: number;
  /** As recorded, before anything was delivered. */
  readonly appliedOffset: number;
  /** Transactions delivered to the applier while opening. */
  readonly delivered: number;
  /** Bytes of a last write that was never synced and was cut; 0 as a rule. */
  readonly cutBytes: number;
  readonly cutAt: { readonly file: string; readonly position: number; readonly why: 'torn' | 'unclear' } | undefined;
}

export interface JournalStatus {
  readonly committedOffset: number;
  /** All up to here are applied. */
  readonly appliedOffset: number;
  /** All up to here are applied and will not be delivered again. */
  readonly savedAppliedOffset: number;
  readonly segments: number;
  /** Bytes of segments that are still needed. */
  readonly liveBytes: number;
  /** Bytes of transactions in memory, open or waiting for their sync. */
  readonly memoryBytes: number;
  /** Writes of transactions since opening, each with one sync. */
  readonly writes: number;
  readonly failure: Error | undefined;
}

/** The redo log of one process. Every error it throws or rejects with is a `JournalError`. */
export interface Journal {
  readonly recovery: JournalRecovery;
  /** Begins a transaction. Throws `OVERLOADED` with too many open ones. */
  begin(): TransactionId;
  /**
   * Adds an object to an open transaction; the bytes are copied. `key`, at most 256 bytes of UTF-8, says what it concerns: transactions
   * without a common key may be applied at the same time. Throws `TOO_LARGE`, `OVERLOADED`: the transaction is as it was.
   */
  log(id: TransactionId, bytes: Uint8Array, options?: { readonly key?: string }): void;
  /**
   * Resolves with the transaction's offset once it is durable, all its objects or none. Offsets follow the order of calls, and commits that
   * wait together share one write and one sync. After `OVERLOADED` and `NO_SPACE` the transaction is still open.
   */
  commit(id: TransactionId): Promise<number>;
  /** Forgets the transaction; nothing was or is written. */
  rollback(id: TransactionId): void;
  /** With policy `none`: the application has applied all up to this offset, durably. Their segments may go. */
  applied(throughOffset: number): void;
  /** With policy `none`: what is committed and not applied, in order, verified, up to the last commit when it begins. */
  unapplied(): AsyncIterable<JournalTransaction>;
  /** With an applier: applies everything that is committed now, and saves that. */
  applyAll(): Promise<void>;
  /** Resolves when a commit would not be `OVERLOADED`. */
  room(): Promise<void>;
  status(): JournalStatus;
  /** Waits for the commits and the applying under way, saves the applied offset, closes. What is open is rolled back. Idempotent. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
