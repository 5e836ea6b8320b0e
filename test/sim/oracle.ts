// Judges every answer of the cluster by the committed log. An attempt without an answer is *unknown*: it may be in the log or not, and
// the log settles it at the end. Answers are judged where the node gives them, whether or not they reach the client.
import type { PartitionStatus, StateAnswer, StateQuery } from '../../consensus/service.ts';
import type { LookupResult, NodeId, Refusal, ResolveResult, SubmitResult } from '../../consensus/types.ts';
import type { PartitionChecker } from './checkers.ts';
import { type CommittedTransaction, printable, textOf } from './committed-log.ts';
import type { Coverage } from './coverage.ts';
import type { Report } from './violation.ts';
import type { PreparedTransaction } from './workload.ts';

/** One arrival of a transaction at a node. */
export interface Attempt {
  readonly transaction: PreparedTransaction;
  readonly node: NodeId;
  /** The committed offset of the cluster when it arrived. */
  readonly floor: number;
  /** Crashes of nodes before it arrived. */
  readonly crashes: number;
  /** Where this attempt was accepted (`acknowledge: received`); 0 if it was not. */
  acceptedAt: number;
  /** `first`: this attempt wrote the entry. `settled`: it wrote nothing (refused, or a duplicate of another). */
  state: 'unknown' | 'first' | 'settled';
  offset: number;
  answered: boolean;
}

export class Oracle {
  readonly #checker: PartitionChecker;
  readonly #report: Report;
  readonly #coverage: Coverage;
  readonly #crashes: () => number;
  /** By the bytes of the transaction. */
  readonly #attempts = new Map<string, Attempt[]>();
  readonly #streams: Attempt[][] = [];
  /** Accepted, and nothing is known to be committed there. */
  #accepted: Attempt[] = [];
  acknowledged = 0;

  constructor(options: {
    readonly checker: PartitionChecker;
    readonly report: Report;
    readonly coverage: Coverage;
    /** How often any node crashed so far. */
    readonly crashes: () => number;
  }) {
    this.#checker = options.checker;
    this.#report = options.report;
    this.#coverage = options.coverage;
    this.#crashes = options.crashes;
  }

  /** A new client stream: what it carries commits in its order. */
  openStream(): Attempt[] {
    const stream: Attempt[] = [];
    this.#streams.push(stream);
    return stream;
  }

  /** `transaction` arrived at `node`. */
  arrived(transaction: PreparedTransaction, node: NodeId, stream?: Attempt[]): Attempt {
    const attempt: Attempt = {
      transaction,
      node,
      floor: this.#checker.committed.lastOffset,
      crashes: this.#crashes(),
      acceptedAt: 0,
      state: 'unknown',
      offset: 0,
      answered: false,
    };
    const attempts = this.#attempts.get(transaction.bytes);
    if (attempts === undefined) this.#attempts.set(transaction.bytes, [attempt]);
    else attempts.push(attempt);
    stream?.push(attempt);
    this.#settleAccepted();
    return attempt;
  }

  submitAnswered(attempt: Attempt, answer: { result: SubmitResult; isVoid: boolean; status: PartitionStatus }): void {
    const { transaction, node } = attempt;
    const { result, isVoid, status } = answer;
    if (attempt.answered) this.#report('answer', `${node} answers a transaction twice`);
    attempt.answered = true;
    if (result.kind === 'refused') {
      if (result.outcome === 'none') attempt.state = 'settled';
      this.#checkRefusal(transaction, { node, refusal: result, status });
      return;
    }
    this.acknowledged++;
    if (result.kind === 'accepted') {
      this.#noteAccepted(attempt, result);
      return;
    }
    this.#coverage.hit(result.duplicate ? 'submit: duplicate' : 'submit: committed');
    const committed = this.#committedAt(result.offset, { node, status, transaction });
    if (committed === undefined) return;
    attempt.state = result.duplicate ? 'settled' : 'first';
    attempt.offset = result.offset;
    if (!result.duplicate && committed.bytes !== transaction.bytes) {
      this.#report('answer', `${node} says that an attempt is at ${result.offset}, but another one is`);
    }
    if (!result.duplicate && result.offset <= attempt.floor) {
      this.#report('linearizability', `${node} commits at ${result.offset} what came when ${attempt.floor} was committed`);
    }
    if (isVoid !== committed.isVoid) this.#report('answer', `${node} confuses a void at ${result.offset}`);
    if (transaction.submission.isVoid) return;
    if (committed.isVoid) this.#report('answer', `${node} says committed of a void at ${result.offset}`);
    else if (committed.content !== textOf(transaction.submission.content)) {
      this.#report('answer', `${node} takes a transaction for a repeat of another one, at ${result.offset}`);
    }
  }

