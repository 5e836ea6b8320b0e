// Who belongs to the group (thesis chapter 4): which configuration is in force in a node, what a leader may append, and that a membership entry is the same entry wherever it is.

import type { Configuration } from '../../consensus/configuration.ts';
import type { ConfigurationChange } from '../../consensus/core/ready.ts';
import type { NodeId } from '../../consensus/types.ts';
import type { ModelNode } from './model-node.ts';
import type { RecordOf, Step } from './step.ts';

/** That of the last membership entry in the log, committed or not (thesis §4.1). */
export function inForce(node: Pick<ModelNode, 'members'>): Configuration {
  return inForceAt(node, Number.POSITIVE_INFINITY);
}

/** At this index. */
export function inForceAt({ members }: Pick<ModelNode, 'members'>, at: number): Configuration {
  const configuration = members.get(Math.max(...[...members.keys()].filter((index) => index <= at)));
  if (configuration === undefined) throw new Error('a node knows the configuration that it began with');
  return configuration;
}

/** A majority of the voters, and while the configuration is joint, one of the outgoing voters as well (thesis §4.3). */
export function hasQuorum({ voters, outgoing }: Configuration, has: (voter: NodeId) => boolean): boolean {
  return isMajority(voters, has) && (outgoing.length === 0 || isMajority(outgoing, has));
}

function isMajority(half: readonly NodeId[], has: (voter: NodeId) => boolean): boolean {
  return half.filter(has).length * 2 > half.length;
}

export function isElector({ voters, outgoing }: Configuration, node: NodeId): boolean {
  return voters.includes(node) || outgoing.includes(node);
}

export function membersText({ voters, outgoing, learners }: Configuration): string {
  return `${[...voters].sort().join(' ')} / ${[...outgoing].sort().join(' ')} / ${[...learners].sort().join(' ')}`;
}

/** A leader proposes a configuration: in its turn, and one that may follow the one before. */
export function appendOwnChange(step: Step, { from, term }: { readonly from: number; readonly term: number }): void {
  const { node, cluster, records } = step;
  const first = records[0];
  if (first?.event !== 'input' || first.input.kind !== 'propose' || first.input.configuration === undefined) return;
  const next = first.input.configuration;
  step.allow(node.log[node.commitIndex] === node.term, 'change-in-turn', 'nothing of its own term is committed yet');
  step.allow(Math.max(...node.members.keys()) <= node.commitIndex, 'change-in-turn', 'the change before is not committed yet');
  step.allow(follows(inForce(node), next), 'change-in-turn', `${membersText(next)} does not follow ${membersText(inForce(node))}`);
  node.members.set(from, next);
  cluster.noteChange({ index: from, term }, next);
}

/** Into a joint configuration with the voters so far, and out of one to its new half; learners at any time. */
function follows(current: Configuration, next: Configuration): boolean {
  const same = (one: readonly NodeId[], other: readonly NodeId[]) => [...one].sort().join() === [...other].sort().join();
  if (current.outgoing.length > 0) return next.outgoing.length === 0 && same(next.voters, current.voters);
  return same(next.outgoing.length > 0 ? next.outgoing : next.voters, current.voters);
}

/** The membership entries of a received append are those that its leader appended. */
export function checkChanges(step: Step, { message, changes = [] }: RecordOf<'receive'>): void {
  if (message.kind !== 'append') return;
  message.terms.forEach((term, position) => {
    const index = message.previousIndex + 1 + position;
    const said = changes.find((change) => change.index === index)?.configuration;
    const known = step.cluster.changeAt({ index, term });
    if (known === undefined && index <= step.cluster.changesUnknownUpTo) {
      if (said !== undefined) step.cluster.noteChange({ index, term }, said);
      return;
    }
    const isSame = said === undefined || known === undefined ? said === known : membersText(said) === membersText(known);
    step.allow(
      isSame,
      'membership-entry',
      `entry ${index}^${term} says ${said && membersText(said)}, its leader ${known && membersText(known)}`,
    );
  });
}

/** Those of the entries that were taken from the append. */
export function takeChanges(step: Step, from: number): void {
  const first = step.records[0];
  if (first?.event !== 'receive') return;
  for (const { index, configuration } of first.changes ?? []) if (index >= from) step.node.members.set(index, configuration);
}

export function cutChanges(node: ModelNode, from: number): void {
  for (const index of [...node.members.keys()]) if (index >= from) node.members.delete(index);
}

/** The log begins anew behind a snapshot, which says what is in force there. */
export function installMembers(step: Step, index: number): void {
  const { node, cluster, records } = step;
  const first = records[0];
  if (first?.event !== 'input' || first.input.kind !== 'installed') return;
  const said = first.input.configuration ?? cluster.genesis;
  if (said === undefined) return;
  const known = cluster.changeUpTo(index);
  step.allow(known === undefined || membersText(known) === membersText(said), 'membership-entry', `the snapshot says ${membersText(said)}`);
  node.members = new Map([[index, said]]);
}

/** What a start finds: in force at its snapshot, and the membership entries behind that. */
export function recoverMembers(step: Step, found: readonly ConfigurationChange[], { isFirst }: { readonly isFirst: boolean }): void {
  const { node, cluster, after } = step;
  const [atSnapshot, ...behind] = found;
  step.allow(atSnapshot !== undefined, 'configuration-in-force', 'it begins with none');
  if (atSnapshot === undefined) return;
  if (atSnapshot.index === 0) cluster.genesis ??= atSnapshot.configuration;
  const known = atSnapshot.index === 0 ? cluster.genesis : cluster.changeUpTo(atSnapshot.index);
  const isKnown = known === undefined || membersText(known) === membersText(atSnapshot.configuration);
  step.allow(isKnown, 'recovers-what-was-durable', `in force at ${atSnapshot.index}: ${membersText(atSnapshot.configuration)}`);
  if (isFirst) {
    cluster.changesUnknownUpTo = Math.max(cluster.changesUnknownUpTo, after.snapshot.index);
    for (const { index, configuration } of behind) cluster.noteChange({ index, term: node.log[index] ?? 0 }, configuration);
  }
  for (let index = atSnapshot.index + 1; index < node.log.length; index++) {
    const entry = cluster.changeAt({ index, term: node.log[index] ?? 0 });
    const own = behind.find((change) => change.index === index)?.configuration;
    const isSame = (entry && membersText(entry)) === (own && membersText(own));
    step.allow(
      isSame,
      'recovers-what-was-durable',
      `entry ${index}: ${own && membersText(own)} recovered, ${entry && membersText(entry)} appended`,
    );
  }
  node.members = new Map(found.map(({ index, configuration }) => [index, configuration]));
}
