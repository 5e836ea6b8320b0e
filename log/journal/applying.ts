// Brings committed transactions into the application's store, when the policy says so, through the applier or by the application itself; keeps
// the applied offset, saves it behind the store's own sync, and so lets segments go.
import { assert, checkInteger } from '../../consensus/assert.ts';
import { applierFailed, failed, type JournalError } from './errors.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { JOURNAL_APPLIED_SAVE_BYTES, JOURNAL_APPLY_WINDOW, JOURNAL_APPLY_WINDOW_BYTES } from './limits.ts';
import type { ReadPosition, SegmentChain } from './segment-chain.ts';
import { keysOf } from './transaction.ts';
import type { Applier, ApplyPolicy, JournalTransaction } from './types.ts';

export interface ApplyingParts {
  readonly chain: SegmentChain;
  /** `undefined`: the application applies by itself. */
  readonly by: { readonly applier: Applier; readonly policy: ApplyPolicy } | undefined;
  readonly concurrency: number;
  readonly appliedOffset: number;
  /** As the state file says. */
  readonly savedOffset: number;
  /** Whether everything should be applied now, whatever the policy says, since the journal grows too large. */
  readonly isUrgent: () => boolean;
  readonly hasFailed: () => boolean;
  readonly onFailure: (error: JournalError) => void;
  /** The applied offset was saved, and segments may have gone. */
  readonly onSaved: () => void;
}

export class Applying {
  readonly #parts: ApplyingParts;
  /** All up to here is read and handed on. */
  #readAt: ReadPosition;
  #applied: number;
  #saved: number;
  #bytesSinceSave = 0;
  /** Everything up to here is applied and saved, whatever the policy says. */
  #forcedTo = 0;
  #work: Promise<void> | undefined;

  constructor(parts: ApplyingParts) {
    this.#parts = parts;
    this.#readAt = parts.chain.start;
    this.#applied = parts.appliedOffset;
    this.#saved = Math.min(parts.savedOffset, parts.appliedOffset);
  }

  get appliedOffset(): number {
    return this.#applied;
  }

  get savedOffset(): number {
    return this.#saved;
  }

  /** Does what there is to do, in the background. To be called whenever something was committed, or a segment was switched. */
  kick(): void {
    if (this.#work !== undefined || this.#parts.hasFailed() || !this.#hasWork()) return;
    this.#work = this.#run().finally(() => {
      this.#work = undefined;
      // What came while the last step ended.
      this.kick();
    });
  }

  /** Resolves when all that is committed now is applied, and saved. Must not have failed; look again afterwards. */
  async applyAll(): Promise<void> {
    const to = this.#parts.chain.end.lastIndex;
    this.#forcedTo = Math.max(this.#forcedTo, to);
    while (this.#saved < to && !this.#parts.hasFailed()) {
      this.kick();
      await this.#work;
    }
  }

  /** The application has applied up to here by itself. */
  reported(offset: number): void {
    checkInteger(offset, this.#applied, 'an applied offset, which never falls,');
    assert(offset <= this.#parts.chain.end.lastIndex, 'only what is committed is applied');
    this.#applied = offset;
    this.kick();
  }

  /** Finishes what the policy asks for, and saves the applied offset. */
  async close(): Promise<void> {
    this.kick();
    while (this.#work !== undefined) await this.#work;
    if (this.#parts.hasFailed() || this.#saved === this.#applied) return;
    await this.#guard(() => this.#save());
  }

  #hasWork(): boolean {
    return this.#target() > this.#applied || this.#shouldSave();
  }

  /** Up to where transactions are to be applied now. */
  #target(): number {
    const { by, chain, isUrgent } = this.#parts;
    if (by === undefined) return this.#applied;
    const committed = chain.end.lastIndex;
    if (this.#forcedTo > this.#applied || isUrgent()) return committed;
    if (by.policy === 'segment-switch') return Math.max(this.#applied, chain.switchedOffset);
    const every = by.policy === 'every-transaction' ? 1 : by.policy.everyTransactions;
    return committed - this.#applied >= every ? committed : this.#applied;
  }

  #shouldSave(): boolean {
    if (this.#saved < this.#applied && (this.#parts.by === undefined || this.#forcedTo > this.#saved)) return true;
    return this.#isSaveDue();
  }

  /** Whether saving is worth its syncs, also in the midst of applying. */
  #isSaveDue(): boolean {
    if (this.#parts.chain.canRetire(this.#applied)) return true;
    return this.#saved < this.#applied && this.#bytesSinceSave >= JOURNAL_APPLIED_SAVE_BYTES;
  }

  #run(): Promise<void> {
    return this.#guard(async () => {
      while (!this.#parts.hasFailed() && this.#hasWork()) {
        const target = this.#target();
        if (target > this.#applied) await this.#applyTo(target);
        if (this.#shouldSave()) await this.#save();
      }
    });
  }

  async #applyTo(target: number): Promise<void> {
    const { chain, by, concurrency, hasFailed } = this.#parts;
    assert(by !== undefined, 'there is an applier');
    const windowBytes = JOURNAL_APPLY_WINDOW_BYTES;
    const queue = new KeyedQueue({ concurrency, windowTasks: JOURNAL_APPLY_WINDOW, windowBytes });
    try {
      for await (const { transactions, next } of chain.read(this.#readAt, { applied: this.#applied, to: target })) {
        for (const transaction of transactions) await this.#push(queue, by.applier, transaction);
        this.#readAt = next;
        if (hasFailed()) break;
        if (this.#isSaveDue()) await this.#save();
      }
    } finally {
      await queue.idle();
    }
  }

  #push(queue: KeyedQueue, applier: Applier, transaction: JournalTransaction): Promise<void> {
    const { offset } = transaction;
    let bytes = 0;
    for (const object of transaction.objects) bytes += object.bytes.length;
    return queue.push({
      keys: keysOf(transaction),
      bytes,
      run: async () => {
        try {
          await applier.apply(transaction);
        } catch (error) {
          throw applierFailed(error, offset);
        }
      },
      settled: () => {
        this.#applied = offset;
        this.#bytesSinceSave += bytes;
      },
    });
  }

  async #save(): Promise<void> {
    const { chain, by, onSaved } = this.#parts;
    const offset = this.#applied;
    this.#bytesSinceSave = 0;
    try {
      await by?.applier.sync?.();
    } catch (error) {
      throw applierFailed(error, undefined);
    }
    await chain.saveApplied(offset);
    this.#saved = offset;
    onSaved();
  }

  /** Whatever goes wrong is the end of the journal. */
  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#parts.onFailure(failed(error));
    }
  }
}
