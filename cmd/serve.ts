// `ledgerline serve`: one node. The composition root: the only place that knows which implementation stands behind each port.
import { randomBytes } from 'node:crypto';
import { readdir, statfs } from 'node:fs/promises';
import { credentials, ServerCredentials } from '@grpc/grpc-js';
import { deltasOf } from '@ledgerline/client/internal';
import type { Logger } from 'pino';
import { Node, type NodeOptions } from '../consensus/node/node.ts';
import type { KeyIndex, PartitionStorage, StateStore } from '../consensus/ports.ts';
import type { Genesis } from '../consensus/types.ts';
import { chainDigest } from '../log/chain-digest.ts';
import { type DataDirectory, openDataDirectory } from '../log/data-directory.ts';
import { LogError } from '../log/errors.ts';
import { IDENTITY_FILE } from '../log/identity.ts';
import { KEY_INDEX_DIRECTORY } from '../log/key-index-directory.ts';
import { openLevelKeyIndex } from '../log/level-key-index.ts';
import { openLevelStateStore } from '../log/level-state-store.ts';
import { nodeDisk } from '../log/node-disk.ts';
import { STATE_DIRECTORY } from '../log/state-directory.ts';
import { ClientServer } from '../rpc/client-server.ts';
import { FormingError, Introducer } from '../rpc/introducer.ts';
import { PeerServer } from '../rpc/peer-server.ts';
import { loadConfig, type ServerConfig } from './config.ts';
import type { Context } from './context.ts';
import { CommandError, describeError, EXIT, type ExitCode } from './exit.ts';
import { NodeTimers } from './node-timers.ts';
import { entryOf } from './serve-cluster.ts';
import { rolledBack, serveError } from './serve-errors.ts';
import { logFormingEvent, logNodeEvent, logRpcEvent, openLog } from './serve-log.ts';
import { Peers } from './serve-peers.ts';
import { openTraceFile } from './trace-file.ts';
import { VERSION } from './version.ts';

export interface ServeArguments {
  readonly config: string;
  /** End when the process that spawned this one is gone. */
  readonly exitWithParent: boolean;
  /** Where the steps of the core go, if anybody wants them. */
  readonly trace?: string | undefined;
}

export async function run(args: ServeArguments, context: Context): Promise<ExitCode> {
  const config = await loadConfig(args.config, context.env);
  const log = openLog(config);
  const signal = args.exitWithParent ? AbortSignal.any([context.signal, parentGone()]) : context.signal;
  exitOnProgrammerErrors(log);
  const opened: Closing[] = [];
  try {
    await serve(config, { log, signal, opened, trace: openTrace(args.trace, log, opened) });
    return EXIT.ok;
  } catch (error) {
    const mapped = serveError(error);
    const { code, message } = describeError(mapped);
    log.fatal({ code, error: mapped instanceof CommandError ? undefined : stackOf(error) }, message);
    throw mapped;
  } finally {
    for (const close of opened.reverse()) await close();
    log.info('stopped');
  }
}

/** What was opened, in its order, as the call that closes it. */
type Closing = () => Promise<void> | void;

interface ServeWorld {
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly opened: Closing[];
  readonly trace: NodeOptions['trace'];
}

function openTrace(path: string | undefined, log: Logger, opened: Closing[]): NodeOptions['trace'] {
  if (path === undefined) return undefined;
  const onFailure = (error: unknown) => log.error({ path, error: String(error) }, 'the trace cannot be written and ends here');
  const file = openTraceFile({ path, onFailure });
  opened.push(() => file.close());
  return { run: Date.now(), write: (records) => file.write(records) };
}

