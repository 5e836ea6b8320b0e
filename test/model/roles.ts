// Changes of role: who may stand, who has won (Raft Figure 2, Followers, Candidates; §5.2), and the properties of a leader that Figure 3 promises.
import { defined } from '../../consensus/assert.ts';
import { moveTo, settleClaim } from './inputs.ts';
import { hasQuorum, inForce, inForceAt, isElector, membersText } from './members.ts';
import { isHardStateDurable } from './model-node.ts';
import type { RecordOf, Step } from './step.ts';

export function changeRole(step: Step, { change }: RecordOf<'role'>): void {
  const { node } = step;
  switch (change.kind) {
    case 'became-pre-candidate':
      checkMayStand(step);
      step.allow(node.role !== 'leader', 'stands-after-pre-vote', 'a leader does not stand');
      node.role = 'pre-candidate';
      node.preVotes = new Set([node.id]);
      return;
    case 'became-candidate':
      becomeCandidate(step);
      return;
    case 'became-leader':
      becomeLeader(step);
      return;
    case 'became-follower':
      node.role = 'follower';
      return;
    case 'stepped-down':
      if (change.reason === 'removed') checkRemoved(step);
      return;
    default:
  }
}

function checkMayStand(step: Step): void {
  const { node } = step;
  step.allow(node.claim === null && !node.isHeldBack, 'claim-binds', 'it stands, damaged or with a claim');
  const last = Math.max(...node.members.keys());
  const isBefore = last > node.commitIndex && isElector(inForceAt(node, last - 1), node.id);
  const isEligible = isElector(inForce(node), node.id) || isBefore;
  step.allow(isEligible, 'only-voters-stand', `the members are ${membersText(inForce(node))}`);
}

function checkRemoved(step: Step): void {
  const { node } = step;
  const isCommitted = Math.max(...node.members.keys()) <= node.commitIndex;
  step.allow(isCommitted && !isElector(inForce(node), node.id), 'removed-leader', `the members are ${membersText(inForce(node))}`);
}

/** Figure 2: increment currentTerm, vote for self. */
function becomeCandidate(step: Step): void {
  const { node, message } = step;
  checkMayStand(step);
  const isAsked = message?.kind === 'timeout-now' && message.term === node.term;
  const isHeard = node.role === 'pre-candidate' && hasQuorum(inForce(node), (voter) => node.preVotes.has(voter));
  step.allow(isAsked || isHeard, 'stands-after-pre-vote', `${[...node.preVotes].join(', ')} would vote for it`);
  moveTo(step, node.term + 1);
  node.votedFor = node.id;
  node.role = 'candidate';
  node.votes = new Set();
}

/** Figure 2: if votes received from majority of servers: become leader. */
function becomeLeader(step: Step): void {
  const { node, cluster } = step;
  const votes = new Set(node.votes);
  if (node.votedFor === node.id && isHardStateDurable(node)) votes.add(node.id);
  step.allow(node.role === 'candidate', 'leader-has-majority', `a ${node.role} becomes leader`);
  step.allow(
    hasQuorum(inForce(node), (voter) => votes.has(voter)) && votes.has(node.id),
    'leader-has-majority',
    `votes of ${[...votes].join(', ') || 'nobody'}; the members are ${membersText(inForce(node))}`,
  );
  const other = cluster.leaders.get(node.term);
  step.allow(other === undefined, 'election-safety', `${other?.node} was elected in term ${node.term}`);
  cluster.leaders.set(node.term, { node: node.id, log: [...node.log] });
  cluster.committedIn.forEach((committedIn, index) => {
    if (index > 0 && committedIn < node.term) checkComplete(step, { leaderTerm: node.term, index });
  });
  node.role = 'leader';
  node.match = new Map();
  node.received = new Map();
  node.reads = new Map();
  node.rounds = new Map();
  node.answered = new Map();
}

/** Leader Completeness for one committed entry and one leader of a later term. */
export function checkComplete(step: Step, { leaderTerm, index }: { readonly leaderTerm: number; readonly index: number }): void {
  const { cluster } = step;
  const leader = defined(cluster.leaders.get(leaderTerm), 'a leader');
  const held = leader.log[index];
  const isCompacted = held === undefined && index < leader.log.length;
  step.allow(
    isCompacted || held === cluster.committed[index],
    'leader-completeness',
    `${leader.node}, elected in term ${leaderTerm}, had ${held ?? 'nothing'} at ${index}, where an entry of term ${cluster.committed[index]} is committed`,
  );
}

/** After all writes of the step: a claim that is settled is so by what is durable. */
export function settle(step: Step): void {
  if (step.changes('claim-settled')) settleClaim(step);
}
