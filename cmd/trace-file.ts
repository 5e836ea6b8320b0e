// The trace that `ledgerline serve --trace FILE` writes: one JSON object a line, as consensus/core/TRACE.md says. Every step is handed to the operating system before anything of it is
// carried out, so that a kill -9 leaves a trace of all that anybody can have seen of the node; nothing is synced.
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { CommandError, EXIT } from './exit.ts';

export interface TraceFileOptions {
  /** Appended to; made if it is not there. */
  readonly path: string;
  /** Writing failed. Said once: nothing is written from then on, since a trace with a hole in it is not one. */
  readonly onFailure: (error: unknown) => void;
}

export class TraceFile {
  readonly #onFailure: (error: unknown) => void;
  #file: number | undefined;

  /** Throws Node's error if the file cannot be opened for appending. */
  constructor({ path, onFailure }: TraceFileOptions) {
    this.#onFailure = onFailure;
    const file = openSync(path, 'a+');
    this.#file = file;
    if (endsWithinALine(file)) this.#write('\n');
  }

  /** All records of a step. Never throws. */
  write(records: readonly object[]): void {
    if (this.#file === undefined) return;
    let lines = '';
    for (const record of records) lines += `${JSON.stringify(record)}\n`;
    this.#write(lines);
  }

  /** Idempotent. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #write(text: string): void {
    if (this.#file === undefined) return;
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      this.close();
      this.#onFailure(error);
    }
  }
}

/** Throws `CommandError` if the file cannot be opened for appending. */
export function openTraceFile(options: TraceFileOptions): TraceFile {
  try {
    return new TraceFile(options);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`the trace cannot be written: ${why}`, {
      exit: EXIT.failed,
      code: 'TRACE',
      hint: 'name a file in a directory that exists and may be written to',
    });
  }
}

/** A process was killed while it wrote its last line. */
function endsWithinALine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
}
