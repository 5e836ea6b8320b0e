// The client: what a service opens once and uses for everything. Each call's work is done elsewhere; here are the public methods, their arguments checked,
// and what is opened and closed with the client.
import type {
  CallOptions,
  ClusterLimits,
  ClusterStatus,
  CommittedTransaction,
  ConnectOptions,
  KeyInput,
  LookupAnswer,
  PartitionOptions,
  ResolveAnswer,
  SubmitReceipt,
  TailOptions,
  TransactionInput,
  Transfer,
  TransferOptions,
} from './api.ts';
import type { ClusterMembers, MembersChange, MembersChanged } from './api-members.ts';
import type { LogEntry } from './api-storage.ts';
import { Cluster } from './cluster.ts';
import {
  decodeCommittedOffsetResponse,
  decodeLookupResponse,
  decodeResolveResponse,
  encodeCommittedOffsetRequest,
  encodeLookupRequest,
  encodeResolveRequest,
} from './codec.ts';
import { decodeTransferLeadershipResponse, encodeTransferLeadershipRequest } from './codec-leadership.ts';
import { invalid, LedgerlineError } from './errors.ts';
import { KeyGenerator } from './generated-key.ts';
import { checkOffset, checkPartition, encodeInput, namedKey, wireKey } from './input.ts';
import { callLeader } from './leader.ts';
import { changeMembers, clusterMembers } from './members.ts';
import type { WireKey } from './messages.ts';
import { type BeginOptions, OpenTransaction } from './open-transaction.ts';
import { type CallScope, type ClientContext, checkDeadline, clientContext, withScope } from './scope.ts';
import { type KeySearchOptions, type KeySearchResult, searchKey } from './settle.ts';
import { type EntriesOptions, PartitionSnapshots, readEntries } from './snapshots.ts';
import { PartitionState } from './state.ts';
import { clusterStatus } from './status.ts';
import { refusalError, SubmitCall } from './submit-call.ts';
import { Submitter } from './submitter.ts';
import { Tail } from './tail.ts';
import { TailReader } from './tail-reader.ts';
import { parseUrl } from './url.ts';

const DEFAULT_DEADLINE_MS = 10_000;
/** A status without a quorum is complete after this time, milliseconds. */
const STATUS_READ_MS = 1_000;
const NAME_BYTES_MAX = 64;

/** A connection to a Ledgerline cluster. Safe to share: one instance serves a whole process. */
export class Ledgerline implements AsyncDisposable {
  readonly #context: ClientContext;
  readonly #keys = new KeyGenerator();
  readonly #submitters = new Map<number, Submitter>();
  #isClosed = false;

  private constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * Connects to the cluster that answers at `ledgerline://host:port,host:port`; one reachable node is enough, the others are learnt from it. Waits for one
   * until the deadline. Rejects with INVALID, UNREACHABLE, VERSION_SKEW or ABORTED.
   */
  static async connect(url: string, options: ConnectOptions = {}): Promise<Ledgerline> {
    const name = options.name ?? 'ledgerline-client';
    if (Buffer.byteLength(name) > NAME_BYTES_MAX) throw invalid(`the name has more than ${NAME_BYTES_MAX} bytes`);
    const cluster = new Cluster(parseUrl(url), name);
    const context = clientContext(cluster, options.defaultDeadlineMs ?? DEFAULT_DEADLINE_MS);
    try {
      await withScope(context, { ...options, partition: 0 }, (scope) => firstContact(cluster, scope));
    } catch (cause) {
      context.ticker.clear();
      cluster.close();
      throw cause;
    }
    cluster.startRefreshing();
    return new Ledgerline(context);
  }

  /** 64 hexadecimal digits. */
  get cluster(): string {
    return this.#context.cluster.id;
  }

  /** How many partitions the cluster has: 1..partitions. */
  get partitions(): number {
    return this.#context.cluster.partitions;
  }

  /** Fixed when the cluster was formed. */
  get limits(): ClusterLimits {
    const { limits } = this.#context.cluster;
    if (limits === undefined) throw new LedgerlineError('CLOSED', 'the client never connected');
    return limits;
  }

