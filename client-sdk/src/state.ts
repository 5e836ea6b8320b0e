// Reads of the state of one partition: keys, and ranges page by page. The answer names the offset after which it is exact.
import type { ReadAt, StateEntry, StatePage, StateRangeOptions, StateReadOptions, StateValue, StateValues } from './api-storage.ts';
import { decodeReadStateResponse, encodeReadStateRequest } from './codec-state.ts';
import { invalid, LedgerlineError } from './errors.ts';
import { bytesOf, checkOffset, stateKey } from './input.ts';
import { callNode } from './leader.ts';
import type { ReadStateAnswer, WireReadAt, WireRefusal, WireStateQuery } from './messages.ts';
import { NodeChoice } from './node-choice.ts';
import { type CallScope, type ClientContext, withScope } from './scope.ts';
import { refusalError } from './submit-call.ts';

/** Keys of one read. */
const KEYS_MAX = 1_024;
/** Entries of one page; a node cuts one off earlier at about 1 MiB. */
const PAGE_ENTRIES_MAX = 1_000;
/** How long a node may wait for what a read asks for before another attempt is made, milliseconds: less than an attempt takes. */
const WAIT_MS = 800;

type Answer<K> = Extract<ReadStateAnswer, { readonly kind: K }>;

/** The state of one partition: what all puts and deletes of its log amount to. */
export class PartitionState {
  readonly partition: number;
  readonly #context: ClientContext;

  constructor(context: ClientContext, partition: number) {
    this.#context = context;
    this.partition = partition;
  }

  /** The value of a key. Rejects with LedgerlineError, whose outcome is always `none`. */
  async get(key: string | Uint8Array, options: StateReadOptions = {}): Promise<StateValue> {
    const { values, offset } = await this.multiGet([key], options);
    return { value: values[0], offset };
  }

  /** The values of up to 1,024 keys, all after one offset. */
  async multiGet(keys: readonly (string | Uint8Array)[], options: StateReadOptions = {}): Promise<StateValues> {
    if (keys.length > KEYS_MAX) throw invalid(`${keys.length} keys in one read, at most ${KEYS_MAX} are allowed`);
    const answer = await this.#read({ kind: 'get-many', keys: keys.map(stateKey) }, options);
    if (answer.kind !== 'values' || answer.values.length !== keys.length) throw unexpected();
    return { values: answer.values, offset: answer.offset };
  }

  /**
   * Keys and values in ascending order of the keys' bytes, read page by page as they are consumed. Each page is exact after the offset that its entries
   * name, and no page is older than the one before; a range of more than one page is exact after one offset only if all name the same. `deadlineMs` is
   * for each page.
   */
  range(options: StateRangeOptions = {}): StateRange {
    const { from, to } = bounds(options);
    const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : checkOffset(options.limit, { min: 0, what: 'limit' });
    wireAt(options.at);
    const read = async (query: WireStateQuery, at: ReadAt | undefined): Promise<Answer<'pairs'>> => {
      const answer = await this.#read(query, { ...options, at });
      if (answer.kind !== 'pairs') throw unexpected();
      return answer;
    };
    return new StateRange({ read, from, to, limit, at: options.at });
  }

  #read(query: WireStateQuery, options: StateReadOptions): Promise<Exclude<ReadStateAnswer, WireRefusal>> {
    const at = wireAt(options.at);
    return withScope(this.#context, { ...options, partition: this.partition }, (scope) =>
      this.#readIn(scope, { query, at, node: options.node }),
    );
  }

  async #readIn(
    scope: CallScope,
    what: { readonly query: WireStateQuery; readonly at: WireReadAt; readonly node: string | undefined },
  ): Promise<Exclude<ReadStateAnswer, WireRefusal>> {
    const { cluster } = this.#context;
    const { partition } = scope;
    const { query, at, node } = what;
    const request = () => encodeReadStateRequest({ hello: cluster.hello(), partition, at, query, timeoutMs: WAIT_MS });
    const choice = new NodeChoice(cluster, node);
    const choose = () => (node === undefined && at.kind === 'linearizable' ? cluster.findLeader(partition) : choice.next());
    const busy = at.kind === 'at-least' ? `has not applied offset ${at.offset} yet` : 'has not applied yet what is committed';
    const call = { method: 'readState', request, decode: decodeReadStateResponse, writes: false, node, busy } as const;
    const answer = await callNode(cluster, scope, call, choose);
    if (answer.kind === 'refused') throw refusalError(scope, answer);
    cluster.learnApplied(partition, answer.offset);
    return answer;
  }
}

interface RangePlan {
  readonly read: (query: WireStateQuery, at: ReadAt | undefined) => Promise<Answer<'pairs'>>;
  readonly from: Uint8Array;
  readonly to: Uint8Array | undefined;
  readonly limit: number;
  readonly at: ReadAt | undefined;
}

/** A range of the state: iterate over its entries, or over its pages. Each iteration reads it anew. */
export class StateRange implements AsyncIterable<StateEntry> {
  readonly #plan: RangePlan;

  constructor(plan: RangePlan) {
    this.#plan = plan;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<StateEntry, void> {
    for await (const { entries } of this.pages()) yield* entries;
  }

  /** At least one, which may be empty. */
  async *pages(): AsyncGenerator<StatePage, void> {
    const { read, to, limit } = this.#plan;
    let { from, at } = this.#plan;
    for (let left = limit; ; ) {
      const { offset, pairs, more } = await read({ kind: 'range', from, to, limit: Math.max(1, Math.min(left, PAGE_ENTRIES_MAX)) }, at);
      yield { offset, entries: pairs.slice(0, left).map(({ key, value }) => ({ key, value, offset })) };
      left -= pairs.length;
      const last = pairs.at(-1);
      if (!more || left <= 0 || last === undefined) return;
      from = Buffer.concat([last.key, Buffer.of(0)]);
      at = offset;
    }
  }
}

function unexpected(): LedgerlineError {
  return new LedgerlineError('PROTOCOL', 'the node answered another question');
}

function wireAt(at: ReadAt | undefined): WireReadAt {
  if (at === undefined || at === 'linearizable') return { kind: 'linearizable' };
  if (at === 'local') return { kind: 'local' };
  if (typeof at !== 'number') throw invalid(`at is ${JSON.stringify(at)}; expected 'linearizable', 'local' or an offset`);
  return { kind: 'at-least', offset: checkOffset(at, { min: 0, what: 'at' }) };
}

function bounds(options: StateRangeOptions): { readonly from: Uint8Array; readonly to: Uint8Array | undefined } {
  const { prefix, from, to } = options;
  if (prefix === undefined) {
    return { from: from === undefined ? new Uint8Array(0) : bytesOf(from, 'from'), to: to === undefined ? undefined : bytesOf(to, 'to') };
  }
  if (from !== undefined || to !== undefined) throw invalid('a range has a prefix, or from and to, not both');
  const bytes = bytesOf(prefix, 'prefix');
  return { from: bytes, to: behind(bytes) };
}

/** The first key behind all that begin with `prefix`; `undefined` if there is none. */
function behind(prefix: Uint8Array): Uint8Array | undefined {
  const length = prefix.findLastIndex((byte) => byte !== 0xff) + 1;
  if (length === 0) return undefined;
  const key = Buffer.from(prefix.subarray(0, length));
  key[length - 1] = (key[length - 1] ?? 0) + 1;
  return key;
}
