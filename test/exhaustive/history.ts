// What has happened so far that no state of a node need still show, and what it forbids: what was committed, who led which term, who voted for whom, which reads wait.
// A violation is said in plain English; it ends the search.
import { assert } from '../../consensus/assert.ts';
import { comparePositions } from '../../consensus/core/log-terms.ts';
import type { Note } from './local.ts';
import { changesBehind, entryAt, isMatching, type Log, lastPosition, logEnd, termAt, termOf } from './log.ts';
import { isQuorumOf, type Members } from './members.ts';

/** Plain data: equal histories have equal JSON. */
export interface History {
  /** What was ever known to be committed by anyone, the first entry first. */
  readonly committed: readonly number[];
  /** The term of the node that first knew it. */
  readonly committedIn: readonly number[];
  /** The members that were in force in that node. */
  readonly committedUnder: readonly Members[];
  /** The node that led each term, plus one; 0 for none. */
  readonly leaders: readonly number[];
  /** By node, then by term: the vote that others may know of, as the candidate's number plus one; 0 for none. */
  readonly votes: readonly (readonly number[])[];
  /** Reads that wait: on which node, and how much was committed anywhere when it was asked. */
  readonly reads: readonly { readonly id: number; readonly node: number; readonly committed: number }[];
}

/** What of a node is looked at. */
export interface Seen {
  readonly node: number;
  readonly term: number;
  readonly commitIndex: number;
  readonly memory: Log;
  readonly disk: Log;
  /** In force here, and after a crash that leaves what is on disk now. */
  readonly members: Members;
  readonly diskMembers: Members;
}

