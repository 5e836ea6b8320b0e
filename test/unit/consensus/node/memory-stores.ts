// Key index, state and snapshots in memory for tests of the driver. They outlive the nodes that open them, and fail when they are told to.
import { createHash } from 'node:crypto';
import { assert, defined } from '../../../../consensus/assert.ts';
import type {
  KeyIndex,
  NamedKey,
  SnapshotRecord,
  SnapshotStore,
  StateChange,
  StateProgress,
  StateStore,
  StateView,
} from '../../../../consensus/ports.ts';
import type { NamedKeyRecord, SnapshotInfo } from '../../../../consensus/types.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** Of one partition. */
export class MemoryKeyIndex implements KeyIndex {
  keys = new Map<string, NamedKeyRecord>();
  through = 0;
  loads = 0;

  async getMany(_: number, ids: readonly Uint8Array[]): Promise<(NamedKeyRecord | undefined)[]> {
    return ids.map((id) => this.keys.get(hex(id)));
  }

  async put(_: number, keys: readonly NamedKey[], appliedOffset: number): Promise<void> {
    assert(appliedOffset >= this.through, 'the index never goes back');
    for (const { id, record } of keys) this.keys.set(hex(id), record);
    this.through = appliedOffset;
  }

  async appliedOffset(): Promise<number> {
    return this.through;
  }

  async all() {
    const keys = sorted(this.keys).map(([id, record]) => ({ id: fromHex(id), record }));
    return { appliedOffset: this.through, close: async () => undefined, [Symbol.asyncIterator]: () => iterate(keys) };
  }

  async load(_: number, keys: AsyncIterable<NamedKey>, appliedOffset: number): Promise<void> {
    this.loads++;
    this.keys = new Map();
    this.through = 0;
    const loaded = new Map<string, NamedKeyRecord>();
    for await (const { id, record } of keys) loaded.set(hex(id), record);
    this.keys = loaded;
    this.through = appliedOffset;
  }

  async close(): Promise<void> {}
}

