// What must be found after a crash: everything that was acknowledged, of what was under way one of the outcomes it may have, nothing else.
// Says nothing about how the disk came to hold it.
import { assert, defined } from '../../consensus/assert.ts';
import { DamagedEntriesError } from '../../consensus/damage.ts';
import type { PartitionStorage, SnapshotStore } from '../../consensus/ports.ts';
import type { Entry, HardState } from '../../consensus/types.ts';
import type { DataDirectory } from '../../log/data-directory.ts';
import { isSameEntry } from '../unit/log/fixture.ts';
import type { MadeSnapshot } from './snapshots.ts';

/** One log that may be found: `history` up to at least `atLeast`, behind a base of `baseFrom`..`baseTo`. */
export interface AllowedLog {
  /** Index before the first of `history`. */
  readonly historyBase: number;
  readonly history: readonly Entry[];
  readonly atLeast: number;
  readonly baseFrom: number;
  readonly baseTo: number;
}

/** `isSure`: it was finished, and nothing may have removed it since. */
export interface ExpectedSnapshot extends MadeSnapshot {
  readonly isSure: boolean;
}

/** What a session does to a data directory. */
export type Change =
  | { readonly kind: 'genesis'; readonly text: string }
  | { readonly kind: 'save'; readonly hardState: HardState }
  | { readonly kind: 'append'; readonly after: number; readonly entries: readonly Entry[] }
  | { readonly kind: 'compact'; readonly throughIndex: number }
  /** The base is behind this entry, which the log never held. */
  | { readonly kind: 'reset'; readonly base: Entry }
  /** Written or received. */
  | { readonly kind: 'snapshot'; readonly made: MadeSnapshot }
  | { readonly kind: 'keep-newest'; readonly count: number }
  /** A bit of this entry flips on the disk; and it is put back. */
  | { readonly kind: 'damage'; readonly index: number }
  | { readonly kind: 'repair' };

/** What happens to an expectation. Of each kind of change one is under way at a time. */
export type Note =
  | { readonly kind: 'begin'; readonly change: Change }
  | { readonly kind: 'end'; readonly change: Change['kind'] }
  | { readonly kind: 'found-directory'; readonly incarnation: string; readonly genesis: string | undefined }
  /** `log`: which of those allowed. */
  | { readonly kind: 'found-log'; readonly log: number; readonly lastIndex: number; readonly hardState: HardState }
  /** By index. */
  | { readonly kind: 'found-snapshots'; readonly indexes: readonly number[] };

/** At one moment of a run. Where there are several, each is allowed. */
export interface Expectation {
  /** `undefined` while nobody was told. */
  readonly incarnation: string | undefined;
  readonly genesis: readonly (string | undefined)[];
  readonly hardStates: readonly HardState[];
  readonly logs: readonly AllowedLog[];
  /** Newest first. */
  readonly snapshots: readonly ExpectedSnapshot[];
  /** An entry that may be unreadable; the log then says so, and reads everything else. */
  readonly damagedIndex: number | undefined;
}

/** Of a disk on which nothing was done yet. */
export const NOTHING: Expectation = {
  incarnation: undefined,
  genesis: [undefined],
  hardStates: [{ term: 0, votedFor: undefined }],
  logs: [{ historyBase: 0, history: [], atLeast: 0, baseFrom: 0, baseTo: 0 }],
  snapshots: [],
  damagedIndex: undefined,
};

/** The expectation after a note. */
export function follow(expected: Expectation, note: Note): Expectation {
  switch (note.kind) {
    case 'begin':
      return begin(expected, note.change);
    case 'end':
      return end(expected, note.change);
    case 'found-directory':
      return { ...expected, incarnation: note.incarnation, genesis: [note.genesis] };
    case 'found-log': {
      const log = defined(expected.logs[note.log], 'an allowed log');
      const history = log.history.slice(0, note.lastIndex - log.historyBase);
      return { ...expected, hardStates: [note.hardState], logs: [{ ...log, history, atLeast: note.lastIndex }] };
    }
    case 'found-snapshots':
      return {
        ...expected,
        snapshots: expected.snapshots.map((snapshot) => ({ ...snapshot, isSure: note.indexes.includes(snapshot.info.index) })),
      };
  }
}

