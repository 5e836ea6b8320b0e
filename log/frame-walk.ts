// Walks from frame to frame through the bytes of a segment, across the borders of writes, checking the checksums of each; and finds the next
// sound frame behind damage. Whether frames continue each other is for whoever walks to check.
import { alignUp, getUint32 } from './bytes.ts';
import { checksum } from './crc.ts';
import { unknownVersion } from './errors.ts';
import type { FileWindow } from './file-window.ts';
import { decodeFrameHeader, FRAME_HEADER_BYTES, type FrameHeader, frameBytes, MARK } from './frame.ts';
import { END_MARK_BYTES, WRITE_ALIGNMENT, WRITE_HEADER_BYTES } from './write-unit.ts';

const FRAME_ALIGNMENT = 8;
const NOTHING = new Uint8Array(0);

/** `frame`: sound. `bad-payload`: only the header is. `no-frame`: nothing sound begins here. */
export type Step =
  | { readonly kind: 'frame'; readonly position: number; readonly header: FrameHeader; readonly payload: Uint8Array }
  | { readonly kind: 'bad-payload'; readonly position: number; readonly header: FrameHeader; readonly why: string }
  | { readonly kind: 'no-frame'; readonly position: number; readonly why: string };

/** Bytes that must be read before the walk goes on. */
interface Needed {
  readonly kind: 'needed';
  readonly position: number;
  readonly length: number;
}

export class FrameWalk {
  readonly #window: FileWindow;
  readonly #path: string;
  readonly #seed: number;
  /** The byte behind the last frame: the next begins here, or behind the end of this write and the header of the next. */
  #at: number;
  /** The byte behind the last payload. What is read begins there, so that what lies between two payloads is in memory together with the second. */
  #behindPayload: number;
  #needed: Needed | undefined;

  /** `position`: of a frame, or of the header of a write. */
  constructor(source: { readonly window: FileWindow; readonly path: string; readonly seed: number; readonly position: number }) {
    this.#window = source.window;
    this.#path = source.path;
    this.#seed = source.seed;
    this.#at = source.position;
    this.#behindPayload = source.position;
  }

  /** The byte behind the last frame. */
  get position(): number {
    return this.#at;
  }

  /** The next frame, its payload unread and empty unless `payload` is set. Steps over it, unless it is `no-frame`. */
  async next(options: { readonly payload: boolean }): Promise<Step> {
    for (;;) {
      const step = this.tryNext(options);
      if (step !== undefined) return step;
      await this.load();
    }
  }

  /** As `next`, from what is in memory; `undefined`: `load` first. */
  tryNext(options: { readonly payload: boolean }): Step | undefined {
    return this.#over(this.#step(options.payload));
  }

  /** As `tryNext` with the payload, unless that is of more than `bytesMax` bytes: then it is `longer`, and not stepped over. */
  tryNextWithin(bytesMax: number): Step | { readonly kind: 'longer' } | undefined {
    const step = this.#step(false);
    if (step.kind !== 'frame') return this.#over(step);
    return step.header.payloadBytes > bytesMax ? { kind: 'longer' } : this.#over(this.#withPayload(step.header, step.position));
  }

  /** Reads what the step before lacked. */
  async load(): Promise<void> {
    if (this.#needed !== undefined) await this.#window.bytes(this.#needed.position, this.#needed.length);
    this.#needed = undefined;
  }

  /** Goes to the next sound header of a frame behind `position`, below `to`; without one the walk is over. */
  async resync(position: number, to: number): Promise<boolean> {
    const end = Math.min(to, this.#window.size);
    for (let at = position + FRAME_ALIGNMENT; at + FRAME_HEADER_BYTES <= end; at += FRAME_ALIGNMENT) {
      const bytes = this.#window.peek(at, FRAME_HEADER_BYTES) ?? (await this.#window.bytes(at, FRAME_HEADER_BYTES));
      if (this.#decode(bytes, at) === undefined) continue;
      this.#at = at;
      this.#behindPayload = at;
      return true;
    }
    return false;
  }

  /** Steps over what was found, if it is a frame. */
  #over(step: Step | Needed): Step | undefined {
    if (step.kind === 'needed') {
      this.#needed = step;
      return undefined;
    }
    if (step.kind === 'no-frame') return step;
    const { payloadBytes } = step.header;
    this.#at = step.position + frameBytes(payloadBytes);
    this.#behindPayload = step.position + FRAME_HEADER_BYTES + payloadBytes;
    return step;
  }

  #step(wantsPayload: boolean): Step | Needed {
    const behindWrite = alignUp(this.#at + END_MARK_BYTES, WRITE_ALIGNMENT) + WRITE_HEADER_BYTES;
    for (const position of [this.#at, behindWrite]) {
      if (position + FRAME_HEADER_BYTES > this.#window.size) break;
      const bytes = this.#window.peek(position, FRAME_HEADER_BYTES);
      if (bytes === undefined) return this.#upTo(position + FRAME_HEADER_BYTES);
      const header = this.#decode(bytes, position);
      if (header === undefined) continue;
      this.#at = position;
      return wantsPayload ? this.#withPayload(header, position) : { kind: 'frame', position, header, payload: NOTHING };
    }
    return { kind: 'no-frame', position: this.#at, why: 'the header of a frame does not match its checksum' };
  }

  #withPayload(header: FrameHeader, position: number): Step | Needed {
    const { payloadBytes, payloadChecksum } = header;
    const at = position + FRAME_HEADER_BYTES;
    if (at + payloadBytes > this.#window.size)
      return { kind: 'bad-payload', position, header, why: 'a segment ends before its entries do' };
    const payload = this.#window.peek(at, payloadBytes);
    if (payload === undefined) return this.#upTo(at + payloadBytes);
    if (checksum(payload) === payloadChecksum) return { kind: 'frame', position, header, payload };
    return { kind: 'bad-payload', position, header, why: 'the payload of an entry does not match its checksum' };
  }

  /** With all behind the last payload, so that a walk through large frames reads each once. */
  #upTo(end: number): Needed {
    return { kind: 'needed', position: this.#behindPayload, length: end - this.#behindPayload };
  }

  /** The header at `position`, if it is one. Throws `VERSION` for a type of entry that this version does not know. */
  #decode(bytes: Uint8Array, position: number): FrameHeader | undefined {
    // Cheap, and wrong nearly everywhere but where a frame begins.
    if (bytes[FRAME_HEADER_BYTES - 1] !== MARK || getUint32(bytes, 8) !== position) return undefined;
    const decoded = decodeFrameHeader(bytes, { seed: this.#seed, position });
    if (decoded.kind === 'unknown-type') {
      throw unknownVersion(`an entry has the unknown type ${decoded.code}`, { file: this.#path, position });
    }
    return decoded.kind === 'frame' ? decoded.header : undefined;
  }
}
