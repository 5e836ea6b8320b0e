// The memory of named keys: those applied and not yet known to be in the key index, which holds the others for ever. Owns the rule
// that says how long a "no" of the index can be believed; the index itself is the driver's.
import { assert } from '../assert.ts';
import type { NamedKeyRecord } from '../types.ts';
import type { NamedKeyLookup } from './admission.ts';

/** A named key on its way into the index. */
export interface IndexedKey {
  readonly id: Uint8Array;
  readonly record: NamedKeyRecord;
}

export class NamedKeys {
  /** Keys with offsets in `#indexedThrough + 1`..applied, in log order. */
  readonly #keys = new Map<string, IndexedKey>();
  /** What the index was complete up to before any lookup began; `undefined` if there are lookups that began with another index. */
  readonly #indexedAtStart: number | undefined;
  #indexedThrough: number;

  /**
   * `indexedThrough`: the index is complete up to this offset, durably. `isNewIndex`: it was replaced while the node runs, by that of an
   * installed snapshot, so that a lookup may have begun in the one before.
   */
  constructor({ indexedThrough, isNewIndex }: { readonly indexedThrough: number; readonly isNewIndex: boolean }) {
    assert(Number.isSafeInteger(indexedThrough) && indexedThrough >= 0, 'the index is complete up to an offset');
    this.#indexedAtStart = isNewIndex ? undefined : indexedThrough;
    this.#indexedThrough = indexedThrough;
  }

  /** Keys in memory. */
  get count(): number {
    return this.#keys.size;
  }

  /** What memory knows about a key. */
  get(id: Uint8Array): NamedKeyRecord | undefined {
    return this.#keys.get(idText(id))?.record;
  }

  /** Remembers a key that was applied at `record.offset`, unless the index has it already (a replay of the log after a restart). */
  add(id: Uint8Array, record: NamedKeyRecord): void {
    if (record.offset <= this.#indexedThrough) return;
    const text = idText(id);
    assert(!this.#keys.has(text), 'a named key commits at most once');
    this.#keys.set(text, { id: id.slice(), record: { ...record, content: record.content.slice() } });
  }

  /**
   * Whether a key that memory does not know now, and that this lookup did not find, is in no applied transaction.
   *
   * Proof. Let X be `lookup.appliedOffset`, A what is applied now, B and N what the index was complete up to when the lookup began
   * and is now: B <= N. The lookup saw at least what the index held when it began, so the key is not at 1..B. Memory holds N+1..A, so
   * the key is not there. There remains B+1..N, which was in memory, or was not yet applied, when the lookup began:
   * - If N <= X, all of it was applied, hence in memory, when the lookup began; and the lookup was begun only because memory
   *   did not know the key in that same synchronous step.
   * - If N is still what it was at the start, B = N and nothing remains. (While the log is replayed X may be less.) After an installed snapshot
   *   this is never said: the lookup may have begun in the index before.
   * Otherwise a key may have been applied, indexed and dropped behind the lookup's back, and the lookup has to be repeated.
   */
  isAnswerValid(lookup: NamedKeyLookup): boolean {
    return this.#indexedThrough <= lookup.appliedOffset || this.#indexedThrough === this.#indexedAtStart;
  }

  /** The oldest `max` keys to put into the index, and the offset up to which it is complete with them. */
  toIndex(options: { readonly max: number; readonly appliedOffset: number }): {
    readonly keys: readonly IndexedKey[];
    readonly appliedOffset: number;
  } {
    assert(options.max >= 1, 'at least one key is asked for');
    const keys: IndexedKey[] = [];
    for (const key of this.#keys.values()) {
      const previous = keys.at(-1);
      if (keys.length === options.max && previous !== undefined) return { keys, appliedOffset: previous.record.offset };
      keys.push(key);
    }
    return { keys, appliedOffset: Math.max(options.appliedOffset, this.#indexedThrough) };
  }

  /** The index is durably complete up to `through`: memory drops the keys up to there. */
  dropIndexed(options: { readonly through: number; readonly appliedOffset: number }): void {
    const { through, appliedOffset } = options;
    if (through <= this.#indexedThrough) return;
    assert(through <= appliedOffset, 'only applied keys can be in the index');
    this.#indexedThrough = through;
    for (const [text, key] of this.#keys) {
      if (key.record.offset > through) break;
      this.#keys.delete(text);
    }
  }
}

/** The 16 bytes of an id as a string of eight 16-bit units: compact, and equal exactly when the ids are. */
export function idText(id: Uint8Array): string {
  assert(id.length === 16, 'an id has 16 bytes');
  return String.fromCharCode(
    unitAt(id, 0),
    unitAt(id, 2),
    unitAt(id, 4),
    unitAt(id, 6),
    unitAt(id, 8),
    unitAt(id, 10),
    unitAt(id, 12),
    unitAt(id, 14),
  );
}

function unitAt(id: Uint8Array, at: number): number {
  return ((id[at] as number) << 8) | (id[at + 1] as number);
}