function begin(expected: Expectation, change: Change): Expectation {
  if (change.kind === 'genesis') return { ...expected, genesis: [...expected.genesis, change.text] };
  if (change.kind === 'save') return { ...expected, hardStates: [...expected.hardStates, change.hardState] };
  if (change.kind === 'snapshot') return { ...expected, snapshots: withSnapshot(expected, { ...change.made, isSure: false }) };
  if (change.kind === 'keep-newest') return { ...expected, snapshots: onlyNewest(expected, change.count) };
  if (change.kind === 'damage') return { ...expected, damagedIndex: change.index };
  if (change.kind === 'repair') return expected;
  const log = settledLog(expected);
  if (change.kind === 'compact') return { ...expected, logs: [{ ...log, baseTo: Math.max(log.baseTo, change.throughIndex) }] };
  if (change.kind === 'reset') {
    const { index } = change.base;
    const fresh: AllowedLog = { historyBase: index - 1, history: [change.base], atLeast: index, baseFrom: index, baseTo: index };
    return { ...expected, logs: [log, fresh] };
  }
  const history = [...log.history.slice(0, change.after - log.historyBase), ...change.entries];
  const outcome: AllowedLog = { ...log, history, atLeast: change.after };
  return { ...expected, logs: change.after < log.atLeast ? [log, outcome] : [outcome] };
}

function end(expected: Expectation, change: Change['kind']): Expectation {
  if (change === 'genesis') return { ...expected, genesis: expected.genesis.slice(-1) };
  if (change === 'save') return { ...expected, hardStates: expected.hardStates.slice(-1) };
  if (change === 'compact' || change === 'keep-newest' || change === 'damage') return expected;
  if (change === 'repair') return { ...expected, damagedIndex: undefined };
  if (change === 'snapshot')
    return { ...expected, snapshots: expected.snapshots.map((one, at) => (at === 0 ? { ...one, isSure: true } : one)) };
  const outcome = defined(expected.logs.at(-1), 'the outcome');
  return { ...expected, logs: [{ ...outcome, atLeast: outcome.historyBase + outcome.history.length }] };
}

function withSnapshot(expected: Expectation, snapshot: ExpectedSnapshot): ExpectedSnapshot[] {
  const others = expected.snapshots.filter(({ info }) => info.index !== snapshot.info.index);
  return [snapshot, ...others].sort((left, right) => right.info.index - left.info.index);
}

/** Those that `keepNewest` removes may be gone from now on. */
function onlyNewest(expected: Expectation, count: number): ExpectedSnapshot[] {
  const kept = expected.snapshots.filter(({ isSure }) => isSure).slice(0, count);
  return expected.snapshots.map((snapshot) => ({ ...snapshot, isSure: kept.includes(snapshot) }));
}

/** The one log that is allowed while nothing changes it. */
export function settledLog(expected: Expectation): AllowedLog {
  assert(expected.logs.length === 1, 'nothing that changes the log is under way');
  return defined(expected.logs[0], 'a log');
}

/** One flipped bit takes no more entries than lie close to it. */
const DAMAGED_ENTRIES_MAX = 8;

/** A promise that was broken. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

export function checkDirectory(data: DataDirectory, expected: Expectation): Note {
  const { incarnation } = data.identity;
  const genesis = data.genesisText;
  if (expected.incarnation !== undefined && incarnation !== expected.incarnation) throw new Violation('the identity is another');
  if (!expected.genesis.includes(genesis)) throw new Violation(`the genesis is ${genesis ?? 'gone'}`);
  return { kind: 'found-directory', incarnation, genesis };
}

/** Reads all of the log and throws a `Violation` unless it is allowed. */
export async function checkPartition(storage: PartitionStorage, expected: Expectation): Promise<Note> {
  const base = storage.base.index;
  const found = await readBehind(storage, expected.damagedIndex);
  const at = expected.logs.findIndex((allowed) => isAllowed({ base, found }, allowed));
  const log = expected.logs[at];
  if (log === undefined) {
    const allowed = expected.logs.map(describe).join(' or ');
    throw new Violation(`the log holds entries ${base + 1}..${storage.lastIndex} (${found.map(shortly).join(' ')}), not ${allowed}`);
  }
  checkBase(storage, log);
  checkMemberships(storage, log);
  checkHardState(storage, found.at(-1)?.term ?? storage.base.term, expected);
  return { kind: 'found-log', log: at, lastIndex: storage.lastIndex, hardState: storage.hardState };
}

