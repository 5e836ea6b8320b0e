// Fetches the snapshot that a leader offers because it has compacted what this node needs: piece by piece, resumed where it stopped, verified and durable before the
// core hears of it. One at a time; the core asks again until it has what it needs, so an attempt that fails simply ends.
import { REPAIR_RETRY_MS } from '../../limits.ts';
import type { Membership } from '../../membership.ts';
import type { LogPosition, NodeId, SnapshotInfo } from '../../types.ts';
import type { NodeEvent } from '../events.ts';
import { membershipOfSnapshot } from '../membership/stored-memberships.ts';
import { fetchSnapshot, type SnapshotFetchOptions } from './snapshot-fetching.ts';
import { messageOf } from './snapshot-loading.ts';

/** What the core asks for (`Ready.install`). */
export interface WantedSnapshot {
  readonly from: NodeId;
  readonly position: LogPosition;
}

export interface SnapshotInstallerOptions extends SnapshotFetchOptions {
  /** All other nodes that are known of. */
  readonly peers: () => readonly NodeId[];
  /** Id of the cluster. */
  readonly cluster: string;
  /** The disk is full. */
  readonly isFull: () => boolean;
  /** This snapshot is here, verified and durable. `membership`: what it says is in force at its entry; `undefined`: that of the genesis. */
  readonly onFetched: (info: SnapshotInfo, membership: Membership | undefined) => Promise<void>;
  readonly observe: (event: NodeEvent) => void;
}

export class SnapshotInstaller {
  readonly #options: SnapshotInstallerOptions;
  #fetching: Promise<void> | undefined;
  /** The snapshot last told of, and the failure. */
  #saidIndex = 0;
  #saidFailure = '';
  /** Attempts that failed since the last that did not: every second one asks the next node. */
  #failures = 0;

  constructor(options: SnapshotInstallerOptions) {
    this.#options = options;
  }

  /** The core wants a snapshot: fetches it, unless that is under way. */
  want(wanted: WantedSnapshot): void {
    this.#fetching ??= this.#run(wanted);
  }

  /** Resolves when nothing is fetched any more; the partition closes. */
  async close(): Promise<void> {
    await this.#fetching;
  }

  async #run(wanted: WantedSnapshot): Promise<void> {
    const { partition, snapshots, cluster, pauses, observe, onFetched } = this.#options;
    try {
      const info = (await this.#own(wanted)) ?? (await this.#fetch(wanted));
      const membership = await membershipOfSnapshot(snapshots, info.index, cluster);
      if (pauses.isClosed) return;
      this.#saidFailure = '';
      this.#failures = 0;
      await onFetched(info, membership);
    } catch (error) {
      if (pauses.isClosed) return;
      const why = messageOf(error);
      if (why !== this.#saidFailure) observe({ kind: 'install-failed', partition, from: wanted.from, why });
      this.#saidFailure = why;
      this.#failures++;
      await pauses.wait(REPAIR_RETRY_MS);
    } finally {
      this.#fetching = undefined;
    }
  }

  /** The very snapshot, if it was fetched before and the process ended, or the core did not take it yet. */
  async #own({ position }: WantedSnapshot): Promise<SnapshotInfo | undefined> {
    const { snapshots } = this.#options;
    const own = snapshots.list().find(({ index, term }) => index === position.index && term === position.term);
    if (own === undefined) return undefined;
    try {
      return await snapshots.verify(own.index);
    } catch {
      // It is set aside; the leader's takes its place.
      return undefined;
    }
  }

  /** The snapshot of the wanted place, or the leader's newest one if it has moved on. */
  async #fetch({ from: leader, position }: WantedSnapshot): Promise<SnapshotInfo> {
    const { partition, snapshots, peers, peerRequests, isFull, observe } = this.#options;
    if (isFull()) throw new Error('too little space is free');
    // Of one place it is the same on all nodes, byte for byte: where the leader's is damaged, or gone, that of another does. Every other time it is the leader's turn: it is there, and others may
    // be away for long.
    const others = peers().filter((peer) => peer !== leader);
    const other = this.#failures % 2 === 0 ? undefined : others[((this.#failures - 1) / 2) % others.length];
    const from = other ?? leader;
    const listed = await peerRequests.snapshots(from, partition);
    const wanted = listed.find(({ index, term }) => index === position.index && term === position.term);
    const newest = listed.toSorted((a, b) => b.index - a.index)[0];
    const info = wanted ?? (from === leader && (newest?.index ?? 0) > position.index ? newest : undefined);
    if (info === undefined) throw new Error(`${from} has no snapshot of entry ${position.index}`);
    if (info.partition !== partition) throw new Error(`${from} lists a snapshot of partition ${info.partition}`);
    // A later one than the core knows of, fetched before: it is kept until the leader offers it.
    if (snapshots.list().some(({ index }) => index === info.index)) return info;
    if (this.#saidIndex !== info.index) observe({ kind: 'installing', partition, from, index: info.index, bytes: info.bytes });
    this.#saidIndex = info.index;
    return fetchSnapshot(this.#options, from, info);
  }
}
