// The digest in a seal: of all bytes of a segment before its end but the payloads, which the chain digest of the last entry covers. FORMAT.md ("Seal").
import { createHash, type Hash } from 'node:crypto';
import { SEGMENT_READ_BYTES } from '../consensus/limits.ts';
import type { FileWindow } from './file-window.ts';
import { FRAME_HEADER_BYTES } from './frame.ts';
import { SEGMENT_HEADER_BYTES } from './segment-header.ts';

export class SealDigest {
  readonly #hash: Hash = createHash('sha256');
  /** All before it is hashed, or a payload. */
  #position = SEGMENT_HEADER_BYTES;

  /** `block`: the first of the segment, with its header. */
  constructor(block: Uint8Array) {
    this.#hash.update(block);
  }

  /** What lies before the payload of the next frame. */
  async addFrame(window: FileWindow, frame: { readonly position: number; readonly payloadBytes: number }): Promise<void> {
    const payloadAt = frame.position + FRAME_HEADER_BYTES;
    await this.addUpTo(window, payloadAt);
    this.#position = payloadAt + frame.payloadBytes;
  }

  /** All up to `end`, or the end of the file: what is not there is not taken for zeros. */
  async addUpTo(window: FileWindow, end: number): Promise<void> {
    while (this.#position < Math.min(end, window.size)) {
      const length = Math.min(end - this.#position, window.size - this.#position, SEGMENT_READ_BYTES);
      const bytes = window.peek(this.#position, length) ?? (await window.bytes(this.#position, length));
      this.#hash.update(bytes);
      this.#position += length;
    }
  }

  /** Of all that was added. */
  value(): Uint8Array {
    return new Uint8Array(this.#hash.copy().digest());
  }
}