export class Violation extends Error {
  override readonly name = 'Violation';
  /** Which promise is broken. */
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** History before anything happened. Entries up to `committed` are known to be committed, under `members`. */
export function historyOf(nodes: number, committed: readonly number[], members: Members): History {
  const votes = Array.from({ length: nodes }, () => []);
  return { committed, committedIn: committed.map(termOf), committedUnder: committed.map(() => members), leaders: [], votes, reads: [] };
}

/** A read was asked for. */
export function withRead(history: History, read: { readonly id: number; readonly node: number }): History {
  return { ...history, reads: [...history.reads, { ...read, committed: history.committed.length }] };
}

/** What became of the history when `seen` became as it is now, with these notes. Throws a `Violation`. `nodeOf`: the number of a node id. */
export function advance(history: History, seen: Seen, notes: readonly Note[], nodeOf: (id: string) => number): History {
  let next = history;
  for (const note of notes) next = noted(next, seen, note, nodeOf);
  return committedMore(next, seen);
}

function noted(history: History, seen: Seen, note: Note, nodeOf: (id: string) => number): History {
  switch (note.kind) {
    case 'leads':
      return led(history, seen, note.term);
    case 'changes':
      checkTurn(seen);
      return history;
    case 'vote': {
      const candidate = nodeOf(note.candidate) + 1;
      const mine = history.votes[seen.node] ?? [];
      const before = mine[note.term] ?? 0;
      if (before === candidate) return history;
      if (before !== 0) throw new Violation('vote', `n${seen.node + 1} votes twice in term ${note.term}: for n${before} and n${candidate}`);
      return { ...history, votes: history.votes.map((votes, node) => (node === seen.node ? put(votes, note.term, candidate) : votes)) };
    }
    case 'read-granted': {
      const read = history.reads.find(({ id }) => id === note.id);
      if (read === undefined) throw new Violation('read', `read ${note.id} is granted, and nobody asked for it`);
      if (note.index < read.committed) {
        throw new Violation('read', `read ${note.id} is granted at ${note.index}; when it was asked, ${read.committed} was committed`);
      }
      return withoutReads(history, ({ id }) => id === note.id);
    }
    case 'read-rejected':
      return withoutReads(history, ({ id }) => id === note.id);
    case 'restarted':
      return withoutReads(history, ({ node }) => node === seen.node);
  }
}

function withoutReads(history: History, isOver: (read: History['reads'][number]) => boolean): History {
  return { ...history, reads: history.reads.filter((read) => !isOver(read)) };
}

/** A leader changes the members only after an entry of its own term is committed, and one change at a time (thesis §4.1; raft-dev, Ongaro 2015). The change is its last entry. */
function checkTurn({ node, term, commitIndex, memory }: Seen): void {
  const isUnderWay = changesBehind(memory, commitIndex).length > 1;
  if (isUnderWay || termAt(memory, commitIndex) !== term) {
    const why = isUnderWay ? 'while it changes them already' : 'before it has committed an entry of its own';
    throw new Violation('changes-in-turn', `n${node + 1} changes the members ${why}`);
  }
}

/** Election safety, and leader completeness (Raft §5.2, §5.4.3). */
function led(history: History, { node, memory, members }: Seen, term: number): History {
  const before = history.leaders[term] ?? 0;
  if (!isQuorumOf(members, (voter) => history.votes[voter]?.[term] === node + 1)) {
    throw new Violation('elected-by-members', `n${node + 1} leads term ${term} without the votes of its members`);
  }
  if (before !== 0) throw new Violation('election-safety', `n${before} led term ${term} already, and now n${node + 1} does`);
  history.committed.forEach((entry, position) => {
    // A leader of an earlier term that is elected late can do no harm: a quorum has left its term.
    if ((history.committedIn[position] ?? 0) < term && !holds(memory, position + 1, entry)) {
      throw new Violation(
        'leader-completeness',
        `n${node + 1} leads term ${term} without ${place(position + 1, entry)}, which is committed`,
      );
    }
  });
  return { ...history, leaders: put(history.leaders, term, node + 1) };
}

/** State machine safety: at one index all nodes know the same entry to be committed (Raft §5.4.3). */
function committedMore(history: History, { node, term, commitIndex, memory, members }: Seen): History {
  const { committed } = history;
  const base = committed[memory.base.index - 1];
  if (memory.base.index > committed.length || (base !== undefined && termOf(base) !== memory.base.term)) {
    throw new Violation(
      'state-machine-safety',
      `the log of n${node + 1} begins behind ${memory.base.index}^${memory.base.term}, which is not committed`,
    );
  }
  let added: number[] | undefined;
  for (let index = memory.base.index + 1; index <= commitIndex; index++) {
    const entry = entryAt(memory, index);
    assert(entry !== undefined, 'what is committed is in the log');
    const known = committed[index - 1];
    if (known === undefined) added = [...(added ?? committed), entry];
    else if (known !== entry) {
      throw new Violation('state-machine-safety', `n${node + 1} commits ${place(index, entry)}, but ${place(index, known)} is committed`);
    }
  }
  if (added === undefined) return history;
  return {
    ...history,
    committed: added,
    committedIn: added.map((_, position) => history.committedIn[position] ?? term),
    committedUnder: added.map((_, position) => history.committedUnder[position] ?? members),
  };
}

/** What must be true of all nodes together in every state. Throws a `Violation`. */
export function checkAll(history: History, nodes: readonly Seen[]): void {
  for (const one of nodes) {
    for (const other of nodes) {
      if (
        one.node <= other.node &&
        !(isMatching(one.memory, other.memory) && isMatching(one.disk, other.disk) && isMatching(one.memory, other.disk))
      ) {
        throw new Violation('log-matching', `the logs of n${one.node + 1} and n${other.node + 1} agree on an entry and differ before it`);
      }
    }
  }
  for (const [position, entry] of history.committed.entries()) {
    checkDurable(nodes, { index: position + 1, entry, members: history.committedUnder[position] ?? 0 });
  }
}

interface Committed {
  readonly index: number;
  readonly entry: number;
  /** In force where it was committed. */
  readonly members: Members;
}

/**
 * A quorum holds it durably, so that nobody who lacks it can win an election (Raft §5.4.1): not now, not with what is on disk after a crash. Who lacks it asks for the votes of the members
 * that it has in force itself, and whoever may vote does.
 */
function checkDurable(nodes: readonly Seen[], { index, entry, members }: Committed): void {
  const isHolder = (node: number) => nodes.some((seen) => seen.node === node && holds(seen.disk, index, entry));
  if (!isQuorumOf(members, isHolder)) {
    const holders = nodes.filter(({ node }) => isHolder(node)).length;
    throw new Violation('durability', `${place(index, entry)} is committed, and durable on ${holders} of ${nodes.length}`);
  }
  for (const { node, memory, disk, members: ownMembers, diskMembers } of nodes) {
    for (const [log, asked] of [
      [memory, ownMembers],
      [disk, diskMembers],
    ] as const) {
      if (holds(log, index, entry)) continue;
      const last = lastPosition(log);
      const mayVote = (voter: number) =>
        voter === node || nodes.some((other) => other.node === voter && comparePositions(last, lastPosition(other.disk)) >= 0);
      if (isQuorumOf(asked, mayVote))
        throw new Violation('leader-completeness', `n${node + 1} lacks ${place(index, entry)}, which is committed, and could be elected`);
    }
  }
}

function holds(log: Log, index: number, entry: number): boolean {
  if (index < log.base.index) return true;
  if (index === log.base.index) return termAt(log, index) === termOf(entry);
  return index <= logEnd(log) && entryAt(log, index) === entry;
}

function place(index: number, entry: number): string {
  return `${index}^${termOf(entry)}`;
}

function put(list: readonly number[], at: number, value: number): number[] {
  const next = Array.from({ length: Math.max(list.length, at + 1) }, (_, position) => list[position] ?? 0);
  next[at] = value;
  return next;
}