async function* iterate<T>(items: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/** Of one partition. */
export class MemoryStateStore implements StateStore {
  pairs: ReadonlyMap<string, Uint8Array> = new Map();
  at: StateProgress = { index: 0, offset: 0 };
  writes: StateProgress[] = [];
  loads = 0;
  /** Lets writes wait until the test says so. */
  gate: Promise<void> = Promise.resolve();
  /** What reading a range throws. */
  unreadable: Error | undefined;

  async progress(): Promise<StateProgress> {
    return this.at;
  }

  async apply(_: number, changes: readonly StateChange[], progress: StateProgress): Promise<void> {
    await this.gate;
    assert(progress.index > this.at.index && progress.offset >= this.at.offset, 'the state moves on');
    const pairs = new Map(this.pairs);
    for (const { key, value } of changes) {
      if (value === undefined) pairs.delete(hex(key));
      else pairs.set(hex(key), value.slice());
    }
    this.pairs = pairs;
    this.at = progress;
    this.writes.push(progress);
  }

  async view(): Promise<StateView> {
    const { pairs, at } = this;
    return {
      progress: at,
      getMany: async (keys) => keys.map((key) => pairs.get(hex(key))),
      range: async ({ from, to, limit }) => {
        if (this.unreadable !== undefined) throw this.unreadable;
        return sorted(pairs)
          .filter(([key]) => key >= hex(from) && (to === undefined || key < hex(to)))
          .slice(0, limit)
          .map(([key, value]) => ({ key: fromHex(key), value }));
      },
      close: async () => undefined,
    };
  }

  async load(_: number, pairs: AsyncIterable<{ key: Uint8Array; value: Uint8Array }>, progress: StateProgress): Promise<void> {
    this.loads++;
    this.pairs = new Map();
    this.at = { index: 0, offset: 0 };
    const loaded = new Map<string, Uint8Array>();
    for await (const { key, value } of pairs) loaded.set(hex(key), value.slice());
    this.pairs = loaded;
    this.at = progress;
  }

  async close(): Promise<void> {}
}

interface Kept {
  readonly info: SnapshotInfo;
  readonly records: readonly SnapshotRecord[];
}

/** Of one partition. The bytes of a snapshot are its records as JSON. */
export class MemorySnapshots implements SnapshotStore {
  kept: Kept[] = [];
  broken = new Map<number, string>();
  /** What `finish` throws next. */
  failure: Error | undefined;
  /** Indexes whose next read fails. */
  readonly rotten = new Set<number>();
  readonly #received = new Map<number, Uint8Array>();

  list(): readonly SnapshotInfo[] {
    return this.kept.map(({ info }) => info).sort((a, b) => b.index - a.index);
  }

  damaged(): readonly { readonly index: number; readonly why: string }[] {
    return [...this.broken].map(([index, why]) => ({ index, why }));
  }

  async create(header: Omit<SnapshotInfo, 'bytes' | 'stateDigest' | 'fileDigest' | 'stateKeys' | 'namedKeys'>) {
    assert(!this.list().some(({ index }) => index === header.index), 'a snapshot is new');
    const records: SnapshotRecord[] = [];
    return {
      write: async (section: SnapshotRecord['section'], bytes: Uint8Array) => {
        records.push({ section, bytes: bytes.slice() });
      },
      finish: async () => {
        if (this.failure !== undefined) throw this.failure;
        const state = records.filter((record) => record.section === 'state');
        const info: SnapshotInfo = {
          ...header,
          bytes: bytesOf(records).length,
          stateDigest: digestOf(bytesOf(state)),
          fileDigest: digestOf(bytesOf(records)),
          stateKeys: 0,
          namedKeys: 0,
        };
        this.kept.push({ info, records });
        return info;
      },
      abort: async () => undefined,
    };
  }

  async *read(index: number): AsyncGenerator<SnapshotRecord, void, undefined> {
    const { records } = this.#find(index);
    for (const record of records) {
      if (record.section === 'named-keys' || record.section === 'state') this.#checkSound(index);
      yield record;
    }
    this.#checkSound(index);
  }

  async verify(index: number): Promise<SnapshotInfo> {
    this.#checkSound(index);
    return this.#find(index).info;
  }

  async readBytes({ index, position, length }: { index: number; position: number; length: number }): Promise<Uint8Array> {
    return bytesOf(this.#find(index).records).slice(position, position + length);
  }

  async receive(info: SnapshotInfo) {
    let bytes = this.#received.get(info.index) ?? new Uint8Array(0);
    return {
      received: bytes.length,
      write: async (position: number, piece: Uint8Array) => {
        assert(position === bytes.length, 'pieces come in their order');
        bytes = new Uint8Array(Buffer.concat([bytes, piece]));
        this.#received.set(info.index, bytes);
      },
      finish: async () => {
        this.#received.delete(info.index);
        if (hex(digestOf(bytes)) !== hex(info.fileDigest)) throw new Error('not that snapshot');
        this.kept.push({ info, records: recordsOf(bytes) });
        return info;
      },
      close: async () => undefined,
    };
  }

  async keepNewest(count: number): Promise<void> {
    const oldest = this.list()[count - 1]?.index ?? 0;
    this.kept = this.kept.filter(({ info }) => info.index >= oldest);
  }

  #find(index: number): Kept {
    return defined(
      this.kept.find(({ info }) => info.index === index),
      `snapshot ${index}`,
    );
  }

  #checkSound(index: number): void {
    if (!this.rotten.has(index)) return;
    this.kept = this.kept.filter(({ info }) => info.index !== index);
    this.broken.set(index, 'a flipped bit');
    throw new Error('a flipped bit');
  }
}

function bytesOf(records: readonly SnapshotRecord[]): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify(records.map(({ section, bytes }) => [section, hex(bytes)]))));
}

function recordsOf(bytes: Uint8Array): SnapshotRecord[] {
  const parsed = JSON.parse(Buffer.from(bytes).toString()) as [SnapshotRecord['section'], string][];
  return parsed.map(([section, text]) => ({ section, bytes: fromHex(text) }));
}

function digestOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}
