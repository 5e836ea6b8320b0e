// Hands the leadership of one partition over when somebody asks for it, and tells them what became of it. What can be proposed meanwhile is the replica's.
import type { CoreEvent } from '../core/ready.ts';
import type { TransferResult } from '../service.ts';
import type { NodeId, Refusal } from '../types.ts';

export interface HandoverOptions {
  /** Of this node. */
  readonly id: NodeId;
  readonly isLeading: () => boolean;
  readonly leaderHint: () => { readonly leader?: NodeId };
  /** Who can take over, the best first. */
  readonly successors: () => readonly NodeId[];
  /** Gives the core the word. */
  readonly begin: (to: NodeId) => void;
}

export class Handover {
  readonly #options: HandoverOptions;
  /** To whom it was tried last. */
  #to: NodeId | undefined;
  #waiting: ((result: TransferResult | Refusal) => void)[] = [];
  #leaving: (() => void)[] = [];

  constructor(options: HandoverOptions) {
    this.#options = options;
  }

  /** See `PartitionService.transferLeadership`. */
  async transfer(wanted: NodeId | undefined): Promise<TransferResult | Refusal> {
    const { id, isLeading, leaderHint, successors, begin } = this.#options;
    if (!isLeading()) return { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', ...leaderHint() };
    if (wanted === id) return { kind: 'transferred', leader: id, changed: false };
    const to = wanted ?? successors()[0];
    // Nobody is in touch with it.
    if (to === undefined) return { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };
    const ended = new Promise<TransferResult | Refusal>((resolve) => this.#waiting.push(resolve));
    begin(to);
    return ended;
  }

  /** Tries one after the other; resolves when this node leads no more, whoever does, or nobody takes over. */
  async leave(): Promise<void> {
    const { isLeading, successors, begin } = this.#options;
    for (const to of successors()) {
      if (!isLeading()) return;
      const left = new Promise<void>((resolve) => this.#leaving.push(resolve));
      begin(to);
      await left;
    }
  }

  /** Of this node's core. */
  handle(event: CoreEvent): void {
    if (event.kind === 'transfer-began') {
      this.#to = event.to;
    } else if (event.kind === 'transfer-failed') {
      this.#end({ kind: 'not-taken', to: event.to });
    } else if (event.kind === 'stepped-down') {
      this.#tellLeft();
    } else if (event.kind === 'became-leader' && this.#to !== undefined) {
      // The successor stood, and did not win.
      this.#end({ kind: 'not-taken', to: this.#to });
    } else if (event.kind === 'leader-changed' && event.leader !== undefined && event.leader !== this.#options.id) {
      this.#end({ kind: 'transferred', leader: event.leader, changed: true });
    }
  }

  /** The node closes: what becomes of it nobody will tell here. */
  close(): void {
    this.#end({ kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'unknown' });
  }

  #tellLeft(): void {
    const leaving = this.#leaving;
    this.#leaving = [];
    for (const resolve of leaving) resolve();
  }

  #end(result: TransferResult | Refusal): void {
    this.#to = undefined;
    this.#tellLeft();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(result);
  }
}
