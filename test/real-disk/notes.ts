// What a process under test says of itself, in a file that outlives it: what it is about to do, and that it was done. Lies on another file
// system than the data, written with plain writes that no injected fault touches.
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type Expectation, follow, NOTHING, type Note } from '../crash-states/expectation.ts';
import type { AppliedNote } from './stores.ts';

const LENGTH_BYTES = 4;

export type StoredNote = Note | AppliedNote;

export class NotesWriter {
  readonly #fd: number;

  constructor(path: string) {
    this.#fd = openSync(path, 'a');
  }

  write(note: StoredNote): void {
    const body = serialize(note);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(body.length);
    writeSync(this.#fd, Buffer.concat([length, body]));
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/** All that were written, oldest first. One that a kill cut short belongs to something that had not begun. */
export function readNotes(path: string): StoredNote[] {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const notes: StoredNote[] = [];
  for (let at = 0; at + LENGTH_BYTES <= bytes.length; ) {
    const end = at + LENGTH_BYTES + bytes.readUInt32LE(at);
    if (end > bytes.length) break;
    notes.push(deserialize(bytes.subarray(at + LENGTH_BYTES, end)) as StoredNote);
    at = end;
  }
  return notes;
}

/** What must be found now. */
export function expectationOf(notes: readonly StoredNote[]): Expectation {
  return notes.filter((note) => note.kind !== 'applied').reduce(follow, NOTHING);
}

/** Up to where the stores beside the log must be. */
export function appliedOf(notes: readonly StoredNote[]): AppliedNote {
  return notes.findLast((note) => note.kind === 'applied') ?? { kind: 'applied', index: 0, offset: 0 };
}
