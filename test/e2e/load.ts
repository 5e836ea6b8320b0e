// Load for the tests that break things: writers that remember every transaction they were told about, and what they were told compared with the log, the
// state and the keys of every node. What is broken meanwhile is the tests' own.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClusterStatus, type CommittedTransaction, type DeltaInput, type Ledgerline, LedgerlineError } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { commandsOf, until } from './harness.ts';

const TYPE = 'load.v1';
/** Milliseconds for one submit with its retries: short, so that some end unknown. */
const SUBMIT_MS = 3_000;
/** Milliseconds before a writer goes on that was refused. */
const REFUSED_MS = 50;
/** Named keys that are submitted again. */
const REPEATS = 30;

export interface Acknowledged {
  readonly id: string;
  readonly offset: number;
  /** Under a key of the caller's, which is the id. */
  readonly isNamed: boolean;
}

export interface LoadOptions {
  readonly writers: number;
  /** Size of one value, in bytes: each transaction puts one under its own key. */
  readonly valueBytes: number;
  /** Bytes of a record beside it, which makes the log grow and not the state. Default: none. */
  readonly recordBytes?: number;
  /** Milliseconds that a writer rests between two transactions. Default 0. */
  readonly restMs?: number;
  /** Begins every id: for several loads of one partition. Default `w`. */
  readonly name?: string;
  /** Default 1. */
  readonly partition?: number;
}

export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** Ids that were settled as void: they must never appear. */
  readonly voided: string[] = [];
  /** Calls whose acknowledgement was lost on the way: a later attempt was told that an earlier one is in the log. */
  duplicates = 0;
  /** Calls that ended unknown and were settled. */
  settled = 0;
  /** Calls that were refused without a trace, by code. */
  readonly refused = new Map<string, number>();
  /** When the last acknowledgement came, and the longest time without one since that was last asked for. */
  #acknowledgedAt = performance.now();
  #gapMs = 0;
  readonly #ledger: Ledgerline;
  readonly #options: LoadOptions;
  readonly #stopping = new AbortController();
  /** Writers wait for it before they begin the next transaction. */
  #gate: Promise<void> = Promise.resolve();
  #underWay = 0;
  readonly #done: Promise<unknown>;

  get partition(): number {
    return this.#options.partition ?? 1;
  }

  /** Writes until it is stopped. */
  constructor(ledger: Ledgerline, options: LoadOptions) {
    this.#ledger = ledger;
    this.#options = options;
    this.#done = Promise.all(
      Array.from({ length: options.writers }, (_, at) => this.#write(`${options.name ?? 'w'}${String(at).padStart(2, '0')}`)),
    );
    // Whoever stops the load is told; a test that failed before closes the client, which ends the writers.
    this.#done.catch(() => this.#stopping.abort());
  }

  /** The longest time without any acknowledgement, in milliseconds, since the last call. */
  takeGapMs(): number {
    const gapMs = this.#gapMs;
    this.#gapMs = 0;
    return gapMs;
  }

  /** Waits until so many more are acknowledged. */
  async more(count: number): Promise<void> {
    const target = this.acknowledged.length + count;
    await until(`${target} are acknowledged`, () => this.acknowledged.length >= target, 60_000);
  }

  /** Ends the load: afterwards every id is acknowledged, void, or was refused without a trace. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  /** What was put under this key. */
  value(id: string): string {
    const digest = createHash('sha256').update(id).digest('hex');
    return `${id}:${digest.repeat(Math.ceil(this.#options.valueBytes / digest.length))}`.slice(0, this.#options.valueBytes);
  }

  /** Runs this while nothing is under way and everything is settled; then the writers go on. */
  async hold(work: () => Promise<void>): Promise<void> {
    let release = (): void => {};
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    try {
      await until('everything under way is settled', () => this.#underWay === 0, 60_000);
      await work();
    } finally {
      release();
    }
  }

  /** The content of the transaction with this id. */
  deltas(id: string): DeltaInput[] {
    const { recordBytes = 0 } = this.#options;
    const put: DeltaInput = { put: id, value: this.value(id) };
    return recordBytes === 0 ? [put] : [put, { record: Buffer.alloc(recordBytes, id) }];
  }

  async #write(writer: string): Promise<void> {
    const { signal } = this.#stopping;
    for (let count = 0; !signal.aborted; count++) {
      await this.#gate;
      this.#underWay++;
      await this.#submit({ id: `${writer}/${String(count).padStart(6, '0')}`, isNamed: count % 2 === 0 }).finally(() => this.#underWay--);
      if (this.#options.restMs !== undefined) await sleep(this.#options.restMs);
    }
  }

  async #submit({ id, isNamed }: Pick<Acknowledged, 'id' | 'isNamed'>): Promise<void> {
    const transaction = { type: TYPE, deltas: this.deltas(id), key: isNamed ? id : undefined, partition: this.partition };
    try {
      const receipt = await this.#ledger.submit(transaction, { deadlineMs: SUBMIT_MS });
      const { offset } = receipt;
      if (receipt.duplicate) this.duplicates++;
      const now = performance.now();
      this.#gapMs = Math.max(this.#gapMs, now - this.#acknowledgedAt);
      this.#acknowledgedAt = now;
      this.acknowledged.push({ id, offset, isNamed });
    } catch (error) {
      if (!LedgerlineError.is(error)) throw error;
      if (error.code === 'CLOSED') throw error;
      if (error.outcome === 'unknown') return this.#settle({ id, isNamed }, error);
      this.refused.set(error.code, (this.refused.get(error.code) ?? 0) + 1);
      await sleep(REFUSED_MS);
    }
  }

  async #settle({ id, isNamed }: Pick<Acknowledged, 'id' | 'isNamed'>, { key }: LedgerlineError): Promise<void> {
    assert.ok(key !== undefined, 'an unknown outcome names its key');
    for (;;) {
      try {
        const answer = await this.#ledger.resolve(key, { partition: this.partition });
        this.settled++;
        if (answer.kind === 'committed') this.acknowledged.push({ id, offset: answer.offset, isNamed });
        else this.voided.push(id);
        return;
      } catch (error) {
        if (!LedgerlineError.is(error) || !error.retryable) throw error;
        await sleep(REFUSED_MS);
      }
    }
  }

  /** For the report. */
  summary(): string {
    const refused = [...this.refused].map(([code, count]) => `, ${count} refused with ${code}`).join('');
    return `${this.acknowledged.length} acknowledged, ${this.voided.length} void, ${this.settled} settled by resolve${refused}`;
  }
}