  /**
   * Submits a transaction and resolves once it is committed: in the log, synced on a quorum. (Where the cluster acknowledges what is received, sooner: see
   * `SubmitReceipt.durable`.) What is submitted in one turn of the event loop travels together. Retries under one key until the deadline. Rejects with LedgerlineError, whose `outcome` says whether the transaction may still be in the log.
   */
  submit(input: TransactionInput, options: CallOptions = {}): Promise<SubmitReceipt> {
    return new Promise((resolve, reject) => {
      const submitter = this.#submitter(checkPartition(input.partition, this.partitions));
      const { partition } = submitter;
      const key: WireKey =
        input.key === undefined
          ? { kind: 'generated', bytes: this.#keys.next(this.#context.cluster.appliedOffset(partition)) }
          : namedKey(input.key);
      const { bytes, keyAt } = encodeInput(input, key, this.limits);
      const call = new SubmitCall({
        owner: submitter,
        partition,
        bytes,
        keyAt,
        key: input.key === undefined ? { generated: key.bytes } : { named: input.key },
        seen: input.seen,
        deadlineMs: options.deadlineMs === undefined ? this.#context.defaultDeadlineMs : checkDeadline(options.deadlineMs),
        signal: options.signal,
        resolve,
        reject,
      });
      submitter.submit(call);
    });
  }

  /** A transaction to be put together piece by piece. Nothing is sent before its `commit`. */
  begin(options: BeginOptions): OpenTransaction {
    this.#checkOpen();
    return new OpenTransaction(options, (input, callOptions) => this.submit(input, callOptions));
  }

  /** The state of a partition: what the puts and deletes of its log amount to. */
  state(options: { readonly partition?: number | undefined } = {}): PartitionState {
    this.#checkOpen();
    return new PartitionState(this.#context, checkPartition(options.partition, this.partitions));
  }

  /**
   * Hands the leadership of a partition over to the node `to`, or to whoever can take over soonest. What is submitted meanwhile waits and goes on at the new leader. `isTaken` is false if
   * the successor did not take over within an election timeout; `leader` is then unchanged.
   */
  async transferLeadership(options: TransferOptions = {}): Promise<Transfer> {
    const { cluster } = this.#context;
    const { to } = options;
    return withScope(this.#context, { ...options, partition: checkPartition(options.partition, this.partitions) }, async (scope) => {
      const request = () => encodeTransferLeadershipRequest({ hello: cluster.hello(), partition: scope.partition, to });
      const call = { method: 'transferLeadership', request, decode: decodeTransferLeadershipResponse, writes: false } as const;
      const answer = await callLeader(cluster, scope, call);
      if (answer.kind === 'refused') throw refusalError(scope, answer);
      if (answer.kind === 'transferred') return { leader: answer.leader, isTaken: true, changed: answer.changed };
      return { leader: undefined, isTaken: false, changed: false };
    });
  }

  /** Who belongs to the cluster: the intended set, and how far each partition is on the way there. */
  async members(options: CallOptions = {}): Promise<ClusterMembers> {
    this.#checkOpen();
    return clusterMembers(this.#context, options);
  }

  /**
   * Changes the intended set, and resolves when that is committed. The partitions converge on it afterwards: `members()` shows how far they are. Idempotent. Rejects with LedgerlineError, whose
   * `outcome` says whether it may have been changed.
   */
  async changeMembers(change: MembersChange, options: CallOptions = {}): Promise<MembersChanged> {
    this.#checkOpen();
    return changeMembers(this.#context, change, options);
  }

  /** The snapshots of a partition. */
  snapshots(options: { readonly partition?: number | undefined } = {}): PartitionSnapshots {
    this.#checkOpen();
    return new PartitionSnapshots(this.#context, checkPartition(options.partition, this.partitions));
  }

  /** Entries of the Raft log, of every type, in pieces as they come: for backups. Readers of transactions want `tail`. */
  entries(options: EntriesOptions = {}): AsyncIterable<readonly LogEntry[]> {
    this.#checkOpen();
    return readEntries(this.#context, checkPartition(options.partition, this.partitions), options);
  }

  /** The committed log from an offset on, in order, without gaps or repeats, for ever or up to `to`. */
  tail(options: TailOptions = {}): Tail {
    this.#checkOpen();
    const partition = checkPartition(options.partition, this.partitions);
    const from = checkOffset(options.from ?? 1, { min: 1, what: 'from' });
    if (options.to !== undefined) checkOffset(options.to, { min: 0, what: 'to' });
    const committedOffset = (signal: AbortSignal) => this.committedOffset({ partition, signal });
    return new Tail(new TailReader({ context: this.#context, partition, from, tail: options, committedOffset }), {
      partition,
      from,
      to: options.to,
    });
  }

  /** The transaction at an offset; `undefined` if none is committed there yet. */
  async get(offset: number, options: PartitionOptions = {}): Promise<CommittedTransaction | undefined> {
    checkOffset(offset, { min: 1, what: 'offset' });
    return this.#call(options, undefined, async (scope) => {
      if (offset > (await this.#readIndex(scope))) return undefined;
      for await (const [transaction] of this.#read(scope, { from: offset, to: offset })) return transaction;
      return undefined;
    });
  }

  /** At least everything that was acknowledged anywhere before the call (linearizable, by ReadIndex). */
  async committedOffset(options: PartitionOptions = {}): Promise<number> {
    return this.#call(options, undefined, (scope) => this.#readIndex(scope));
  }

  /** Whether a transaction is committed under a key. `not-yet` promises nothing: it may be on its way. */
  async lookup(key: KeyInput, options: PartitionOptions = {}): Promise<LookupAnswer> {
    const wire = wireKey(key);
    return this.#call(options, key, async (scope) => {
      const { cluster } = this.#context;
      const request = () => encodeLookupRequest({ hello: cluster.hello(), partition: scope.partition, key: wire });
      const answer = await callLeader(cluster, scope, { method: 'lookup', request, decode: decodeLookupResponse, writes: false });
      if (answer.kind !== 'refused') return answer;
      if (answer.code !== 'KEY_EXPIRED' || wire.kind === 'named') throw refusalError(scope, answer);
      const found = await this.#searchIn(scope, wire.bytes);
      return found.kind === 'found' ? { kind: 'committed', offset: found.offset, isVoid: found.isVoid } : { kind: 'not-yet' };
    });
  }

  /** Settles a key for ever: either its transaction is committed, or it is void and can never commit. */
  async resolve(key: KeyInput, options: PartitionOptions = {}): Promise<ResolveAnswer> {
    const wire = wireKey(key);
    return this.#call(options, key, async (scope) => {
      const { cluster } = this.#context;
      const request = () => encodeResolveRequest({ hello: cluster.hello(), partition: scope.partition, key: wire });
      const answer = await callLeader(cluster, scope, { method: 'resolve', request, decode: decodeResolveResponse, writes: true });
      if (answer.kind === 'void') return { kind: 'void' };
      if (answer.kind === 'committed') return answer;
      if (answer.code === 'VOID') return { kind: 'void' };
      if (answer.code !== 'KEY_EXPIRED' || wire.kind === 'named') throw refusalError(scope, answer);
      scope.isUnsettled = true;
      const found = await this.#searchIn(scope, wire.bytes);
      return found.kind === 'found' && !found.isVoid ? { kind: 'committed', offset: found.offset } : { kind: 'void' };
    });
  }

  /** Leaders, terms, committed offsets, and how far each node is, with a digest to compare their histories by. */
  async status(options: CallOptions = {}): Promise<ClusterStatus> {
    this.#checkOpen();
    return withScope(this.#context, { ...options, partition: 0 }, async (scope) => {
      const { signal } = scope;
      const committedOffset = (partition: number) =>
        this.committedOffset({ partition, signal, deadlineMs: Math.min(scope.remainingMs, STATUS_READ_MS) }).catch(() => undefined);
      const status = await clusterStatus({ cluster: this.#context.cluster, signal, committedOffset });
      scope.check();
      return status;
    });
  }

  /** Ends everything: calls under way and tails reject with CLOSED. Idempotent. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const submitter of this.#submitters.values()) submitter.close();
    for (const closing of [...this.#context.closing]) closing.onClose();
    this.#context.ticker.clear();
    this.#context.cluster.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new LedgerlineError('CLOSED', 'the client was closed');
  }

  #submitter(partition: number): Submitter {
    this.#checkOpen();
    let submitter = this.#submitters.get(partition);
    if (submitter === undefined) {
      submitter = new Submitter({ context: this.#context, partition, keys: this.#keys, search: (options) => this.#search(options) });
      this.#submitters.set(partition, submitter);
    }
    return submitter;
  }

  #call<T>(options: PartitionOptions, key: KeyInput | undefined, call: (scope: CallScope) => Promise<T>): Promise<T> {
    this.#checkOpen();
    const partition = checkPartition(options.partition, this.partitions);
    return withScope(this.#context, { ...options, partition, key }, call);
  }

  async #readIndex(scope: CallScope): Promise<number> {
    const { cluster } = this.#context;
    const { partition } = scope;
    const request = () => encodeCommittedOffsetRequest({ hello: cluster.hello(), partition });
    const answer = await callLeader(cluster, scope, {
      method: 'committedOffset',
      request,
      decode: decodeCommittedOffsetResponse,
      writes: false,
    });
    if (answer.kind === 'refused') throw refusalError(scope, answer);
    cluster.learnApplied(partition, answer.offset);
    return answer.offset;
  }

  /** A range of the log, within the time of a call. */
  async *#read(scope: CallScope, range: { readonly from: number; readonly to: number }): AsyncGenerator<readonly CommittedTransaction[]> {
    const tail = this.tail({ partition: scope.partition, ...range, signal: scope.signal });
    try {
      yield* tail.batches();
    } catch (cause) {
      scope.check();
      throw cause;
    }
  }

  async #search(options: KeySearchOptions): Promise<KeySearchResult | undefined> {
    const { partition, deadlineMs, signal } = options;
    const limits = { partition, ...(deadlineMs === undefined ? {} : { deadlineMs }), ...(signal === undefined ? {} : { signal }) };
    return withScope(this.#context, limits, async (scope) =>
      searchKey(options, await this.#readIndex(scope), (range) => this.#read(scope, range)),
    );
  }

  async #searchIn(scope: CallScope, key: Uint8Array): Promise<KeySearchResult> {
    const committed = await this.#readIndex(scope);
    try {
      return (await searchKey({ partition: scope.partition, key }, committed, (range) => this.#read(scope, range))) ?? { kind: 'nowhere' };
    } catch (cause) {
      if (!LedgerlineError.is(cause) || cause.code !== 'COMPACTED') throw cause;
      scope.isUnsettled = true;
      throw scope.failure('KEY_EXPIRED', 'the key has expired, and the part of the log that could hold it was compacted away');
    }
  }
}

/** Asks the seeds until one answers. */
async function firstContact(cluster: Cluster, scope: CallScope): Promise<void> {
  const over = aborted(scope.signal);
  for (let failures = 0; cluster.limits === undefined; failures++) {
    if (failures > 0) await scope.backoff(failures);
    await Promise.race([firstAnswer(cluster), over]);
    scope.check();
    const failure = cluster.lastFailure;
    if (cluster.limits === undefined && failure instanceof LedgerlineError && failure.code === 'VERSION_SKEW') throw failure;
  }
}

/** Resolves when a seed has answered, or all have failed. */
function firstAnswer(cluster: Cluster): Promise<void> {
  return new Promise((resolve) => {
    const probes = cluster.probe();
    for (const probe of probes) {
      probe.then((description) => {
        if (description !== undefined) resolve();
      });
    }
    Promise.all(probes).then(() => resolve());
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
