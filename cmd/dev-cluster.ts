// A cluster of real `serve` processes on this machine: writes their configuration, starts, kills and restarts them. Used by `dev`, by
// the demo and by the tests that need processes. What the cluster does meanwhile is the caller's to watch.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { assert, defined } from '../consensus/assert.ts';
import type { ClusterLimits } from '../consensus/types.ts';
import { CommandError, EXIT, usageError } from './exit.ts';
import { shellLine } from './shell.ts';

const HOST = '127.0.0.1';
/** Peers listen this many ports above clients. */
const PEER_PORT_STEP = 100;
/** Milliseconds a node gets to close before it is killed. */
export const CLOSE_MS = 5_000;
const MAIN = fileURLToPath(new URL('../bin/ledgerline.js', import.meta.url));

export interface DevNode {
  readonly id: string;
  /** Of the last process started; it may be gone. */
  readonly pid: number;
  /** host:port. */
  readonly client: string;
  readonly peer: string;
  readonly data: string;
  /** One shell line that starts this node by hand. */
  readonly command: string;
}

export interface NodeExit {
  readonly id: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface DevClusterOptions {
  /** Absolute path. */
  readonly directory: string;
  readonly nodes: number;
  readonly partitions: number;
  /** 0: free ports, chosen now. */
  readonly basePort: number;
  /** Section `cluster.limits` of every node's configuration. */
  readonly limits?: ClusterLimits;
  /** `cluster.acknowledge` of every node's configuration. */
  readonly acknowledge?: 'received';
  /** Section `storage` of every node's configuration, as in deploy/node.yaml. */
  readonly storage?: Readonly<Record<string, unknown>>;
  /** Every node writes its trace to `traceFile(id)`. */
  readonly isTraced?: boolean;
  /** A node ended that nobody asked to end. */
  readonly onDeath?: (exit: NodeExit) => void;
}

/** Where a node listens, host:port. */
export interface DevAddresses {
  readonly id: string;
  readonly client: string;
  readonly peer: string;
}

/** What a directory was made with: a cluster's first addresses and its partitions are for ever. */
interface Layout {
  readonly basePort: number;
  readonly partitions: number;
  readonly nodes: readonly DevAddresses[];
}

interface Running {
  readonly process: ChildProcess;
  readonly exited: Promise<void>;
  expected: boolean;
}

export class DevCluster {
  readonly #options: DevClusterOptions;
  readonly #layout: Layout;
  /** Those of the layout, without whoever left and with whoever came since. */
  #nodes: readonly DevAddresses[];
  readonly #running = new Map<string, Running>();
  readonly #pids = new Map<string, number>();

  private constructor(options: DevClusterOptions, layout: Layout) {
    this.#options = options;
    this.#layout = layout;
    this.#nodes = layout.nodes;
  }

  /** Writes the configuration, or takes up that of an earlier run, and starts every node. Does not wait for a leader. */
  static async start(options: DevClusterOptions): Promise<DevCluster> {
    const cluster = await DevCluster.prepare(options);
    for (const id of cluster.ids()) cluster.startNode(id);
    return cluster;
  }

  /** As `start`, without starting any node. */
  static async prepare(options: DevClusterOptions): Promise<DevCluster> {
    await mkdir(options.directory, { recursive: true });
    const layout = await settleLayout(options);
    const cluster = new DevCluster(options, layout);
    await cluster.#writeConfigurations();
    return cluster;
  }

  /** Of its nodes, running or not. */
  ids(): string[] {
    return this.#nodes.map(({ id }) => id);
  }

  /** What a client connects to. */
  get url(): string {
    return `ledgerline://${this.#nodes.map((node) => node.client).join(',')}`;
  }

  nodes(): DevNode[] {
    return this.#nodes.map(({ id, client, peer }) => ({
      id,
      pid: defined(this.#pids.get(id), `pid of ${id}`),
      client,
      peer,
      data: this.dataDirectory(id),
      command: shellLine([process.execPath, ...this.#serveArguments(id)]),
    }));
  }

