// The interfaces between the driver and the world: time, disk, log, key index, network, digests. Implemented by log/, rpc/ and cmd/
// for real and by test/sim for the simulator; each has a conformance suite in test/conformance that both must pass.
import type { PeerMessage } from './messages.ts';
import type {
  DamagedRange,
  Delta,
  Entry,
  EntryBody,
  HardState,
  LogBase,
  LogPosition,
  NamedKeyRecord,
  NodeId,
  SnapshotHeader,
  SnapshotInfo,
  TermRun,
} from './types.ts';

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
  /** Calls under way end first. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `true` makes a new file and fails with EEXIST if there is one. */
  readonly create: boolean;
  /** Each write of this handle, and the file's size with it, is durable when it resolves, as if it were followed by `sync`. `false` by default. */
  readonly syncedWrites?: boolean;
}

/** A file system, as much of it as the log needs. Paths are absolute and use `/`. Errors are Node's, with `code`. */
export interface Disk {
  /** Opens for reading and writing. */
  open(path: string, options: OpenOptions): Promise<DiskFile>;
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
  /** Live entries. */
  readonly entries: number;
  /** Bytes that were read to find out: sealed segments are not read again. */
  readonly bytesRead: number;
  /** Bytes of a torn last write that were cut; 0 as a rule. */
  readonly tornBytes: number;
  readonly tornAt: { readonly file: string; readonly position: number } | undefined;
  /** A last write that is damaged, and not as a crash would; see `PartitionStorage.claim`. */
  readonly unclearAt: { readonly file: string; readonly position: number } | undefined;
}

/** A step of a walk over sealed segments (the scrubber): how much was read, and where it goes on; `undefined` at the end of a round. */
export interface VerifyStep {
  readonly bytes: number;
  readonly next: number | undefined;
  readonly damage: readonly DamagedRange[];
}

/**
 * One partition's durable log and hard state. At most one of `append`, `compact`, `reset` and `repair` is under way at a time (the storage
 * queues `compact`, `repair` and `verify` behind an append itself), and at most one `saveHardState`.
 */
