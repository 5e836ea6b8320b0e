// Linearizable reads by ReadIndex (thesis §6.4), beyond Figure 2: when a leader may answer one.
import type { NodeId } from '../../consensus/types.ts';
import { hasQuorum, inForce } from './members.ts';
import type { ModelNode } from './model-node.ts';
import type { RecordOf, Step } from './step.ts';

/** A leader takes note of what was committed when the read came. */
export function noteRead({ node, before }: Step, id: number): void {
  if (node.role === 'leader') node.reads.set(id, { step: node.step, commitIndex: before.commitIndex });
}

/** The first step that asked for this round. */
export function noteRound(node: ModelNode, round: number): void {
  if (!node.rounds.has(round)) node.rounds.set(round, node.step);
}

export function noteAnswered(node: ModelNode, from: NodeId, round: number): void {
  node.answered.set(from, Math.max(node.answered.get(from) ?? 0, round));
}

/** A majority has answered a round that was asked for after the read came, and the leader has committed in its own term. */
export function grantRead(step: Step, { id, index }: RecordOf<'read-granted'>): void {
  const { node } = step;
  const read = node.reads.get(id);
  step.allow(node.role === 'leader' && read !== undefined, 'read-confirmed', 'only a leader grants a read that came to it');
  if (read === undefined) return;
  step.allow(
    index >= read.commitIndex && index <= node.commitIndex,
    'read-confirmed',
    `index ${index}, ${read.commitIndex} was committed before`,
  );
  step.allow(node.log[index] === node.term, 'read-confirmed', `entry ${index} is not of the leader’s own term`);
  const hasConfirmed = (voter: NodeId) => {
    const round = node.answered.get(voter);
    return voter === node.id || (round !== undefined && (node.rounds.get(round) ?? 0) >= read.step);
  };
  const confirmed = [...node.answered.keys()].filter(hasConfirmed);
  step.allow(hasQuorum(inForce(node), hasConfirmed), 'read-confirmed', `only ${confirmed.join(', ')} confirmed the leader since`);
  node.reads.delete(id);
}
