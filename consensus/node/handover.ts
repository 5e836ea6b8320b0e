// Whoever asked this leader to hand over, until it is known what became of it. When nothing can be proposed meanwhile is the replica's.
import type { CoreEvent } from '../core/ready.ts';
import type { TransferResult } from '../service.ts';
import type { NodeId, Refusal } from '../types.ts';

export class Handover {
  readonly #id: NodeId;
  #waiting: ((result: TransferResult | Refusal) => void)[] = [];

  /** `id`: of this node. */
  constructor(id: NodeId) {
    this.#id = id;
  }

  /** Resolves when another node is known to lead, or this one leads on. */
  ended(): Promise<TransferResult | Refusal> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Of this node's core. */
  handle(event: CoreEvent): void {
    if (event.kind === 'transfer-failed') this.#end({ kind: 'not-taken', to: event.to });
    else if (event.kind === 'leader-changed' && event.leader !== undefined && event.leader !== this.#id) {
      this.#end({ kind: 'transferred', leader: event.leader, changed: true });
    }
  }

  /** The node closes: what becomes of it nobody will tell here. */
  close(): void {
    this.#end({ kind: 'refused', code: 'SHUTTING_DOWN', outcome: 'unknown' });
  }

  #end(result: TransferResult | Refusal): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(result);
  }
}
