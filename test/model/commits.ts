// What is committed and applied (Raft Figure 2: Leaders, the last rule; AppendEntries receiver 5; §5.4.2), and State Machine Safety over all nodes.
import { text } from './inputs.ts';
import { hasQuorum, inForce } from './members.ts';
import { durableIndexOf, holds, isHardStateDurable } from './model-node.ts';
import { checkComplete } from './roles.ts';
import type { RecordOf, Step } from './step.ts';
import { checkConsistent } from './writes.ts';

export function commit(step: Step, { from, to }: RecordOf<'commit'>): void {
  const { node } = step;
  step.allow(from === node.commitIndex + 1 && to >= from, 'state-says-so', `committed ${from}..${to} behind ${node.commitIndex}`);
  step.allow(to < node.log.length, 'state-machine-safety', `committed up to ${to}, the log ends at ${node.log.length - 1}`);
  if (node.role === 'leader') commitAsLeader(step, to);
  else checkFollowerCommit(step, to);
  for (let index = from; index <= to; index++) checkCommitted(step, index);
  node.commitIndex = to;
}

/** N > commitIndex, a majority of matchIndex[i] ≥ N, and log[N].term == currentTerm. */
function commitAsLeader(step: Step, to: number): void {
  const { node, cluster } = step;
  const reached = (voter: typeof node.id) => (voter === node.id ? durableIndexOf(node) : (node.match.get(voter) ?? 0));
  const holders = [node.id, ...node.match.keys()].filter((id) => reached(id) >= to);
  step.allow(
    hasQuorum(inForce(node), (voter) => reached(voter) >= to),
    'leader-commit',
    `only ${holders.join(', ') || 'nobody'} holds entry ${to} durably`,
  );
  step.allow(node.log[to] === node.term, 'leader-commit', `entry ${to} is of term ${node.log[to]}, the leader of term ${node.term}`);
  for (let index = node.commitIndex + 1; index <= to; index++) {
    if (cluster.committedIn[index] !== undefined) continue;
    cluster.committed[index] = node.log[index];
    cluster.committedIn[index] = node.term;
    for (const leaderTerm of cluster.leaders.keys()) if (leaderTerm > node.term) checkComplete(step, { leaderTerm, index });
  }
}

/** min(leaderCommit, index of last new entry); a heartbeat's commit index is one that this node is known to hold; a snapshot is of committed entries. */
function checkFollowerCommit(step: Step, to: number): void {
  const { node, message, records } = step;
  const first = records[0];
  if (message !== undefined) {
    step.allow(message.term === node.term, 'follower-commit', 'only the leader of its term tells it');
    if (message.kind === 'append') checkConsistent(step);
    step.allow(to <= commitOf(message), 'follower-commit', `committed up to ${to} by ${JSON.stringify(message)}`);
  } else {
    const isInstalled = first?.event === 'input' && first.input.kind === 'installed' && first.input.position.index >= to;
    step.allow(isInstalled, 'follower-commit', 'nobody told it');
  }
}

function commitOf(message: NonNullable<Step['message']>): number {
  switch (message.kind) {
    case 'append':
      return Math.min(message.commit, message.previousIndex + message.terms.length);
    case 'heartbeat':
      return message.commit;
    case 'install-snapshot':
      return message.index;
    default:
      return 0;
  }
}

/** What this node commits, some leader has committed, and it is the same entry. */
function checkCommitted(step: Step, index: number): void {
  const { node, cluster } = step;
  const term = cluster.committed[index];
  const own = node.log[index];
  // Compacted, or before the trace began.
  if (own === undefined && index <= node.base.index) return;
  if (term === undefined && index <= cluster.compactedBefore) {
    cluster.committed[index] = own;
    cluster.committedIn[index] = 0;
    return;
  }
  step.allow(term !== undefined, 'state-machine-safety', `no leader has committed entry ${index}`);
  step.allow(own === term, 'state-machine-safety', `${text({ index, term: own ?? 0 })} here, of term ${term} elsewhere`);
}

/** Beyond Figure 2: what a majority has received of the leader's own term, in memory or not. */
export function accept(step: Step, { to }: RecordOf<'accepted'>): void {
  const { node } = step;
  const reached = (voter: typeof node.id) => (voter === node.id ? node.log.length - 1 : (node.received.get(voter) ?? 0));
  step.allow(
    node.role === 'leader' && hasQuorum(inForce(node), (voter) => reached(voter) >= to) && node.log[to] === node.term,
    'accepted-by-majority',
    `no majority has received entry ${to} of term ${node.log[to]}`,
  );
}

/** If commitIndex > lastApplied: increment lastApplied, apply. Ledgerline applies only what is durable on the node itself, in a durable term. */
export function apply(step: Step, { from, to }: RecordOf<'apply'>): void {
  const { node } = step;
  step.allow(from === Math.max(node.handedIndex, node.base.index) + 1, 'apply-committed', `${from} follows ${node.handedIndex}`);
  step.allow(to <= node.commitIndex, 'apply-committed', `up to ${to}, committed is ${node.commitIndex}`);
  step.allow(to <= durableIndexOf(node) && isHardStateDurable(node), 'apply-committed', `up to ${to}, durable is ${durableIndexOf(node)}`);
  node.handedIndex = to;
}

/** Whether the log holds what an acknowledgement up to here says. */
export function holdsReceived(step: Step): boolean {
  const { node, message } = step;
  if (message?.kind !== 'append') return false;
  const isConsistent = holds(node, { index: message.previousIndex, term: message.previousTerm });
  return isConsistent && message.terms.every((term, position) => holds(node, { index: message.previousIndex + 1 + position, term }));
}
