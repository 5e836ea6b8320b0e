// The `PeerTransport` port over a simulated network: messages are copied, delayed, lost, repeated and overtaken; links fail one way or both.
// A message may outlive the process that sent it and reach a later life of its receiver, which is more than TCP would do.
import type { PeerMessage } from '../../consensus/messages.ts';
import type { PeerTransport } from '../../consensus/ports.ts';
import type { NodeId } from '../../consensus/types.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** How the links behave; a nemesis changes it while the simulation runs. */
export interface NetworkConditions {
  /** Mean of the exponential delay, in ms, on top of `delayMinMs`. */
  delayMs: number;
  delayMinMs: number;
  lossShare: number;
  duplicateShare: number;
  /** Of this share of messages the delay is up to `straggleMs`: they arrive long after what was sent later. */
  straggleShare: number;
  straggleMs: number;
}

/** Makes the receiver's own copy of a message. */
export type Carry = (message: PeerMessage) => PeerMessage;

export class SimNetwork {
  readonly conditions: NetworkConditions;
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #carry: Carry;
  readonly #cut = new Set<string>();
  readonly #receivers = new Map<NodeId, (message: PeerMessage) => void>();

  constructor(options: { scheduler: Scheduler; random: Random; conditions: NetworkConditions; carry?: Carry }) {
    this.#scheduler = options.scheduler;
    this.#random = options.random;
    this.conditions = options.conditions;
    this.#carry = options.carry ?? copy;
  }

  /** Messages to `node` go to `receiver` from now on. */
  attach(node: NodeId, receiver: (message: PeerMessage) => void): void {
    this.#receivers.set(node, receiver);
  }

  transport(from: NodeId): PeerTransport {
    return { send: (to, message) => this.#send(from, to, message) };
  }

  /**
   * One question from `from` to `to` and its answer, each of which may be lost or late like a message. `ask` is called at `to`, and may never answer; resolves with
   * `undefined` after `timeoutMs`.
   */
  ask<T>(options: {
    readonly from: NodeId;
    readonly to: NodeId;
    readonly timeoutMs: number;
    readonly ask: (answer: (value: T) => void) => void;
    readonly done: (value: T | undefined) => void;
  }): void {
    const { from, to, timeoutMs, ask, done } = options;
    let isDone = false;
    const end = (value: T | undefined): void => {
      if (isDone) return;
      isDone = true;
      done(value);
    };
    this.#scheduler.after(timeoutMs, () => end(undefined));
    this.#pass(from, to, () => ask((value) => this.#pass(to, from, () => end(value))));
  }

  #pass(from: NodeId, to: NodeId, arrive: () => void): void {
    if (this.#random.chance(this.conditions.lossShare)) return;
    this.#scheduler.after(this.#delay(), () => {
      if (!this.#cut.has(`${from}>${to}`)) arrive();
    });
  }

  /** Nothing gets from `from` to `to`, whatever is under way included. */
  cut(from: NodeId, to: NodeId): void {
    this.#cut.add(`${from}>${to}`);
  }

  mend(): void {
    this.#cut.clear();
  }

  #send(from: NodeId, to: NodeId, message: PeerMessage): void {
    if (from === to) throw new Error(`${from} sends to itself`);
    const { lossShare, duplicateShare } = this.conditions;
    if (this.#random.chance(lossShare)) return;
    this.#carryTo(from, to, this.#carry(message));
    if (duplicateShare > 0 && this.#random.chance(duplicateShare)) this.#carryTo(from, to, this.#carry(message));
  }

  #carryTo(from: NodeId, to: NodeId, message: PeerMessage): void {
    this.#scheduler.after(this.#delay(), () => {
      if (this.#cut.size > 0 && this.#cut.has(`${from}>${to}`)) return;
      this.#receivers.get(to)?.(message);
    });
  }

  #delay(): number {
    const { delayMs, delayMinMs, straggleShare, straggleMs } = this.conditions;
    if (straggleShare > 0 && this.#random.chance(straggleShare)) return this.#random.between(delayMinMs, straggleMs);
    return delayMinMs + this.#random.exponential(delayMs);
  }
}

/** A deep copy of plain data: objects, arrays, byte arrays and primitives. */
export function copy<T>(value: T): T {
  return copyValue(value) as T;
}

function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return value.map(copyValue);
  const copied: Record<string, unknown> = {};
  for (const key in value) copied[key] = copyValue((value as Record<string, unknown>)[key]);
  return copied;
}
