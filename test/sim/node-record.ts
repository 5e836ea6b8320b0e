// One node of one partition as the checkers know it; it outlives the node's processes, and its disk.
import type { Entry, HardState, LogBase, NodeId } from '../../consensus/types.ts';
import { NodeMemberships } from './configurations.ts';

/** See the head of this file. */
export interface NodeRecord {
  readonly id: NodeId;
  /** By index; position 0 is unused. What the storage was given, durable or not; up to `baseIndex` what is committed. */
  log: (Entry | undefined)[];
  /** Behind it the log begins. */
  baseIndex: number;
  /** The storage is beginning anew behind this, and may or may not have done so when it crashes. */
  resetTo: LogBase | undefined;
  /** The nemesis damaged entries from here on: if the last write is among them they may be lost, and must then be claimed. */
  damagedFrom: number;
  /** What was lost so, by index, for as long as the claim stands: as good as held, since nobody leads who lacks it. */
  claimed: Map<number, Entry>;
  /** Everything up to here is durable. */
  durableIndex: number;
  /** The last one that became durable. */
  hardState: HardState;
  /** Term to candidate, over all lives. */
  readonly votes: Map<number, NodeId>;
  /** Of the present life. */
  appliedIndex: number;
  /** Those in `log`. */
  readonly memberships: NodeMemberships;
}

const START: HardState = { term: 0, votedFor: undefined };

/** Before it has ever run. */
export function newRecord(id: NodeId): NodeRecord {
  return {
    id,
    log: [undefined],
    baseIndex: 0,
    resetTo: undefined,
    damagedFrom: Number.POSITIVE_INFINITY,
    claimed: new Map(),
    durableIndex: 0,
    hardState: START,
    votes: new Map(),
    appliedIndex: 0,
    memberships: new NodeMemberships(),
  };
}

/** What a node holds at some index. */
export interface Held {
  readonly entry: Entry;
  readonly node: NodeRecord;
}

export function held(node: NodeRecord, index: number): Entry | undefined {
  return node.durableIndex >= index ? node.log[index] : node.claimed.get(index);
}

export function sameDigest(a: Entry, b: Entry): boolean {
  return a === b || Buffer.compare(a.digest, b.digest) === 0;
}

export function hardStateText({ term, votedFor }: HardState): string {
  return `term ${term} with vote ${votedFor ?? 'none'}`;
}
