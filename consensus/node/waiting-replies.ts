// Replies that the leader owes: for transactions it appended, and for answers that depend on a pending transaction. All belong to one
// (term, leader): when that is lost they are answered at once, never later with what another leader did (DESIGN §6).
import { assert, defined } from '../assert.ts';
import type { SubmitReply } from '../service.ts';
import type { NodeId, Refusal, SubmitResult } from '../types.ts';

/** Where an answer goes: the client's callback and the position in its message. */
export interface ReplyTo {
  readonly reply: SubmitReply;
  readonly position: number;
  /** Whether the submission is a void. */
  readonly isVoid: boolean;
}

interface Dependent {
  readonly to: ReplyTo;
  readonly result: SubmitResult;
  /** Whether the transaction that `result` names as committed is a void. */
  readonly isVoid: boolean;
  readonly ifLost: Refusal;
}

/** Slots of answered replies before they are dropped, if they are half of all. */
const ANSWERED_SLOTS_MAX = 1024;

export class WaitingReplies {
  /** One for each appended transaction, in offset order, dense: `appended[head]` is of `firstOffset`. */
  #appended: (ReplyTo | undefined)[] = [];
  #head = 0;
  #firstOffset = 0;
  readonly #dependents = new Map<number, Dependent[]>();

  addAppended(offset: number, to: ReplyTo): void {
    if (this.#appended.length === this.#head) this.#firstOffset = offset;
    this.#dropAnswered();
    assert(offset === this.#firstOffset + this.#appended.length - this.#head, 'offsets are appended densely');
    this.#appended.push(to);
  }

  /** Under a load that never pauses the list is never empty: without this its free slots would pile up until the process dies. */
  #dropAnswered(): void {
    if (this.#head < ANSWERED_SLOTS_MAX || this.#head * 2 < this.#appended.length) return;
    this.#appended = this.#appended.slice(this.#head);
    this.#head = 0;
  }

  /** `result` may leave once `offset` is applied; if leadership is lost first, `ifLost` does. */
  addDependent(offset: number, dependent: Dependent): void {
    const list = this.#dependents.get(offset);
    if (list === undefined) this.#dependents.set(offset, [dependent]);
    else list.push(dependent);
  }

  /** Everything up to `offset` is committed and applied. */
  applied(offset: number): void {
    while (this.#appended.length > this.#head && this.#firstOffset <= offset) {
      const to = defined(this.#appended[this.#head], 'waiting reply');
      this.#appended[this.#head++] = undefined;
      const committed = this.#firstOffset++;
      to.reply(to.position, { kind: 'committed', offset: committed, duplicate: false }, to.isVoid);
      this.#answerDependents(committed);
    }
  }

  #answerDependents(offset: number): void {
    if (this.#dependents.size === 0) return;
    const list = this.#dependents.get(offset);
    if (list === undefined) return;
    this.#dependents.delete(offset);
    for (const dependent of list) dependent.to.reply(dependent.to.position, dependent.result, dependent.isVoid);
  }

  /** This leadership is over. What was appended may yet commit: unknown. */
  lost(options: { readonly leader: NodeId | undefined; readonly code: 'LEADERSHIP_LOST' | 'SHUTTING_DOWN' }): void {
    const hint = options.leader === undefined ? {} : { leader: options.leader };
    const appended = this.#appended.slice(this.#head);
    const dependents = [...this.#dependents.values()].flat();
    this.#appended = [];
    this.#head = 0;
    this.#dependents.clear();
    for (const to of appended) to?.reply(to.position, { kind: 'refused', code: options.code, outcome: 'unknown', ...hint }, false);
    for (const { to, ifLost } of dependents) to.reply(to.position, { ...ifLost, ...hint }, false);
  }
}
