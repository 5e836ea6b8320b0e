// CRC-32 (zlib's polynomial), seeded so that bytes are bound to the file they belong to.
import { crc32 } from 'node:zlib';

/** CRC-32 of `bytes`, continuing from `seed`. Two different seeds never give the same result for the same bytes. */
export function checksum(bytes: Uint8Array, seed = 0): number {
  return crc32(bytes, seed);
}