  /** Where a node's configuration is. */
  configFile(id: string): string {
    return join(this.#options.directory, id, 'node.yaml');
  }

  dataDirectory(id: string): string {
    return join(this.#options.directory, id, 'data');
  }

  /** Where a node's log lines go. */
  logFile(id: string): string {
    return join(this.#options.directory, id, 'node.log');
  }

  /** Where a node's trace goes, if the cluster is traced. */
  traceFile(id: string): string {
    return join(this.#options.directory, id, 'trace.ndjson');
  }

  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  /** Sends a signal that ends the process and waits until it has ended. */
  async kill(id: string, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const running = this.#running.get(id);
    if (running === undefined) return;
    running.expected = true;
    running.process.kill(signal);
    const timer = setTimeout(() => running.process.kill('SIGKILL'), CLOSE_MS);
    await running.exited;
    clearTimeout(timer);
  }

  /** Starts a node that is not running. */
  startNode(id: string): void {
    assert(!this.#running.has(id), `${id} is not running`);
    this.#spawn(id);
  }

  /** Starts a new node, here or on free ports, that waits to join the others: `ledgerline members` makes it one of them. A later run of this directory knows nothing of it. */
  async startJoining(id: string, at?: Pick<DevAddresses, 'client' | 'peer'>): Promise<DevAddresses> {
    assert(!existsSync(this.configFile(id)), `${id} is new`);
    const added = { id, ...(at === undefined ? await freeAddresses() : { client: at.client, peer: at.peer }) };
    const { client, peer } = added;
    await this.#writeConfiguration(id, { listen: { client, peer }, cluster: { join: this.#nodes.map((node) => node.peer) } });
    this.#nodes = [...this.#nodes, added];
    this.#spawn(id);
    return added;
  }

  /** A node that is not running is from now on none of the nodes. Its files stay. */
  forget(id: string): void {
    assert(!this.#running.has(id), `${id} is not running`);
    this.#nodes = this.#nodes.filter((node) => node.id !== id);
  }

  /** Ends every node and waits for them. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.kill(id, signal)));
  }

  /** The last lines a node wrote, for an error message. */
  async lastLines(id: string, count: number): Promise<string> {
    if (!existsSync(this.logFile(id))) return '';
    const text = await readFile(this.logFile(id), 'utf8');
    return text.trimEnd().split('\n').slice(-count).join('\n');
  }

  #serveArguments(id: string): string[] {
    const trace = this.#options.isTraced === true ? ['--trace', this.traceFile(id)] : [];
    return [MAIN, 'serve', '--config', this.configFile(id), ...trace];
  }

  async #writeConfigurations(): Promise<void> {
    const { limits, acknowledge } = this.#options;
    const initialMembers = this.#layout.nodes.map(({ id, peer, client }) => ({ id, peer, client }));
    const exceptions = { ...(limits === undefined ? {} : { limits }), ...(acknowledge === undefined ? {} : { acknowledge }) };
    const cluster = { initialMembers, partitions: this.#layout.partitions, ...exceptions };
    for (const { id } of this.#layout.nodes) await this.#writeConfiguration(id, { cluster });
  }

  async #writeConfiguration(id: string, sections: Readonly<Record<string, unknown>>): Promise<void> {
    await mkdir(join(this.#options.directory, id), { recursive: true });
    const { storage } = this.#options;
    const config = { node: { id, data: 'data' }, ...sections, ...(storage === undefined ? {} : { storage }) };
    await writeFile(this.configFile(id), `# Written by \`ledgerline dev\`; deploy/node.yaml explains every key.\n${stringify(config)}`);
  }

  #spawn(id: string): void {
    const log = openSync(this.logFile(id), 'a');
    // The ipc channel closes when this process dies, however it dies; the node then ends too.
    const child = spawn(process.execPath, [...this.#serveArguments(id), '--exit-with-parent'], { stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    this.#pids.set(id, defined(child.pid, `pid of ${id}`));
    const running: Running = { process: child, exited: this.#watch(id, child), expected: false };
    this.#running.set(id, running);
  }

  async #watch(id: string, child: ChildProcess): Promise<void> {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    const running = this.#running.get(id);
    this.#running.delete(id);
    if (running?.expected === false) this.#options.onDeath?.({ id, code, signal });
  }
}

async function settleLayout(options: DevClusterOptions): Promise<Layout> {
  const file = join(options.directory, 'cluster.json');
  if (existsSync(file)) return checkLayout(JSON.parse(await readFile(file, 'utf8')) as Layout, options);
  const ports = options.basePort === 0 ? await freePorts(options.nodes * 2) : fixedPorts(options);
  const layout: Layout = {
    basePort: options.basePort,
    partitions: options.partitions,
    nodes: Array.from({ length: options.nodes }, (_, at) => ({
      id: `n${at + 1}`,
      client: `${HOST}:${defined(ports[at], 'client port')}`,
      peer: `${HOST}:${defined(ports[options.nodes + at], 'peer port')}`,
    })),
  };
  await writeFile(file, `${JSON.stringify(layout, undefined, 2)}\n`);
  return layout;
}

/** A directory that holds a cluster is started again as it is, or not at all. */
function checkLayout(layout: Layout, options: DevClusterOptions): Layout {
  const same = layout.nodes.length === options.nodes && layout.partitions === options.partitions && layout.basePort === options.basePort;
  if (same) return layout;
  const made = `--nodes ${layout.nodes.length} --partitions ${layout.partitions} --base-port ${layout.basePort}`;
  throw usageError(
    `${options.directory} holds a cluster made with ${made}`,
    'start it with these flags, or choose another --data directory',
  );
}

function fixedPorts({ basePort, nodes }: DevClusterOptions): number[] {
  const at = (step: number): number[] => Array.from({ length: nodes }, (_, node) => basePort + step + node + 1);
  return [...at(0), ...at(PEER_PORT_STEP)];
}

async function freeAddresses(): Promise<{ readonly client: string; readonly peer: string }> {
  const [client, peer] = await freePorts(2);
  return { client: `${HOST}:${defined(client, 'client port')}`, peer: `${HOST}:${defined(peer, 'peer port')}` };
}

/** Ports of 127.0.0.1 that are free now; all are held until all are known, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  try {
    return await Promise.all(
      servers.map(async (server) => {
        server.listen(0, HOST);
        await once(server, 'listening');
        const address = server.address();
        assert(typeof address === 'object' && address !== null, 'a listening server has an address');
        return address.port;
      }),
    );
  } finally {
    for (const server of servers) server.close();
  }
}

/** Throws unless every port of the layout can be bound, naming the first that cannot. */
export async function checkPortsFree(basePort: number, nodes: number): Promise<void> {
  for (const port of fixedPorts({ basePort, nodes, directory: '', partitions: 1 })) {
    const server = createServer();
    server.listen(port, HOST);
    try {
      await once(server, 'listening');
    } catch (cause) {
      throw new CommandError(`port ${port} is in use`, {
        exit: EXIT.failed,
        code: 'PORT_IN_USE',
        hint: 'end what uses it, or choose other ports with --base-port',
        cause,
      });
    } finally {
      server.close();
    }
  }
}
