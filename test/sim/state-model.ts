// The state as a plain map of committed deltas, at every offset it ever had: what every read of the state, and every snapshot, is held against.
import { createHash } from 'node:crypto';
import type { Delta } from '../../consensus/types.ts';

/** A change of one key: its value from this offset on, `undefined` when it is deleted. Texts are latin1 of the bytes. */
interface Version {
  readonly offset: number;
  readonly value: string | undefined;
}

export class StateModel {
  readonly #versions = new Map<string, Version[]>();
  #digest: { readonly offset: number; readonly digest: Uint8Array } | undefined;

  /** The deltas of the transaction at `offset`, which are later than all before. */
  add(offset: number, deltas: readonly Delta[]): void {
    for (const delta of deltas) {
      if (delta.kind === 'record') continue;
      const key = latin1(delta.key);
      const versions = this.#versions.get(key) ?? [];
      versions.push({ offset, value: delta.kind === 'put' ? latin1(delta.value) : undefined });
      this.#versions.set(key, versions);
    }
  }

  /** What the key is once everything up to `offset` is applied. */
  valueAt(key: string, offset: number): string | undefined {
    return this.#versions.get(key)?.findLast((version) => version.offset <= offset)?.value;
  }

  /** All pairs with `from` <= key < `to`, ascending by bytes. */
  pairsAt(offset: number, range: { readonly from: string; readonly to: string | undefined }): [string, string][] {
    const pairs: [string, string][] = [];
    for (const key of this.#versions.keys()) {
      if (key < range.from || (range.to !== undefined && key >= range.to)) continue;
      const value = this.valueAt(key, offset);
      if (value !== undefined) pairs.push([key, value]);
    }
    return pairs.sort(([left], [right]) => (left < right ? -1 : 1));
  }

  /** SHA-256 as a snapshot's `stateDigest`: over `u32 length | key | u32 length | value` of all pairs. */
  digestAt(offset: number): Uint8Array {
    if (this.#digest?.offset === offset) return this.#digest.digest;
    const hash = createHash('sha256');
    for (const pair of this.pairsAt(offset, { from: '', to: undefined })) {
      for (const text of pair) {
        const length = new Uint8Array(4);
        new DataView(length.buffer).setUint32(0, text.length, true);
        hash.update(length).update(Buffer.from(text, 'latin1'));
      }
    }
    const digest = new Uint8Array(hash.digest());
    this.#digest = { offset, digest };
    return digest;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
