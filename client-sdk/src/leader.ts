// Unary calls that one node must answer, mostly the leader: finds it, asks it, follows its hints, and tries again until the call's time is over.
import type { Cluster } from './cluster.ts';
import { ATTEMPT_MS } from './cluster.ts';
import { type NodeConnection, TransportError, type UnaryMethod } from './connection.ts';
import { invalid, LedgerlineError } from './errors.ts';
import type { ServerHello } from './hello.ts';
import type { WireRefusal } from './messages.ts';
import type { CallScope } from './scope.ts';

/** An attempt waits longer each time, at most so many times `ATTEMPT_MS`: a slow disk is not helped by more questions. */
const PATIENCE_MAX = 4;

export interface LeaderCall<T> {
  readonly method: UnaryMethod;
  readonly request: () => Buffer;
  readonly decode: (bytes: Buffer) => { readonly hello: ServerHello | undefined; readonly answer: T };
  /** An attempt that is not answered may have written something. */
  readonly writes: boolean;
  /** Nobody but this node may answer. */
  readonly node?: string | undefined;
  /** One attempt may take all of the call's time. */
  readonly isLong?: true;
  /** The first attempt may take so long, milliseconds; `ATTEMPT_MS` by default. */
  readonly attemptMs?: number;
  /** What a node does that could not answer in time; `could not answer in time` by default. */
  readonly busy?: string;
  /** Of a call that writes: whether the attempt with this answer did not. */
  readonly wroteNothing?: (answer: T) => boolean;
}

interface Kinded {
  readonly kind: string;
}

/** The leader's answer. Refusals that another attempt can overcome are retried; others are returned. */
export async function callLeader<T extends Kinded>(
  cluster: Cluster,
  scope: CallScope,
  call: LeaderCall<T | WireRefusal>,
): Promise<T | WireRefusal> {
  return callNode(cluster, scope, call, () => cluster.findLeader(scope.partition));
}

/** The same of the node that `choose` gives for each attempt. */
export async function callNode<T extends Kinded>(
  cluster: Cluster,
  scope: CallScope,
  call: LeaderCall<T | WireRefusal>,
  choose: () => Promise<NodeConnection | undefined>,
): Promise<T | WireRefusal> {
  for (let failures = 0; ; failures++) {
    if (failures > 0) await scope.backoff(failures);
    const connection = await choose();
    scope.check();
    if (connection === undefined) continue;
    const answer = await attempt(cluster, { scope, connection, call, patience: Math.min(failures + 1, PATIENCE_MAX) });
    if (answer !== undefined) return answer;
  }
}

interface Attempt<T> {
  readonly scope: CallScope;
  readonly connection: NodeConnection;
  readonly call: LeaderCall<T | WireRefusal>;
  readonly patience: number;
}

/** `undefined`: not answered, or refused for now. Throws when the call cannot go on. */
async function attempt<T extends Kinded>(cluster: Cluster, options: Attempt<T>): Promise<T | WireRefusal | undefined> {
  const { scope, connection, call, patience } = options;
  const wasUnsettled = scope.isUnsettled;
  scope.attempts++;
  scope.isUnsettled ||= call.writes;
  const timeoutMs = call.isLong ? scope.remainingMs : Math.min(scope.remainingMs, (call.attemptMs ?? ATTEMPT_MS) * patience);
  try {
    const { hello, answer } = call.decode(await connection.unary(call.method, call.request(), { timeoutMs, signal: scope.signal }));
    const { node } = cluster.learnHello(connection, hello);
    if (call.node !== undefined && node !== call.node)
      throw new TransportError(connection.address, `node ${node} answers here, not ${call.node}`);
    if (!isRefusal(answer)) {
      if (call.wroteNothing?.(answer)) scope.isUnsettled = wasUnsettled;
      return answer;
    }
    scope.lastBusy = busyOf(answer, node, call.busy);
    if (answer.outcome === 'none') scope.isUnsettled = wasUnsettled;
    return isFinal(cluster, answer, { partition: scope.partition, node }) ? answer : undefined;
  } catch (cause) {
    scope.check();
    scope.lastFailure = cause;
    // An attempt that the end of the call cut short says nothing about the node.
    if (timeoutMs >= ATTEMPT_MS) scope.lastBusy = undefined;
    cluster.suspect(scope.partition, connection);
    cluster.noteFailure(connection, cause);
    if (cause instanceof LedgerlineError && cause.code === 'VERSION_SKEW') throw cause;
    if (cause instanceof TransportError && cause.isInvalid) throw invalid(cause.message);
    return undefined;
  }
}

function busyOf({ code, detail }: WireRefusal, node: string, busy = 'could not answer in time'): CallScope['lastBusy'] {
  if (code !== 'OVERLOADED' && code !== 'NO_SPACE') return undefined;
  return { code, message: detail ?? (code === 'NO_SPACE' ? `the disk of ${node} is full` : `${node} ${busy}`) };
}

function isRefusal(answer: Kinded): answer is WireRefusal {
  return answer.kind === 'refused';
}

/** Whether another attempt would get the same answer. */
function isFinal(cluster: Cluster, refusal: WireRefusal, from: { readonly partition: number; readonly node: string }): boolean {
  switch (refusal.code) {
    case 'NOT_LEADER':
    case 'LEADERSHIP_LOST':
    case 'SHUTTING_DOWN':
      cluster.notLeader(from.partition, from.node, refusal.leader);
      return false;
    case 'OVERLOADED':
    case 'NO_SPACE':
    case 'SEEN_AHEAD':
      return false;
    default:
      return true;
  }
}
