// What the tests of real processes share: a cluster that ends with its test, the command line as a script would call it, and a port to
// put in the way. Nothing here judges; the tests do.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledgerline } from '@ledgerline/client';
import { waitForLeaders } from '../../cmd/cluster-ready.ts';
import { DevCluster, type DevClusterOptions } from '../../cmd/dev-cluster.ts';

export const MAIN = join(process.cwd(), 'build', 'bin', 'ledgerline.js');
/** A busy machine forms a cluster and elects within this. */
export const READY_MS = 60_000;
const COMMAND_MS = 60_000;

export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Something that ends: a test (its `TestContext`) or a file (`Endings`). */
export interface Ending {
  after(run: () => Promise<void>): void;
}

/** The end of a whole file: what its `before` opened is closed by `after(() => endings.end())`, last first. */
export class Endings implements Ending {
  readonly #runs: (() => Promise<void>)[] = [];

  after(run: () => Promise<void>): void {
    this.#runs.push(run);
  }

  /** Runs all of them, also when some fail; then throws what the first that failed threw. Later calls find nothing left to do. */
  async end(): Promise<void> {
    const failures: unknown[] = [];
    for (const run of this.#runs.splice(0).reverse()) await run().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}

/** A directory of its own, removed at the end. */
export async function temporaryDirectory(ending: Ending): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ledgerline-test-'));
  ending.after(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** A cluster on free ports with a leader in every partition. Stopped and removed at the end. */
export async function startCluster(ending: Ending, options: Partial<DevClusterOptions> = {}): Promise<DevCluster> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'ledgerline-test-')));
  const cluster = await DevCluster.start({ nodes: 3, partitions: 1, basePort: 0, ...options, directory });
  ending.after(async () => {
    await cluster.stop('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });
  await ready(cluster, { everyNode: true });
  return cluster;
}

/** Waits until every partition has a leader, and with `everyNode` until all nodes have applied everything. */
export async function ready(cluster: DevCluster, options: { readonly everyNode?: boolean } = {}): ReturnType<typeof waitForLeaders> {
  const signal = AbortSignal.timeout(READY_MS);
  await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
  return await waitForLeaders(ledger, { signal, deadlineMs: READY_MS, ...options });
}

/** The id of the node that leads partition 1. */
export async function leaderOf(cluster: DevCluster): Promise<string> {
  return (await ready(cluster)).partitions[0]?.leader ?? '';
}

export interface CommandOptions {
  readonly url?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** A human watches: stderr passes for a terminal. */
  readonly isTerminal?: boolean;
}

const PASS_FOR_TERMINAL = ['--import', 'data:text/javascript,process.stderr.isTTY=true'];

/** Starts `ledgerline` with a clean environment. */
export function startCommand(args: readonly string[], options: CommandOptions = {}): ChildProcess {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, XDG_CONFIG_HOME: join(tmpdir(), 'no-such-directory'), ...options.env };
  if (options.url !== undefined) env.LEDGERLINE_URL = options.url;
  const child = spawn(process.execPath, [...(options.isTerminal ? PASS_FOR_TERMINAL : []), MAIN, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(options.input ?? '');
  return child;
}

/** Runs `ledgerline` to its end. */
export async function command(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const child = startCommand(args, options);
  const result = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    result.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    result.err += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, ...result };
}

/** A command line bound to one cluster; `json` adds `-o json` and reads the answer. */
export function commandsOf(cluster: DevCluster): {
  run(...args: string[]): Promise<CommandResult>;
  json(...args: string[]): Promise<unknown>;
} {
  return {
    run: (...args) => command(args, { url: cluster.url }),
    json: async (...args) => {
      const result = await command([...args, '-o', 'json'], { url: cluster.url });
      if (result.code !== 0) throw new Error(`ledgerline ${args.join(' ')} ended with ${result.code}: ${result.err}`);
      return JSON.parse(result.out);
    },
  };
}

/** The first line that a child writes to stdout. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.setEncoding('utf8');
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n'));
  }
  throw new Error(`the process ended before it wrote a line: ${text}`);
}

/** Polls until `condition` holds; fails with `what` after the time. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
