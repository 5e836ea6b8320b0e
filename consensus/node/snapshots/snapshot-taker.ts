// Takes a snapshot when a snapshot-point is applied: copies the tables at once, sees the state and the named keys at exactly that point, and writes all of it in the
// background, slowly enough that submits hardly notice. A file that cannot be written never harms the node: it tries again at the next point. State or named keys
// that cannot be read do.
import { AssertionError } from '../../assert.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { encodeTables, type LedgerTables } from '../../ledger/tables.ts';
import { SNAPSHOT_BYTES_PER_SECOND, SNAPSHOT_PAIRS_BYTES_PER_SECOND } from '../../limits.ts';
import { encodeMembership, type Membership } from '../../membership.ts';
import type { KeyIndex, SnapshotSection, SnapshotStore, SnapshotWriter, StateView } from '../../ports.ts';
import { namedKeyRecords, statePairsOf, stateRecords } from '../../snapshot-records.ts';
import type { Entry, SnapshotHeader, SnapshotInfo } from '../../types.ts';
import type { NodeEvent } from '../events.ts';
import { ClosedError, type Pauses } from '../pauses.ts';
import { messageOf } from './snapshot-loading.ts';

export interface SnapshotTakerOptions {
  readonly partition: number;
  readonly ledger: Pick<Ledger, 'dumpTables'>;
  /** Id of the cluster. */
  readonly cluster: string;
  /** In force at this entry, which was just applied. */
  readonly membershipAt: (index: number) => Membership;
  readonly snapshots: SnapshotStore;
  readonly keyIndex: KeyIndex;
  /** The state at exactly this entry, which was just applied; `undefined` if it is past that already. */
  readonly viewAt: (index: number) => Promise<StateView> | undefined;
  /** Resolves when the key index holds all named keys up to this offset. */
  readonly indexThrough: (offset: number) => Promise<void>;
  readonly pauses: Pauses;
  /** The disk is full: no snapshots. */
  readonly isFull: () => boolean;
  readonly onWritten: (bytes: number) => void;
  /** This snapshot is there, complete and durable. */
  readonly onTaken: (info: SnapshotInfo) => Promise<void>;
  /** None is being written any more, whatever became of the last one. */
  readonly onIdle: () => void;
  readonly observe: (event: NodeEvent) => void;
  readonly onFailure: (error: unknown) => void;
}

/** What is copied, or seen, at the moment at which the point is applied. */
interface Point {
  readonly header: SnapshotHeader;
  /** Its record. */
  readonly membership: Uint8Array;
  readonly tables: LedgerTables;
  readonly viewing: Promise<StateView>;
}

export class SnapshotTaker {
  readonly #options: SnapshotTakerOptions;
  #taking: Promise<void> | undefined;
  #isCancelled = false;

  constructor(options: SnapshotTakerOptions) {
    this.#options = options;
  }

  /** A point that is applied now is not skipped: none is being written, and there is space. */
  get canTake(): boolean {
    return this.#taking === undefined && !this.#options.isFull();
  }

  /** The entry, a snapshot-point, was just applied, and nothing after it. */
  handlePoint(entry: Entry): void {
    const { partition, cluster, ledger, snapshots, membershipAt, isFull, observe, onTaken, onFailure } = this.#options;
    const existing = snapshots.list().find(({ index }) => index === entry.index);
    if (existing !== undefined) {
      // A replay after a restart, or what was received once and then came as entries after all.
      if (this.#taking === undefined) this.#taking = this.#run(() => onTaken(existing), onFailure);
      return;
    }
    if ((snapshots.list()[0]?.index ?? 0) > entry.index) return;
    const viewing = this.canTake ? this.#options.viewAt(entry.index) : undefined;
    if (viewing === undefined) {
      const why =
        this.#taking !== undefined ? 'the one before is being written' : isFull() ? 'too little space is free' : 'the state is past it';
      observe({ kind: 'snapshot-skipped', partition, index: entry.index, why });
      return;
    }
    const { index, term, firstOffset, digest, timestamp } = entry;
    const header: SnapshotHeader = { partition, index, term, nextOffset: firstOffset, digest, timestamp };
    const point: Point = { header, membership: encodeMembership(membershipAt(index), cluster), tables: ledger.dumpTables(), viewing };
    this.#isCancelled = false;
    this.#taking = this.#run(() => this.#take(point), onFailure);
  }

  /** Gives up the one that is being taken; resolves when nothing is written any more. */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    await this.#taking;
  }

