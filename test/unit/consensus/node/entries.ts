// Entries for tests of the driver's parts: small, consecutive, with a chain digest that is easy to read.
import type { Entry, EntryBody } from '../../../../consensus/types.ts';

/** A stand-in chain digest: 32 bytes that depend on everything that the real one depends on, by a plain sum. */
export function testDigest(previous: Uint8Array, index: number, body: EntryBody): Uint8Array {
  const digest = new Uint8Array(32);
  const numbers = [...previous, index, body.term, body.firstOffset, body.count, ...body.payload];
  for (const [at, value] of numbers.entries()) digest[at % 32] = ((digest[at % 32] ?? 0) * 31 + value + at) & 255;
  return digest;
}

/** A batch of `count` transactions with a payload of `bytes` bytes; the payload is not a real batch. */
export function entry(options: {
  readonly index: number;
  readonly term?: number;
  readonly firstOffset?: number;
  readonly count?: number;
  readonly bytes?: number;
}): Entry {
  const { index, term = 1, firstOffset = index, count = 1, bytes = 10 } = options;
  const body: EntryBody = { term, type: 'batch', timestamp: 1000 + index, firstOffset, count, payload: new Uint8Array(bytes).fill(index) };
  const previousDigest = new Uint8Array(32).fill(index - 1);
  return { ...body, index, previousDigest, digest: testDigest(previousDigest, index, body) };
}
