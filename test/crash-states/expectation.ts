// What must be found after a crash: everything that was acknowledged, of what was under way one of the outcomes it may have, nothing else.
// Says nothing about how the disk came to hold it.
import { assert } from '../../consensus/assert.ts';
import type { PartitionStorage } from '../../consensus/ports.ts';
import type { Entry, HardState } from '../../consensus/types.ts';
import type { DataDirectory } from '../../log/data-directory.ts';
import { isSameEntry } from '../unit/log/fixture.ts';

/** One log that may be found: `history` up to at least `atLeast`, behind a base of `baseFrom`..`baseTo`. */
export interface AllowedLog {
  /** Index before the first of `history`. */
  readonly historyBase: number;
  readonly history: readonly Entry[];
  readonly atLeast: number;
  readonly baseFrom: number;
  readonly baseTo: number;
}

/** At one moment of a run. Where there are several, each is allowed. */
export interface Expectation {
  /** `undefined` while nobody was told. */
  readonly incarnation: string | undefined;
  readonly genesis: readonly (string | undefined)[];
  readonly hardStates: readonly HardState[];
  readonly logs: readonly AllowedLog[];
}

/** Of a disk on which nothing was done yet. */
export const NOTHING: Expectation = {
  incarnation: undefined,
  genesis: [undefined],
  hardStates: [{ term: 0, votedFor: undefined }],
  logs: [{ historyBase: 0, history: [], atLeast: 0, baseFrom: 0, baseTo: 0 }],
};

/** A promise that was broken. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

export function checkDirectory(data: DataDirectory, expected: Expectation): Expectation {
  const { incarnation } = data.identity;
  if (expected.incarnation !== undefined && incarnation !== expected.incarnation) throw new Violation('the identity is another');
  if (!expected.genesis.includes(data.genesisText)) throw new Violation(`the genesis is ${data.genesisText ?? 'gone'}`);
  return { ...expected, incarnation, genesis: [data.genesisText] };
}

/** Reads all of the log and throws a `Violation` unless it is allowed. Returns the expectation from here on: exactly what was found. */
export async function checkPartition(storage: PartitionStorage, expected: Expectation): Promise<Expectation> {
  if (storage.damage.length > 0) throw new Violation(`entries ${storage.damage[0]?.from}.. are damaged: ${storage.damage[0]?.why}`);
  const base = storage.base.index;
  const found = await readBehind(storage, base);
  const log = expected.logs.find((allowed) => isAllowed({ base, found }, allowed));
  if (log === undefined) {
    const allowed = expected.logs.map(describe).join(' or ');
    throw new Violation(`the log holds entries ${base + 1}..${storage.lastIndex} (${found.map(shortly).join(' ')}), not ${allowed}`);
  }
  checkBase(storage, log);
  checkHardState(storage, found.at(-1)?.term ?? 0, expected);
  const history = log.history.slice(0, storage.lastIndex - log.historyBase);
  const exact: AllowedLog = { ...log, history, atLeast: storage.lastIndex };
  return { ...expected, hardStates: [storage.hardState], logs: [exact] };
}

async function readBehind(storage: PartitionStorage, base: number): Promise<Entry[]> {
  const found: Entry[] = [];
  for (let next = base + 1; next <= storage.lastIndex; next = base + 1 + found.length) {
    const read = await storage.read({ from: next, to: storage.lastIndex, bytesMax: 4096 });
    assert(read.length > 0, 'a read makes progress');
    found.push(...read);
  }
  return found;
}

function isAllowed(log: { readonly base: number; readonly found: readonly Entry[] }, allowed: AllowedLog): boolean {
  const { base, found } = log;
  const last = base + found.length;
  if (base < allowed.baseFrom || base > allowed.baseTo) return false;
  if (last < allowed.atLeast || last > allowed.historyBase + allowed.history.length) return false;
  return found.every((entry, at) => {
    const expected = allowed.history[base + at - allowed.historyBase];
    return expected !== undefined && isSameEntry(entry, expected);
  });
}

function checkBase(storage: PartitionStorage, log: AllowedLog): void {
  const entry = log.history[storage.base.index - 1 - log.historyBase];
  if (entry === undefined) return;
  const isRight = entry.term === storage.base.term && Buffer.compare(entry.digest, storage.base.digest) === 0;
  if (!isRight) throw new Violation(`the base ${storage.base.index} names another term or digest than the entry`);
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

function shortly(entry: Entry): string {
  return `${entry.index}^${entry.term}`;
}

function describe(log: AllowedLog): string {
  const last = log.historyBase + log.history.length;
  return `entries ${log.baseFrom + 1}..${log.atLeast} up to ${last} (${log.history.map(shortly).join(' ')})`;
}