export interface PartitionStorage {
  readonly recovery: RecoveryReport;
  /** As recovered; afterwards the last one saved. */
  readonly hardState: HardState;
  /** Where the log begins: behind this entry, which a snapshot covers. 0^0 while everything is kept. */
  readonly base: LogBase;
  /** Index of the last durable entry; that of `base` if there is none behind it. */
  readonly lastIndex: number;
  /** Digest of the last durable entry; that of `base` if there is none behind it. */
  readonly lastDigest: Uint8Array;
  /** Of the entries behind `base`. */
  readonly termRuns: readonly TermRun[];
  /** Indexes of the membership entries behind `base`, ascending. Those inside damage may be missing. */
  readonly memberships: readonly number[];
  /**
   * An unclear last sync may have been acknowledged up to here (index `Number.MAX_SAFE_INTEGER`: nobody knows how far). Until the log itself
   * reaches it this node does not stand for election and votes only for logs that do (DESIGN §8). Survives restarts. `undefined` as a rule.
   */
  readonly claim: LogPosition | undefined;
  /** Durable entries known to be unreadable, ascending, none overlapping. Reading one rejects with `DamagedEntriesError`. */
  readonly damage: readonly DamagedRange[];
  /** Bytes of all segment files. */
  readonly bytes: number;
  /** Resolves when both copies are synced. */
  saveHardState(hardState: HardState): Promise<void>;
  /**
   * Appends consecutive entries with one synced write, and resolves when they are durable. If the first one's index is not
   * `lastIndex + 1` it is at most that, and what the log holds from there on is void (a conflicting suffix, Raft §5.3). A claim that the log
   * now reaches is gone.
   */
  append(entries: readonly Entry[]): Promise<void>;
  /**
   * Durable entries from `from` on, at most up to `to`, verified: at least one, and more as long as their payloads do not pass `bytesMax` and they are read with it; none if the log
   * was cut or compacted meanwhile and no longer holds `from`. `from` is above `base.index`. Rejects with `DamagedEntriesError`; the damage is then in `damage`.
   */
  read(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]>;
  /** Index of the durable batch that holds the transaction at `offset`, if there is one. */
  indexOfOffset(offset: number): Promise<number | undefined>;
  /** Drops whole segments that end at or below `throughIndex`, which a durable snapshot covers. `base` moves as far as that goes. */
  compact(throughIndex: number): Promise<void>;
  /** First indexes, sizes and ages of the segments that `compact` could drop, oldest first; never the one that is written to. */
  sealedSegments(): readonly SealedSegment[];
  /**
   * Starts anew behind `base`, of which a durable snapshot was installed: everything that was in the log is void and removed, and so is
   * damage. A claim that `base` does not reach (in the order of term, then index) stays: what was acknowledged above it is not in the snapshot. Durable when it resolves.
   */
  reset(base: LogBase): Promise<void>;
  /** Puts the entries of one of `damage` back, exactly its `from`..`to`; they are checked against its digests first. Durable when it resolves. Rejects with `NoSpaceError`, nothing having changed, while the disk is full. */
  repair(entries: readonly Entry[]): Promise<void>;
  /**
   * What looks sound in a damaged range, from `from`, which lies in it, on; about `bytesMax` of payloads, perhaps nothing. It may be void: only the digest at the end of the range tells, for whoever repairs
   * it, here or on another node. Rejects like `read`, but for damage.
   */
  readUnproven(options: { readonly from: number; readonly to: number; readonly bytesMax: number }): Promise<Entry[]>;
  /**
   * A verified snapshot of this entry, which is committed, is here: what is damaged on both sides of its end counts as two of `damage` from now on, each of which can be repaired without
   * the other. In memory only. Where the entry is not damaged nothing changes.
   */
  splitDamage(at: { readonly index: number; readonly digest: Uint8Array }): void;
  /**
   * Part of the log is damaged for good, and the driver takes part as if it ended before that: what lay behind may have been acknowledged up to `claim`. To be durable before the first
   * append that cuts it off. A higher claim stays; as any claim it is gone once an append leaves a log that reaches it, and a start drops one that the log reaches.
   */
  raiseClaim(claim: LogPosition): Promise<void>;
  /** The core says that the claim is settled, although the log does not reach it (all voters answered, none holds more): gives it up, durably. The bytes stay. */
  dropClaim(): Promise<void>;
  /** Re-reads about `bytesMax` bytes of sealed segments from index `from` on and checks them against frames, seals and chain. */
  verify(options: { readonly from: number; readonly bytesMax: number }): Promise<VerifyStep>;
  close(): Promise<void>;
}

export interface SealedSegment {
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly bytes: number;
  /** Timestamp of its last entry, milliseconds since 1970. */
  readonly lastTimestamp: number;
}

/**
 * What a snapshot consists of, in this order. Records come back as they were written. `membership` is one record, the payload of `membership.ts` that is in force at its entry; without it
 * the genesis is. Those of `tables` are opaque to the store; those of `named-keys` and `state` are as `snapshot-records.ts` defines them: the store counts what they hold and refuses any
 * order but the ascending one.
 */
export type SnapshotSection = 'membership' | 'tables' | 'named-keys' | 'state';

/** A section's records, in their order, as they were written; verified before they are handed out. */
export interface SnapshotRecord {
  readonly section: SnapshotSection;
  readonly bytes: Uint8Array;
}

/** A snapshot being written under a temporary name. */
export interface SnapshotWriter {
  /** Sections in the order of `SnapshotSection`; `bytes` is one record, at most `SNAPSHOT_RECORD_BYTES_MAX`. */
  write(section: SnapshotSection, bytes: Uint8Array): Promise<void>;
  /**
   * Synced, read back and verified whole, under its true name, durable. `onRead` is told of the bytes of each record that was read back, and waited for: it sets
   * the pace, and what it rejects with ends it.
   */
  finish(onRead?: (bytes: number) => Promise<void>): Promise<SnapshotInfo>;
  /** Removes what was written. Idempotent, also after `finish`, where it does nothing. */
  abort(): Promise<void>;
}

