// What a node writes to its log: one structured line per change of state, each event's own fields beside node and partition.
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { FormingEvent } from '../consensus/forming.ts';
import type { NodeEvent } from '../consensus/node/events.ts';
import type { RpcEvent } from '../rpc/events.ts';
import type { ServerConfig } from './config.ts';

type Level = 'debug' | 'info' | 'warn' | 'error';

/** Writes synchronously: a line is out before the process can end. `to` is for tests. */
export function openLog(config: ServerConfig, to: DestinationStream = destination({ fd: 1, sync: true })): Logger {
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
  'stepped-down': ['warn', 'stepped down'],
  'claim-settled': ['warn', 'the unclear end of the log is settled'],
};

/** The driver's events. */
export function logNodeEvent(log: Logger, event: NodeEvent): void {
  if (event.kind === 'core') {
    const { kind, ...fields } = event.event;
    const [level, words] = CORE_LINES[kind];
    log[level]({ partition: event.partition, ...fields }, words);
    return;
  }
  const { kind, ...fields } = event;
  log.warn(fields, kind === 'append-dropped' ? 'dropped an append that cannot be right' : 'the disk is behind, appends wait');
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
  waiting: ['info', 'waiting for the other initial members'],
  'configuration-differs': ['error', 'the configuration of another node differs'],
  stranger: ['warn', 'a stranger introduced itself'],
  composed: ['info', 'composed the genesis'],
  'handed-a-genesis': ['info', 'was handed the genesis'],
  formed: ['info', 'the cluster is formed'],
};

/** The events of forming. */
export function logFormingEvent(log: Logger, event: FormingEvent): void {
  const [level, words] = FORMING_LINES[event.kind];
  log[level](fieldsOf(event), words);
}

function fieldsOf(event: RpcEvent | FormingEvent): Record<string, unknown> {
  const { kind: _, ...fields } = event;
  if (!('node' in fields)) return fields;
  const { node, ...rest } = fields;
  return { about: node, ...rest };
}
