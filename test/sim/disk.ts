// The `Disk` port over a simulated disk: every call takes simulated time and takes effect when it completes. A kill leaves any part of the
// writes under way in the page cache; a power cut also loses what was not synced, as disk-image.ts says.
import type { Disk, DiskFile, OpenOptions } from '../../consensus/ports.ts';
import { openedAs } from '../../log/synced-writes.ts';
import { DirectoryImage, FileImage, type LossKind, SECTOR_BYTES } from './disk-image.ts';
import type { SimProcess } from './process.ts';
import type { Random } from './random.ts';

/** Mean milliseconds of each call; a nemesis changes them while the simulation runs. */
export interface DiskDelays {
  readMs: number;
  writeMs: number;
  syncMs: number;
  /** Of this share of syncs the delay is `slowSyncMs` in the mean. */
  slowSyncShare: number;
  slowSyncMs: number;
}

interface WriteUnderWay {
  readonly file: FileImage;
  readonly position: number;
  readonly parts: readonly Uint8Array[];
}

/** One machine's disk: it outlives the processes that use it. */
export class SimDisk {
  readonly root = new DirectoryImage();
  readonly delays: DiskDelays;
  /** The next sync fails with EIO. */
  failNextSync = false;
  /** How often a nemesis damaged what is on it. */
  damages = 0;
  /** Hears of every call as it begins, and of how long it will take, in ms. */
  onCall: ((durationMs: number) => void) | undefined;
  readonly #random: Random;
  readonly #underWay = new Set<WriteUnderWay>();

  constructor(random: Random, delays: DiskDelays) {
    this.#random = random;
    this.delays = delays;
  }