  async #run(work: () => Promise<void>, onFailure: (error: unknown) => void): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ClosedError)) onFailure(error);
    } finally {
      this.#taking = undefined;
      this.#options.onIdle();
    }
  }

  async #take(point: Point): Promise<void> {
    const { partition, observe, onTaken } = this.#options;
    let info: SnapshotInfo;
    try {
      info = await this.#write(point);
    } catch (error) {
      if (!(error instanceof UnwrittenError)) throw error;
      observe({ kind: 'snapshot-failed', partition, index: point.header.index, why: messageOf(error.cause) });
      return;
    }
    observe({ kind: 'snapshot-taken', partition, index: info.index, bytes: info.bytes });
    await onTaken(info);
  }

  async #write({ header, membership, tables, viewing }: Point): Promise<SnapshotInfo> {
    const { partition, snapshots, keyIndex, indexThrough } = this.#options;
    const throughOffset = header.nextOffset - 1;
    const view = await viewing;
    let writer: SnapshotWriter | undefined;
    try {
      await indexThrough(throughOffset);
      this.#check();
      // It came from another node meanwhile, which had been asked for it before the log reached the point.
      const existing = snapshots.list().find(({ index }) => index === header.index);
      if (existing !== undefined) return existing;
      writer = await writing(() => snapshots.create(header));
      await this.#add(writer, 'membership', membership);
      for (const record of encodeTables(tables)) await this.#add(writer, 'tables', record);
      const keys = await keyIndex.all(partition);
      try {
        for await (const record of namedKeyRecords(keys, { throughOffset })) await this.#add(writer, 'named-keys', record);
      } finally {
        await keys.close();
      }
      for await (const record of stateRecords(statePairsOf(view))) await this.#add(writer, 'state', record);
      const whole = writer;
      return await writing(() => whole.finish((bytes) => this.#pause(bytes, SNAPSHOT_BYTES_PER_SECOND)));
    } finally {
      tables.release();
      await writer?.abort();
      await view.close();
    }
  }

  /** One record, at the rate of all. */
  async #add(writer: SnapshotWriter, section: SnapshotSection, record: Uint8Array): Promise<void> {
    this.#check();
    await writing(() => writer.write(section, record));
    this.#options.onWritten(record.length);
    await this.#pause(record.length, isOfPairs(section) ? SNAPSHOT_PAIRS_BYTES_PER_SECOND : SNAPSHOT_BYTES_PER_SECOND);
  }

  /** After a record of so many bytes was written, or read back: keeps the rate. */
  async #pause(bytes: number, bytesPerSecond: number): Promise<void> {
    this.#check();
    await this.#options.pauses.wait(Math.ceil((bytes * 1000) / bytesPerSecond));
  }

  #check(): void {
    this.#options.pauses.check();
    if (this.#isCancelled) throw new ClosedError('the snapshot is not wanted any more');
  }
}

function isOfPairs(section: SnapshotSection): boolean {
  return section === 'named-keys' || section === 'state';
}

/** The file of this snapshot cannot be written; why is the cause. */
class UnwrittenError extends Error {}

/** A programmer's error, and that nobody wants the snapshot any more, stay what they are. */
async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AssertionError || error instanceof ClosedError) throw error;
    throw new UnwrittenError('the snapshot cannot be written', { cause: error });
  }
}
