// What one simulated disk holds: files and directories as the page cache shows them and as a power cut would leave them.
// A write is pending until a sync of its file makes it durable. A power cut keeps any version of each 512-byte sector that was written since,
// never a mixture, any of the sizes that the file had since, and any subset of the directory operations that no directory sync covered.
import type { Random } from './random.ts';

export const SECTOR_BYTES = 512;
/** Of the sectors that a power cut may leave with garbage. */
const GARBAGE_SHARE = 0.3;

/** How a power cut treats what was not synced. `garbage`: as `sectors`, but what was written over nothing may also be neither old nor new. */
export type LossKind = 'all' | 'none' | 'sectors' | 'writes' | 'newest-first' | 'garbage';

export interface PendingWrite {
  readonly sequence: number;
  readonly position: number;
  readonly bytes: Uint8Array;
  /** The size of the file after it. */
  readonly size: number;
  /** The bytes that were written, within those whole sectors. */
  readonly from: number;
  readonly to: number;
}

/** Bytes that grow by doubling, zeros where nothing was written. Copies share a buffer until one of them is written to. */
class Bytes {
  #buffer = new Uint8Array(0);
  #isShared = false;
  size = 0;

  write(position: number, bytes: Uint8Array): void {
    const end = position + bytes.length;
    this.#reserve(end);
    this.#buffer.set(bytes, position);
    if (end > this.size) this.size = end;
  }

  /** Grows with zeros or shrinks; what is cut off reads as zeros if the file grows again. */
  resize(size: number): void {
    this.#reserve(size);
    if (size < this.size) this.#buffer.fill(0, size, this.size);
    this.size = size;
  }

  /** Holds a copy of these from now on. */
  set(bytes: Uint8Array): void {
    this.#buffer = bytes.slice();
    this.size = bytes.length;
    this.#isShared = false;
  }

  /** Holds the same as another from now on. */
  become(other: Bytes): void {
    this.#buffer = other.#buffer;
    this.size = other.size;
    this.#isShared = true;
    other.#isShared = true;
  }

  /** As it is now, until the next write. */
  view(position: number, length: number): Uint8Array {
    return this.#buffer.subarray(Math.min(position, this.size), Math.min(position + length, this.size));
  }

