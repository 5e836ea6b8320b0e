// A `Disk` that writes down every call, and what any prefix of the calls makes of the disk it began with. What a crash may leave of that
// is for crash.ts to say. Images, with what is pending in them, are the simulator's (sim/disk-image.ts); there is no time here.
import { assert, defined } from '../../consensus/assert.ts';
import type { Disk, DiskFile, OpenOptions } from '../../consensus/ports.ts';
import { openedAs } from '../../log/synced-writes.ts';
import { DirectoryImage, FileImage } from '../sim/disk-image.ts';

/** One call as it took effect. Handles count the files that were opened, from 0. */
export type DiskCall =
  | { readonly kind: 'open'; readonly path: string; readonly create: boolean }
  | { readonly kind: 'write'; readonly handle: number; readonly position: number; readonly bytes: Uint8Array }
  | { readonly kind: 'sync'; readonly handle: number }
  | { readonly kind: 'make-directory'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'sync-directory'; readonly path: string }
  /** Not the doing of whoever uses the disk: a bit flips where it lies. */
  | { readonly kind: 'rot'; readonly path: string; readonly position: number };

/** A disk and the files that are open on it: page cache, what is durable, what is pending. */
export class DiskState {
  readonly root: DirectoryImage;
  readonly #handles: FileImage[];

  constructor(root = new DirectoryImage(), handles: FileImage[] = []) {
    this.root = root;
    this.#handles = handles;
  }

  clone(): DiskState {
    const copies = new Map<FileImage | DirectoryImage, FileImage | DirectoryImage>();
    const root = this.root.clone(copies);
    // A file that is open and nowhere named any more concerns nobody but its handle.
    const handles = this.#handles.map((file) => copies.get(file) ?? file.clone());
    return new DiskState(root, handles as FileImage[]);
  }

  /** The number of the next file that is opened. */
  get nextHandle(): number {
    return this.#handles.length;
  }

  file(handle: number): FileImage {
    return defined(this.#handles[handle], `handle ${handle}`);
  }

  /** Throws Node's errors, before it has changed anything. */
  perform(call: DiskCall): void {
    switch (call.kind) {
      case 'open':
        this.#open(call.path, call.create);
        return;
      case 'write':
        if (call.bytes.length > 0) this.file(call.handle).write(call.position, call.bytes);
        return;
      case 'sync': {
        const file = this.file(call.handle);
        file.endSync(file.beginSync());
        return;
      }
      case 'make-directory': {
        const { directory, name } = this.#parent(call.path);
        if (directory.entries.has(name)) throw systemError('EEXIST', call.path);
        directory.do({ kind: 'put', name, node: new DirectoryImage() });
        return;
      }
      case 'rename': {
        const { directory, name } = this.#parent(call.from);
        const to = this.#parent(call.to);
        assert(directory === to.directory, 'a rename stays in its directory');
        const node = directory.entries.get(name);
        if (node === undefined) throw systemError('ENOENT', call.from);
        directory.do({ kind: 'rename', from: name, name: to.name, node });
        return;
      }
      case 'remove': {
        const { directory, name } = this.#parent(call.path);
        const node = directory.entries.get(name);
        if (node === undefined) throw systemError('ENOENT', call.path);
        if (node.kind === 'directory') throw systemError('EISDIR', call.path);
        directory.do({ kind: 'remove', name });
        return;
      }
      case 'rot': {
        const { directory, name } = this.#parent(call.path);
        const file = directory.entries.get(name);
        assert(file?.kind === 'file' && file.pending.length === 0, 'what rots is a file that was synced');
        const contents = file.durable().slice();
        contents[call.position] = (contents[call.position] ?? 0) ^ 1;
        file.replace(contents);
        return;
      }
      case 'sync-directory': {
        const directory = this.directory(call.path);
        directory.endSync(directory.beginSync());
        return;
      }
    }
  }

  #open(path: string, create: boolean): void {
    const { directory, name } = this.#parent(path);
    const found = directory.entries.get(name);
    if (create) {
      if (found !== undefined) throw systemError('EEXIST', path);
      const file = new FileImage();
      directory.do({ kind: 'put', name, node: file });
      this.#handles.push(file);
      return;
    }
    if (found === undefined) throw systemError('ENOENT', path);
    if (found.kind === 'directory') throw systemError('EISDIR', path);
    this.#handles.push(found);
  }

  directory(path: string): DirectoryImage {
    let found = this.root;
    for (const name of path.split('/')) {
      if (name === '') continue;
      const next = found.entries.get(name);
      if (next === undefined) throw systemError('ENOENT', path);
      if (next.kind === 'file') throw systemError('ENOTDIR', path);
      found = next;
    }
    return found;
  }