  /** Not committed yet, and perhaps never: the log tells in the end. A void is never only accepted. */
  #noteAccepted(attempt: Attempt, { offset, duplicate }: { readonly offset: number; readonly duplicate: boolean }): void {
    const { transaction, node, floor } = attempt;
    this.#coverage.hit(duplicate ? 'submit: duplicate accepted' : 'submit: accepted');
    if (transaction.submission.isVoid) this.#report('answer', `${node} accepts a void at ${offset}`);
    if (duplicate) attempt.state = 'settled';
    else {
      attempt.acceptedAt = offset;
      this.#accepted.push(attempt);
    }
    if (!duplicate && offset <= floor) {
      this.#report('linearizability', `${node} accepts at ${offset} what came when ${floor} was committed`);
    }
  }

  resolveAnswered(attempt: Attempt, answer: { result: ResolveResult; status: PartitionStatus }): void {
    const { transaction, node } = attempt;
    const { result, status } = answer;
    if (result.kind === 'refused') {
      if (result.outcome === 'none') attempt.state = 'settled';
      this.#checkRefusal(transaction, { node, refusal: result, status });
      return;
    }
    this.#coverage.hit(`resolve: ${result.kind}`);
    const committed = this.#committedAt(result.offset, { node, status, transaction });
    if (committed !== undefined && committed.isVoid !== (result.kind === 'void')) {
      this.#report('answer', `${node} resolves a key at ${result.offset} as ${result.kind}`);
    }
  }

  /** Where the key is, as far as a node with this status has applied; taken when the lookup arrives. */
  known(key: string, status: PartitionStatus): CommittedTransaction | undefined {
    const committed = this.#checker.committed.byKey.get(key);
    return committed !== undefined && committed.offset <= status.appliedOffset ? committed : undefined;
  }

  lookupAnswered(
    asked: { transaction: PreparedTransaction; node: NodeId; known: CommittedTransaction | undefined },
    answer: { result: LookupResult; status: PartitionStatus },
  ): void {
    const { transaction, node, known } = asked;
    const { result, status } = answer;
    this.#coverage.hit(`lookup: ${result.kind}`);
    if (result.kind === 'refused') {
      this.#checkRefusal(transaction, { node, refusal: result, status });
    } else if (result.kind === 'not-yet') {
      if (known !== undefined) this.#report('answer', `${node} does not find the key that it applied at ${known.offset}`);
    } else {
      const committed = this.#committedAt(result.offset, { node, status, transaction });
      if (committed !== undefined && committed.isVoid !== result.isVoid)
        this.#report('answer', `${node} confuses a void at ${result.offset}`);
    }
  }

  /** `floor`: the committed offset of the cluster when the read arrived. */
  committedOffsetAnswered(node: NodeId, read: { floor: number; offset: number; status: PartitionStatus }): void {
    this.#coverage.hit('read: committed offset');
    this.#checker.acknowledges(node, read.offset, read.status);
    if (read.offset < read.floor) {
      this.#report('linearizability', `${node} reads committed offset ${read.offset}, but ${read.floor} was committed before`);
    }
  }

  /** `floor`: the least offset that the answer may be of. */
  stateAnswered(asked: { node: NodeId; query: StateQuery; floor: number }, answer: { result: StateAnswer; status: PartitionStatus }): void {
    const { node, query, floor } = asked;
    const { result, status } = answer;
    const { offset } = result;
    this.#coverage.hit(`state: ${query.kind}`);
    this.#checker.acknowledges(node, offset, status);
    if (offset < floor) this.#report('linearizability', `${node} reads the state of offset ${offset}, but ${floor} was asked for`);
    const { state } = this.#checker.committed;
    if (query.kind === 'get-many' && result.kind === 'values') {
      const expected = query.keys.map((key) => state.valueAt(textOf(key), offset));
      const found = result.values.map((value) => (value === undefined ? undefined : textOf(value)));
      const wrong = expected.findIndex((value, at) => value !== found[at]);
      if (wrong >= 0)
        this.#report('state', `${node} reads a wrong value of ${textOf(query.keys[wrong] ?? new Uint8Array(0))} at offset ${offset}`);
    } else if (query.kind === 'range' && result.kind === 'pairs') {
      const all = state.pairsAt(offset, { from: textOf(query.from), to: query.to === undefined ? undefined : textOf(query.to) });
      const expected = all.slice(0, result.more ? result.pairs.length : undefined);
      const isSame =
        expected.length === result.pairs.length &&
        result.more === all.length > expected.length &&
        result.pairs.every(({ key, value }, at) => textOf(key) === expected[at]?.[0] && textOf(value) === expected[at]?.[1]);
      if (!isSame) this.#report('state', `${node} reads a wrong range of the state at offset ${offset}`);
    }
  }

  snapshotPointAnswered(node: NodeId, index: number, status: PartitionStatus): void {
    this.#checker.acknowledges(node, 0, status);
    this.#coverage.hit('snapshot: asked for');
    if (this.#checker.committed.entries[index]?.type !== 'snapshot-point')
      this.#report('answer', `${node} says that entry ${index} is a snapshot-point`);
  }

  /** At the end, with the whole log known: settles every unknown attempt. `hasStopped`: the cluster may have, so that not everything that was accepted is committed by now. */
  finish({ hasStopped }: { readonly hasStopped: boolean }): void {
    for (const committed of this.#checker.committed.transactions) {
      if (committed === undefined) continue;
      const attempts = this.#attempts.get(committed.bytes) ?? [];
      const first = attempts.filter(({ state }) => state === 'first').length;
      if (first > 1) this.#report('answer', `two attempts were told that they wrote offset ${committed.offset}`);
      if (!attempts.some(({ state }) => state !== 'settled')) {
        const answers = attempts.length === 0 ? 'was never sent' : 'was refused with outcome none, or answered as a duplicate, each time';
        this.#report('answer', `the transaction at offset ${committed.offset} ${answers}`);
      }
    }
    this.#settleAccepted();
    if (!hasStopped) for (const attempt of this.#accepted) this.#checkAccepted(attempt);
    for (const stream of this.#streams) this.#checkOrder(stream);
  }

  /** Looks at what is committed by now where something was accepted: soon after it is, so that no later crash excuses it. */
  #settleAccepted(): void {
    if (this.#accepted.length === 0) return;
    const isSettled = ({ acceptedAt }: Attempt) => acceptedAt <= this.#checker.committed.lastOffset;
    for (const attempt of this.#accepted) if (isSettled(attempt)) this.#checkAccepted(attempt);
    this.#accepted = this.#accepted.filter((attempt) => !isSettled(attempt));
  }

  /** Elections look at all that was received: what was accepted commits in its place, unless a node crashed that may have received it. */
  #checkAccepted({ acceptedAt, transaction, node, crashes }: Attempt): void {
    if (this.#checker.committed.transactions[acceptedAt]?.bytes === transaction.bytes) return;
    this.#coverage.hit('accepted and lost');
    if (crashes === this.#crashes()) this.#report('durability', `${node} accepted at ${acceptedAt} what is not there, and no node crashed`);
  }

  #checkOrder(stream: readonly Attempt[]): void {
    let last = 0;
    for (const { state, offset } of stream) {
      if (state !== 'first') continue;
      if (offset <= last) this.#report('offsets', `a stream's later transaction is at ${offset}, an earlier one at ${last}`);
      last = offset;
    }
  }

  /** The committed transaction at an offset that an answer names: it must be there, under the key that was asked about. */
  #committedAt(
    offset: number,
    asked: { node: NodeId; status: PartitionStatus; transaction: PreparedTransaction },
  ): CommittedTransaction | undefined {
    const { node, status, transaction } = asked;
    this.#checker.acknowledges(node, offset, status);
    const committed = this.#checker.committed.transactions[offset];
    if (committed === undefined) return undefined;
    if (committed.key !== transaction.key) {
      this.#report('answer', `${node} says that ${printable(transaction.key)} is at ${offset}, where ${printable(committed.key)} is`);
      return undefined;
    }
    return committed;
  }

  #checkRefusal(transaction: PreparedTransaction, answer: { node: NodeId; refusal: Refusal; status: PartitionStatus }): void {
    const { node, refusal, status } = answer;
    const { submission } = transaction;
    const offset = refusal.offset ?? 0;
    this.#coverage.hit(`refused: ${refusal.code}, ${refusal.outcome}`);
    const fail = (why: string) => this.#report('answer', `${node} answers ${refusal.code} with offset ${offset}: ${why}`);
    const { committed } = this.#checker;
    switch (refusal.code) {
      case 'CONFLICT': {
        this.#checker.acknowledges(node, offset, status);
        const name = refusal.lock === undefined ? '' : textOf(refusal.lock);
        if (!submission.locks.some((lock) => lock.mode !== 'append' && textOf(lock.name) === name)) fail('it checks no such lock');
        if (submission.seen === undefined || submission.seen >= offset) fail(`it had seen ${submission.seen}`);
        if (committed.transactions[offset]?.recorded.includes(name) !== true) fail(`that one did not write ${name}`);
        return;
      }
      case 'VOID':
      case 'KEY_REUSED': {
        this.#checker.acknowledges(node, offset, status);
        const holder = committed.transactions[offset];
        if (holder?.key !== transaction.key) fail('the key is not there');
        else if (holder.isVoid !== (refusal.code === 'VOID')) fail('it is not so');
        else if (!holder.isVoid && holder.content === textOf(submission.content)) fail('it is a plain repeat');
        return;
      }
      case 'STALE':
        this.#advance(node, status);
        if (offset > committed.horizon) fail(`the horizon is ${committed.horizon}`);
        if (submission.seen === undefined || submission.seen >= offset) fail(`it had seen ${submission.seen}`);
        return;
      case 'KEY_EXPIRED':
        this.#advance(node, status);
        if (offset > committed.evictedOffset) fail(`the newest evicted key is ${committed.evictedOffset}`);
        if (submission.key.kind === 'named' || submission.key.birth >= offset) fail('the key is younger');
        return;
      case 'SEEN_AHEAD': {
        const birth = submission.key.kind === 'generated' ? submission.key.birth : 0;
        if (Math.max(birth, submission.seen ?? 0) <= offset) fail(`it was born at ${birth} and had seen ${submission.seen}`);
        return;
      }
      default:
        return;
    }
  }

  /** Takes in what the answering node has committed, so that the tables' model is as new as its own. */
  #advance(node: NodeId, status: PartitionStatus): void {
    this.#checker.acknowledges(node, 0, status);
  }
}
