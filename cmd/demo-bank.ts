// A small payment service as its authors would write it: balances are a view of the log, and a transfer is checked against that view,
// locked on both accounts, and retried when another transfer won. One instance has its own connection and its own view.
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommittedTransaction, Ledgerline, LedgerlineError, type SubmitReceipt } from '@ledgerline/client';
import type { Acknowledged } from './demo-verdict.ts';

export const OPENING_TYPE = 'opening.v1';
export const TRANSFER_TYPE = 'transfer.v1';

export interface Opening {
  readonly id: string;
  readonly to: string;
  readonly cents: string;
}

export interface Transfer extends Opening {
  readonly from: string;
}

/** Cents moved by one transfer, at most. */
const TRANSFER_CENTS_MAX = 5_000;
/** Pause before a call that wrote nothing is made again. */
const RETRY_MS = 20;
/** A transfer whose outcome is unknown is settled for as long as this before the demo calls it unsettled. */
const SETTLE_MS = 30_000;
/** Each attempt of a call, with the SDK's own retries. */
const CALL_MS = 5_000;

/** Transfers that one client has under way at once. */
const LANES = 4;

/** What one client experienced, for the verdict. */
export interface ClientRecord {
  readonly acknowledged: Acknowledged[];
  readonly voided: string[];
  unsettled: number;
  conflicts: number;
  /** Calls that ended with an unknown outcome and were settled with `resolve`. */
  resolved: number;
}

/** Balances as of an offset, built from the log alone. */
class BalanceView {
  readonly #balances = new Map<string, bigint>();
  readonly #waiting = new Set<{ readonly offset: number; readonly resume: () => void }>();
  #isClosed = false;
  offset = 0;

  apply(transaction: CommittedTransaction): void {
    if (transaction.type === OPENING_TYPE || transaction.type === TRANSFER_TYPE) {
      const { from, to, cents } = JSON.parse(new TextDecoder().decode(transaction.data)) as Partial<Transfer> & Opening;
      if (from !== undefined) this.#balances.set(from, this.balance(from) - BigInt(cents));
      this.#balances.set(to, this.balance(to) + BigInt(cents));
    }
    this.offset = transaction.offset;
    for (const waiter of this.#waiting) {
      if (this.offset < waiter.offset) continue;
      this.#waiting.delete(waiter);
      waiter.resume();
    }
  }

  balance(account: string): bigint {
    return this.#balances.get(account) ?? 0n;
  }

  /** Resolves once the view holds this offset, or when it is closed and never will. */
  async reached(offset: number): Promise<void> {
    if (this.offset >= offset || this.#isClosed) return;
    await new Promise<void>((resume) => this.#waiting.add({ offset, resume }));
  }

  close(): void {
    this.#isClosed = true;
    for (const waiter of this.#waiting) waiter.resume();
    this.#waiting.clear();
  }
}

export interface BankClientOptions {
  readonly url: string;
  readonly name: string;
  readonly accounts: readonly string[];
  /** Uses the caller's keys instead of generated ones: both ways of being exactly once are shown. */
  readonly namedKeys: boolean;
  /** Ends the view; transfers end with `run`'s signal. */
  readonly signal: AbortSignal;
}

export class BankClient {
  readonly record: ClientRecord = { acknowledged: [], voided: [], unsettled: 0, conflicts: 0, resolved: 0 };
  readonly #options: BankClientOptions;
  readonly #ledger: Ledgerline;
  readonly #view = new BalanceView();
  readonly #tailing: Promise<void>;
  #count = 0;

  private constructor(options: BankClientOptions, ledger: Ledgerline) {
    this.#options = options;
    this.#ledger = ledger;
    this.#tailing = this.#tail();
  }

  static async connect(options: BankClientOptions): Promise<BankClient> {
    return new BankClient(options, await Ledgerline.connect(options.url, { name: options.name, defaultDeadlineMs: CALL_MS }));
  }

  /** Moves money until the signal; the transfers under way are settled first. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#view.reached(this.#options.accounts.length);
    const lane = async (): Promise<void> => {
      while (!signal.aborted) await this.#transfer(`${this.#options.name}-${++this.#count}`);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  async close(): Promise<void> {
    await this.#ledger.close();
    await this.#tailing;
  }

  async #tail(): Promise<void> {
    const { signal } = this.#options;
    try {
      for await (const transaction of this.#ledger.tail({ signal })) this.#view.apply(transaction);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#view.close();
    }
  }

  /** Ends when the transfer is settled, one way or the other. Never runs a second transfer under an id while the first is unsettled. */
  async #transfer(id: string): Promise<void> {
    for (;;) {
      const transfer = this.#compose(id);
      const startedAt = performance.now();
      try {
        this.#acknowledge(id, startedAt, await this.#submit(transfer));
        return;
      } catch (error) {
        if (!LedgerlineError.is(error)) throw error;
        if (error.outcome === 'unknown') {
          await this.#settle(id, startedAt, error);
          return;
        }
        if (error.code === 'CONFLICT') {
          this.record.conflicts++;
          await this.#view.reached(error.offset ?? 0);
        } else if (error.retryable) {
          await sleep(RETRY_MS);
        } else throw error;
      }
    }
  }

  #submit(transfer: Transfer): Promise<SubmitReceipt> {
    return this.#ledger.submit({
      type: TRANSFER_TYPE,
      locks: [
        { mode: 'write', name: transfer.from },
        { mode: 'write', name: transfer.to },
      ],
      data: JSON.stringify(transfer),
      seen: this.#view.offset,
      ...(this.#options.namedKeys ? { key: transfer.id } : {}),
    });
  }

  /** A transfer that the view's balances allow. The locks make sure that they still allow it where it commits. */
  #compose(id: string): Transfer {
    const { accounts } = this.#options;
    const pick = (): number => Math.floor(Math.random() * accounts.length);
    for (;;) {
      const [from, to] = [accounts[pick()] ?? '', accounts[pick()] ?? ''];
      const balance = this.#view.balance(from);
      if (from === to || balance <= 0n) continue;
      const wanted = BigInt(1 + Math.floor(Math.random() * TRANSFER_CENTS_MAX));
      const cents = wanted < balance ? wanted : balance;
      return { id, from, to, cents: String(cents) };
    }
  }

  /** An interrupted call may have committed: the log decides. */
  async #settle(id: string, startedAt: number, unknown: LedgerlineError): Promise<void> {
    const giveUpAt = performance.now() + SETTLE_MS;
    const { key } = unknown;
    if (key === undefined) throw unknown;
    while (performance.now() < giveUpAt) {
      try {
        const answer = await this.#ledger.resolve(key);
        this.record.resolved++;
        if (answer.kind === 'committed') this.#acknowledge(id, startedAt, answer);
        else this.record.voided.push(id);
        return;
      } catch (error) {
        if (!LedgerlineError.is(error) || !error.retryable) throw error;
        await sleep(RETRY_MS);
      }
    }
    this.record.unsettled++;
  }

  #acknowledge(id: string, startedAt: number, receipt: { readonly offset: number }): void {
    this.record.acknowledged.push({ id, offset: receipt.offset, startedAt, endedAt: performance.now() });
  }
}