/** Serves until the signal. Everything that it opens is in `opened` for the caller to close. */
async function serve(config: ServerConfig, world: ServeWorld): Promise<void> {
  const { log, signal, opened } = world;
  log.info({ version: VERSION, data: config.node.data, listen: config.listen, config: config.file }, 'starting');
  const { directory, keyIndex, stateStore } = await openStorage(config, opened);
  let node: Node | undefined;
  const { machine, peers } = entryOf(config, directory, () => node?.newestMembership());
  const introducer = new Introducer({
    machine,
    peers,
    credentials: credentials.createInsecure(),
    saveJoined: (joined) => directory.saveJoined(joined),
    saveGenesis: (text) => directory.saveGenesis(text),
    log: (event) => logFormingEvent(log, event),
  });
  opened.push(() => introducer.close());
  const servers = await listen(config, introducer, world);
  const genesis = await form(introducer, signal);
  if (genesis === undefined) return;
  if (genesis.acknowledge === 'received') {
    log.warn(
      { cluster: genesis.clusterId, acknowledge: genesis.acknowledge },
      'ACKNOWLEDGE: RECEIVED: this cluster acknowledges transactions before the disks have them; a crash or power cut can lose what was acknowledged',
    );
  }
  const removed = new AbortController();
  node = await startNode({ genesis, directory, keyIndex, stateStore, config, introducer }, servers, { ...world, removed });
  servers.client.serve(node);
  log.info({ cluster: genesis.clusterId, incarnation: directory.identity.incarnation, partitions: genesis.partitions }, 'serving');
  await untilAborted(AbortSignal.any([signal, removed.signal]));
  log.info('stopping');
  // While clients are still heard: what they wait for is answered, and they find the next leader without a time-out.
  await node.handOver();
}

interface OpenStorage {
  readonly directory: DataDirectory;
  readonly keyIndex: KeyIndex;
  readonly stateStore: StateStore;
}

/** What cannot be opened need not be closed; why it cannot is told by whoever waits for it. */
function closingOf(opening: Promise<{ close(): Promise<void> }>): Closing {
  return () =>
    opening.then(
      (open) => open.close(),
      () => undefined,
    );
}

async function openStorage(config: ServerConfig, opened: Closing[]): Promise<OpenStorage> {
  const path = config.node.data;
  await checkOurs(path);
  const keyIndex = await openLevelKeyIndex(`${path}/${KEY_INDEX_DIRECTORY}`);
  opened.push(() => keyIndex.close());
  const newIncarnation = (): string => randomBytes(16).toString('hex');
  // The key index holds the lock of all; the others wait for the disk together.
  const opening = [
    openLevelStateStore(`${path}/${STATE_DIRECTORY}`),
    openDataDirectory({ disk: nodeDisk(), path, nodeId: config.node.id, newIncarnation }),
  ] as const;
  for (const one of opening) opened.push(closingOf(one));
  const [stateStore, directory] = await Promise.all(opening);
  return { directory, keyIndex, stateStore };
}

/** The lock is the first thing written into a directory: before that, look whether the directory is one of ours. */
async function checkOurs(path: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw new LogError('IO', {
      what: error instanceof Error ? error.message : String(error),
      next: 'Give the node a directory that it may read and write.',
      place: { file: path },
      cause: error,
    });
  }
  const isOurs = names.includes(KEY_INDEX_DIRECTORY) || names.includes(IDENTITY_FILE);
  const foreign = names.find((name) => name !== 'lost+found');
  if (isOurs || foreign === undefined) return;
  throw new LogError('FOREIGN_FILE', {
    what: 'this is no data directory of ledgerline, and it is not empty',
    next: 'Give the node a directory of its own.',
    place: { file: `${path}/${foreign}` },
  });
}

interface Servers {
  readonly peer: PeerServer;
  readonly client: ClientServer;
}

async function listen(config: ServerConfig, introducer: Introducer, { log, opened }: ServeWorld): Promise<Servers> {
  const common = {
    credentials: ServerCredentials.createInsecure(),
    log: (event: Parameters<typeof logRpcEvent>[1]) => logRpcEvent(log, event),
    // Formed and not yet serving: it is reading its own log.
    waitingFor: () => introducer.waitingFor() || 'its own log to be recovered',
  };
  const peer = await PeerServer.listen({
    ...common,
    address: config.listen.peer,
    introduce: (introduction) => introducer.answer(introduction),
  });
  opened.push(() => peer.close());
  const client = await ClientServer.listen({ ...common, address: config.listen.client });
  opened.push(() => client.close());
  return { peer, client };
}

