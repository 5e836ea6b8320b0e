// The keys of the state store in Level: partition, a mark, then the key itself, so that Level's order of bytes is that of each partition's keys.
import { viewOf } from './bytes.ts';
import { PARTITION_BYTES, partitionKey } from './level-store.ts';

/** Behind the partition, in front of every key: tells a pair, also one with an empty key, from the partition's own entry. */
const PAIR_MARK = 1;
const PREFIX_BYTES = PARTITION_BYTES + 1;

export function pairKey(partition: number, key: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(PREFIX_BYTES + key.length);
  viewOf(bytes).setUint16(0, partition);
  bytes[PARTITION_BYTES] = PAIR_MARK;
  bytes.set(key, PREFIX_BYTES);
  return bytes;
}

/** The key without partition and mark: a view. */
export function keyOfPair(stored: Uint8Array): Uint8Array {
  return new Uint8Array(stored.buffer, stored.byteOffset + PREFIX_BYTES, stored.length - PREFIX_BYTES);
}

/** All pairs of a partition with `from` <= key, and key < `to` unless that is `undefined`. */
export function pairRange(
  partition: number,
  { from, to }: { readonly from: Uint8Array; readonly to: Uint8Array | undefined } = { from: new Uint8Array(0), to: undefined },
): { gte: Uint8Array; lt: Uint8Array } {
  return { gte: pairKey(partition, from), lt: to === undefined ? partitionKey(partition + 1) : pairKey(partition, to) };
}
