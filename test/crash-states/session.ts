// One process that uses a data directory on a recording disk: it marks what it may be held to before and after each call, and checks what it
// finds whenever it opens.
import { assert, defined } from '../../consensus/assert.ts';
import type { Disk, PartitionStorage, SnapshotStore } from '../../consensus/ports.ts';
import type { Entry, NodeId } from '../../consensus/types.ts';
import { type DataDirectory, openDataDirectory } from '../../log/data-directory.ts';
import { entryAfter, NODE, PARTITION } from '../unit/log/fixture.ts';
import {
  type Change,
  checkDirectory,
  checkMemberships,
  checkPartition,
  checkSnapshots,
  type Expectation,
  follow,
  type Note,
  settledLog,
} from './expectation.ts';
import { diskOfProcess, type RecordingDisk } from './recording-disk.ts';
import { makeSnapshot, receiveSnapshot, type SnapshotOf, writeSnapshot } from './snapshots.ts';

export const ROOT = '/data';
/** A handful of entries fills a segment. */
const SIZES = { firstSegmentBytes: 6 * 1024, segmentBytes: 7 * 1024 };
/** Entries that the log never held, up to the base that a `reset` is given. */
const SKIPPED = 3;

/** Bytes of a payload: `dense` has no zero byte, `sparse` few that are not zero, `zeros` none; `membership` is dense, and that of a membership entry. */
export type Payload = number | { readonly zeros: number } | { readonly sparse: number } | { readonly membership: number };

/** Flips a bit of these bytes, wherever they are. */
type Rot = (bytes: Uint8Array) => void;

export class Session {
  readonly #disk: Disk;
  readonly #ownDisk: ReturnType<typeof diskOfProcess>;
  readonly #path: string;
  /** Told apart by their processes, so that an incarnation that was not durable is not given out twice. */
  readonly #process: number;
  readonly #onNote: (note: Note, expectation: Expectation) => void;
  readonly #rot: Rot | undefined;
  #expectation: Expectation;
  #data: DataDirectory | undefined;
  #storage: PartitionStorage | undefined;
  #snapshots: SnapshotStore | undefined;

  /** `onNote` hears of everything before it takes effect on the disk, and of every end of it. */
  constructor(options: {
    readonly disk: Disk;
    readonly path: string;
    readonly expectation: Expectation;
    readonly process: number;
    readonly onNote: (note: Note, expectation: Expectation) => void;
    readonly rot?: Rot | undefined;
  }) {
    this.#disk = options.disk;
    this.#ownDisk = diskOfProcess(options.disk);
    this.#path = options.path;
    this.#process = options.process;
    this.#onNote = options.onNote;
    this.#rot = options.rot;
    this.#expectation = options.expectation;
  }

  /** On a recording disk, which is told what to expect. */
  static recorded(disk: RecordingDisk<Expectation>, expectation: Expectation, process = 1): Session {
    disk.mark(expectation);
    const rot: Rot = (bytes) => disk.rot(PARTITION, bytes);
    return new Session({ disk, path: ROOT, expectation, process, rot, onNote: (_, next) => disk.mark(next) });
  }

  get expectation(): Expectation {
    return this.#expectation;
  }

