// What a node finds when it starts (Raft Figure 2, persistent state on all servers): everything that was durable, and of what was being written any part that a crash can leave.
import type { LogPosition } from '../../consensus/types.ts';
import type { ModelCluster } from './cluster.ts';
import { text } from './inputs.ts';
import { recoverMembers } from './members.ts';
import { isAtLeast, type Log, logBehind, type ModelNode, withWrite } from './model-node.ts';
import type { RecordOf, Step } from './step.ts';

/** A node of which nothing is known yet: a trace is taken at its word for what came before it. */
export function unknownNode({ node, run }: RecordOf<'start'>): ModelNode {
  return {
    id: node,
    run,
    number: 0,
    step: 0,
    instance: { persistedSequence: 0 },
    term: 0,
    votedFor: null,
    role: 'follower',
    log: [0],
    writtenBy: [0],
    members: new Map(),
    base: { index: 0, term: 0 },
    snapshot: { index: 0, term: 0 },
    commitIndex: 0,
    handedIndex: 0,
    appliedIndex: 0,
    claim: null,
    isHeldBack: false,
    lastSequence: 0,
    hardStateSequence: 0,
    pending: [],
    durable: { term: 0, votedFor: null, log: [0] },
    resetUnderWay: undefined,
    lost: undefined,
    preVotes: new Set(),
    votes: new Set(),
    match: new Map(),
    received: new Map(),
    reads: new Map(),
    rounds: new Map(),
    answered: new Map(),
  };
}

/** `isFirst`: nothing of the node is known yet. */
export function start(step: Step, record: RecordOf<'start'>, { isFirst }: { readonly isFirst: boolean }): void {
  const { node, cluster, after } = step;
  const log = recoveredLog(record);
  node.claim = after.claim;
  if (isFirst) believe(step, log);
  else {
    checkHardState(step);
    checkLog(step, log);
  }
  step.allow(
    after.snapshot.index === 0 || cluster.committed[after.snapshot.index] === after.snapshot.term,
    'snapshot-committed',
    `it starts from a snapshot of ${text(after.snapshot)}`,
  );
  const { term, votedFor, base, snapshot } = after;
  Object.assign(node, {
    instance: { persistedSequence: 0 },
    term,
    votedFor,
    role: 'follower',
    log,
    writtenBy: log.map(() => 0),
    base,
    snapshot,
    commitIndex: snapshot.index,
    handedIndex: snapshot.index,
    appliedIndex: snapshot.index,
    isHeldBack: false,
    lastSequence: 0,
    hardStateSequence: 0,
    pending: [],
    durable: { term, votedFor, log: [...log] },
    resetUnderWay: undefined,
  } satisfies Partial<ModelNode>);
  recoverMembers(step, record.configurations, { isFirst });
}

function recoveredLog({ termRuns, state }: RecordOf<'start'>): Log {
  const log = logBehind(state.base);
  for (const [position, { firstIndex, term }] of termRuns.entries()) {
    const end = termRuns[position + 1]?.firstIndex ?? state.lastIndex + 1;
    for (let index = firstIndex; index < end; index++) log[index] = term;
  }
  return log;
}

/** The entries before the first record of a trace are what they are; those that a snapshot covers are committed. */
function believe(step: Step, log: Log): void {
  const { cluster, after } = step;
  cluster.compactedBefore = Math.max(cluster.compactedBefore, after.base.index);
  log.forEach((term, index) => {
    if (index === 0 || term === undefined) return;
    const agrees = index <= after.base.index || cluster.maybeNoteEntry({ index, term }, log[index - 1]);
    step.allow(agrees, 'log-matching', `entry ${text({ index, term })} has another entry before it than in some other log`);
    if (index <= after.snapshot.index && cluster.committed[index] === undefined) {
      cluster.committed[index] = term;
      cluster.committedIn[index] = 0;
    }
  });
}

/** Term and vote are those that were durable, or some that were being written. */
function checkHardState(step: Step): void {
  const { node, after } = step;
  const possible = [node.durable, ...node.pending.flatMap(({ hardState }) => (hardState === undefined ? [] : [hardState]))];
  const found = possible.some(({ term, votedFor }) => term === after.term && votedFor === after.votedFor);
  const written = possible.map(({ term, votedFor }) => `${term}/${votedFor}`).join(', ');
  step.allow(found, 'recovers-what-was-durable', `term/vote ${after.term}/${after.votedFor} recovered, written were ${written}`);
}

function checkLog(step: Step, log: Log): void {
  const { node, after } = step;
  if (isPossible(node, log)) {
    node.lost = undefined;
    return;
  }
  // Beyond Figure 2: what was lost by damage is claimed, and may come back.
  const { durable, lost } = node;
  if (lost !== undefined && isSame(log, lost)) {
    node.lost = undefined;
    return;
  }
  const last: LogPosition = { index: durable.log.length - 1, term: durable.log.at(-1) ?? 0 };
  const isCut = log.length <= durable.log.length && isSame(log, durable.log.slice(0, log.length));
  step.allow(
    isCut && after.claim !== null && isAtLeast(after.claim, last),
    'recovers-what-was-durable',
    `a log of ${log.length - 1} entries, ending in term ${log.at(-1)}, of ${text(last)} durable and ${node.pending.length} writes under way`,
  );
  node.lost = durable.log;
}

/** Some of the writes under way are durable, in their order, the last of them perhaps in part. */
function isPossible(node: ModelNode, log: Log): boolean {
  let durable = { ...node.durable, log: [...node.durable.log] };
  if (isSame(log, durable.log)) return true;
  for (const write of node.pending) {
    const { append, reset } = write;
    if (append !== undefined) {
      const kept = durable.log.slice(0, append.from);
      for (let count = 0; count <= append.terms.length; count++) {
        if (isSame(log, [...kept, ...append.terms.slice(0, count)])) return true;
      }
    }
    durable = withWrite(durable, write);
    if (reset !== undefined && isSame(log, durable.log)) return true;
  }
  return false;
}

/** Equal where both are known. */
function isSame(one: Log, other: Log): boolean {
  if (one.length !== other.length) return false;
  return one.every((term, index) => term === undefined || other[index] === undefined || term === other[index]);
}

/** Whether all that the start of a node rests on has been seen, if the records of other nodes may still be to come. */
export function restsOnWhatIsKnown({ state, node }: RecordOf<'start'>, cluster: ModelCluster): boolean {
  return !cluster.nodes.has(node) || state.snapshot.index === 0 || cluster.committed[state.snapshot.index] !== undefined;
}