/** A snapshot on its way from another node; what arrived survives a restart. */
export interface SnapshotReceiver {
  /** Bytes that are here; go on from there. */
  readonly received: number;
  write(position: number, bytes: Uint8Array): Promise<void>;
  /** Verifies the whole against `info` and makes it durable under its true name. Rejects, and removes what came, if it is not that snapshot. */
  finish(): Promise<SnapshotInfo>;
  close(): Promise<void>;
}

/**
 * The snapshots of one partition: files of its directory. The names of unfinished ones are temporary. What is asked of one that is not in
 * `list` (any more) rejects.
 */
export interface SnapshotStore {
  /** Sound as far as is known, newest first: verified whole when they were written, by header and trailer at the start. */
  list(): readonly SnapshotInfo[];
  /** Damaged ones that were found at the start, by `read` or by `verify`, with the reason; set aside, never used, never removed unasked. */
  damaged(): readonly { readonly index: number; readonly why: string }[];
  /** One of an index that is not in `list`; rejects while one of that index is being written or received; a damaged one of that index is replaced when it is finished. */
  create(header: SnapshotHeader): Promise<SnapshotWriter>;
  /** Every record, verified chunk by chunk and as a whole before the last is handed out. If it is damaged, rejects and sets it aside. */
  read(index: number): AsyncIterable<SnapshotRecord>;
  /** Reads and checks the whole file. If it is damaged, rejects and sets it aside. */
  verify(index: number): Promise<SnapshotInfo>;
  /** Bytes of the file, for another node: up to `length` from `position`. Not verified here: the receiver does. */
  readBytes(options: { readonly index: number; readonly position: number; readonly length: number }): Promise<Uint8Array>;
  /** As `create`, of bytes that another node has; goes on from what an earlier attempt at the same snapshot left. */
  receive(info: SnapshotInfo): Promise<SnapshotReceiver>;
  /** Removes all sound ones but the newest `count`, and damaged ones older than those. */
  keepNewest(count: number): Promise<void>;
}

/** How far the state of one partition is. 0 and 0 before the first entry. */
export interface StateProgress {
  readonly index: number;
  readonly offset: number;
}

/** A change of the state: `value` of `undefined` deletes the key. */
export interface StateChange {
  readonly key: Uint8Array;
  readonly value: Uint8Array | undefined;
}

export interface StatePair {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** The state at exactly one place of the log, while writes go on. Whoever opens it closes it. All of it: `statePairsOf` in snapshot-records.ts. */
export interface StateView {
  readonly progress: StateProgress;
  /** In the order of `keys`. */
  getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]>;
  /** Pairs with `from` <= key, and key < `to` unless that is `undefined`, ascending by bytes; at most `limit` and about `bytesMax` bytes, at least one. */
  range(options: {
    readonly from: Uint8Array;
    readonly to: Uint8Array | undefined;
    readonly limit: number;
    readonly bytesMax: number;
  }): Promise<StatePair[]>;
  close(): Promise<void>;
}

/** The replicated state of all partitions of this node (DESIGN §9): key -> value, per partition, with its place in the log. */
export interface StateStore {
  /** As of the last durable `apply` or `load`; 0 and 0 also while a `load` was cut short. */
  progress(partition: number): Promise<StateProgress>;
  /** One atomic, synced batch: these changes in their order, and that all of the partition up to `progress` is in the state. */
  apply(partition: number, changes: readonly StateChange[], progress: StateProgress): Promise<void>;
  view(partition: number): Promise<StateView>;
  /** Replaces the whole state of a partition by these pairs, ascending by key. Cut short, also by `pairs` that reject, it leaves nothing and progress 0. */
  load(partition: number, pairs: AsyncIterable<StatePair>, progress: StateProgress): Promise<void>;
  close(): Promise<void>;
}

/** The deltas of one encoded transaction of a committed batch, in their order. */
export type DeltasOf = (transaction: Uint8Array) => readonly Delta[];

/** What a node knows of the end of its own log, whether it takes part already or not. */
export interface PeerLogEnd {
  readonly last: LogPosition;
  readonly firstIndex: number;
  readonly claim: LogPosition | undefined;
  /** Everyone whose vote counts in the configuration that is in force at the end of this log: a lost entry may be with one of these (claim-settler.ts). */
  readonly electors: readonly NodeId[];
  /** It leads, and so settles no claim: its appends do, and until it ceases to lead it may commit by what the asking node acknowledged and lost. */
  readonly leads: boolean;
}