/** One transaction as a node serves it, as far as it is judged. */
export interface TailedTransaction {
  readonly offset: number;
  readonly index: number;
  readonly type: string;
  readonly deltas?: readonly { readonly put?: string; readonly value?: string }[];
}

/** The log of one node from an offset on: one line of JSON a transaction. */
export type ReadLog = (node: string, from: number) => Promise<string[]>;

/** As the command line reads it from exactly that node. */
export function byCommand(cluster: DevCluster): ReadLog {
  return async (node, from) => {
    const range = ['--node', node, '--from', String(from)];
    const { code, out, err } = await commandsOf(cluster).run('tail', ...range, '-o', 'ndjson', '--timeout', '30s');
    assert.equal(code, 0, `tail of ${node}: ${err}`);
    return out.split('\n').filter((line) => line !== '');
  };
}

/** As the SDK reads it from exactly that node; of records only their digest. */
export function bySdk(ledger: Ledgerline, partition = 1): ReadLog {
  return async (node, from) => {
    const to = await ledger.committedOffset({ partition });
    const lines: string[] = [];
    if (to >= from) for await (const transaction of ledger.tail({ partition, node, from, to })) lines.push(lineOf(transaction));
    return lines;
  };
}

function lineOf({ offset, index, term, timestamp, type, key, deltas }: CommittedTransaction): string {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
  const shown = deltas.map((delta) => {
    if (delta.kind === 'record') return { record: createHash('sha256').update(delta.data).digest('hex') };
    return delta.kind === 'put' ? { put: text(delta.key), value: text(delta.value) } : { delete: text(delta.key) };
  });
  return JSON.stringify({ offset, index, term, timestamp, type, key, deltas: shown });
}

/** The first offset that is still in the log of this node. */
export async function firstOffsetOf(ledger: Ledgerline, node: string, partition = 1): Promise<number> {
  try {
    for await (const { offset } of ledger.tail({ partition, node, to: 1 })) return offset;
  } catch (error) {
    if (LedgerlineError.is(error) && error.code === 'COMPACTED' && error.offset !== undefined) return error.offset;
    throw error;
  }
  return 1;
}

