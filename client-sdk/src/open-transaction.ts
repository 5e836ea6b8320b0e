// A transaction that is put together piece by piece: `begin`, then puts, deletes and records, then `commit` or `rollback` (DESIGN §10).
import type { CallOptions, DeltaInput, LockMode, SubmitReceipt, TransactionInput } from './api.ts';
import { DELTAS_MAX } from './deltas.ts';
import { invalid } from './errors.ts';
import { checkDeltas } from './input.ts';

/** Everything of a transaction but what it carries. */
export type BeginOptions = Omit<TransactionInput, 'data' | 'deltas'>;

/** Nothing is sent before `commit`; all of it commits, or none. */
export class OpenTransaction implements AsyncDisposable {
  readonly #input: BeginOptions;
  readonly #submit: (input: TransactionInput, options: CallOptions | undefined) => Promise<SubmitReceipt>;
  readonly #deltas: DeltaInput[] = [];
  readonly #locks: { readonly mode: LockMode; readonly name: string | Uint8Array }[];
  #isOpen = true;

  constructor(input: BeginOptions, submit: (input: TransactionInput, options: CallOptions | undefined) => Promise<SubmitReceipt>) {
    this.#input = input;
    this.#submit = submit;
    this.#locks = [...(input.locks ?? [])];
  }

  /** Neither committed nor rolled back. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sets a key of the state. Its write lock is taken if no other of its name is. Throws INVALID or TOO_LARGE. */
  put(key: string | Uint8Array, value: string | Uint8Array): this {
    return this.#add({ put: key, value });
  }

  /** Removes a key of the state. */
  delete(key: string | Uint8Array): this {
    return this.#add({ delete: key });
  }

  /** Adds a record for the readers of the log. */
  log(record: string | Uint8Array): this {
    return this.#add({ record });
  }

  lock(mode: LockMode, name: string | Uint8Array): this {
    this.#checkOpen();
    this.#locks.push({ mode, name });
    return this;
  }

  /**
   * Submits everything; once only. A failure is that of `submit`: with outcome `unknown` settle `error.key`. To try again after `none`, begin anew.
   */
  async commit(options?: CallOptions): Promise<SubmitReceipt> {
    this.#checkOpen();
    this.#isOpen = false;
    return this.#submit({ ...this.#input, locks: this.#locks, deltas: this.#deltas }, options);
  }

  /** Forgets everything; nothing was sent. Idempotent, and without effect after `commit`. */
  rollback(): void {
    this.#isOpen = false;
    this.#deltas.length = 0;
  }

  /** Rolls back what was not committed. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isOpen) this.rollback();
  }

  #add(delta: DeltaInput): this {
    this.#checkOpen();
    if (this.#deltas.length >= DELTAS_MAX) throw invalid(`a transaction has at most ${DELTAS_MAX} deltas`);
    checkDeltas([delta]);
    this.#deltas.push(delta);
    return this;
  }

  #checkOpen(): void {
    if (!this.#isOpen) throw invalid('the transaction was committed or rolled back: begin another');
  }
}
