// A second, naive Raft (Ongaro and Ousterhout, Figure 2 and 3; Ongaro's thesis, chapter 4), which a trace is replayed against. It shares no code with consensus/core: it knows the form of the records
// alone. It does not decide what a node should do, but whether the paper allows what the node did; what is beyond the paper is said where it is judged.
import type { TraceRecord } from '../../consensus/core/trace.ts';
import { ModelCluster } from './cluster.ts';
import { accept, apply, commit } from './commits.ts';
import { countPreVote, input, noteSnapshot, receive, text } from './inputs.ts';
import { inForce, membersText } from './members.ts';
import { durableIndexOf, lastIndexOf, lastTermOf } from './model-node.ts';
import { grantRead } from './reads.ts';
import { changeRole, settle } from './roles.ts';
import { BrokenRule } from './rules.ts';
import { send } from './sends.ts';
import { restsOnWhatIsKnown, start, unknownNode } from './starts.ts';
import { Step } from './step.ts';
import { append, reset, truncate, writeHardState } from './writes.ts';

export class Model {
  readonly #partitions = new Map<number, ModelCluster>();
  /** Records that were allowed. */
  records = 0;

  /** Replays all records of one step of one node. Throws `BrokenRule`; the model is then of no more use. */
  replay(records: readonly TraceRecord[]): void {
    const first = records[0];
    if (first === undefined) return;
    const cluster = this.#clusterOf(first);
    const isFirst = !cluster.nodes.has(first.node);
    if (isFirst && first.event !== 'start') throw new BrokenRule('record-order', first, 'the first record of a node is its start');
    const node = cluster.nodes.get(first.node) ?? unknownNode(first as Extract<TraceRecord, { event: 'start' }>);
    cluster.nodes.set(node.id, node);
    const step = new Step(cluster, node, records, first);
    checkOrder(step);
    for (const record of records) {
      step.record = record;
      if (record.event === 'start') start(step, record, { isFirst });
      else judge(step, record);
      this.records++;
    }
    settle(step);
    checkState(step);
  }

  /** Whether the step rests on nothing that is still to come in the records of other nodes. */
  isReady(records: readonly TraceRecord[]): boolean {
    const first = records[0];
    if (first === undefined) return true;
    const cluster = this.#clusterOf(first);
    if (first.event === 'receive') return cluster.sendingOf(first.message) === 'left';
    return first.event !== 'start' || restsOnWhatIsKnown(first, cluster);
  }

  #clusterOf({ partition }: TraceRecord): ModelCluster {
    const known = this.#partitions.get(partition) ?? new ModelCluster();
    this.#partitions.set(partition, known);
    return known;
  }
}

function checkOrder(step: Step): void {
  const { node, records } = step;
  records.forEach((record, position) => {
    step.record = record;
    const isNewRun = record.event === 'start' && record.run > node.run;
    step.allow(isNewRun || record.run === node.run, 'record-order', `run ${record.run} follows run ${node.run}`);
    step.allow(isNewRun || record.number > node.number, 'record-order', `record ${record.number} follows record ${node.number}`);
    step.allow(record.remaining === records.length - 1 - position, 'record-order', `${record.remaining} records remain of the step`);
    step.allow(
      record.step === (record.event === 'start' ? 0 : node.step + 1),
      'record-order',
      `step ${record.step} follows step ${node.step}`,
    );
    node.run = record.run;
    node.number = record.number;
  });
  node.step = step.record.step;
}

function judge(step: Step, record: Exclude<TraceRecord, { readonly event: 'start' }>): void {
  switch (record.event) {
    case 'receive':
      countPreVote(step, record.message);
      receive(step, record);
      return;
    case 'input':
      input(step, record);
      return;
    case 'role':
      changeRole(step, record);
      return;
    case 'hard-state':
      writeHardState(step, record);
      return;
    case 'truncate':
      truncate(step, record);
      return;
    case 'append':
      append(step, record);
      return;
    case 'reset':
      reset(step, record);
      return;
    case 'commit':
      commit(step, record);
      return;
    case 'accepted':
      accept(step, record);
      return;
    case 'apply':
      apply(step, record);
      return;
    case 'send':
      send(step, record);
      return;
    case 'install':
      return;
    case 'read-granted':
      grantRead(step, record);
      return;
    case 'read-rejected':
      step.node.reads.delete(record.id);
      return;
    case 'failed':
      step.allow(false, 'core-failed', record.why);
  }
}

/** The state that the node says it is in is the one that its records lead to. */
function checkState(step: Step): void {
  const { node, after, before, cluster, records } = step;
  const first = records[0];
  if (first?.event === 'input' && first.input.kind === 'installed' && after.snapshot.index === first.input.position.index) {
    noteSnapshot(step, first.input.position);
  }
  const same = (what: string, own: string | number | boolean | null, said: typeof own) =>
    step.allow(own === said, 'state-says-so', `${what} is ${said}, by the records ${own}`);
  same('term', node.term, after.term);
  same('votedFor', node.votedFor, after.votedFor);
  same('role', node.role, after.role);
  same('commitIndex', node.commitIndex, after.commitIndex);
  same('appliedIndex', node.appliedIndex, after.appliedIndex);
  same('lastIndex', lastIndexOf(node), after.lastIndex);
  same('lastTerm', lastTermOf(node), after.lastTerm);
  same('base', text(node.base), text(after.base));
  same('snapshot', text(node.snapshot), text(after.snapshot));
  same('claim', node.claim && text(node.claim), after.claim && text(after.claim));
  same('isHeldBack', node.isHeldBack, after.isHeldBack);
  const members = inForce(node);
  step.allow(
    membersText(members) === membersText(after),
    'configuration-in-force',
    `it says ${membersText(after)}, its log ${membersText(members)}`,
  );
  const durableIndex = durableIndexOf(node);
  step.allow(
    after.persistedIndex <= durableIndex,
    'state-says-so',
    `persistedIndex is ${after.persistedIndex}, durable is ${durableIndex}`,
  );
  const hasChanged = first?.event !== 'start' && (node.term !== before.term || node.votedFor !== before.votedFor);
  step.allow(hasChanged === (step.find('hard-state') !== undefined), 'hard-state-written', `term ${node.term}, vote ${node.votedFor}`);
  if (after.leader === null) return;
  const leader = cluster.leaders.get(node.term)?.node;
  step.allow(after.leader === leader, 'election-safety', `it follows ${after.leader}, the leader of term ${node.term} is ${leader}`);
}