  /** A buffer of its own, for at least so many bytes. */
  #reserve(size: number): void {
    if (size <= this.#buffer.length && !this.#isShared) return;
    let capacity = Math.max(this.#buffer.length, 4 * SECTOR_BYTES);
    while (capacity < size) capacity *= 2;
    const grown = new Uint8Array(capacity);
    grown.set(this.#buffer.subarray(0, this.size));
    this.#buffer = grown;
    this.#isShared = false;
  }
}

export class FileImage {
  readonly kind = 'file';
  readonly #cache = new Bytes();
  readonly #durable = new Bytes();
  #pending: PendingWrite[] = [];
  #sequence = 0;
  #hasFailedSync = false;
  /** Where the last sync that wrote anything wrote. */
  #syncedLast = { from: 0, to: 0 };

  get size(): number {
    return this.#cache.size;
  }

  /** A view of what the page cache shows, shorter at the end of the file. */
  read(position: number, length: number): Uint8Array {
    return this.#cache.view(position, length);
  }

  /** A view of what would be there if everything unsynced were lost. */
  durable(): Uint8Array {
    return this.#durable.view(0, this.#durable.size);
  }

  /** Whether these bytes stand in it, if everything unsynced were lost: anywhere, or within what the last sync wrote, where to look first. */
  durablyContains(bytes: Uint8Array, where: 'anywhere' | 'synced-last'): boolean {
    const { from, to } = where === 'anywhere' ? { from: 0, to: this.#durable.size } : this.#syncedLast;
    const durable = this.#durable.view(from, to - from);
    return Buffer.from(durable.buffer, durable.byteOffset, durable.length).indexOf(bytes) >= 0;
  }

  /** Takes a copy. What goes to the disk are whole sectors as the page cache shows them, not only the bytes that changed. */
  write(position: number, bytes: Uint8Array): void {
    this.#cache.write(position, bytes);
    const from = position - (position % SECTOR_BYTES);
    const to = Math.ceil((position + bytes.length) / SECTOR_BYTES) * SECTOR_BYTES;
    this.#sequence++;
    this.#pending.push({
      sequence: this.#sequence,
      position: from,
      bytes: this.#cache.view(from, to - from).slice(),
      size: this.#cache.size,
      from: position,
      to: position + bytes.length,
    });
  }

  /** Rot: these bytes are others from now on, on the disk, in the page cache and in sectors on their way; only within what is durable. */
  damage(position: number, bytes: Uint8Array): void {
    const to = Math.min(position + bytes.length, this.#durable.size);
    if (to <= position) return;
    const damaged = bytes.subarray(0, to - position);
    this.#durable.write(position, damaged);
    this.#cache.write(position, damaged);
    for (const write of this.#pending) {
      const from = Math.max(position, write.position);
      const end = Math.min(to, write.position + write.bytes.length);
      if (from < end) write.bytes.set(bytes.subarray(from - position, end - position), from - write.position);
    }
  }

  /** The end of the file is gone. */
  cutTo(size: number): void {
    this.replace(this.durable().subarray(0, size));
  }

  /** What a sync that begins now will cover. */
  beginSync(): number {
    return this.#sequence;
  }

  endSync(covered: number): void {
    let count = 0;
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    for (const { sequence, position, bytes } of this.#pending) {
      if (sequence > covered) break;
      this.#durable.write(position, bytes);
      from = Math.min(from, position);
      to = Math.max(to, position + bytes.length);
      count++;
    }
    if (count === 0) return;
    this.#pending = this.#pending.slice(count);
    this.#syncedLast = { from, to };
  }

  /** What no sync has covered yet, oldest first; `position` and `bytes` are of whole sectors as the page cache showed them. */
  get pending(): readonly PendingWrite[] {
    return this.#pending;
  }

  /** A sync failed, so the page cache may show what nothing pending will bring to the disk. */
  get hasFailedSync(): boolean {
    return this.#hasFailedSync;
  }

  /** A power cut in which each sector keeps the first of its pending writes, as many as `versionOf` says of the file's; then the size. */
  settle(versionOf: (sector: number, versions: number) => number, size: number): void {
    this.#applyVersions((versions, sector) => versionOf(sector, versions));
    this.#durable.resize(size);
    this.#pending = [];
    this.replace(this.durable());
  }

  /** Another content, as if it had always been there. */
  replace(contents: Uint8Array): void {
    this.#pending = [];
    this.#hasFailedSync = false;
    this.#durable.set(contents);
    this.#cache.become(this.#durable);
  }

  clone(): FileImage {
    const copy = new FileImage();
    copy.#cache.become(this.#cache);
    copy.#durable.become(this.#durable);
    copy.#pending = [...this.#pending];
    copy.#sequence = this.#sequence;
    copy.#hasFailedSync = this.#hasFailedSync;
    return copy;
  }

  /** A failed sync marks the pages clean without having written them (ATC'20): no later sync will write them either. */
  failSync(covered: number): void {
    this.#hasFailedSync = true;
    this.#pending = this.#pending.filter((write) => write.sequence > covered);
  }

  loseUnsynced(random: Random, loss: LossKind): void {
    const before = loss === 'garbage' && this.#pending.length > 0 ? this.durable().slice() : undefined;
    if (this.#pending.length > 0 && loss !== 'all') {
      const sizes = [this.#durable.size, ...this.#pending.map((write) => write.size)];
      if (loss === 'none') this.#applyVersions(() => this.#pending.length);
      else if (loss === 'writes') {
        const kept = random.integer(0, this.#pending.length);
        this.#applyVersions(() => kept);
        this.#durable.resize(sizes[kept] ?? 0);
      } else {
        const keep = loss === 'newest-first' ? () => random.chance(0.5) : undefined;
        this.#applyVersions((versions) => (keep === undefined ? random.integer(0, versions) : keep() ? versions : 0));
        this.#durable.resize(random.chance(0.5) ? (sizes[sizes.length - 1] ?? 0) : random.pick(sizes));
      }
    }
    if (before !== undefined) this.#addGarbage(random, before);
    this.#pending = [];
    this.#cache.become(this.#durable);
  }

  /** Some sectors of what was under way hold anything, but nothing that was there before is touched ("power-safe overwrite", FORMAT.md A3). */
  #addGarbage(random: Random, before: Uint8Array): void {
    for (const { from, to } of this.#pending) {
      for (let start = from; start < Math.min(to, this.#durable.size); ) {
        const end = Math.min(start - (start % SECTOR_BYTES) + SECTOR_BYTES, to, this.#durable.size);
        const wasNothing = before.subarray(start, end).every((byte) => byte === 0);
        if (wasNothing && random.chance(GARBAGE_SHARE)) this.#durable.write(start, random.bytes(end - start));
        start = end;
      }
    }
  }

  /** For each sector the pending writes up to the version that `choose` picks for it, of as many as there are. */
  #applyVersions(choose: (versions: number, sector: number) => number): void {
    const chosen = new Map<number, number>();
    for (const write of this.#pending) {
      const last = Math.floor((write.position + write.bytes.length - 1) / SECTOR_BYTES);
      for (let sector = Math.floor(write.position / SECTOR_BYTES); sector <= last; sector++) {
        let version = chosen.get(sector);
        if (version === undefined) {
          version = choose(this.#pending.length, sector);
          chosen.set(sector, version);
        }
        if (version === 0 || write.sequence > (this.#pending[version - 1]?.sequence ?? 0)) continue;
        const from = Math.max(write.position, sector * SECTOR_BYTES);
        const to = Math.min(write.position + write.bytes.length, (sector + 1) * SECTOR_BYTES);
        this.#durable.write(from, write.bytes.subarray(from - write.position, to - write.position));
      }
    }
  }
}

export type DirectoryOperation =
  | { readonly kind: 'put'; readonly name: string; readonly node: FileImage | DirectoryImage }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly name: string; readonly node: FileImage | DirectoryImage };

export class DirectoryImage {
  readonly kind = 'directory';
  readonly entries = new Map<string, FileImage | DirectoryImage>();
  readonly #durable = new Map<string, FileImage | DirectoryImage>();
  #pending: DirectoryOperation[] = [];
  #done = 0;

  /** The entries that would be there if every unsynced operation were lost. */
  durable(): ReadonlyMap<string, FileImage | DirectoryImage> {
    return this.#durable;
  }

  do(operation: DirectoryOperation): void {
    perform(this.entries, operation);
    this.#pending.push(operation);
  }

  beginSync(): number {
    return this.#done + this.#pending.length;
  }

  endSync(covered: number): void {
    while (this.#done < covered) {
      const operation = this.#pending.shift();
      if (operation === undefined) return;
      perform(this.#durable, operation);
      this.#done++;
    }
  }

  /** A file is gone, as if it had never been there; whoever has it open keeps it. */
  lose(name: string): void {
    this.entries.delete(name);
    this.#durable.delete(name);
  }

  /** What no directory sync has covered yet, oldest first. */
  get pending(): readonly DirectoryOperation[] {
    return this.#pending;
  }

  /** A power cut that keeps the pending operations that `keeps` says; what is in the directory is left as it is. */
  settle(keeps: (position: number) => boolean): void {
    this.#pending.forEach((operation, position) => {
      if (keeps(position)) perform(this.#durable, operation);
    });
    this.#done += this.#pending.length;
    this.#pending = [];
    this.entries.clear();
    for (const [name, node] of this.#durable) this.entries.set(name, node);
  }

  /** A copy of the tree below; `copies` says what became of each file and directory, also of those that only a pending operation names. */
  clone(copies = new Map<FileImage | DirectoryImage, FileImage | DirectoryImage>()): DirectoryImage {
    const copy = new DirectoryImage();
    copies.set(this, copy);
    const copyOf = (node: FileImage | DirectoryImage): FileImage | DirectoryImage => {
      const known = copies.get(node);
      if (known !== undefined) return known;
      const made = node.kind === 'directory' ? node.clone(copies) : node.clone();
      copies.set(node, made);
      return made;
    };
    for (const [name, node] of this.entries) copy.entries.set(name, copyOf(node));
    for (const [name, node] of this.#durable) copy.#durable.set(name, copyOf(node));
    copy.#pending = this.#pending.map((operation) =>
      operation.kind === 'remove' ? operation : { ...operation, node: copyOf(operation.node) },
    );
    copy.#done = this.#done;
    return copy;
  }

  loseUnsynced(random: Random, loss: LossKind): void {
    const kept = loss === 'writes' ? random.integer(0, this.#pending.length) : 0;
    this.#pending.forEach((operation, position) => {
      const keep = loss === 'none' || (loss === 'writes' ? position < kept : loss !== 'all' && random.chance(0.5));
      if (keep) perform(this.#durable, operation);
    });
    this.#done += this.#pending.length;
    this.#pending = [];
    this.entries.clear();
    for (const [name, node] of this.#durable) {
      this.entries.set(name, node);
      node.loseUnsynced(random, loss);
    }
  }
}

function perform(entries: Map<string, FileImage | DirectoryImage>, operation: DirectoryOperation): void {
  if (operation.kind === 'remove') entries.delete(operation.name);
  else {
    if (operation.kind === 'rename' && entries.get(operation.from) === operation.node) entries.delete(operation.from);
    entries.set(operation.name, operation.node);
  }
}
