// Reads of the state on any node: decides which offset the answer must reach, waits until the state does, and reads from one view, which says of exactly which offset it is.
import { STATE_READ_BYTES_MAX, STATE_READ_PAIRS_MAX } from '../../limits.ts';
import type { PeerRequests, StateStore, StateView, Timers } from '../../ports.ts';
import type { ReadAt, StateAnswer, StateQuery } from '../../service.ts';
import type { NodeId, Refusal } from '../../types.ts';
import { Deadline } from '../deadline.ts';
import type { Pauses } from '../pauses.ts';
import type { StateApplier } from './state-applier.ts';

const OVERLOADED: Refusal = { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };
/** Milliseconds before somebody is asked again who leads: a few heartbeats. */
const LEADER_RETRY_MS = 100;

export interface StateReadsOptions {
  readonly partition: number;
  readonly id: NodeId;
  readonly store: StateStore;
  readonly state: StateApplier;
  readonly peerRequests: PeerRequests;
  readonly pauses: Pauses;
  readonly leader: () => NodeId | undefined;
  /** The committed offset by ReadIndex, on the leader only. */
  readonly committedOffset: () => Promise<{ readonly kind: 'offset'; readonly offset: number } | Refusal>;
  readonly timers: Timers;
}

export class StateReads {
  readonly #options: StateReadsOptions;

  constructor(options: StateReadsOptions) {
    this.#options = options;
  }

  /** See `PartitionService.readState`. */
  async read(query: StateQuery, at: ReadAt, timeoutMs: number): Promise<StateAnswer | Refusal> {
    const { store, state, partition, timers } = this.#options;
    const deadline = new Deadline(timers, timeoutMs);
    try {
      const offset = await this.#offsetOf(at, deadline);
      if (typeof offset !== 'number') return offset;
      if (!(await state.reached(offset, deadline))) return OVERLOADED;
      const view = await store.view(partition);
      try {
        // Meanwhile another state may have begun to be loaded.
        return state.isPaused || view.progress.offset < offset ? OVERLOADED : await answer(query, view);
      } finally {
        await view.close();
      }
    } finally {
      deadline.cancel();
    }
  }

  #offsetOf(at: ReadAt, deadline: Deadline): Promise<number | Refusal> {
    if (at.kind === 'linearizable') return this.#committedOffset(deadline);
    return Promise.resolve(at.kind === 'at-least' ? at.offset : this.#options.state.progress.offset);
  }

  /** At least everything that was acknowledged anywhere before the call: asked of the leader, whoever that is or becomes until the deadline. */
  async #committedOffset(deadline: Deadline): Promise<number | Refusal> {
    const { id, partition, pauses, leader, committedOffset, peerRequests } = this.#options;
    for (;;) {
      const asked = leader();
      if (asked === id) {
        const result = await committedOffset();
        if (result.kind === 'offset') return result.offset;
      } else if (asked !== undefined) {
        const offset = await peerRequests.committedOffset(asked, partition).catch(() => undefined);
        if (offset !== undefined) return offset;
      }
      if (pauses.isClosed || deadline.isOver) {
        const hint = leader();
        return { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', ...(hint === undefined ? {} : { leader: hint }) };
      }
      await pauses.wait(LEADER_RETRY_MS);
    }
  }
}

async function answer(query: StateQuery, view: StateView): Promise<StateAnswer> {
  const { offset } = view.progress;
  if (query.kind === 'get-many') return { kind: 'values', offset, values: await view.getMany(query.keys) };
  const { from, to } = query;
  const limit = Math.min(query.limit, STATE_READ_PAIRS_MAX);
  // One more than wanted tells whether the limit cut it off; the bytes may do so before.
  const pairs = await view.range({ from, to, limit: limit + 1, bytesMax: STATE_READ_BYTES_MAX });
  if (pairs.length > limit) return { kind: 'pairs', offset, pairs: pairs.slice(0, limit), more: true };
  const last = pairs.at(-1);
  if (last === undefined) return { kind: 'pairs', offset, pairs, more: false };
  const behind = new Uint8Array(last.key.length + 1);
  behind.set(last.key);
  const rest = await view.range({ from: behind, to, limit: 1, bytesMax: 1 });
  return { kind: 'pairs', offset, pairs, more: rest.length > 0 };
}