  get storage(): PartitionStorage {
    return defined(this.#storage, 'an open partition');
  }

  /** Whether the log, once it is open, says that something was cut, is unclear or damaged. */
  get isDamageReported(): boolean {
    const storage = this.#storage;
    return storage !== undefined && (storage.recovery.tornBytes > 0 || storage.claim !== undefined || storage.damage.length > 0);
  }

  /** Opens the directory, partition 1 and its snapshots, and checks all of them. From then on what was found is promised. */
  async open(): Promise<void> {
    await this.openDirectory();
    this.#storage = await defined(this.#data, 'an open directory').openPartition(1);
    this.#note(await checkPartition(this.#storage, this.#expectation));
    this.#snapshots = await defined(this.#data, 'an open directory').openSnapshots(1);
    this.#note(await checkSnapshots(this.#snapshots, this.#expectation));
  }

  async openDirectory(): Promise<void> {
    const newIncarnation = (): string => this.#process.toString(16).padStart(32, '0');
    this.#data = await openDataDirectory({ disk: this.#ownDisk.disk, path: this.#path, nodeId: NODE, newIncarnation, ...SIZES });
    this.#note(checkDirectory(this.#data, this.#expectation));
  }

  async saveGenesis(text: string): Promise<void> {
    await this.#change({ kind: 'genesis', text }, () => defined(this.#data, 'an open directory').saveGenesis(text));
  }

  async save(term: number, votedFor: NodeId | undefined): Promise<void> {
    const hardState = { term, votedFor };
    await this.#change({ kind: 'save', hardState }, () => this.storage.saveHardState(hardState));
  }

  /** One append of entries with these payloads, of the term of the hard state; behind index `after`, by default behind the last. */
  async append(payloads: readonly Payload[], after = this.storage.lastIndex): Promise<void> {
    const log = settledLog(this.#expectation);
    const entries = this.#entries(payloads, log.history[after - log.historyBase - 1]);
    await this.#change({ kind: 'append', after, entries }, () => this.storage.append(entries));
    assert(this.storage.lastIndex === after + entries.length, 'the log ends behind what was appended');
  }

  async compact(throughIndex: number): Promise<void> {
    await this.#change({ kind: 'compact', throughIndex }, () => this.storage.compact(throughIndex));
  }

  /** As after the installation of a snapshot of a point behind the end of this log. */
  async reset(): Promise<void> {
    const skipped = Array.from({ length: SKIPPED }, () => 10);
    const base = defined(this.#entries(skipped, settledLog(this.#expectation).history.at(-1)).at(-1), 'an entry');
    const { index, term, firstOffset, count, digest } = base;
    await this.#change({ kind: 'reset', base }, () => this.storage.reset({ index, term, nextOffset: firstOffset + count, digest }));
  }

  /** Takes a snapshot of the log up to its last entry. */
  async snapshot(): Promise<void> {
    const made = await makeSnapshot(this.#end());
    await this.#change({ kind: 'snapshot', made }, async () => {
      await writeSnapshot(this.snapshots, made.info);
    });
  }

  /** Receives a snapshot of a place behind the log; `piecesMax`: leaves it unfinished. Asked again, goes on with it. */
  async receive(piecesMax?: number): Promise<void> {
    const made = await makeSnapshot({ ...this.#end(), index: this.storage.lastIndex + SKIPPED });
    await this.#change({ kind: 'snapshot', made }, () => receiveSnapshot(this.snapshots, made, piecesMax), piecesMax !== undefined);
  }

  /** Receives the newest snapshot if it is not there: what a crash left of an earlier attempt is no hindrance. */
  async receiveNewest(): Promise<void> {
    const [newest] = this.#expectation.snapshots;
    if (newest === undefined || newest.isSure) return;
    const { info, bytes } = newest;
    await this.#change({ kind: 'snapshot', made: { info, bytes } }, () => receiveSnapshot(this.snapshots, newest));
  }

  async keepNewest(count: number): Promise<void> {
    await this.#change({ kind: 'keep-newest', count }, () => this.snapshots.keepNewest(count));
  }

  get snapshots(): SnapshotStore {
    return defined(this.#snapshots, 'open snapshots');
  }

  #end(): SnapshotOf {
    const { lastIndex, lastDigest, hardState } = this.storage;
    return { index: lastIndex, term: hardState.term, nextOffset: 1 + lastIndex * 3, digest: lastDigest };
  }

  /** A bit of entry `index` flips on the disk; the payload has to be one that is nowhere else. */
  damage(index: number): void {
    const { history, historyBase } = settledLog(this.#expectation);
    const { payload } = defined(history[index - historyBase - 1], 'an entry');
    this.#note({ kind: 'begin', change: { kind: 'damage', index } });
    defined(this.#rot, 'a disk that rots')(payload);
  }

  /** Puts back what is damaged, as if from another node. */
  async repair(): Promise<void> {
    const { history, historyBase } = settledLog(this.#expectation);
    const [range] = this.storage.damage;
    if (range === undefined) return;
    const entries = history.slice(range.from - historyBase - 1, range.to - historyBase);
    await this.#change({ kind: 'repair' }, () => this.storage.repair(entries));
  }

  /** Gives up what an unclear last write claims. */
  async dropClaim(): Promise<void> {
    if (this.storage.claim !== undefined) await this.storage.dropClaim();
  }

  /** The process does nothing more, also not what it had begun. */
  kill(): void {
    this.#ownDisk.kill();
  }

  /** The process is killed and another begins, while all is in the page cache. */
  async restart(): Promise<Session> {
    this.kill();
    const next = new Session({
      disk: this.#disk,
      path: this.#path,
      expectation: this.#expectation,
      process: this.#process + 1,
      onNote: this.#onNote,
      rot: this.#rot,
    });
    await next.open();
    return next;
  }

  async #change(change: Change, make: () => Promise<void>, isUnfinished = false): Promise<void> {
    this.#note({ kind: 'begin', change });
    await make();
    if (!isUnfinished) this.#note({ kind: 'end', change: change.kind });
    if (this.#storage !== undefined && this.#expectation.logs.length === 1) checkMemberships(this.#storage, settledLog(this.#expectation));
  }

  #entries(payloads: readonly Payload[], previous: Entry | undefined): Entry[] {
    const { term } = this.storage.hardState;
    const entries: Entry[] = [];
    let last = previous;
    for (const payload of payloads) {
      const bytes = payloadOf(payload, (last?.index ?? 0) * 7 + term);
      const isMembership = typeof payload !== 'number' && 'membership' in payload;
      last = entryAfter(last, { term, payload: bytes, ...(isMembership ? { type: 'membership' } : {}) });
      entries.push(last);
    }
    return entries;
  }

  #note(note: Note): void {
    this.#expectation = follow(this.#expectation, note);
    this.#onNote(note, this.#expectation);
  }
}

/** The first bytes of a dense payload are found nowhere else: low ones, as no other five neighbours are. */
const HEAD_BYTES = 5;

function headByte(salt: number, at: number): number {
  return 1 + ((salt >> (at * 4)) & 15);
}

function payloadOf(payload: Payload, salt: number): Uint8Array {
  if (typeof payload === 'number')
    return Uint8Array.from({ length: payload }, (_, at) => (at < HEAD_BYTES ? headByte(salt, at) : 1 + ((at * 7 + salt) % 255)));
  if ('membership' in payload) return payloadOf(payload.membership, salt);
  if ('zeros' in payload) return new Uint8Array(payload.zeros);
  return Uint8Array.from({ length: payload.sparse }, (_, at) => (at % 700 === 300 ? 1 + (salt % 255) : 0));
}