  #parent(path: string): { directory: DirectoryImage; name: string } {
    const slash = path.lastIndexOf('/');
    return { directory: this.directory(path.slice(0, slash)), name: path.slice(slash + 1) };
  }
}

/** What happened, in order: calls, and marks that whoever uses the disk set between them. */
export type DiskEvent<Mark> = { readonly call: DiskCall } | { readonly call?: undefined; readonly mark: Mark };

/**
 * Calls take effect one after the other, each a little after it was made: what is not awaited before a sync is not covered by it. A sync
 * covers what took effect before it was called.
 */
export class RecordingDisk<Mark> implements Disk {
  readonly events: DiskEvent<Mark>[] = [];
  readonly state: DiskState;

  /** Takes `state` over. */
  constructor(state: DiskState) {
    this.state = state;
  }

  mark(mark: Mark): void {
    this.events.push({ mark });
  }

  /** Flips a bit of `bytes`, wherever in a directory they are. */
  rot(directory: string, bytes: Uint8Array): void {
    for (const [name, node] of this.state.directory(directory).entries) {
      const position = node.kind === 'file' ? Buffer.from(node.durable()).indexOf(bytes) : -1;
      if (position >= 0) this.#do({ kind: 'rot', path: `${directory}/${name}`, position });
    }
  }

  async open(path: string, options: OpenOptions): Promise<DiskFile> {
    await Promise.resolve();
    const handle = this.state.nextHandle;
    this.#do({ kind: 'open', path, create: options.create });
    return openedAs(new RecordedFile(handle, this.state.file(handle), (call) => this.#do(call)), options);
  }

  async list(directory: string): Promise<string[]> {
    return [...this.state.directory(directory).entries.keys()];
  }

  async makeDirectory(path: string): Promise<void> {
    await Promise.resolve();
    this.#do({ kind: 'make-directory', path });
  }

  async rename(from: string, to: string): Promise<void> {
    await Promise.resolve();
    this.#do({ kind: 'rename', from, to });
  }

  async remove(path: string): Promise<void> {
    await Promise.resolve();
    this.#do({ kind: 'remove', path });
  }

  async syncDirectory(path: string): Promise<void> {
    this.#do({ kind: 'sync-directory', path });
    await Promise.resolve();
  }

  #do(call: DiskCall): void {
    this.state.perform(call);
    this.events.push({ call });
  }
}

class RecordedFile implements DiskFile {
  readonly #handle: number;
  readonly #image: FileImage;
  readonly #do: (call: DiskCall) => void;
  #isClosed = false;

  constructor(handle: number, image: FileImage, perform: (call: DiskCall) => void) {
    this.#handle = handle;
    this.#image = image;
    this.#do = perform;
  }

  async size(): Promise<number> {
    this.#check();
    return this.#image.size;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    this.#check();
    return this.#image.read(position, length).slice();
  }

  async write(position: number, parts: readonly Uint8Array[]): Promise<void> {
    this.#check();
    await Promise.resolve();
    this.#do({ kind: 'write', handle: this.#handle, position, bytes: new Uint8Array(Buffer.concat(parts)) });
  }

  async sync(): Promise<void> {
    this.#check();
    this.#do({ kind: 'sync', handle: this.#handle });
    await Promise.resolve();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #check(): void {
    if (this.#isClosed) throw systemError('EBADF', 'a closed file');
  }
}

function systemError(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code });
}

/** A disk as one process uses it: once the process is killed, its calls do nothing and never come back. */
export function diskOfProcess(disk: Disk): { readonly disk: Disk; kill(): void } {
  let isAlive = true;
  const never = (): Promise<never> => new Promise(() => undefined);
  const alive = <T>(call: () => Promise<T>): Promise<T> => (isAlive ? call() : never());
  const fileOf = (file: DiskFile): DiskFile => ({
    size: () => alive(() => file.size()),
    read: (position, length) => alive(() => file.read(position, length)),
    write: (position, parts) => alive(() => file.write(position, parts)),
    sync: () => alive(() => file.sync()),
    close: () => alive(() => file.close()),
  });
  const ofProcess: Disk = {
    open: (path, options) => alive(async () => openedAs(fileOf(await disk.open(path, { create: options.create })), options)),
    list: (directory) => alive(() => disk.list(directory)),
    makeDirectory: (path) => alive(() => disk.makeDirectory(path)),
    rename: (from, to) => alive(() => disk.rename(from, to)),
    remove: (path) => alive(() => disk.remove(path)),
    syncDirectory: (path) => alive(() => disk.syncDirectory(path)),
  };
  return {
    disk: ofProcess,
    kill() {
      isAlive = false;
    },
  };
}
