// Replies that the leader owes: for transactions it appended, and for answers that depend on a pending transaction. All belong to one
// (term, leader): when that is lost they are answered at once, never later with what another leader did (DESIGN §6).
import { assert } from '../assert.ts';
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
  /** A quorum has received everything of this leadership up to here. Only if the cluster acknowledges that. */
  #acceptedOffset = 0;

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
    if (offset <= this.#acceptedOffset && isAcceptable(dependent)) {
      answerAccepted(dependent.to, { offset, duplicate: true });
      return;
    }
    const list = this.#dependents.get(offset);
    if (list === undefined) this.#dependents.set(offset, [dependent]);
    else list.push(dependent);
  }

  /**
   * A quorum has received everything up to `offset`. Answers the transactions themselves and their repeats, for good: what becomes of them says nothing more. A void, and whoever
   * asks for one, waits for the commit, since only that settles a key; and so do refusals, which would hold for ever.
   */
  accepted(offset: number): void {
    const from = Math.max(this.#firstOffset, this.#acceptedOffset + 1);
    this.#acceptedOffset = Math.max(this.#acceptedOffset, offset);
    const to = Math.min(offset, this.#firstOffset + this.#appended.length - this.#head - 1);
    for (let accepted = from; accepted <= to; accepted++) {
      const slot = this.#head + accepted - this.#firstOffset;
      const waiting = this.#appended[slot];
      if (waiting === undefined || waiting.isVoid) continue;
      this.#appended[slot] = undefined;
      answerAccepted(waiting, { offset: accepted, duplicate: false });
      this.#answerRepeats(accepted);
    }
  }

  #answerRepeats(offset: number): void {
    const list = this.#dependents.get(offset);
    if (list === undefined) return;
    const others = list.filter((dependent) => !isAcceptable(dependent));
    if (others.length === 0) this.#dependents.delete(offset);
    else this.#dependents.set(offset, others);
    for (const dependent of list) if (isAcceptable(dependent)) answerAccepted(dependent.to, { offset, duplicate: true });
  }

  /** Everything up to `offset` is committed and applied. */
  applied(offset: number): void {
    while (this.#appended.length > this.#head && this.#firstOffset <= offset) {
      const to = this.#appended[this.#head];
      this.#appended[this.#head++] = undefined;
      const committed = this.#firstOffset++;
      // Nothing waits there if it was answered as accepted.
      to?.reply(to.position, { kind: 'committed', offset: committed, duplicate: false }, to.isVoid);
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
    this.#acceptedOffset = 0;
    this.#dependents.clear();
    for (const to of appended) to?.reply(to.position, { kind: 'refused', code: options.code, outcome: 'unknown', ...hint }, false);
    for (const { to, ifLost } of dependents) to.reply(to.position, { ...ifLost, ...hint }, false);
  }
}

/** Whether it repeats a pending transaction that may be called accepted. */
function isAcceptable({ to, result }: Dependent): boolean {
  return result.kind === 'committed' && !to.isVoid;
}

function answerAccepted(to: ReplyTo, { offset, duplicate }: { readonly offset: number; readonly duplicate: boolean }): void {
  to.reply(to.position, { kind: 'accepted', offset, duplicate }, false);
}