/** The genesis, or `undefined` if the node was stopped before there was one. */
async function form(introducer: Introducer, signal: AbortSignal): Promise<Genesis | undefined> {
  const stop = (): void => introducer.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await introducer.form();
  } catch (error) {
    if (signal.aborted && error instanceof FormingError && error.code === 'CLOSED') return undefined;
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

interface Formed extends OpenStorage {
  readonly introducer: Introducer;
  readonly config: ServerConfig;
  readonly genesis: Genesis;
}

/** Recovers and connects the node. */
async function startNode(
  formed: Formed,
  servers: Servers,
  { log, opened, trace, removed }: ServeWorld & { readonly removed: AbortController },
): Promise<Node> {
  const { config, genesis, directory, keyIndex, stateStore, introducer } = formed;
  const { id, data } = config.node;
  let node: Node | undefined;
  const peers = new Peers({
    id,
    genesis,
    directory,
    credentials: credentials.createInsecure(),
    log: (event) => logRpcEvent(log, event),
    unreachable: (other) => node?.unreachable(other),
    onRolledBack: (by, detail) => exitNow(log, rolledBack(`${by} says: ${detail}`)),
    onRemoved: (by, detail) => {
      log.warn({ by }, `${detail}; this node stops`);
      removed.abort();
    },
  });
  opened.push(() => peers.requests.close());
  opened.push(() => peers.transport.close());
  const openPartition = async (partition: number): Promise<PartitionStorage> => {
    const storage = await directory.openPartition(partition);
    const { recovery, lastIndex, hardState } = storage;
    log[recovery.tornBytes > 0 ? 'warn' : 'info']({ partition, lastIndex, term: hardState.term, ...recovery }, 'recovered the log');
    return storage;
  };
  const started = await Node.open({
    id,
    incarnation: directory.identity.incarnation,
    genesis,
    joined: directory.joined,
    introduce: (address) => introducer.ask(address),
    onMembersChanged: () => peers.membersChanged(),
    onLogsOpen: (opening) => peers.logsOpen(() => opening.logEnds()),
    openPartition,
    openSnapshots: (partition) => directory.openSnapshots(partition),
    keyIndex,
    stateStore,
    peerRequests: peers.requests,
    deltasOf,
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(data);
      return bavail * bsize;
    },
    storage: config.storage,
    timers: new NodeTimers(),
    transport: peers.transport,
    chainDigest,
    seed: randomBytes(4).readUInt32LE(),
    invariants: 'cheap',
    observe: (event) => logNodeEvent(log, event),
    trace,
    fatal: (error) => exitNow(log, error),
  });
  node = started;
  opened.push(() => started.close());
  peers.serve(servers.peer, started);
  return started;
}

/** A failed sync or a broken promise: the process ends at once, without closing anything, since nothing may be written or said any more. */
function exitNow(log: Logger, error: unknown): never {
  const mapped = serveError(error);
  const { code, message, hint, exit } = describeError(mapped);
  const next = hint === '' ? undefined : hint;
  log.fatal({ code, next, error: stackOf(error) }, message);
  process.stderr.write(`ledgerline: ${code}: ${message}${next === undefined ? '' : `\n  ${next}`}\n`);
  process.exit(exit === EXIT.ok ? EXIT.failed : exit);
}

function exitOnProgrammerErrors(log: Logger): void {
  process.on('uncaughtException', (error) => exitNow(log, error));
  process.on('unhandledRejection', (error) => exitNow(log, error));
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function parentGone(): AbortSignal {
  const gone = new AbortController();
  if (process.connected) process.once('disconnect', () => gone.abort());
  else gone.abort();
  // Listening must not keep a node alive that has closed everything.
  process.channel?.unref();
  return gone.signal;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resume) => signal.addEventListener('abort', () => resume(), { once: true }));
}
