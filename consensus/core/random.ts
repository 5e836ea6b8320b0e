// The core's only randomness: mulberry32, whose whole state is one unsigned 32-bit number kept in the core's state.

/** The next number of the sequence, in 0..`limit` - 1, and the seed of the one after it. */
export function nextRandom(seed: number, limit: number): { readonly value: number; readonly seed: number } {
  const next = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  const bits = (mixed ^ (mixed >>> 14)) >>> 0;
  return { value: Math.floor((bits / 2 ** 32) * limit), seed: next };
}
