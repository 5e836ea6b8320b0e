// A crashable `Disk` in memory for the tests of the log: a page cache over a disk of 512-byte sectors. A kill keeps the cache; a power cut keeps
// any of the unsynced sectors, names and sizes. It can crash at any call. (The simulator has its own, with time.)
import { assert, defined } from '../../../consensus/assert.ts';
import type { Disk, DiskFile, OpenOptions } from '../../../consensus/ports.ts';
import { openedAs } from '../../../log/synced-writes.ts';

const SECTOR_BYTES = 512;

/** Numbers of [0, 1). */
export type Random = () => number;

/** What every call throws from the crash on, until the next `restart`. */
export class CrashError extends Error {
  override readonly name = 'CrashError';
}

/** One file: what the processes see, and what the disk holds. */
export class MemoryFile {
  readonly kind = 'file';
  cache = new Uint8Array(0) as Uint8Array;
  durable = new Uint8Array(0) as Uint8Array;
  readonly dirty = new Set<number>();
  /** A sync makes the disk's file as long as the cache shows. */
  #isSizeDirty = false;

  write(position: number, bytes: Uint8Array): void {
    if (position + bytes.length > this.cache.length) this.#isSizeDirty = true;
    this.cache = resized(this.cache, Math.max(this.cache.length, position + bytes.length));
    this.cache.set(bytes, position);
    for (let sector = Math.floor(position / SECTOR_BYTES); sector * SECTOR_BYTES < position + bytes.length; sector++)
      this.dirty.add(sector);
  }

  /** Only what is dirty reaches the disk: what a failed sync left clean does not, nor does a size that nothing dirty reaches. */
  sync(): void {
    let size = this.#isSizeDirty ? this.cache.length : this.durable.length;
    for (const sector of this.dirty) size = Math.max(size, Math.min(this.cache.length, (sector + 1) * SECTOR_BYTES));
    this.durable = resized(this.durable, size).slice();
    for (const sector of this.dirty) {
      const from = sector * SECTOR_BYTES;
      this.durable.set(this.cache.subarray(from, from + SECTOR_BYTES), from);
    }
    this.#forgetDirty();
  }

  /** Nothing more reaches the disk without being written again. */
  #forgetDirty(): void {
    this.dirty.clear();
    this.#isSizeDirty = false;
  }

  /** The disk failed; Linux says so once, and takes what was to be written for clean. */
  failSync(): void {
    this.#forgetDirty();
  }

  /** Another content, as if it had always been there. */
  replace(bytes: Uint8Array): void {
    this.cache = bytes.slice();
    this.durable = bytes.slice();
    this.#forgetDirty();
  }

  /** Each unsynced sector made it or not; so did the new size. */
  cutPower(random: Random): void {
    const keep = random();
    let after: Uint8Array = this.durable.slice();
    if (random() < 0.5) after = resized(after, Math.max(after.length, Math.floor(random() * (this.cache.length + 1))));
    for (const sector of this.dirty) {
      if (random() >= keep) continue;
      const from = sector * SECTOR_BYTES;
      const bytes = this.cache.subarray(from, from + SECTOR_BYTES);
      after = resized(after, Math.max(after.length, from + bytes.length));
      after.set(bytes, from);
    }
    this.replace(after);
  }
}

type Node = MemoryFile | MemoryDirectory;
type Change = { readonly set: string; readonly node: Node; readonly unset?: string } | { readonly set?: undefined; readonly unset: string };

class MemoryDirectory {
  readonly kind = 'directory';
  cache = new Map<string, Node>();
  durable = new Map<string, Node>();
  unsynced: Change[] = [];

  do(change: Change): void {
    apply(this.cache, change);
    this.unsynced.push(change);
  }

  sync(): void {
    this.durable = new Map(this.cache);
    this.unsynced = [];
  }

  cutPower(random: Random): void {
    const keep = random();
    for (const change of this.unsynced) if (random() < keep) apply(this.durable, change);
    this.cache = new Map(this.durable);
    this.unsynced = [];
    for (const node of this.cache.values()) node.cutPower(random);
  }
}

function apply(names: Map<string, Node>, change: Change): void {
  if (change.unset !== undefined) names.delete(change.unset);
  if (change.set !== undefined) names.set(change.set, change.node);
}

