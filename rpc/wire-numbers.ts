// Numbers between wire and domain: protobufjs reads a uint64 as a Long where it finds that library and as a number where it does not,
// and it writes a bigint as 0 without a word. Everything that crosses goes through these checks.

/** Bytes from another process that break the protocol. The message says which rule. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** A decoded uint64 as a safe integer of at least `min`. Throws `ProtocolError`. */
export function readInteger(value: unknown, min: number, what: string): number {
  const number = typeof value === 'number' ? value : ofLong(value);
  if (!Number.isSafeInteger(number) || number < min)
    throw new ProtocolError(`${what} is ${number}, not an integer from ${min} to 2^53 - 1`);
  return number;
}

function ofLong(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('low' in value) || !('high' in value)) return Number.NaN;
  const { low, high } = value;
  return typeof low === 'number' && typeof high === 'number' ? (high >>> 0) * 2 ** 32 + (low >>> 0) : Number.NaN;
}

/** A number about to be encoded. Throws `RangeError`: a programmer's error, not another process's. */
export function checkedInteger(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} is ${value}, not an integer from 0 to 2^53 - 1`);
  return value;
}

/** Bytes of a varint of this value. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes++;
  return bytes;
}

/** Writes a varint of at most 32 bits at `at`; returns the position after it. */
export function writeVarint(target: Uint8Array, at: number, value: number): number {
  let rest = value;
  let position = at;
  while (rest >= 0x80) {
    target[position++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  target[position++] = rest;
  return position;
}
