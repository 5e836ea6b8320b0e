// What the tests of the journal share: a journal over the crashable disk in memory, a store that forgets what was not synced, and disks that
// count, refuse or are full.
import assert from 'node:assert/strict';
import { defined } from '../../../../consensus/assert.ts';
import type { Disk, DiskFile } from '../../../../consensus/ports.ts';
import { JournalError, type JournalErrorCode } from '../../../../log/journal/errors.ts';
import { openJournalOn } from '../../../../log/journal/journal.ts';
import type { Applier, Journal, JournalOptions, JournalTransaction } from '../../../../log/journal/types.ts';
import { CrashError, type MemoryDisk, type Random } from '../memory-disk.ts';

export const ONE = ['/a'];
export const TWO = ['/a', '/b'];
/** Small enough that a handful of transactions fills a segment. */
export const SMALL = { segmentBytes: 12 * 1024, transactionBytesMax: 4 * 1024, unappliedBytesMax: 1024 * 1024 };

type Given = Partial<Omit<JournalOptions, 'applyPolicy' | 'applier'>>;

/** A journal that the application applies by itself. */
export function openPlain(disk: Disk, options: Given = {}): Promise<Journal> {
  return open(disk, { directories: ONE, ...SMALL, ...options, applyPolicy: 'none' });
}

export function open(disk: Disk, options: JournalOptions): Promise<Journal> {
  return openJournalOn({ disk, newJournalId: () => '00112233445566778899aabbccddeeff' }, options);
}

/** The next process on the same disk. */
export function restart(disk: MemoryDisk): MemoryDisk {
  disk.kill();
  disk.restart();
  return disk;
}

/** Commits one transaction of one object. */
export async function commit(journal: Journal, bytes: Uint8Array, key?: string): Promise<number> {
  const id = journal.begin();
  journal.log(id, bytes, key === undefined ? {} : { key });
  return await journal.commit(id);
}

/** Bytes without zeros that say which they are. */
export function bytesOf(number: number, length = 100): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => 1 + ((number * 31 + at * 7) % 255));
}

export async function unappliedOf(journal: Journal): Promise<JournalTransaction[]> {
  const found: JournalTransaction[] = [];
  for await (const transaction of journal.unapplied()) found.push(transaction);
  return found;
}

/** An application's store: what was applied, and how much of it would survive a crash. */
export class Store implements Applier {
  readonly applied = new Map<number, JournalTransaction>();
  /** In the order of delivery, since the last crash. */
  delivered: number[] = [];
  syncs = 0;
  #unsynced = new Set<number>();

  async apply(transaction: JournalTransaction): Promise<void> {
    this.delivered.push(transaction.offset);
    // Copies: what the journal hands out is its own memory.
    const objects = transaction.objects.map(({ key, bytes }) => ({ key, bytes: bytes.slice() }));
    this.applied.set(transaction.offset, { offset: transaction.offset, objects });
    this.#unsynced.add(transaction.offset);
  }

  async sync(): Promise<void> {
    this.syncs++;
    this.#unsynced = new Set();
  }

  /** The machine died: what was not synced is gone. */
  crash(): void {
    for (const offset of this.#unsynced) this.applied.delete(offset);
    this.#unsynced.clear();
    this.delivered = [];
  }
}

export async function rejectsWith(promise: Promise<unknown>, code: JournalErrorCode): Promise<JournalError> {
  let found: unknown;
  await promise.catch((error: unknown) => {
    found = error;
  });
  assert.ok(found instanceof JournalError, `rejects with ${code}, not ${String(found)}`);
  assert.equal(found.code, code, found.message);
  return found;
}

export function throwsWith(call: () => unknown, code: JournalErrorCode): JournalError {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof JournalError, String(error));
    assert.equal(error.code, code, error.message);
    return error;
  }
  assert.fail(`throws ${code}`);
}

/** A disk that says what is done to it, and fails what it is told to. */
export class WatchedDisk implements Disk {
  readonly #disk: Disk;
  /** `sync /a/0000000001.journal`, `write …`, `rename …` */
  calls: string[] = [];
  /** The calls that fail, with this error. */
  failing: ((call: string) => Error | undefined) | undefined;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  count(pattern: RegExp): number {
    return this.calls.filter((call) => pattern.test(call)).length;
  }

  async open(path: string, options: { readonly create: boolean }): Promise<DiskFile> {
    this.#note(`${options.create ? 'create' : 'open'} ${path}`);
    const file = await this.#disk.open(path, options);
    // A renamed file keeps its handle, and its name here.
    const named = { name: path };
    this.#names.set(path, named);
    return {
      size: () => file.size(),
      read: async (position, length) => {
        this.#note(`read ${named.name}`);
        return await file.read(position, length);
      },
      write: async (position, parts) => {
        this.#note(`write ${named.name}`);
        await file.write(position, parts);
      },
      sync: async () => {
        this.#note(`sync ${named.name}`);
        await file.sync();
      },
      close: () => file.close(),
    };
  }

  readonly #names = new Map<string, { name: string }>();

  list(directory: string): Promise<string[]> {
    return this.#disk.list(directory);
  }

  makeDirectory(path: string): Promise<void> {
    return this.#disk.makeDirectory(path);
  }

  async rename(from: string, to: string): Promise<void> {
    this.#note(`rename ${from} ${to}`);
    await this.#disk.rename(from, to);
    const named = defined(this.#names.get(from), from);
    named.name = to;
    this.#names.delete(from);
    this.#names.set(to, named);
  }

  async remove(path: string): Promise<void> {
    this.#note(`remove ${path}`);
    await this.#disk.remove(path);
  }

  syncDirectory(path: string): Promise<void> {
    return this.#disk.syncDirectory(path);
  }

  #note(call: string): void {
    this.calls.push(call);
    const error = this.failing?.(call);
    if (error !== undefined) throw error;
  }
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}

/** Lets everything that can go on go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** The disk as one process sees it: from its death on every call fails, also those that it had not yet come to. */
export function ofProcess(disk: Disk, isAlive: () => boolean): Disk {
  const guarded = <Arguments extends readonly unknown[], Result>(call: (...given: Arguments) => Promise<Result>) => {
    return async (...given: Arguments): Promise<Result> => {
      if (!isAlive()) throw new CrashError('the process is dead');
      return await call(...given);
    };
  };
  return {
    open: guarded(async (path: string, options: { readonly create: boolean }) => {
      const file = await disk.open(path, options);
      return {
        size: guarded(() => file.size()),
        read: guarded((position: number, length: number) => file.read(position, length)),
        write: guarded((position: number, parts: readonly Uint8Array[]) => file.write(position, parts)),
        sync: guarded(() => file.sync()),
        close: () => file.close(),
      };
    }),
    list: guarded((directory: string) => disk.list(directory)),
    makeDirectory: guarded((path: string) => disk.makeDirectory(path)),
    rename: guarded((from: string, to: string) => disk.rename(from, to)),
    remove: guarded((path: string) => disk.remove(path)),
    syncDirectory: guarded((path: string) => disk.syncDirectory(path)),
  };
}

/** Numbers of [0, 1), the same ones for the same seed. */
export function seeded(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}