export class MemoryDisk implements Disk {
  readonly #root = new MemoryDirectory();
  #random: Random = () => 0.5;
  #isCrashed = false;
  /** Number of the process that uses it. */
  #process = 1;
  /** Calls that change something until the crash. */
  #callsLeft = Number.POSITIVE_INFINITY;
  /** Calls that changed something since the last `restart`. */
  calls = 0;
  /** The next sync of a file fails with EIO and leaves its sectors clean, as Linux does: in the cache, not on the disk. */
  failNextSync = false;
  /** The next write fails with ENOSPC. */
  failNextWrite = false;
  /** The next read hands out wrong bytes, while the disk holds the right ones. */
  corruptNextRead = false;
  /** The next read fails with this code: EIO for `true`. */
  failNextRead: boolean | string = false;
  /** Writes to files of these endings fail with ENOSPC. */
  noSpaceFor: string | undefined;
  /** Reads of any of these bytes fail with EIO. */
  readonly unreadable: { readonly file: MemoryFile; readonly from: number; readonly to: number }[] = [];

  /** Crashes inside the call number `calls` from now that changes something, counted from 1. */
  crashAt(calls: number, random: Random): void {
    this.#callsLeft = calls;
    this.#random = random;
  }

  /** The process died; whoever comes next sees what is in the cache. */
  kill(): void {
    this.#isCrashed = true;
  }

  /** The machine died, and came back with what the disk held. */
  cutPower(random: Random): void {
    this.kill();
    this.#root.cutPower(random);
  }

  /** The disk as one process sees it: once that is dead, nothing that it still tries has an effect, whoever comes next. */
  mount(): Disk {
    const process = this.#process;
    const alive = <T>(call: () => Promise<T>): Promise<T> =>
      process === this.#process ? call() : Promise.reject(new CrashError('the process is dead'));
    return {
      open: async (path, options) => {
        const file = await alive(() => this.open(path, { create: options.create }));
        const ofProcess: DiskFile = {
          size: () => alive(() => file.size()),
          read: (position, length) => alive(() => file.read(position, length)),
          write: (position, parts) => alive(() => file.write(position, parts)),
          sync: () => alive(() => file.sync()),
          close: () => file.close(),
        };
        return openedAs(ofProcess, options);
      },
      list: (directory) => alive(() => this.list(directory)),
      makeDirectory: (path) => alive(() => this.makeDirectory(path)),
      rename: (from, to) => alive(() => this.rename(from, to)),
      remove: (path) => alive(() => this.remove(path)),
      syncDirectory: (path) => alive(() => this.syncDirectory(path)),
    };
  }

  /** Another process begins. */
  restart(): void {
    this.#process++;
    this.#isCrashed = false;
    this.#callsLeft = Number.POSITIVE_INFINITY;
    this.calls = 0;
  }

  /** The file itself, for tests that damage it. */
  file(path: string): MemoryFile {
    const { directory, name } = this.#parent(path);
    const node = defined(directory.cache.get(name), path);
    assert(node.kind === 'file', `${path} is a file`);
    return node;
  }

  /** Puts a file there or takes anything away, durably and without a trace. */
  plant(path: string, contents: Uint8Array | undefined): void {
    const { directory, name } = this.#parent(path);
    if (contents === undefined) {
      directory.do({ unset: name });
    } else {
      const file = new MemoryFile();
      file.replace(contents);
      directory.do({ set: name, node: file });
    }
    directory.sync();
  }

