// One node as the model knows it: the variables of Raft Figure 2 as plain as they can be, and beside them what is durable. Written from the paper; nothing is compacted,
// nothing is clever. What may change in it is decided by the rules in the files around.

import type { Configuration } from '../../consensus/configuration.ts';
import type { Role } from '../../consensus/roles.ts';
import type { LogPosition, NodeId } from '../../consensus/types.ts';

/** A write whose end the node has not heard of: what a crash may or may not leave. */
export interface PendingWrite {
  readonly sequence: number;
  hardState?: { readonly term: number; readonly votedFor: NodeId | null };
  reset?: LogPosition;
  append?: { readonly from: number; readonly terms: readonly number[] };
}

/** What a crash leaves for certain. */
export interface Durable {
  term: number;
  votedFor: NodeId | null;
  log: Log;
}

/** `log[index]` is the term of the entry there; `log[0]` is 0. Undefined: before the trace began, and compacted since. */
export type Log = (number | undefined)[];

export interface ModelNode {
  readonly id: NodeId;
  /** Numbers of the last record seen, and of the last step. */
  run: number;
  number: number;
  step: number;
  /** Changes with every start: messages of an earlier instance wait for its writes, not for those of a later one. */
  instance: Instance;
  term: number;
  votedFor: NodeId | null;
  role: Role;
  log: Log;
  /** `writtenBy[index]`: sequence of the write that holds the entry; 0 = recovered. */
  writtenBy: number[];
  /** What the membership entries of the log say, by index; the first is in force where the log, or what is remembered of it, begins. */
  members: Map<number, Configuration>;
  base: LogPosition;
  snapshot: LogPosition;
  commitIndex: number;
  /** Handed out to be applied. */
  handedIndex: number;
  appliedIndex: number;
  claim: LogPosition | null;
  isHeldBack: boolean;
  lastSequence: number;
  hardStateSequence: number;
  pending: PendingWrite[];
  durable: Durable;
  /** The last reset, until it is durable: up to the commit index of before, the old log agrees with the snapshot. */
  resetUnderWay: { readonly sequence: number; readonly commitIndex: number } | undefined;
  /** What a claim stands for: a durable log whose end the node could not read. It may come back by repair. */
  lost: Log | undefined;
  preVotes: Set<NodeId>;
  votes: Set<NodeId>;
  /** As leader: what each follower has acknowledged, or received, in this term. */
  match: Map<NodeId, number>;
  received: Map<NodeId, number>;
  /** As leader: reads that wait, heartbeat rounds by the step that sent them first, and the last round that each follower has answered. */
  reads: Map<number, { readonly step: number; readonly commitIndex: number }>;
  rounds: Map<number, number>;
  answered: Map<NodeId, number>;
}

/** One life of the core on a node. */
export interface Instance {
  persistedSequence: number;
}

export function lastIndexOf({ log }: Pick<ModelNode, 'log'>): number {
  return log.length - 1;
}

/** Term of the last entry; 0 in the empty log. */
export function lastTermOf({ log }: Pick<ModelNode, 'log'>): number {
  return log[log.length - 1] ?? 0;
}

/** The log is durable up to here, by the node's own account of its writes. */
export function durableIndexOf({ writtenBy, instance, resetUnderWay }: ModelNode): number {
  if (resetUnderWay !== undefined) return resetUnderWay.commitIndex;
  let index = writtenBy.length - 1;
  while (index > 0 && (writtenBy[index] ?? 0) > instance.persistedSequence) index--;
  return index;
}

/** Term and vote as they are now would survive a crash. */
export function isHardStateDurable({ hardStateSequence, instance }: ModelNode): boolean {
  return hardStateSequence <= instance.persistedSequence;
}

/** Raft §5.4.1: the later last term is further, then the higher last index. */
export function isAtLeast(one: LogPosition, other: LogPosition): boolean {
  return one.term > other.term || (one.term === other.term && one.index >= other.index);
}

/** Whether the log holds exactly this entry; what is compacted is taken to be what is asked for, since it is committed. */
export function holds({ log, base }: Pick<ModelNode, 'log' | 'base'>, { index, term }: LogPosition): boolean {
  if (index < base.index) return true;
  return index < log.length && (log[index] ?? 0) === term;
}

/** Makes everything up to `sequence` durable. */
export function persist(node: ModelNode, sequence: number): void {
  node.instance.persistedSequence = sequence;
  for (const write of node.pending) if (write.sequence <= sequence) node.durable = withWrite(node.durable, write);
  node.pending = node.pending.filter((write) => write.sequence > sequence);
  if (node.resetUnderWay !== undefined && node.resetUnderWay.sequence <= sequence) node.resetUnderWay = undefined;
}

/** What is durable once this write is. Changes `durable.log` in place where that is all it takes. */
export function withWrite(durable: Durable, { hardState, reset, append }: PendingWrite): Durable {
  let { term, votedFor, log } = durable;
  if (hardState !== undefined) ({ term, votedFor } = hardState);
  if (reset !== undefined) log = logBehind(reset);
  if (append !== undefined) {
    log.length = append.from;
    for (const entry of append.terms) log.push(entry);
  }
  return { term, votedFor, log };
}

/** A log that begins behind this entry: what came before it is not known to it any more. */
export function logBehind({ index, term }: LogPosition): Log {
  const log: Log = new Array<number | undefined>(index + 1).fill(undefined);
  log[0] = 0;
  log[index] = term;
  return log;
}
