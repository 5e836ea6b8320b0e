// Reads a file forwards in bounded chunks. Bytes past the end of the file read as zeros: space that was never written.
import { RECOVERY_READ_BYTES } from '../consensus/limits.ts';
import type { DiskFile } from '../consensus/ports.ts';
import { endOfNonZero } from './bytes.ts';
import { readAround } from './unreadable.ts';

export class FileWindow {
  /** Bytes that were read from the file. */
  bytesRead = 0;
  readonly #file: DiskFile;
  readonly #chunkBytes: number;
  #size: number;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(file: DiskFile, size: number, chunkBytes = RECOVERY_READ_BYTES) {
    this.#file = file;
    this.#chunkBytes = chunkBytes;
    this.#size = size;
  }

  /** Of the file, as it was or, if it turned out to be cut short since, is. */
  get size(): number {
    return this.#size;
  }

  /** The same without reading: `undefined` if they are not all in memory. */
  peek(position: number, length: number): Uint8Array | undefined {
    const from = position - this.#start;
    if (from < 0 || from + length > this.#bytes.length) return undefined;
    return this.#bytes.subarray(from, from + length);
  }

  /** Takes in what was read of the file before, from `position` on. */
  fill(position: number, bytes: Uint8Array): void {
    this.#start = position;
    this.#bytes = bytes;
  }

  /** `length` bytes from `position`. Valid for ever; may share memory with others. */
  async bytes(position: number, length: number): Promise<Uint8Array> {
    const inWindow = (): boolean => position >= this.#start && position + length <= this.#start + this.#bytes.length;
    if (!inWindow() && position < this.#size) {
      const wanted = Math.min(Math.max(length, this.#chunkBytes), this.#size - position);
      this.#bytes = await readAround(this.#file, position, wanted);
      this.#start = position;
      this.bytesRead += this.#bytes.length;
      // Whoever walks on would wait for ever for what is not there any more.
      if (this.#bytes.length < wanted) this.#size = position + this.#bytes.length;
    }
    if (inWindow()) return this.#bytes.subarray(position - this.#start, position - this.#start + length);
    const extended = new Uint8Array(length);
    if (position >= this.#start) extended.set(this.#bytes.subarray(position - this.#start, position - this.#start + length));
    return extended;
  }

  /** Calls back with each chunk from `from` up to, not including, `to`. */
  async forEachChunk(from: number, to: number, visit: (chunk: Uint8Array, position: number) => void): Promise<void> {
    for (let position = from; position < to; ) {
      // Chunks end at multiples of their size, so that no sector is split between two.
      const chunkEnd = Math.min(to, (Math.floor(position / this.#chunkBytes) + 1) * this.#chunkBytes);
      visit(await this.bytes(position, chunkEnd - position), position);
      position = chunkEnd;
    }
  }

  /** Position after the last byte from `from` on that is not zero; `from` if there is none. */
  async endOfData(from: number): Promise<number> {
    let end = from;
    await this.forEachChunk(from, this.#size, (chunk, position) => {
      const inChunk = endOfNonZero(chunk);
      if (inChunk > 0) end = position + inChunk;
    });
    return end;
  }
}