/** All nodes serve the same log from this offset on, and it holds everything that was acknowledged, at its offset and once, and nothing that nobody was told about. */
export async function checkLogs(cluster: DevCluster, load: Load, read: ReadLog, from = 1): Promise<TailedTransaction[]> {
  let first: string[] | undefined;
  for (const { id: node } of cluster.nodes()) {
    const lines = await read(node, from);
    first ??= lines;
    const differing = lines.findIndex((line, at) => line !== first?.[at]);
    assert.deepEqual([lines.length, lines[differing]], [first.length, undefined], `the log of ${node} is that of the others`);
  }
  const log = (first ?? []).map((line) => JSON.parse(line) as TailedTransaction);
  assert.equal(
    log.findIndex(({ offset }, at) => offset !== from + at),
    -1,
    'no gaps',
  );
  const puts = log
    .filter(({ type }) => type === TYPE)
    .map(({ offset, deltas }) => ({ offset, id: deltas?.[0]?.put ?? '', value: deltas?.[0]?.value }));
  const told = load.acknowledged.filter(({ offset }) => offset >= from).sort((left, right) => left.offset - right.offset);
  assert.deepEqual(
    puts.map(({ offset, id }) => `${offset} ${id}`),
    told.map(({ offset, id }) => `${offset} ${id}`),
    'the log is what the writers were told',
  );
  for (const { id, value } of puts) assert.equal(value, load.value(id), `the value of ${id}`);
  assert.equal(new Set(puts.map(({ id }) => id)).size, puts.length, 'each once');
  return log;
}

/** Every node has in its state what was acknowledged, all of it, and nothing else. */
export async function checkStates(cluster: DevCluster, ledger: Ledgerline, load: Load): Promise<void> {
  const told = load.acknowledged.map(({ id }) => id).sort();
  for (const { id: node } of cluster.nodes()) {
    const found: string[] = [];
    for await (const { key, value } of ledger.state({ partition: load.partition }).range({ prefix: 'w', node })) {
      const id = Buffer.from(key).toString();
      found.push(id);
      assert.equal(Buffer.from(value).toString(), load.value(id), `${node}: the value of ${id}`);
    }
    assert.deepEqual(found, told, `the state of ${node}`);
  }
}

/** Old and new named keys are remembered: a repeat gets the first offset, other content under the same key is refused. */
export async function checkNamedKeys(ledger: Ledgerline, load: Load): Promise<void> {
  const { partition } = load;
  const named = load.acknowledged.filter(({ isNamed }) => isNamed);
  const step = Math.max(1, Math.floor(named.length / REPEATS));
  for (let at = 0; at < named.length; at += step) {
    const { id, offset } = named[at] ?? assert.fail('within the list');
    const repeat = await ledger.submit({ type: TYPE, deltas: load.deltas(id), key: id, partition });
    assert.deepEqual([repeat.offset, repeat.duplicate], [offset, true], `the repeat of ${id}`);
  }
  const [{ id, offset } = assert.fail('a named key')] = named;
  await assert.rejects(ledger.submit({ type: TYPE, data: 'something else', key: id, partition }), { code: 'KEY_REUSED', offset });
}

/** Nothing is left to repair, nobody needs to look after anything, and the histories of all nodes are one. */
export async function checkHealthy(cluster: DevCluster, ledger: Ledgerline): Promise<void> {
  await until('nothing needs attention', async () => {
    const status = (await commandsOf(cluster).json('status')) as { attention: string[] };
    return status.attention.length === 0;
  });
  // What is damaged in an old segment may be found at any time, when somebody reads it: what is checked is the answer that shows none.
  let partitions: ClusterStatus['partitions'] = [];
  await until('nothing is damaged', async () => {
    ({ partitions } = await ledger.status());
    return partitions.every(({ nodes }) => nodes.every(({ storage }) => storage?.damagedRanges === 0));
  });
  for (const { partition, nodes } of partitions) {
    for (const { id, storage, digest } of nodes) {
      const name = `${id}, partition ${partition}`;
      assert.deepEqual([storage?.damage, storage?.damagedRanges, storage?.claim, storage?.diverged], [[], 0, undefined, []], name);
      assert.equal(digest, nodes[0]?.digest, `the chain digest of ${name}`);
      assert.notEqual(digest, '', name);
    }
  }
}

/** All nodes take snapshots at one place, of one state, and read them again without a finding. Those that were damaged are gone afterwards. */
export async function checkSnapshots(cluster: DevCluster): Promise<void> {
  const commands = commandsOf(cluster);
  for (const _ of ['one to replace the damaged one', 'one to drop it']) {
    const taken = (await commands.json('snapshot', 'now')) as { nodes: { snapshot: { stateDigest: string; fileDigest: string } | null }[] };
    for (const digest of ['stateDigest', 'fileDigest'] as const) {
      const digests = taken.nodes.map(({ snapshot }) => snapshot?.[digest]);
      assert.deepEqual(digests, Array(digests.length).fill(digests[0] ?? 'one on every node'), digest);
    }
  }
  const verified = await commands.run('snapshot', 'verify');
  assert.equal(verified.code, 0, verified.out + verified.err);
}
