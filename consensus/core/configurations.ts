// Which configuration is in force at which place of the log: that of the newest membership entry, committed or not (thesis §4.1). Follows what the log is appended, cut, compacted
// and reset. Nothing is remembered from before the newest snapshot that recovery found, for nothing before it can be cut.
import { assert, checkInteger, defined } from '../assert.ts';
import { type Configuration, electorsOf, isJoint } from '../configuration.ts';
import type { NodeId } from '../types.ts';
import type { ConfigurationChange } from './ready.ts';

export class Configurations {
  /** Ascending in index. The first is in force where the memory begins: at a snapshot, or at 0, as the genesis says. */
  private readonly changes: ConfigurationChange[];

  constructor(first: ConfigurationChange, later: readonly ConfigurationChange[]) {
    checkInteger(first.index, 0, 'the index of a configuration');
    this.changes = [first];
    for (const change of later) this.append(change);
  }

  static fromDump({ changes }: { readonly changes: readonly ConfigurationChange[] }): Configurations {
    return new Configurations(defined(changes[0], 'the first configuration'), changes.slice(1));
  }

  /** All that is remembered, ascending. */
  get all(): readonly ConfigurationChange[] {
    return [...this.changes];
  }

  /** In force now, by the last membership entry of the log. */
  get current(): Configuration {
    return defined(this.changes.at(-1), 'a configuration').configuration;
  }

  /** Where that entry is; at the first one known, where the memory begins. */
  get currentIndex(): number {
    return defined(this.changes.at(-1), 'a configuration').index;
  }

  /** In force at the entry `index`, which is not before the memory begins. */
  at(index: number): Configuration {
    const change = this.changes.findLast((earlier) => earlier.index <= index);
    return defined(change, 'a configuration').configuration;
  }

  /** In force before that entry; the same where the memory begins. */
  get before(): Configuration {
    return (this.changes.at(-2) ?? defined(this.changes[0], 'a configuration')).configuration;
  }

  append(change: ConfigurationChange): void {
    assert(change.index > this.currentIndex, 'membership entries ascend');
    this.changes.push(change);
  }

  /** The log was cut from `index` on. */
  truncateFrom(index: number): void {
    while (this.currentIndex >= index) {
      assert(this.changes.length > 1, 'what is in force at a snapshot is never cut');
      this.changes.pop();
    }
  }

  /** The log begins anew behind `first.index`. */
  resetTo(first: ConfigurationChange): void {
    this.changes.length = 0;
    this.changes.push(first);
  }

  /** What was in force before the log's new base is of no interest. */
  compactTo(index: number): void {
    const at = this.changes.findLastIndex((change) => change.index <= index);
    if (at > 0) this.changes.splice(0, at);
  }
}

/** Whether a vote of this node counts, and it may win, in the configuration. */
export function isElector(configuration: Configuration, id: NodeId): boolean {
  return configuration.voters.includes(id) || configuration.outgoing.includes(id);
}

/**
 * Whether this node may stand, as far as the members decide it. As an elector; or as one of the configuration before, while the one in force is not known to be committed here: perhaps nobody
 * else has it, and no log without it can win. Its own vote does not count then (thesis §4.2.2, Figure 4.6). Who was one only earlier is not needed: the configuration before is committed,
 * else none would have been appended behind it.
 */
export function isEligible(configurations: Configurations, id: NodeId, commitIndex: number): boolean {
  if (isElector(configurations.current, id)) return true;
  return configurations.currentIndex > commitIndex && isElector(configurations.before, id);
}

/** Whether nobody but this node votes. */
export function isOnlyElector(configuration: Configuration, id: NodeId): boolean {
  return !isJoint(configuration) && configuration.voters.length === 1 && configuration.voters[0] === id;
}

/** Everyone else whose vote counts. */
export function otherElectors(configuration: Configuration, id: NodeId): NodeId[] {
  return electorsOf(configuration).filter((elector) => elector !== id);
}
