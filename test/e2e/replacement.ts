// What takes a cluster apart under load: an operator who replaces one node after the other, somebody who kills nodes meanwhile, and a reader who follows the log through all of it.
// All choices come from a seed; when things happen is the machine's. What is judged is the tests' own.
import assert from 'node:assert/strict';
import { readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ledgerline, LedgerlineError } from '@ledgerline/client';
import type { DevAddresses, DevCluster, NodeExit } from '../../cmd/dev-cluster.ts';
import { EXIT } from '../../cmd/exit.ts';
import type { Random } from '../sim/random.ts';
import { linesSinceStart } from './damage.ts';
import { commandsOf, until } from './harness.ts';
import type { Load } from './load.ts';

/** Milliseconds within which the partitions must have followed one change, whatever is killed meanwhile. */
const CHANGE_MS = 120_000;
/** A command that waits for longer is made again. */
const COMMAND_TIMEOUT = '20s';
/** Milliseconds until a command that failed is made again. */
const AGAIN_MS = 200;
/** That the next node is killed only when the one before is back, and that a new node is asked for only when it waits: otherwise at once. */
const BACK_CHANCE = 0.8;
/** With these a change that was made while nodes die may end: it is made again. */
const PASSING: readonly (number | null)[] = [EXIT.failed, EXIT.unreachable, EXIT.noQuorum, EXIT.outcomeUnknown];

/** Whether a node serves, waits to join, or has ended. */
async function isBack(cluster: DevCluster, node: string): Promise<boolean> {
  if (!cluster.isRunning(node)) return true;
  return (await linesSinceStart(cluster, node)).some(({ msg }) => msg === 'serving' || msg.startsWith('waiting to be'));
}

/** Nodes that ended and were not killed. */
export class Exits {
  readonly #exits: NodeExit[] = [];

  readonly onDeath = (exit: NodeExit): void => {
    this.#exits.push(exit);
  };

  has(node: string): boolean {
    return this.#exits.some(({ id }) => id === node);
  }

  /** Only they ended, each in peace. */
  check(nodes: readonly string[]): void {
    const others = this.#exits.filter(({ id, code }) => !nodes.includes(id) || code !== 0);
    assert.deepEqual(others, [], 'nobody ends who was not removed');
  }
}

/** Kills one node after the other and starts it again soon. */
export class Killer {
  kills = 0;
  /** Is down now, and will be started again. */
  victim: string | undefined;
  readonly #cluster: DevCluster;
  readonly #random: Random;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;

  /** `pauseMs`: mean time between two kills. */
  constructor(cluster: DevCluster, random: Random, pauseMs: number) {
    this.#cluster = cluster;
    this.#random = random;
    this.#done = this.#run(pauseMs);
    this.#done.catch(() => this.#stopping.abort());
  }

  /** Afterwards every node that was killed has been started again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(pauseMs: number): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await sleep(this.#random.between(0, 2) * pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const running = this.#cluster.ids().filter((id) => this.#cluster.isRunning(id));
      this.victim = running[this.#random.integer(0, running.length - 1)];
      if (this.victim === undefined) continue;
      await this.#cluster.kill(this.victim);
      this.kills++;
      await sleep(this.#random.between(0, 500));
      this.#cluster.startNode(this.victim);
      const { victim } = this;
      this.victim = undefined;
      // Most are let come back first: how long that takes depends on the machine, and a cluster whose nodes are all starting proves nothing.
      if (this.#random.chance(BACK_CHANCE)) await until(`${victim} is back`, () => isBack(this.#cluster, victim), CHANGE_MS);
    }
  }
}

export interface OperatorOptions {
  readonly cluster: DevCluster;
  readonly exits: Exits;
  readonly killer: Killer;
  readonly random: Random;
  readonly say: (words: string) => void;
}

/** Replaces nodes by new ones, by command, and waits until the old one has ended. */
export class Operator {
  /** In their order. */
  readonly replaced: string[] = [];
  readonly joined: string[] = [];
  /** Commands that had to be made again. */
  repeats = 0;
  readonly #options: OperatorOptions;
  #next: number;

  constructor(options: OperatorOptions) {
    this.#options = options;
    this.#next = options.cluster.ids().length + 1;
  }

