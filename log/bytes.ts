// Little helpers over bytes: 64-bit numbers, comparison, hexadecimal, zeros. No format knowledge.

const TWO_32 = 2 ** 32;

/** Writes a safe non-negative integer as little-endian `u64`. */
export function setUint64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % TWO_32, true);
  view.setUint32(at + 4, Math.floor(value / TWO_32), true);
}

/** Reads a little-endian `u64`; beyond 2^53 the result is not a safe integer, which callers check. */
export function getUint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * TWO_32;
}

/** Reads a little-endian `u32` without a view, which takes longer to make. */
export function getUint32(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let byte = at + 3; byte >= at; byte--) value = value * 256 + Number(bytes[byte]);
  return value;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

/** Whether all of `bytes` from `from` up to, not including, `to` are zero. */
export function isZero(bytes: Uint8Array, from = 0, to = bytes.length): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== 0) return false;
  return true;
}

/** Position after the last byte that is not zero; 0 if there is none. */
export function endOfNonZero(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && bytes[at - 1] === 0) at--;
  return at;
}

export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

export function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** The smallest multiple of `unit` that is at least `value`. */
export function alignUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}
