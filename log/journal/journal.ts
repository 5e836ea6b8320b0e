// The embedded journal put together: open transactions, limits, failures and the end of it. Writing is commit-queue.ts, applying is
// applying.ts; disk and identifiers come from outside, so that tests can cut the power. The public door is index.ts.
import { assert, checkInteger } from '../../consensus/assert.ts';
import { WRITE_ALIGNMENT } from '../write-unit.ts';
import { Applying } from './applying.ts';
import { CommitQueue, transactionBytesOnDisk } from './commit-queue.ts';
import { asOpenError, closed, failed, JournalError, overloaded } from './errors.ts';
import {
  JOURNAL_APPLY_CONCURRENCY,
  JOURNAL_DIRECTORIES_MAX,
  JOURNAL_MEMORY_BYTES_MAX,
  JOURNAL_OPEN_TRANSACTIONS_MAX,
  JOURNAL_SEGMENT_BYTES,
  JOURNAL_TRANSACTION_BYTES_MAX,
  JOURNAL_UNAPPLIED_BYTES_MAX,
} from './limits.ts';
import { type RecoveredJournal, recoverJournal } from './recovery.ts';
import { JOURNAL_HEADER_BYTES } from './segment-header.ts';
import { OpenTransaction } from './transaction.ts';
import type { Journal, JournalOptions, JournalRecovery, JournalStatus, JournalTransaction, JournalWorld, TransactionId } from './types.ts';

interface Limits {
  readonly segmentBytes: number;
  readonly transactionBytesMax: number;
  readonly memoryBytesMax: number;
  readonly unappliedBytesMax: number;
  readonly applyConcurrency: number;
}

/**
 * Opens the journal in its directories, or makes a new one, and delivers what is committed and not applied before it resolves. Rejects with
 * a `JournalError`, nothing of the journal having been changed for the worse.
 */
export async function openJournalOn(world: JournalWorld, options: JournalOptions): Promise<Journal> {
  const limits = limitsOf(options);
  const { directories, onUnclear, appliedOffset } = options;
  if (appliedOffset !== undefined) checkInteger(appliedOffset, 0, 'an applied offset');
  // What fails in the background before there is a journal to fail is kept for it.
  const early: unknown[] = [];
  const background = { report: (error: unknown): unknown => early.push(error) };
  try {
    const { segmentBytes } = limits;
    const onFailure = (error: unknown): unknown => background.report(error);
    const recovered = await recoverJournal(world, {
      directories,
      segmentBytes,
      onUnclear: onUnclear ?? 'refuse',
      appliedOffset,
      onFailure,
    });
    const journal = new OpenJournal(recovered, { options, limits, closed: world.closed });
    background.report = (error) => journal.fail(failed(error));
    for (const error of early) background.report(error);
    await journal.deliver();
    return journal;
  } catch (error) {
    throw asOpenError(error, directories[0] ?? '');
  }
}

function limitsOf(options: JournalOptions): Limits {
  const segmentBytes = options.segmentBytes ?? JOURNAL_SEGMENT_BYTES;
  const fittingBytes = segmentBytes - JOURNAL_HEADER_BYTES - transactionBytesOnDisk(0) - WRITE_ALIGNMENT;
  const limits: Limits = {
    segmentBytes,
    transactionBytesMax: options.transactionBytesMax ?? Math.min(JOURNAL_TRANSACTION_BYTES_MAX, fittingBytes),
    memoryBytesMax: options.memoryBytesMax ?? JOURNAL_MEMORY_BYTES_MAX,
    unappliedBytesMax: options.unappliedBytesMax ?? Math.max(JOURNAL_UNAPPLIED_BYTES_MAX, 2 * segmentBytes),
    applyConcurrency: options.applyConcurrency ?? JOURNAL_APPLY_CONCURRENCY,
  };
  for (const [name, value] of Object.entries(limits)) checkInteger(value, 1, name);
  const { transactionBytesMax, memoryBytesMax, unappliedBytesMax } = limits;
  assert(segmentBytes <= 2 ** 30, 'a segment has at most 1 GiB');
  assert(JOURNAL_HEADER_BYTES + transactionBytesOnDisk(transactionBytesMax) <= segmentBytes, 'the largest transaction fits into a segment');
  assert(transactionBytesMax <= memoryBytesMax, 'the largest transaction fits into memory');
  assert(2 * segmentBytes <= unappliedBytesMax, 'two segments fit into what may be unapplied');
  const { directories, applyPolicy } = options;
  assert(
    directories.length >= 1 && directories.length <= JOURNAL_DIRECTORIES_MAX,
    `a journal has 1 to ${JOURNAL_DIRECTORIES_MAX} directories`,
  );
  assert(new Set(directories).size === directories.length, 'the directories differ');
  for (const directory of directories) assert(/^\/.*[^/]$/.test(directory), 'a directory is an absolute path');
  if (typeof applyPolicy === 'object') checkInteger(applyPolicy.everyTransactions, 1, 'everyTransactions');
  return limits;
}