  /** Another disk with the same contents. */
  clone(): MemoryDisk {
    const copy = new MemoryDisk();
    cloneInto(this.#root, copy.#root);
    return copy;
  }

  async open(path: string, options: OpenOptions): Promise<DiskFile> {
    this.#check();
    const { directory, name } = this.#parent(path);
    const found = directory.cache.get(name);
    if (!options.create) {
      if (found === undefined) throw systemError('ENOENT', path);
      if (found.kind === 'directory') throw systemError('EISDIR', path);
      return openedAs(this.#handle(found, path), options);
    }
    if (found !== undefined) throw systemError('EEXIST', path);
    const node = new MemoryFile();
    this.#change(() => directory.do({ set: name, node }));
    return openedAs(this.#handle(node, path), options);
  }

  async list(directory: string): Promise<string[]> {
    this.#check();
    return [...this.#directory(directory).cache.keys()];
  }

  async makeDirectory(path: string): Promise<void> {
    const { directory, name } = this.#parent(path);
    if (directory.cache.has(name)) throw systemError('EEXIST', path);
    this.#change(() => directory.do({ set: name, node: new MemoryDirectory() }));
  }

  async rename(from: string, to: string): Promise<void> {
    const { directory, name } = this.#parent(from);
    const target = this.#parent(to);
    assert(target.directory === directory, 'renames stay in one directory');
    const node = directory.cache.get(name);
    if (node === undefined) throw systemError('ENOENT', from);
    this.#change(() => directory.do({ unset: name, set: target.name, node }));
  }

  async remove(path: string): Promise<void> {
    const { directory, name } = this.#parent(path);
    const node = directory.cache.get(name);
    if (node === undefined) throw systemError('ENOENT', path);
    if (node.kind === 'directory') throw systemError('EISDIR', path);
    this.#change(() => directory.do({ unset: name }));
  }

  async syncDirectory(path: string): Promise<void> {
    const directory = this.#directory(path);
    this.#change(() => directory.sync());
  }

  #handle(node: MemoryFile, path: string): DiskFile {
    let isOpen = true;
    const check = (): void => {
      this.#check();
      if (!isOpen) throw systemError('EBADF', 'a closed file');
    };
    return {
      size: async () => {
        check();
        return node.cache.length;
      },
      read: async (position, length) => {
        check();
        if (this.failNextRead !== false) {
          const code = this.failNextRead === true ? 'EIO' : this.failNextRead;
          this.failNextRead = false;
          throw systemError(code, 'a read');
        }
        if (this.unreadable.some((bad) => bad.file === node && bad.from < position + length && bad.to > position))
          throw systemError('EIO', 'a bad sector');
        const bytes = node.cache.slice(position, position + length);
        if (this.corruptNextRead) bytes.fill(0x5a);
        this.corruptNextRead = false;
        return bytes;
      },
      write: async (position, parts) => {
        check();
        if (this.noSpaceFor !== undefined && path.endsWith(this.noSpaceFor)) throw systemError('ENOSPC', 'a write');
        if (this.failNextWrite) {
          this.failNextWrite = false;
          throw systemError('ENOSPC', 'a write');
        }
        const bytes = Buffer.concat(parts);
        this.#change(
          () => node.write(position, bytes),
          () => this.#writeSome(node, position, bytes),
        );
      },
      sync: async () => {
        check();
        if (this.failNextSync) {
          this.failNextSync = false;
          node.failSync();
          throw systemError('EIO', 'a sync');
        }
        this.#change(() => node.sync());
      },
      close: async () => {
        isOpen = false;
      },
    };
  }

  /** A kill inside a write: any of its sectors are in the cache. */
  #writeSome(node: MemoryFile, position: number, bytes: Uint8Array): void {
    const keep = this.#random();
    for (let at = 0; at < bytes.length; ) {
      const to = Math.min(bytes.length, at + SECTOR_BYTES - ((position + at) % SECTOR_BYTES));
      if (this.#random() < keep) node.write(position + at, bytes.subarray(at, to));
      at = to;
    }
  }

  /** Does a change, or crashes in its midst: it took effect, or not, or (`partly`) in part. */
  #change(effect: () => void, partly: () => void = () => undefined): void {
    this.#check();
    this.calls++;
    if (--this.#callsLeft > 0) {
      effect();
      return;
    }
    const luck = this.#random();
    if (luck < 0.3) effect();
    else if (luck < 0.8) partly();
    this.kill();
    throw new CrashError(`crash at call ${this.calls}`);
  }

  #check(): void {
    if (this.#isCrashed) throw new CrashError('the process is dead');
  }

  #parent(path: string): { readonly directory: MemoryDirectory; readonly name: string } {
    const slash = path.lastIndexOf('/');
    return { directory: this.#directory(path.slice(0, slash)), name: path.slice(slash + 1) };
  }

  #directory(path: string): MemoryDirectory {
    let found: Node = this.#root;
    for (const name of path.split('/')) {
      if (name === '') continue;
      const next: Node | undefined = found.cache.get(name);
      if (next === undefined) throw systemError('ENOENT', path);
      if (next.kind === 'file') throw systemError('ENOTDIR', path);
      found = next;
    }
    return found;
  }
}

function cloneInto(from: MemoryDirectory, to: MemoryDirectory): void {
  for (const [name, node] of from.cache) {
    if (node.kind === 'directory') {
      const directory = new MemoryDirectory();
      cloneInto(node, directory);
      to.cache.set(name, directory);
    } else {
      const file = new MemoryFile();
      file.replace(node.cache);
      to.cache.set(name, file);
    }
  }
  to.sync();
}

function resized(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length === length) return bytes;
  const result = new Uint8Array(length);
  result.set(bytes.subarray(0, length));
  return result;
}

function systemError(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code });
}
