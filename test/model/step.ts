// One step of one node while its records are gone through: what everybody who judges a part of it needs to look at.
import type { TraceRecord } from '../../consensus/core/trace.ts';
import type { Message } from '../../consensus/messages.ts';
import type { ModelCluster } from './cluster.ts';
import type { ModelNode } from './model-node.ts';
import { BrokenRule, type Rule } from './rules.ts';

/** The record of one kind of event. */
export type RecordOf<E extends TraceRecord['event']> = Extract<TraceRecord, { readonly event: E }>;

export class Step {
  readonly cluster: ModelCluster;
  readonly node: ModelNode;
  readonly records: readonly TraceRecord[];
  /** The message that came in, if that is what the step is about. */
  readonly message: Message | undefined;
  /** What the node was before. */
  readonly before: Pick<ModelNode, 'term' | 'votedFor' | 'role' | 'commitIndex' | 'claim'>;
  /** The record that is looked at. */
  record: TraceRecord;

  constructor(cluster: ModelCluster, node: ModelNode, records: readonly TraceRecord[], first: TraceRecord) {
    this.cluster = cluster;
    this.node = node;
    this.records = records;
    this.record = first;
    this.message = first.event === 'receive' ? first.message : undefined;
    const { term, votedFor, role, commitIndex, claim } = node;
    this.before = { term, votedFor, role, commitIndex, claim };
  }

  get after(): TraceRecord['state'] {
    return this.record.state;
  }

  /** Throws `BrokenRule` with the record that is looked at, unless the condition holds. */
  allow(condition: boolean, rule: Rule, why: string): void {
    if (!condition) throw new BrokenRule(rule, this.record, why);
  }

  /** The first record of this kind in the step. */
  find<E extends TraceRecord['event']>(event: E): RecordOf<E> | undefined {
    return this.records.find((record): record is RecordOf<E> => record.event === event);
  }

  /** Whether the step tells of this change of role. */
  changes(kind: RecordOf<'role'>['change']['kind']): boolean {
    return this.records.some((record) => record.event === 'role' && record.change.kind === kind);
  }
}