interface JournalSettings {
  readonly options: JournalOptions;
  readonly limits: Limits;
  readonly closed: (() => Promise<void>) | undefined;
}

class OpenJournal implements Journal {
  readonly recovery: JournalRecovery;
  readonly #recovered: RecoveredJournal;
  readonly #limits: Limits;
  readonly #closed: (() => Promise<void>) | undefined;
  readonly #isSelfApplied: boolean;
  readonly #queue: CommitQueue;
  readonly #applying: Applying;
  readonly #open = new Map<TransactionId, OpenTransaction>();
  #lastId = 0;
  #memoryBytes = 0;
  #failure: JournalError | undefined;
  #closing: Promise<void> | undefined;
  #waitingForRoom: (() => void)[] = [];

  constructor(recovered: RecoveredJournal, settings: JournalSettings) {
    const { options, limits } = settings;
    const { chain, appliedOffset, cut } = recovered;
    this.#recovered = recovered;
    this.#limits = limits;
    this.#closed = settings.closed;
    this.#isSelfApplied = options.applyPolicy === 'none';
    const onFailure = (error: JournalError): void => this.fail(error);
    const onCommitted = (): void => {
      this.#applying.kick();
      this.#wakeForRoom();
    };
    this.#queue = new CommitQueue(chain, { onCommitted, onFailure });
    this.#applying = new Applying({
      chain,
      by: options.applyPolicy === 'none' ? undefined : { applier: options.applier, policy: options.applyPolicy },
      concurrency: limits.applyConcurrency,
      appliedOffset,
      savedOffset: recovered.state.record.appliedOffset,
      isUrgent: () => 2 * this.#bytesToCome() > limits.unappliedBytesMax,
      hasFailed: () => this.#failure !== undefined,
      onFailure,
      onSaved: () => this.#wakeForRoom(),
    });
    const committedOffset = chain.end.lastIndex;
    this.recovery = {
      segments: recovered.segments,
      committedOffset,
      appliedOffset,
      delivered: this.#isSelfApplied ? 0 : committedOffset - appliedOffset,
      cutBytes: cut?.bytes ?? 0,
      cutAt: cut === undefined ? undefined : { file: cut.file, position: cut.position, why: cut.why },
    };
  }

  /** The last step of recovery. On failure everything is closed. */
  async deliver(): Promise<void> {
    if (!this.#isSelfApplied) await this.#applying.applyAll();
    if (this.#failure === undefined) return;
    const failure = this.#failure;
    await this.close();
    throw failure;
  }

  begin(): TransactionId {
    this.#checkUsable();
    if (this.#open.size >= JOURNAL_OPEN_TRANSACTIONS_MAX) throw overloaded(`${this.#open.size} transactions are open`);
    this.#lastId++;
    const id = this.#lastId as TransactionId;
    this.#open.set(id, new OpenTransaction(this.#limits.transactionBytesMax));
    return id;
  }

  log(id: TransactionId, bytes: Uint8Array, options: { readonly key?: string } = {}): void {
    this.#checkUsable();
    const transaction = this.#transaction(id);
    const key = options.key === undefined ? undefined : new TextEncoder().encode(options.key);
    const added = transaction.checkObject(bytes, key);
    const { memoryBytesMax } = this.#limits;
    if (this.#memoryBytes + added > memoryBytesMax) throw overloaded(`more than ${memoryBytesMax} bytes of transactions are in memory`);
    transaction.add(bytes, key);
    this.#memoryBytes += added;
  }

  async commit(id: TransactionId): Promise<number> {
    this.#checkUsable();
    const transaction = this.#transaction(id);
    const { unappliedBytesMax } = this.#limits;
    if (this.#bytesToCome() + transactionBytesOnDisk(transaction.length) > unappliedBytesMax) {
      this.#applying.kick();
      throw overloaded(`more than ${unappliedBytesMax} bytes are not applied`);
    }
    this.#open.delete(id);
    try {
      const offset = await this.#queue.add(transaction.payload());
      this.#forget(transaction);
      return offset;
    } catch (error) {
      const isOpenAgain = JournalError.is(error) && error.code === 'NO_SPACE' && this.#failure === undefined && this.#closing === undefined;
      if (isOpenAgain) this.#open.set(id, transaction);
      else this.#forget(transaction);
      throw error;
    }
  }

  rollback(id: TransactionId): void {
    this.#checkUsable();
    const transaction = this.#transaction(id);
    this.#open.delete(id);
    this.#forget(transaction);
  }

  applied(throughOffset: number): void {
    this.#checkUsable();
    assert(this.#isSelfApplied, "applied() is for the policy 'none'");
    this.#applying.reported(throughOffset);
  }

  async *unapplied(): AsyncGenerator<JournalTransaction> {
    this.#checkUsable();
    assert(this.#isSelfApplied, "unapplied() is for the policy 'none'");
    const { chain } = this.#recovered;
    const range = { applied: this.#applying.appliedOffset, to: chain.end.lastIndex };
    chain.pin();
    try {
      for await (const { transactions } of chain.read(chain.start, range)) {
        for (const transaction of transactions) {
          yield transaction;
          this.#checkUsable();
        }
      }
    } catch (error) {
      if (this.#closing !== undefined) throw closed();
      const failure = failed(error);
      this.fail(failure);
      throw failure;
    } finally {
      chain.unpin();
      this.#applying.kick();
    }
  }

  async applyAll(): Promise<void> {
    this.#checkUsable();
    assert(!this.#isSelfApplied, "applyAll() needs an applier, the policy is 'none'");
    await this.#applying.applyAll();
    if (this.#failure !== undefined) throw this.#failure;
  }

  async room(): Promise<void> {
    for (;;) {
      this.#checkUsable();
      const { memoryBytesMax, unappliedBytesMax, transactionBytesMax } = this.#limits;
      const isRoom =
        this.#memoryBytes + transactionBytesMax <= memoryBytesMax &&
        this.#bytesToCome() + transactionBytesOnDisk(transactionBytesMax) <= unappliedBytesMax;
      if (isRoom) return;
      this.#applying.kick();
      await new Promise<void>((resolve) => this.#waitingForRoom.push(resolve));
    }
  }

  status(): JournalStatus {
    const { chain } = this.#recovered;
    return {
      committedOffset: chain.end.lastIndex,
      appliedOffset: this.#applying.appliedOffset,
      savedAppliedOffset: this.#applying.savedOffset,
      segments: chain.count,
      liveBytes: chain.liveBytes,
      memoryBytes: this.#memoryBytes,
      writes: this.#queue.writes,
      failure: this.#failure,
    };
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    for (const transaction of this.#open.values()) this.#forget(transaction);
    this.#open.clear();
    await this.#queue.idle();
    await this.#applying.close();
    this.#wakeForRoom();
    const { spares, chain, state } = this.#recovered;
    await spares.close();
    await chain.close();
    await state.close();
    await this.#closed?.();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** From here on everything is refused; only a new start finds out what is on the disk. */
  fail(error: JournalError): void {
    this.#failure ??= error;
    this.#queue.refuse(this.#failure);
    this.#wakeForRoom();
  }

  /** Bytes of segments that are needed, and of transactions that wait to be written. */
  #bytesToCome(): number {
    return this.#recovered.chain.liveBytes + this.#queue.waitingBytes;
  }

  #transaction(id: TransactionId): OpenTransaction {
    const transaction = this.#open.get(id);
    if (transaction !== undefined) return transaction;
    const what = `transaction ${id} was never begun here, or is over`;
    throw new JournalError('NO_TRANSACTION', { what, next: 'Begin another one.' });
  }

  #forget(transaction: OpenTransaction): void {
    this.#memoryBytes -= transaction.objectBytes;
    this.#wakeForRoom();
  }

  #wakeForRoom(): void {
    for (const wake of this.#waitingForRoom.splice(0)) wake();
  }

  #checkUsable(): void {
    if (this.#closing !== undefined) throw closed();
    if (this.#failure !== undefined) throw this.#failure;
  }
}