  /** `replace`: by one command. `one-by-one`: the new node is added and promoted, then the old one removed. */
  async replace(old: string, how: 'replace' | 'one-by-one'): Promise<void> {
    const { cluster, exits, killer, random, say } = this.#options;
    const startedAt = performance.now();
    const by = `n${this.#next++}`;
    const addresses = await cluster.startJoining(by);
    if (random.chance(BACK_CHANCE)) await until(`${by} waits`, () => isBack(cluster, by), CHANGE_MS);
    const at = ['--peer', addresses.peer, '--client', addresses.client];
    if (how === 'replace') await this.#change('replace', old, '--by', by, ...at);
    else {
      await this.#change('add', by, ...at);
      await this.#change('promote', by);
      await this.#change('remove', old);
    }
    this.replaced.push(old);
    this.joined.push(by);
    const isGone = () => exits.has(old) && killer.victim !== old && !cluster.isRunning(old);
    await until(`${old}, which was removed, ends by itself`, isGone, CHANGE_MS);
    cluster.forget(old);
    say(`${old} by ${by}, ${how}: ${Math.round(performance.now() - startedAt)} ms`);
  }

  /** Until all partitions have followed. */
  async #change(...args: string[]): Promise<void> {
    const { cluster, say } = this.#options;
    const end = performance.now() + CHANGE_MS;
    for (;;) {
      const { code, out, err } = await commandsOf(cluster).run('members', ...args, '-o', 'json', '--timeout', COMMAND_TIMEOUT);
      if (code === EXIT.ok) {
        assert.equal((JSON.parse(out) as { converged: boolean }).converged, true, out);
        return;
      }
      const words = `members ${args.slice(0, 2).join(' ')} ended with ${code}: ${err.trim()}`;
      assert.ok(PASSING.includes(code), words);
      assert.ok(performance.now() < end, `not within ${CHANGE_MS} ms: ${words}`);
      say(words);
      this.repeats++;
      await sleep(AGAIN_MS);
    }
  }
}

/** A service that follows one partition from its first transaction on, whatever becomes of the nodes. */
export class Reader {
  /** `offset id` of each transaction of the load. */
  readonly lines: string[] = [];
  offset = 0;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;

  constructor(ledger: Ledgerline, partition: number) {
    this.#done = this.#run(ledger, partition);
    this.#done.catch(() => this.#stopping.abort());
  }

  /** What it was given is what the writers of its partition were told. */
  async finish(load: Load, to: number): Promise<void> {
    await until(`the reader is at ${to}`, () => this.offset >= to || this.#stopping.signal.aborted, 60_000);
    this.#stopping.abort();
    await this.#done;
    const told = [...load.acknowledged].sort((left, right) => left.offset - right.offset);
    assert.deepEqual(
      this.lines,
      told.map(({ offset, id }) => `${offset} ${id}`),
      'the reader was given what the writers were told',
    );
  }

  async #run(ledger: Ledgerline, partition: number): Promise<void> {
    try {
      for await (const { offset, deltas } of ledger.tail({ partition, signal: this.#stopping.signal })) {
        assert.equal(offset, this.offset + 1, 'no gaps and no repeats');
        this.offset = offset;
        const [put] = deltas;
        if (put?.kind === 'put') this.lines.push(`${offset} ${Buffer.from(put.key).toString()}`);
      }
    } catch (error) {
      if (!LedgerlineError.is(error) || error.code !== 'ABORTED') throw error;
    }
  }
}

/** How often a node has said this since it was made. */
export async function timesSaid(cluster: DevCluster, node: DevAddresses['id'], words: string): Promise<number> {
  return (await readFile(cluster.logFile(node), 'utf8')).split(`"msg":"${words}`).length - 1;
}

/** Runs it; if it fails, the directory of the cluster, with data and log lines of all nodes there ever were, is kept and named. */
export async function keptOnFailure(context: TestContext, cluster: DevCluster, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await cluster.stop('SIGKILL');
    const [node = ''] = cluster.ids();
    const directory = dirname(dirname(cluster.configFile(node)));
    await rename(directory, `${directory}-failed`);
    context.diagnostic(`the nodes' directories are kept in ${directory}-failed`);
    throw error;
  }
}
