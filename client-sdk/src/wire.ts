// Protobuf's wire format by hand, for the messages of the hot path: varints that must be safe integers, and length-delimited fields.
// What the fields mean belongs to codec.ts and transaction.ts; everything else is encoded by the generated code.

/** Bytes from outside that are not what the protocol says. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

export const WIRE_VARINT = 0;
export const WIRE_FIXED64 = 1;
export const WIRE_BYTES = 2;
export const WIRE_FIXED32 = 5;

const UINT32_MAX = 0xffff_ffff;

/** Bytes of `value` as a varint. `value` is a safe integer of at least 0. */
export function varintBytes(value: number): number {
  if (value < 0x80) return 1;
  let bytes = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes++;
  return bytes;
}

/** Writes `value` at `at` in the shortest form; returns the position after it. */
export function writeVarint(target: Uint8Array, at: number, value: number): number {
  let rest = value;
  while (rest > UINT32_MAX) {
    target[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  while (rest >= 0x80) {
    target[at++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  target[at++] = rest;
  return at;
}

/** A text that is equal exactly if the bytes are. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** `value`, which must be an unsigned integer that a `number` holds exactly. The caller's mistake otherwise. */
export function checkUint(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} is ${value}, not an integer from 0 to 2^53 - 1`);
  return value;
}

/** `value`, which must be an unsigned 32-bit number. */
export function checkUint32(value: number, what: string): number {
  if (!Number.isInteger(value) || value < 0 || value > UINT32_MAX)
    throw new RangeError(`${what} is ${value}, not an integer from 0 to 2^32 - 1`);
  return value;
}

/** Reads fields from a range of bytes; every read is checked against its end, and every number against 2^53 - 1. */
export class WireReader {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.at === this.end;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count++) {
      if (this.at >= this.end) throw new WireError('the message ends inside a number');
      const byte = this.bytes[this.at++] ?? 0;
      if (byte < 0x80) {
        value += byte * scale;
        if (value > Number.MAX_SAFE_INTEGER) throw new WireError('a number is larger than 2^53 - 1');
        return value;
      }
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
    throw new WireError('a number is longer than 10 bytes');
  }

  /** A varint in its shortest form. */
  minimalVarint(): number {
    const start = this.at;
    const value = this.varint();
    if (this.at - start > 1 && this.bytes[this.at - 1] === 0) throw new WireError('a number is not in its shortest form');
    return value;
  }

  uint32(): number {
    const value = this.varint();
    if (value > UINT32_MAX) throw new WireError('a number is larger than 2^32 - 1');
    return value;
  }

  boolean(): boolean {
    return this.varint() !== 0;
  }

  /** Reads the length of a field and checks that the field is there; returns the position after it. */
  fieldEnd(): number {
    const length = this.varint();
    if (length > this.end - this.at) throw new WireError('a field is longer than its message');
    return this.at + length;
  }

  /** A view of the field's bytes. */
  view(): Uint8Array {
    const end = this.fieldEnd();
    const view = this.bytes.subarray(this.at, end);
    this.at = end;
    return view;
  }

  string(): string {
    const end = this.fieldEnd();
    const text = Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at, end - this.at).toString('utf8');
    this.at = end;
    return text;
  }

  /** Passes over a field that this version does not know. */
  skip(wireType: number): void {
    if (wireType === WIRE_VARINT) {
      for (let count = 0; count < 10; count++) {
        if (this.at >= this.end) throw new WireError('the message ends inside a number');
        if ((this.bytes[this.at++] ?? 0) < 0x80) return;
      }
      throw new WireError('a number is longer than 10 bytes');
    }
    if (wireType === WIRE_BYTES) {
      this.at = this.fieldEnd();
      return;
    }
    const bytes = wireType === WIRE_FIXED64 ? 8 : wireType === WIRE_FIXED32 ? 4 : undefined;
    if (bytes === undefined) throw new WireError(`wire type ${wireType} is not one`);
    if (bytes > this.end - this.at) throw new WireError('a field is longer than its message');
    this.at += bytes;
  }
}