/**
 * What nodes ask each other outside Raft: to repair, to settle a claim, to install a snapshot, to read at the leader's commit. Each call is answered
 * by the other node's driver, also before its partition takes part; it rejects when the peer is away, refuses or is too slow.
 */
export interface PeerRequests {
  logEnd(node: NodeId, partition: number): Promise<PeerLogEnd>;
  /** Entries `from`..`to` as far as the peer can read them (none if it cannot read `from`), about `bytesMax` bytes, at least one. */
  entries(
    node: NodeId,
    request: { readonly partition: number; readonly from: number; readonly to: number; readonly bytesMax: number },
  ): Promise<readonly EntryBody[]>;
  /** The committed offset by ReadIndex; `undefined` if the peer does not lead. */
  committedOffset(node: NodeId, partition: number): Promise<number | undefined>;
  snapshots(node: NodeId, partition: number): Promise<readonly SnapshotInfo[]>;
  snapshotBytes(
    node: NodeId,
    request: { readonly partition: number; readonly index: number; readonly position: number; readonly length: number },
  ): Promise<Uint8Array>;
}

/** The answering side of `PeerRequests`: what this node says about itself. */
export interface PeerRequestHandler {
  logEnd(partition: number): Promise<PeerLogEnd>;
  entries(request: {
    readonly partition: number;
    readonly from: number;
    readonly to: number;
    readonly bytesMax: number;
  }): Promise<readonly EntryBody[]>;
  committedOffset(partition: number): Promise<number | undefined>;
  snapshots(partition: number): Promise<readonly SnapshotInfo[]>;
  snapshotBytes(request: {
    readonly partition: number;
    readonly index: number;
    readonly position: number;
    readonly length: number;
  }): Promise<Uint8Array>;
}

/** Free bytes of the file system that holds the data directory. */
export type FreeBytes = () => Promise<number>;

/** One key of the index. */
export interface NamedKey {
  /** 16 bytes. */
  readonly id: Uint8Array;
  readonly record: NamedKeyRecord;
}

/**
 * All named keys of a partition, ascending by id, at one point, while writes go on; iterated at most once. Whoever opens it closes it.
 * A snapshot at offset X holds exactly the keys with `record.offset` <= X: they are those of a view whose `appliedOffset` is at least X, without the
 * keys whose offset is above X. (A key is put once and never changes, so an index that is ahead has only more of them.)
 */
export interface NamedKeysView extends AsyncIterable<NamedKey> {
  readonly appliedOffset: number;
  close(): Promise<void>;
}

/** Named keys for ever: id -> record, per partition, with the offset up to which the index is complete. */
export interface KeyIndex {
  /** In the order of `ids` (16 bytes each). */
  getMany(partition: number, ids: readonly Uint8Array[]): Promise<(NamedKeyRecord | undefined)[]>;
  /**
   * One atomic, synced batch: these keys, and that all of the partition up to `appliedOffset` is in the index. At most one `put` or `load` is
   * under way for a partition, and each key is put once. Without keys it moves the applied offset.
   */
  put(partition: number, keys: readonly NamedKey[], appliedOffset: number): Promise<void>;
  /** As of the last `put` or `load`; 0 if there was none, and when a `load` was cut short. */
  appliedOffset(partition: number): Promise<number>;
  all(partition: number): Promise<NamedKeysView>;
  /** Replaces all keys of a partition by these, ascending by id. Cut short, also by `keys` that reject, it leaves no key and offset 0. */
  load(partition: number, keys: AsyncIterable<NamedKey>, appliedOffset: number): Promise<void>;
  close(): Promise<void>;
}

/** Sends to other nodes: at most once, in no promised order. Drops when the peer is away or its bounded queue is full. */
export interface PeerTransport {
  send(to: NodeId, message: PeerMessage): void;
}

/** SHA-256 over the previous digest and the entry, as log/FORMAT.md defines it. */
export type ChainDigest = (previousDigest: Uint8Array, index: number, body: EntryBody) => Uint8Array;
