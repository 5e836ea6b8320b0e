// State and key index in Level beside a log, as a node keeps them: each entry of the log changes both in a known way, so that after a crash
// they must be exactly what the log makes of some place between the last acknowledged one and the end of the log.
import type { KeyIndex, NamedKey, StateChange, StateStore } from '../../consensus/ports.ts';
import type { Entry } from '../../consensus/types.ts';
import { KEY_INDEX_DIRECTORY } from '../../log/key-index-directory.ts';
import { openLevelKeyIndex } from '../../log/level-key-index.ts';
import { openLevelStateStore } from '../../log/level-state-store.ts';
import { STATE_DIRECTORY } from '../../log/state-directory.ts';
import { Violation } from '../crash-states/expectation.ts';

const PARTITION = 1;
/** Keys of the state: few, so that they are changed again and again. */
const KEYS = 29;
const PAIRS_MAX = 10_000;
const BYTES_MAX = 1_000_000_000;

/** The index up to which the state, and the offset up to which the key index was told to be durable. */
export interface AppliedNote {
  readonly kind: 'applied';
  readonly index: number;
  readonly offset: number;
}

export class Stores {
  readonly #state: StateStore;
  readonly #keys: KeyIndex;
  #appliedIndex = 0;
  #appliedOffset = 0;

  private constructor(state: StateStore, keys: KeyIndex) {
    this.#state = state;
    this.#keys = keys;
  }

  static async open(path: string): Promise<Stores> {
    return new Stores(await openLevelStateStore(`${path}/${STATE_DIRECTORY}`), await openLevelKeyIndex(`${path}/${KEY_INDEX_DIRECTORY}`));
  }

  /** `log`: all entries that are durable, from index 1. */
  async check(log: readonly Entry[], acknowledged: AppliedNote): Promise<void> {
    this.#appliedIndex = await this.#checkState(log, acknowledged.index);
    this.#appliedOffset = await this.#checkKeys(log, acknowledged.offset);
  }

  async #checkState(log: readonly Entry[], acknowledged: number): Promise<number> {
    const { index, offset } = await this.#state.progress(PARTITION);
    checkRange('the state', index, { from: acknowledged, to: log.length });
    if (offset !== offsetAfter(log.slice(0, index))) throw new Violation(`the state at index ${index} says offset ${offset}`);
    const expected = [...stateAfter(log.slice(0, index))].map(([key, value]) => `${key}=${value}`).sort();
    const view = await this.#state.view(PARTITION);
    const found = await view.range({ from: new Uint8Array(), to: undefined, limit: PAIRS_MAX, bytesMax: BYTES_MAX });
    await view.close();
    const isRight = found.map(({ key, value }) => `${hex(key)}=${hex(value)}`).join() === expected.join();
    if (!isRight) throw new Violation(`the state is not what the log up to ${index} makes of it`);
    return index;
  }

  async #checkKeys(log: readonly Entry[], acknowledged: number): Promise<number> {
    const offset = await this.#keys.appliedOffset(PARTITION);
    checkRange('the key index', offset, { from: acknowledged, to: offsetAfter(log) });
    const batches = log.filter(hasKey);
    const ids = batches.map((entry) => keyOf(entry).id);
    const records = ids.length === 0 ? [] : await this.#keys.getMany(PARTITION, ids);
    for (const [at, entry] of batches.entries()) {
      const isThere = records[at]?.offset === entry.firstOffset;
      if (isThere !== offsetAfter([entry]) <= offset)
        throw new Violation(`the key at offset ${entry.firstOffset} is ${isThere ? '' : 'not '}there, the index is at ${offset}`);
    }
    return offset;
  }

  /** Applies the entries of the log that are not yet. */
  async apply(log: readonly Entry[]): Promise<AppliedNote> {
    const note: AppliedNote = { kind: 'applied', index: log.length, offset: offsetAfter(log) };
    const entries = log.slice(this.#appliedIndex);
    const keys = log.filter((entry) => hasKey(entry) && entry.firstOffset > this.#appliedOffset).map(keyOf);
    await Promise.all([
      entries.length > 0 && this.#state.apply(PARTITION, entries.flatMap(changesOf), { index: note.index, offset: note.offset }),
      keys.length > 0 && this.#keys.put(PARTITION, keys, note.offset),
    ]);
    this.#appliedIndex = note.index;
    this.#appliedOffset = note.offset;
    return note;
  }
}

function checkRange(what: string, found: number, { from, to }: { from: number; to: number }): void {
  if (found < from) throw new Violation(`${what} is at ${found}, acknowledged was ${from}`);
  if (found > to) throw new Violation(`${what} is at ${found}, ahead of the log, which ends at ${to}`);
}

/** Every third entry deletes what an earlier one put. */
function changesOf(entry: Entry): StateChange[] {
  const key = Uint8Array.of(entry.index % KEYS);
  const other = Uint8Array.of((entry.index * 7) % KEYS);
  return [
    { key, value: entry.digest },
    { key: other, value: entry.index % 3 === 0 ? undefined : entry.payload.slice(0, 200) },
  ];
}

function stateAfter(log: readonly Entry[]): Map<string, string> {
  const state = new Map<string, string>();
  for (const { key, value } of log.flatMap(changesOf)) {
    if (value === undefined) state.delete(hex(key));
    else state.set(hex(key), hex(value));
  }
  return state;
}

function hasKey(entry: Entry): boolean {
  return entry.count > 0;
}

function keyOf(entry: Entry): NamedKey {
  return { id: entry.digest.slice(0, 16), record: { offset: entry.firstOffset, content: entry.digest.slice(16), isVoid: false } };
}

/** The last offset of a log that begins at index 1, or of one entry; 0 if there is none. */
function offsetAfter(log: readonly Entry[]): number {
  const last = log.at(-1);
  return last === undefined ? 0 : last.firstOffset + last.count - 1;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
