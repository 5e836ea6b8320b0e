// The interfaces between the driver and the world: time, disk, log, key index, network, digests. Implemented by log/, rpc/ and cmd/
// for real and by test/sim for the simulator; each has a conformance suite in test/conformance that both must pass.
import type { PeerMessage } from './messages.ts';
import type { Entry, EntryBody, HardState, NamedKeyRecord, NodeId, TermRun } from './types.ts';

export type Cancel = () => void;

/** Time as the driver may use it. Timers only ever delay; no clock decides what commits. */
export interface Timers {
  /** Milliseconds since 1970, for entry timestamps only. */
  wallClock(): number;
  /** Calls back every `ms`; a stalled process gets one late call, never a burst. */
  every(ms: number, callback: () => void): Cancel;
  after(ms: number, callback: () => void): Cancel;
  /** Calls back once all input that has already arrived was handled: the end of this event-loop turn. */
  endOfTurn(callback: () => void): void;
}

/** A file that a `Disk` opened. Calls on one file may overlap; what is not synced may be lost or torn by a crash. */
export interface DiskFile {
  size(): Promise<number>;
  /** Up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
  /** Writes all parts one after the other from `position`, extending the file as needed. */
  write(position: number, parts: readonly Uint8Array[]): Promise<void>;
  /** fdatasync: when it resolves, every write that resolved before the call is durable, and the file's size with it. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A file system, as much of it as the log needs. Paths are absolute and use `/`. Errors are Node's, with `code`. */
export interface Disk {
  /** Opens for reading and writing. `create: true` makes a new file and fails with EEXIST if there is one. */
  open(path: string, options: { readonly create: boolean }): Promise<DiskFile>;
  /** Names (not paths) in a directory, in no order; ENOENT if there is none. */
  list(directory: string): Promise<string[]>;
  makeDirectory(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** fsync of the directory: makes creations, renames and removals in it durable. */
  syncDirectory(path: string): Promise<void>;
}

/** What recovery found, for the start-up log and for operators. */
export interface RecoveryReport {
  readonly segments: number;
  readonly entries: number;
  /** Bytes of a torn last write that were cut; 0 as a rule. */
  readonly tornBytes: number;
  readonly tornAt: { readonly file: string; readonly position: number } | undefined;
}

/** One partition's durable log and hard state. At most one `append` and one `saveHardState` are under way at a time. */
export interface PartitionStorage {
  readonly recovery: RecoveryReport;
  /** As recovered; afterwards the last one saved. */
  readonly hardState: HardState;
  /** Index of the last durable entry, 0 if none. */
  readonly lastIndex: number;
  /** Digest of the last durable entry, zeros if none. */
  readonly lastDigest: Uint8Array;
  readonly termRuns: readonly TermRun[];
  /** Resolves when both copies are synced. */
  saveHardState(hardState: HardState): Promise<void>;
  /**
   * Appends consecutive entries with one write and one fdatasync, and resolves when they are durable. If the first one's index is not
   * `lastIndex + 1` it is at most that, and what the log holds from there on is void (a conflicting suffix, Raft §5.3).
   */
  append(entries: readonly Entry[]): Promise<void>;
  /** Durable entries `from`..`to`, verified; stops early, but not before one entry, when payloads pass `bytesMax`. */
  read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]>;
  /** Index of the durable batch that holds the transaction at `offset`, if there is one. */
  indexOfOffset(offset: number): number | undefined;
  close(): Promise<void>;
}

/** Named keys for ever: id -> record, per partition, with the offset up to which the index is complete. */
export interface KeyIndex {
  /** In the order of `ids` (16 bytes each). */
  getMany(partition: number, ids: readonly Uint8Array[]): Promise<(NamedKeyRecord | undefined)[]>;
  /**
   * One atomic, synced batch: these keys, and that all of the partition up to `appliedOffset` is in the index. At most one is under way for
   * a partition, and each key is put once.
   */
  put(
    partition: number,
    keys: readonly { readonly id: Uint8Array; readonly record: NamedKeyRecord }[],
    appliedOffset: number,
  ): Promise<void>;
  /** As of the last `put`; 0 if there was none. */
  appliedOffset(partition: number): Promise<number>;
  close(): Promise<void>;
}

/** Sends to other nodes: at most once, in no promised order. Drops when the peer is away or its bounded queue is full. */
export interface PeerTransport {
  send(to: NodeId, message: PeerMessage): void;
}

/** SHA-256 over the previous digest and the entry, as log/FORMAT.md defines it. */
export type ChainDigest = (previousDigest: Uint8Array, index: number, body: EntryBody) => Uint8Array;
