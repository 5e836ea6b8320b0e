// Looks for a snapshot of another node that covers damage which no other node can repair, because it has compacted it, or that takes the place of those that rotted here, and brings it here: the
// partition then starts from that, and the log behind it stays as it is. What becomes of one that is ahead of the log is for missing-snapshot.ts.
import type { PartitionStorage } from '../../ports.ts';
import type { DamagedRange, NodeId, SnapshotInfo } from '../../types.ts';
import type { NodeEvent } from '../events.ts';
import { fetchSnapshot, type SnapshotFetchOptions } from '../snapshots/snapshot-fetching.ts';
import { messageOf } from '../snapshots/snapshot-loading.ts';
import { isInLog } from './starting-log.ts';

/** Times in a row that a snapshot of one peer cannot be fetched until it counts as none. */
const ATTEMPTS_MAX = 3;

export interface DamageCoverOptions extends SnapshotFetchOptions {
  readonly storage: PartitionStorage;
  /** All other nodes that are known of. */
  readonly peers: () => readonly NodeId[];
  readonly isFull: () => boolean;
  readonly observe: (event: NodeEvent) => void;
}

export class DamageCover {
  readonly #options: DamageCoverOptions;
  /** Attempts that failed, by peer and index of the snapshot. */
  readonly #failed = new Map<string, number>();

  constructor(options: DamageCoverOptions) {
    this.#options = options;
  }

  /** `covered`: such a snapshot is here now. `nobody-can`: every peer answered, and none has one. `later`: some did not answer, or fetching failed. */
  async find(range: DamagedRange): Promise<'covered' | 'nobody-can' | 'later'> {
    const found = await this.#search(async (info) => info.index >= range.to && (await this.#leadsIntoLog(info)));
    return typeof found === 'string' ? found : 'covered';
  }

  /** One that the log goes on from, in the place of those that were here; otherwise as `find`. */
  findInLog(): Promise<SnapshotInfo | 'nobody-can' | 'later'> {
    return this.#search((info) => this.#leadsIntoLog(info));
  }

  /** One of an entry that this log has not reached; otherwise as `find`. */
  findAhead(): Promise<SnapshotInfo | 'nobody-can' | 'later'> {
    return this.#search(async (info) => info.index > this.#options.storage.lastIndex);
  }

  async #search(isWanted: (info: SnapshotInfo) => Promise<boolean>): Promise<SnapshotInfo | 'nobody-can' | 'later'> {
    const { peers, peerRequests, partition, pauses, isFull } = this.#options;
    let result: 'nobody-can' | 'later' = 'nobody-can';
    for (const peer of peers()) {
      if (pauses.isClosed || isFull()) return 'later';
      try {
        const listed = await peerRequests.snapshots(peer, partition);
        for (const info of listed) {
          if (info.partition !== partition || !(await isWanted(info))) continue;
          const fetched = (await this.#isHere(info)) ? 'covered' : await this.#maybeFetch(peer, info);
          if (fetched === 'covered') return info;
          if (fetched === 'later') result = 'later';
        }
      } catch {
        // It is away.
        result = 'later';
      }
    }
    return result;
  }

  /** It was fetched before, and the process ended; if it is damaged meanwhile that sets it aside. */
  async #isHere({ index, term }: SnapshotInfo): Promise<boolean> {
    const { snapshots } = this.#options;
    if (!snapshots.list().some((own) => own.index === index && own.term === term)) return false;
    return snapshots.verify(index).then(
      () => true,
      () => false,
    );
  }

  /** Whether the snapshot is of a sound entry of this log, or of its base: of the same history, hence, up to there. */
  async #leadsIntoLog(info: SnapshotInfo): Promise<boolean> {
    const { storage } = this.#options;
    const { base, damage } = storage;
    const isDamaged = damage.some(({ from, to }) => from <= info.index && info.index <= to);
    if (isDamaged || !isInLog(storage, info)) return false;
    const [entry] = info.index === base.index ? [base] : await storage.read({ from: info.index, to: info.index, bytesMax: 1 });
    return entry?.digest.every((byte, at) => byte === info.digest[at]) === true;
  }

  async #maybeFetch(peer: NodeId, info: SnapshotInfo): Promise<'covered' | 'nobody-can' | 'later'> {
    const { partition, pauses, observe } = this.#options;
    const name = `${peer} ${info.index}`;
    const failed = this.#failed.get(name) ?? 0;
    if (failed >= ATTEMPTS_MAX) return 'nobody-can';
    try {
      if (failed === 0) observe({ kind: 'installing', partition, from: peer, index: info.index, bytes: info.bytes });
      await fetchSnapshot(this.#options, peer, info);
      return 'covered';
    } catch (error) {
      if (pauses.isClosed) return 'later';
      this.#failed.set(name, failed + 1);
      if (failed === 0) observe({ kind: 'install-failed', partition, from: peer, why: messageOf(error) });
      return 'later';
    }
  }
}
