// Every limit of the embedded journal: name, unit, reason. The node's own are in consensus/limits.ts.

const KiB = 1024;
const MiB = 1024 * KiB;

/** Bytes of one segment file: zeroed in a few milliseconds, and few enough per hour that switching costs nothing. */
export const JOURNAL_SEGMENT_BYTES = 16 * MiB;
/** Bytes of one transaction, encoded. Larger updates belong into a file of their own. */
export const JOURNAL_TRANSACTION_BYTES_MAX = 1 * MiB;
/** Bytes of transactions in memory, open or waiting for their sync: beyond them `OVERLOADED`. */
export const JOURNAL_MEMORY_BYTES_MAX = 64 * MiB;
/** Bytes of segments that are not yet applied and gone: beyond them `OVERLOADED`. Also what a recovery reads at most. */
export const JOURNAL_UNAPPLIED_BYTES_MAX = 256 * MiB;
/** Transactions begun and neither committed nor rolled back: more are a leak of the caller's. */
export const JOURNAL_OPEN_TRANSACTIONS_MAX = 64 * KiB;
/** Bytes of one write, unless a single transaction is larger: what one sync makes durable at once. */
export const JOURNAL_WRITE_BYTES_MAX = 1 * MiB;
/** Transactions of one write: bounds the calls that resolve in one turn. */
export const JOURNAL_WRITE_TRANSACTIONS_MAX = 4 * KiB;
/** Bytes of one key. */
export const JOURNAL_KEY_BYTES_MAX = 256;
/** Objects of one transaction: the smallest are a few bytes, and each is an allocation when it is read. */
export const JOURNAL_OBJECTS_MAX = 64 * KiB;
/** Directories of one journal. */
export const JOURNAL_DIRECTORIES_MAX = 16;
/** Bytes applied between two saves of the applied offset, at most: what an applier may meet again after a crash. */
export const JOURNAL_APPLIED_SAVE_BYTES = 1 * MiB;
/** Transactions applied at the same time by default, when their keys allow it. */
export const JOURNAL_APPLY_CONCURRENCY = 16;
/** Transactions read from the journal and not yet applied: how far ahead one looks for keys that do not overlap. */
export const JOURNAL_APPLY_WINDOW = 256;
/** Bytes of the same. */
export const JOURNAL_APPLY_WINDOW_BYTES = 8 * MiB;
/** Spare segments of a directory: one for the next switch, one more so that a segment which was applied is recycled, not removed. */
export const JOURNAL_SPARES_MAX = 2;
/** Bytes that are zeroed and synced at once when a spare is made: small, so that commits do not wait behind it. */
export const JOURNAL_ZERO_STEP_BYTES = 1 * MiB;
