// Generated idempotency keys: 7 bytes of birth, big endian, then 9 random ones. The birth is an offset known to be committed when the key was made,
// never a higher one: a node refuses keys born ahead of its log, and those born before its memory.
import { randomFillSync } from 'node:crypto';
import { GENERATED_KEY_BYTES } from './codec-parts.ts';
import { checkUint } from './wire.ts';

const BIRTH_BYTES = 7;
const RANDOM_BYTES = GENERATED_KEY_BYTES - BIRTH_BYTES;
/** Random bytes drawn at once: a system call for every key would cost more than the key. */
const POOL_KEYS = 512;

/** The birth in a generated key; `undefined` if the key is not one: another length, or a birth above 2^53 - 1. */
export function birthOf(key: Uint8Array): number | undefined {
  if (key.length !== GENERATED_KEY_BYTES) return undefined;
  let birth = 0;
  for (let at = 0; at < BIRTH_BYTES; at++) birth = birth * 256 + (key[at] ?? 0);
  return Number.isSafeInteger(birth) ? birth : undefined;
}

/** Makes generated keys from one pool of random bytes; every byte is used once. */
export class KeyGenerator {
  readonly #pool = Buffer.allocUnsafeSlow(POOL_KEYS * RANDOM_BYTES);
  #at = POOL_KEYS * RANDOM_BYTES;

  /** A new key born at `birth`. */
  next(birth: number): Uint8Array {
    checkUint(birth, 'birth');
    if (this.#at === this.#pool.length) {
      randomFillSync(this.#pool);
      this.#at = 0;
    }
    const key = Buffer.allocUnsafe(GENERATED_KEY_BYTES);
    key.writeUIntBE(Math.floor(birth / 256), 0, 6);
    key[6] = birth % 256;
    this.#pool.copy(key, BIRTH_BYTES, this.#at, this.#at + RANDOM_BYTES);
    this.#at += RANDOM_BYTES;
    return key;
  }
}
