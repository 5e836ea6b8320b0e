// `ledgerline dev`: a cluster on this machine for as long as the command runs. A node that dies is reported, and stays dead unless asked.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ClusterStatus } from '@ledgerline/client';
import { MEMBERS_MAX, PARTITIONS_MAX } from '../consensus/limits.ts';
import { waitForLeaders } from './cluster-ready.ts';
import type { Context } from './context.ts';
import { checkPortsFree, DevCluster, type NodeExit } from './dev-cluster.ts';
import { CommandError, describeError, EXIT, type ExitCode } from './exit.ts';
import { Renderer } from './render.ts';
import { outputFormat, parseWhole } from './settings.ts';
import { tableText } from './table.ts';

/** A cluster on a busy machine forms and elects well within this. */
const READY_MS = 30_000;
/** A node that keeps dying is not restarted more often than this. */
const RESTART_MS = 1_000;

export interface DevArguments {
  readonly nodes: string;
  readonly data?: string | undefined;
  readonly basePort: string;
  readonly partitions: string;
  readonly keep: boolean;
  readonly restart: boolean;
  readonly output?: string | undefined;
}

export async function run(args: DevArguments, context: Context): Promise<ExitCode> {
  const nodes = parseWhole(args.nodes, { name: '--nodes', min: 1, max: MEMBERS_MAX });
  const partitions = parseWhole(args.partitions, { name: '--partitions', min: 1, max: PARTITIONS_MAX });
  const basePort = parseWhole(args.basePort, { name: '--base-port', min: 0, max: 65_000 });
  const render = new Renderer(outputFormat(args.output, context.env), context.streams);
  if (basePort !== 0) await checkPortsFree(basePort, nodes);
  const directory = args.data === undefined ? await mkdtemp(join(tmpdir(), 'ledgerline-')) : resolve(args.data);
  const isTemporary = args.data === undefined && !args.keep;
  const deaths = new Deaths(render, args.restart);
  try {
    const cluster = await DevCluster.start({ directory, nodes, partitions, basePort, onDeath: (exit) => deaths.report(exit) });
    deaths.cluster = cluster;
    try {
      const status = await ready(cluster, context.signal);
      const described = { url: cluster.url, nodes: cluster.nodes() };
      render.document(described, () => devText(cluster, status, { directory, isTemporary }));
      await untilAborted(context.signal);
    } catch (error) {
      if (!context.signal.aborted) throw error;
    } finally {
      deaths.stop();
      await cluster.stop();
    }
  } finally {
    if (isTemporary) await rm(directory, { recursive: true, force: true });
  }
  render.note('all nodes stopped');
  return EXIT.ok;
}

async function ready(cluster: DevCluster, signal: AbortSignal): Promise<ClusterStatus> {
  const { Ledgerline } = await import('@ledgerline/client');
  try {
    const ledger = await Ledgerline.connect(cluster.url, { signal, deadlineMs: READY_MS });
    try {
      return await waitForLeaders(ledger, { signal, deadlineMs: READY_MS });
    } finally {
      await ledger.close();
    }
  } catch (cause) {
    signal.throwIfAborted();
    const dead = cluster.nodes().find((node) => !cluster.isRunning(node.id));
    const told = dead === undefined ? '' : `; ${dead.id} ended: ${await cluster.lastLines(dead.id, 3)}`;
    throw new CommandError(`the cluster has no leader: ${describeError(cause).message}${told}`, {
      exit: EXIT.failed,
      code: 'NOT_READY',
      hint: `read the nodes' own lines, e.g. ${cluster.logFile('n1')}`,
      cause,
    });
  }
}

/** Reports nodes that end by themselves, and starts them again where that was asked for. */
class Deaths {
  cluster: DevCluster | undefined;
  readonly #render: Renderer;
  readonly #restart: boolean;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(render: Renderer, restart: boolean) {
    this.#render = render;
    this.#restart = restart;
  }

  report({ id, code, signal }: NodeExit): void {
    if (this.#stopped) return;
    const how = signal === null ? `with exit status ${code}` : `by ${signal}`;
    const log = this.cluster === undefined ? '' : ` (its lines: ${this.cluster.logFile(id)})`;
    // Who ends in peace was removed from the cluster, or was asked to.
    const comesBack = this.#restart && code !== 0;
    this.#render.note(`node ${id} ended ${how}${log}; ${comesBack ? 'starting it again' : 'it stays down'}`);
    if (!comesBack) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#stopped) this.cluster?.startNode(id);
    }, RESTART_MS);
    this.#timers.add(timer);
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }
}

function devText(cluster: DevCluster, status: ClusterStatus, where: { readonly directory: string; readonly isTemporary: boolean }): string {
  const first = status.partitions[0];
  const table = tableText({
    columns: ['node', 'role', 'client', 'peer', 'pid'],
    rows: cluster.nodes().map((node) => {
      const role = first?.nodes.find((other) => other.id === node.id)?.role ?? 'starting';
      return [node.id, role === 'leader' ? 'LEADER' : role, node.client, node.peer, String(node.pid)];
    }),
  });
  const kept = where.isTemporary ? 'removed on exit; --keep keeps it' : 'kept';
  return [
    `ledgerline dev: cluster ${status.cluster.slice(0, 16)}, ${status.partitions.length} partition(s), data in ${where.directory} (${kept})`,
    '',
    table,
    '',
    `connect:  export LEDGERLINE_URL='${cluster.url}'`,
    'by hand, each node:',
    ...cluster.nodes().map((node) => `  ${node.id}:  ${node.command}`),
    '',
    'Ctrl-C stops all nodes.',
  ].join('\n');
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  // The listener alone does not keep the process alive when every node is dead.
  const alive = setInterval(() => {}, 60_000);
  return new Promise((resume) => {
    signal.addEventListener(
      'abort',
      () => {
        clearInterval(alive);
        resume();
      },
      { once: true },
    );
  });
}
