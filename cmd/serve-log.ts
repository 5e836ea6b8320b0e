// What a node writes to its log: one structured line per change of state, each event's own fields beside node and partition.
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { FormingEvent } from '../consensus/forming.ts';
import type { NodeEvent } from '../consensus/node/events.ts';
import type { RpcEvent } from '../rpc/events.ts';
import type { ServerConfig } from './config.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';

/** Bytes of lines that wait when they cannot be written; beyond them lines are dropped. */
const WAITING_BYTES_MAX = 1024 * 1024;

/**
 * Writes synchronously: a line is out before the process can end. Where lines cannot be written, since the disk is full that they go to, they wait for the next
 * one: a node does not end for want of words.
 */
export function lineWriter(fd: number): DestinationStream {
  const to = destination({ fd, sync: true, maxLength: WAITING_BYTES_MAX });
  to.on('error', () => {});
  return to;
}

/** `to` is for tests. */
export function openLog(config: ServerConfig, to: DestinationStream = lineWriter(1)): Logger {
  const base = { node: config.node.id, pid: process.pid };
  return pino(
    { level: config.log.level, base, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    to,
  );
}

/** Levels and words of the core's events; a node without a quorum tries again every half second, which is no news. */
const CORE_LINES: Readonly<Record<Extract<NodeEvent, { kind: 'core' }>['event']['kind'], readonly [Level, string]>> = {
  'became-follower': ['info', 'became follower'],
  'became-pre-candidate': ['debug', 'became pre-candidate'],
  'became-candidate': ['info', 'became candidate'],
  'became-leader': ['info', 'became leader'],
  'leader-changed': ['info', 'leader changed'],
  'configuration-changed': ['info', 'another configuration is in force'],
  'stepped-down': ['warn', 'stepped down'],
  'transfer-began': ['info', 'hands the leadership over'],
  'transfer-failed': ['warn', 'the successor did not take over in time, leads on'],
  'claim-settled': ['warn', 'the unclear end of the log is settled'],
};

const DRIVER_LINES: Readonly<Record<Exclude<NodeEvent['kind'], 'core'>, readonly [Level, string]>> = {
  'append-dropped': ['warn', 'dropped an append that cannot be right'],
  'write-queue-full': ['warn', 'the disk is behind, appends wait'],
  'damage-found': ['error', 'found damaged entries, which are fetched from the other nodes'],
  repaired: ['warn', 'repaired damaged entries'],
  'waiting-for-repair': ['error', 'waiting for repair'],
  'waiting-for-snapshot': ['error', 'no sound snapshot is here that the log goes on from: it is fetched from another node'],
  'began-anew': ['warn', 'takes part anew, with another length of its log: damage of it was repaired, or cannot be'],
  claim: ['error', 'the end of the log is unclear: the others have to settle it'],
  'claim-dropped': ['error', 'gave up the unclear end of the log: no voter holds it'],
  'snapshot-taken': ['info', 'took a snapshot'],
  'snapshot-failed': ['error', 'failed to take a snapshot, the next point is tried again'],
  'snapshot-skipped': ['warn', 'skipped a snapshot'],
  'snapshot-damaged': ['error', 'found a damaged snapshot, which is set aside'],
  installing: ['warn', 'fetching a snapshot: what this node needs is compacted at the leader'],
  'install-failed': ['warn', 'failed to fetch a snapshot, it is tried again'],
  installed: ['warn', 'installed a snapshot'],
  compacted: ['info', 'compacted the log'],
  diverged: ['error', 'another node differs at a common snapshot: one of the two is wrong'],
  'space-low': ['error', 'too little space is free: transactions are refused until there is more'],
  'space-back': ['info', 'enough space is free again'],
};

/** The driver's events. */
export function logNodeEvent(log: Logger, event: NodeEvent): void {
  if (event.kind === 'core') {
    const { kind, ...fields } = event.event;
    const [level, words] = CORE_LINES[kind];
    log[level]({ partition: event.partition, ...fields }, words);
    return;
  }
  const [level, words] = DRIVER_LINES[event.kind];
  if (event.kind === 'damage-found') {
    // Digests are for repairing; where the damage is, is for people.
    const { from, to, file, position, why } = event.range;
    log[level]({ partition: event.partition, from, to, file, position, why }, words);
    return;
  }
  log[level](fieldsOf(event), words);
}

const RPC_LINES: Readonly<Record<RpcEvent['kind'], readonly [Level, string]>> = {
  'peer-connected': ['info', 'peer connected'],
  'peer-lost': ['warn', 'peer lost'],
  'peer-refused-us': ['error', 'peer refused this node'],
  'peer-refused': ['warn', 'refused a peer'],
  'peer-accepted': ['info', 'peer accepted'],
  'peer-queue-full': ['warn', 'messages to a peer are dropped, its queue is full'],
  'client-refused': ['warn', 'closed the stream of a client'],
};

/** The network's events. `about` is the other node: `node` is always the writer of the line. */
export function logRpcEvent(log: Logger, event: RpcEvent): void {
  const [level, words] = RPC_LINES[event.kind];
  log[level](fieldsOf(event), words);
}

const FORMING_LINES: Readonly<Record<FormingEvent['kind'], readonly [Level, string]>> = {
  waiting: ['info', 'waiting to be part of a cluster'],
  'configuration-differs': ['error', 'the configuration of another node differs'],
  stranger: ['warn', 'a stranger introduced itself'],
  composed: ['info', 'composed the genesis'],
  'handed-a-genesis': ['info', 'was handed the genesis'],
  joined: ['info', 'is a member, and was handed the genesis'],
  formed: ['info', 'the cluster is formed'],
};

/** The events of forming. */
export function logFormingEvent(log: Logger, event: FormingEvent): void {
  const [level, words] = FORMING_LINES[event.kind];
  log[level](fieldsOf(event), words);
}

/** `about` is another node: `node` is always the writer of the line. */
function fieldsOf(event: RpcEvent | FormingEvent | NodeEvent): Record<string, unknown> {
  const { kind: _, ...fields } = event;
  if (!('node' in fields)) return fields;
  const { node, ...rest } = fields;
  return { about: node, ...rest };
}