  /** The disk as one process sees it: handles and calls under way die with it. */
  mount(process: SimProcess): Disk {
    return new MountedDisk(this, process, this.#random);
  }

  /** The process was killed: of its writes under way any sectors made it into the page cache. */
  kill(): void {
    for (const { file, position, parts } of this.#underWay) {
      const bytes = Buffer.concat(parts);
      const keep = this.#random.pick([0, 0.5, 1]);
      for (let from = 0; from < bytes.length; ) {
        const to = Math.min(bytes.length, from + SECTOR_BYTES - ((position + from) % SECTOR_BYTES));
        if (this.#random.chance(keep)) file.write(position + from, bytes.subarray(from, to));
        from = to;
      }
    }
    this.#underWay.clear();
  }

  /** Kills, and loses what was not synced. */
  cutPower(loss: LossKind): void {
    this.kill();
    this.root.loseUnsynced(this.#random, loss);
  }

  /** Whether some file would hold these bytes after a power cut that takes all it may. */
  durablyContains(bytes: Uint8Array): boolean {
    return contains(this.root, bytes, 'synced-last') || contains(this.root, bytes, 'anywhere');
  }

  /** The directory at an absolute path, if it durably is there. */
  directory(path: string): DirectoryImage | undefined {
    let found: FileImage | DirectoryImage | undefined = this.root;
    for (const name of path.split('/')) {
      if (name !== '') found = found?.kind === 'directory' ? found.durable().get(name) : undefined;
    }
    return found?.kind === 'directory' ? found : undefined;
  }

  beginWrite(write: WriteUnderWay): void {
    this.#underWay.add(write);
  }

  /** False if a kill got there first. */
  endWrite(write: WriteUnderWay): boolean {
    return this.#underWay.delete(write);
  }
}

class MountedDisk implements Disk {
  readonly #disk: SimDisk;
  readonly #process: SimProcess;
  readonly #random: Random;

  constructor(disk: SimDisk, process: SimProcess, random: Random) {
    this.#disk = disk;
    this.#process = process;
    this.#random = random;
  }

  open(path: string, options: OpenOptions): Promise<DiskFile> {
    return this.#call(this.#disk.delays.readMs, () => {
      const { directory, name } = this.#parent(path, 'open');
      const found = directory.entries.get(name);
      if (options.create) {
        if (found !== undefined) throw diskError('EEXIST', 'open', path);
        const file = new FileImage();
        directory.do({ kind: 'put', name, node: file });
        return openedAs(this.#handle(file), options);
      }
      if (found === undefined) throw diskError('ENOENT', 'open', path);
      if (found.kind === 'directory') throw diskError('EISDIR', 'open', path);
      return openedAs(this.#handle(found), options);
    });
  }

  list(directory: string): Promise<string[]> {
    return this.#call(this.#disk.delays.readMs, () => this.#random.shuffle([...this.#directory(directory, 'scandir').entries.keys()]));
  }

  makeDirectory(path: string): Promise<void> {
    return this.#call(this.#disk.delays.writeMs, () => {
      const { directory, name } = this.#parent(path, 'mkdir');
      if (directory.entries.has(name)) throw diskError('EEXIST', 'mkdir', path);
      directory.do({ kind: 'put', name, node: new DirectoryImage() });
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#call(this.#disk.delays.writeMs, () => {
      const source = this.#parent(from, 'rename');
      const target = this.#parent(to, 'rename');
      const node = source.directory.entries.get(source.name);
      if (node === undefined) throw diskError('ENOENT', 'rename', from);
      if (source.directory !== target.directory) throw diskError('EXDEV', 'rename', from);
      source.directory.do({ kind: 'rename', from: source.name, name: target.name, node });
    });
  }

  remove(path: string): Promise<void> {
    return this.#call(this.#disk.delays.writeMs, () => {
      const { directory, name } = this.#parent(path, 'unlink');
      const found = directory.entries.get(name);
      if (found === undefined) throw diskError('ENOENT', 'unlink', path);
      if (found.kind === 'directory') throw diskError('EISDIR', 'unlink', path);
      directory.do({ kind: 'remove', name });
    });
  }

  syncDirectory(path: string): Promise<void> {
    let covered: number;
    try {
      covered = this.#directory(path, 'open').beginSync();
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#call(this.#syncMs(), () => this.#directory(path, 'open').endSync(covered));
  }

  #handle(image: FileImage): DiskFile {
    let closed = false;
    const checked = <T>(delay: number, effect: () => T): Promise<T> =>
      closed ? Promise.reject(diskError('EBADF', 'use', 'a closed file')) : this.#call(delay, effect);
    return {
      size: () => checked(this.#disk.delays.readMs, () => image.size),
      read: (position, length) => checked(this.#disk.delays.readMs, () => image.read(position, length).slice()),
      write: (position, parts) => (closed ? checked(0, () => undefined) : this.#write({ file: image, position, parts })),
      sync: () => {
        const covered = image.beginSync();
        return checked(this.#syncMs(), () => this.#sync(image, covered));
      },
      close: () => {
        closed = true;
        return Promise.resolve();
      },
    };
  }

  #write(write: WriteUnderWay): Promise<void> {
    this.#disk.beginWrite(write);
    return this.#call(this.#disk.delays.writeMs, () => {
      if (!this.#disk.endWrite(write)) return;
      const bytes = write.parts.length === 1 && write.parts[0] !== undefined ? write.parts[0] : Buffer.concat(write.parts);
      if (bytes.length > 0) write.file.write(write.position, bytes);
    });
  }

  #sync(image: FileImage, covered: number): void {
    if (this.#disk.failNextSync) {
      this.#disk.failNextSync = false;
      image.failSync(covered);
      throw diskError('EIO', 'fdatasync', 'a file');
    }
    image.endSync(covered);
  }

  #syncMs(): number {
    const { syncMs, slowSyncShare, slowSyncMs } = this.#disk.delays;
    return this.#random.chance(slowSyncShare) ? slowSyncMs : syncMs;
  }

  /** After an exponential delay the effect takes place, unless the process died before; then the process hears of it. */
  #call<T>(meanMs: number, effect: () => T): Promise<T> {
    const durationMs = this.#random.exponential(meanMs);
    this.#disk.onCall?.(durationMs);
    return new Promise<T>((resolve, reject) => {
      this.#process.scheduler.after(durationMs, () => {
        if (!this.#process.alive) return;
        try {
          const value = effect();
          this.#process.deliver(() => resolve(value));
        } catch (error) {
          this.#process.deliver(() => reject(error));
        }
      });
    });
  }

  #parent(path: string, call: string): { directory: DirectoryImage; name: string } {
    const slash = path.lastIndexOf('/');
    return { directory: this.#directory(path.slice(0, slash), call), name: path.slice(slash + 1) };
  }

  #directory(path: string, call: string): DirectoryImage {
    let found: DirectoryImage = this.#disk.root;
    for (const name of path.split('/')) {
      if (name === '') continue;
      const next = found.entries.get(name);
      if (next === undefined) throw diskError('ENOENT', call, path);
      if (next.kind === 'file') throw diskError('ENOTDIR', call, path);
      found = next;
    }
    return found;
  }
}

function contains(directory: DirectoryImage, bytes: Uint8Array, where: 'anywhere' | 'synced-last'): boolean {
  // What was made last is what was written to last.
  for (const node of [...directory.durable().values()].reverse()) {
    if (node.kind === 'directory' ? contains(node, bytes, where) : node.durablyContains(bytes, where)) return true;
  }
  return false;
}

function diskError(code: string, call: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${call} ${path}`), { code, syscall: call });
}