/** Reads all snapshots and throws a `Violation` unless those that were finished are there, and each is what it was made to be. */
export async function checkSnapshots(store: SnapshotStore, expected: Expectation): Promise<Note> {
  const [damaged] = store.damaged();
  if (damaged !== undefined) throw new Violation(`the snapshot of index ${damaged.index} is damaged: ${damaged.why}`);
  const found = store.list();
  for (const info of found) {
    const made = expected.snapshots.find((snapshot) => snapshot.info.index === info.index);
    if (made === undefined) throw new Violation(`a snapshot of index ${info.index} was invented`);
    await store.verify(info.index);
    const bytes = await store.readBytes({ index: info.index, position: 0, length: made.bytes.length + 1 });
    if (Buffer.compare(bytes, made.bytes) !== 0) throw new Violation(`the snapshot of index ${info.index} is another`);
  }
  const indexes = found.map(({ index }) => index);
  const lost = expected.snapshots.find(({ isSure, info }) => isSure && !indexes.includes(info.index));
  if (lost !== undefined) throw new Violation(`the snapshot of index ${lost.info.index} is gone`);
  return { kind: 'found-snapshots', indexes };
}

/** The entries behind the base; `undefined` for those that are known to be damaged, which may only be some around `damagedIndex`. */
async function readBehind(storage: PartitionStorage, damagedIndex: number | undefined): Promise<(Entry | undefined)[]> {
  const base = storage.base.index;
  const found: (Entry | undefined)[] = [];
  for (let next = base + 1; next <= storage.lastIndex; next = base + 1 + found.length) {
    try {
      const read = await storage.read({ from: next, to: storage.lastIndex, bytesMax: 1 });
      assert(read.length > 0, 'a read makes progress');
      found.push(...read);
    } catch (error) {
      if (!(error instanceof DamagedEntriesError)) throw error;
      found.push(undefined);
    }
  }
  for (const { from, to, why } of storage.damage) {
    const isExpected = damagedIndex !== undefined && from <= damagedIndex && damagedIndex <= to && to - from < DAMAGED_ENTRIES_MAX;
    if (!isExpected) throw new Violation(`entries ${from}..${to} are damaged: ${why}`);
  }
  for (const [at, entry] of found.entries()) {
    const isKnown = storage.damage.some(({ from, to }) => from <= base + 1 + at && base + 1 + at <= to);
    if (entry === undefined && !isKnown) throw new Violation(`entry ${base + 1 + at} cannot be read, and is not in the damage`);
  }
  return found;
}

function isAllowed(log: { readonly base: number; readonly found: readonly (Entry | undefined)[] }, allowed: AllowedLog): boolean {
  const { base, found } = log;
  const last = base + found.length;
  if (base < allowed.baseFrom || base > allowed.baseTo) return false;
  if (last < allowed.atLeast || last > allowed.historyBase + allowed.history.length) return false;
  return found.every((entry, at) => {
    const expected = allowed.history[base + at - allowed.historyBase];
    return expected !== undefined && (entry === undefined || isSameEntry(entry, expected));
  });
}

function checkBase(storage: PartitionStorage, log: AllowedLog): void {
  const entry = log.history[storage.base.index - 1 - log.historyBase];
  if (entry === undefined) return;
  const isRight = entry.term === storage.base.term && Buffer.compare(entry.digest, storage.base.digest) === 0;
  if (!isRight) throw new Violation(`the base ${storage.base.index} names another term or digest than the entry`);
}

/** Exactly the membership entries of the log; of damaged ones it need not know, and may. */
export function checkMemberships(storage: PartitionStorage, log: AllowedLog): void {
  const { base, lastIndex, damage, memberships } = storage;
  const isSound = (index: number): boolean => !damage.some(({ from, to }) => from <= index && index <= to);
  const live = log.history.filter(({ type, index }) => type === 'membership' && index > base.index && index <= lastIndex);
  const expected = live.map(({ index }) => index);
  const isRight =
    String(memberships.filter(isSound)) === String(expected.filter(isSound)) && memberships.every((index) => expected.includes(index));
  if (!isRight) throw new Violation(`the membership entries are said to be ${String(memberships)}, and are ${String(expected)}`);
}

/** A save that was under way may be there or not; recovery raises the term to that of the last entry. */
function checkHardState(storage: PartitionStorage, lastTerm: number, expected: Expectation): void {
  const { term, votedFor } = storage.hardState;
  const isRight = expected.hardStates.some((allowed) =>
    lastTerm > allowed.term ? term === lastTerm && votedFor === undefined : term === allowed.term && votedFor === allowed.votedFor,
  );
  if (isRight) return;
  const allowed = expected.hardStates.map((state) => JSON.stringify(state)).join(' or ');
  throw new Violation(`the hard state is ${JSON.stringify({ term, votedFor })}, not ${allowed}`);
}

function shortly(entry: Entry | undefined): string {
  return entry === undefined ? 'damaged' : `${entry.index}^${entry.term}`;
}

function describe(log: AllowedLog): string {
  const last = log.historyBase + log.history.length;
  return `entries ${log.baseFrom + 1}..${log.atLeast} up to ${last} (${log.history.map(shortly).join(' ')})`;
}
