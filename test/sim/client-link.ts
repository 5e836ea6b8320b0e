// One client's way to the nodes: requests and answers take time and get lost, a call that is not answered in time stays unknown.
// Submits of one turn to one node travel in one message of one stream, which keeps its order and dies with the process it leads to.
import type { PartitionService, SubmitStream } from '../../consensus/service.ts';
import type { NodeId, SubmitResult } from '../../consensus/types.ts';
import type { Attempt, Oracle } from './oracle.ts';
import type { SimProcess } from './process.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { Report } from './violation.ts';
import type { PreparedTransaction } from './workload.ts';

/** A partition of a running node, and the process that it lives in. */
export interface Door {
  readonly process: SimProcess;
  readonly service: PartitionService;
}

export interface LinkConditions {
  delayMs: number;
  lossShare: number;
}

export interface ClientLinkOptions {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly conditions: LinkConditions;
  readonly oracle: Oracle;
  readonly report: Report;
  /** `undefined` while the node is down. */
  readonly door: (node: NodeId) => Door | undefined;
}

/** `no-answer`: sent, and who knows; `unreachable`: nothing was sent. */
export type CallFailure = 'no-answer' | 'unreachable';

interface Outgoing {
  readonly transaction: PreparedTransaction;
  readonly answer: (result: SubmitResult, isVoid: boolean) => void;
}

interface OpenStream {
  readonly process: SimProcess;
  readonly stream: SubmitStream;
  readonly history: Attempt[];
}

export class ClientLink {
  readonly #options: ClientLinkOptions;
  readonly #streams = new Map<NodeId, OpenStream>();
  readonly #outbox = new Map<NodeId, Outgoing[]>();
  /** When the last message to a node arrives: a stream is never overtaken by itself. */
  readonly #arrivals = new Map<NodeId, number>();
  /** What arrived at a process and is not answered yet. */
  readonly #unanswered = new Map<SimProcess, number>();

  constructor(options: ClientLinkOptions) {
    this.#options = options;
  }

  /** Calls and transactions that arrived at a process which still lives, and that it has not answered. */
  get unanswered(): number {
    let count = 0;
    for (const [process, calls] of this.#unanswered) if (process.alive) count += calls;
    return count;
  }

  /** Simulated milliseconds pass. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#options.scheduler.after(ms, resolve));
  }

  submit(node: NodeId, transaction: PreparedTransaction, timeoutMs: number): Promise<SubmitResult | CallFailure> {
    return this.#within(timeoutMs, (settle) => {
      const outgoing: Outgoing = {
        transaction,
        answer: (result) => this.#back(() => settle(result)),
      };
      const waiting = this.#outbox.get(node);
      if (waiting !== undefined) {
        waiting.push(outgoing);
        return;
      }
      this.#outbox.set(node, [outgoing]);
      this.#options.scheduler.after(0, () => this.#flush(node));
    });
  }

  /** Runs `work` at the node; what it returns travels back. */
  call<T>(node: NodeId, timeoutMs: number, work: (service: PartitionService) => Promise<T>): Promise<T | CallFailure> {
    return this.#within<T>(timeoutMs, (settle) => {
      if (this.#isLost()) return;
      this.#options.scheduler.after(this.#delay(), () => {
        const door = this.#options.door(node);
        if (door === undefined) {
          this.#back(() => settle('unreachable'));
          return;
        }
        door.process.deliver(() => {
          this.#owe(door.process, 1);
          work(door.service).then(
            (value) => {
              this.#owe(door.process, -1);
              this.#back(() => settle(value));
            },
            (error: unknown) => {
              const text = error instanceof Error ? error.stack : String(error);
              if (door.process.alive) this.#options.report('node-failed', `a call to ${node} fails: ${text}`);
            },
          );
        });
      });
    });
  }

  #flush(node: NodeId): void {
    const messages = this.#outbox.get(node) ?? [];
    this.#outbox.delete(node);
    if (this.#isLost()) return;
    const { scheduler } = this.#options;
    const arrival = Math.max(scheduler.now + this.#delay(), this.#arrivals.get(node) ?? 0);
    this.#arrivals.set(node, arrival);
    scheduler.after(arrival - scheduler.now, () => {
      const door = this.#options.door(node);
      door?.process.deliver(() => this.#arrive(node, door, messages));
    });
  }

  #arrive(node: NodeId, door: Door, messages: readonly Outgoing[]): void {
    const { oracle } = this.#options;
    let open = this.#streams.get(node);
    if (open?.process !== door.process) {
      open = { process: door.process, stream: door.service.openSubmitStream(), history: oracle.openStream() };
      this.#streams.set(node, open);
    }
    const { history } = open;
    this.#owe(door.process, messages.length);
    const attempts = messages.map(({ transaction }) => oracle.arrived(transaction, node, history));
    open.stream.submit(
      messages.map(({ transaction }) => transaction.submission),
      (position, result, isVoid) => {
        const attempt = attempts[position];
        if (attempt === undefined) throw new Error(`an answer to transaction ${position} of ${attempts.length}`);
        this.#owe(door.process, -1);
        oracle.submitAnswered(attempt, { result, isVoid, status: door.service.status() });
        messages[position]?.answer(result, isVoid);
      },
    );
  }

  #within<T>(timeoutMs: number, start: (settle: (value: T | CallFailure) => void) => void): Promise<T | CallFailure> {
    return new Promise((resolve) => {
      this.#options.scheduler.after(timeoutMs, () => resolve('no-answer'));
      start(resolve);
    });
  }

  #owe(process: SimProcess, answers: number): void {
    this.#unanswered.set(process, (this.#unanswered.get(process) ?? 0) + answers);
  }

  /** An answer on its way to the client. */
  #back(arrive: () => void): void {
    if (!this.#isLost()) this.#options.scheduler.after(this.#delay(), arrive);
  }

  #isLost(): boolean {
    const { lossShare } = this.#options.conditions;
    return lossShare > 0 && this.#options.random.chance(lossShare);
  }

  #delay(): number {
    return this.#options.random.exponential(this.#options.conditions.delayMs);
  }
}
