// Brings one snapshot of another node here: piece by piece, resumed where an earlier attempt stopped, verified and durable in the end. Why, and what becomes of it, is the callers'.
import { SNAPSHOT_FETCH_BYTES } from '../../limits.ts';
import type { PeerRequests, SnapshotStore } from '../../ports.ts';
import type { NodeId, SnapshotInfo } from '../../types.ts';
import type { Pauses } from '../pauses.ts';

export interface SnapshotFetchOptions {
  readonly partition: number;
  readonly snapshots: SnapshotStore;
  readonly peerRequests: PeerRequests;
  readonly pauses: Pauses;
  readonly onWritten: (bytes: number) => void;
}

/** Fetches the snapshot that `from` lists. Rejects if the peer is away, or if it is not what was announced; `ClosedError` when the partition closes. */
export async function fetchSnapshot(options: SnapshotFetchOptions, from: NodeId, info: SnapshotInfo): Promise<SnapshotInfo> {
  const { partition, snapshots, peerRequests, pauses, onWritten } = options;
  const receiver = await snapshots.receive(info);
  try {
    let position = receiver.received;
    while (position < info.bytes) {
      const length = Math.min(SNAPSHOT_FETCH_BYTES, info.bytes - position);
      const bytes = await peerRequests.snapshotBytes(from, { partition, index: info.index, position, length });
      pauses.check();
      if (bytes.length === 0 || bytes.length > length) throw new Error(`${from} sent ${bytes.length} bytes of its snapshot for ${length}`);
      await receiver.write(position, bytes);
      onWritten(bytes.length);
      position += bytes.length;
    }
    return await receiver.finish();
  } finally {
    await receiver.close();
  }
}
