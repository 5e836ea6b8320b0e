// Snapshots as crash states need them: made beforehand on a disk of their own, so that every byte of what must be found is known.
import { assert } from '../../consensus/assert.ts';
import type { SnapshotStore } from '../../consensus/ports.ts';
import type { SnapshotHeader, SnapshotInfo } from '../../consensus/types.ts';
import { openSnapshotStore } from '../../log/snapshot-store.ts';
import { DiskState, RecordingDisk } from './recording-disk.ts';

const PARTITION = 1;
const FOLDER = '/made';
/** Bytes of its records: it takes several sectors, and several pieces on its way. */
const RECORD_BYTES = [700, 90, 1300] as const;
const PIECE_BYTES = 1000;

/** A snapshot, and the bytes of its file. */
export interface MadeSnapshot {
  readonly info: SnapshotInfo;
  readonly bytes: Uint8Array;
}

export type SnapshotOf = Omit<SnapshotHeader, 'partition' | 'timestamp'>;

/** What a snapshot of this place holds. */
export async function makeSnapshot(of: SnapshotOf): Promise<MadeSnapshot> {
  const disk = new RecordingDisk(new DiskState());
  await disk.makeDirectory(FOLDER);
  const store = await openSnapshotStore({ disk, directory: FOLDER, partition: PARTITION });
  const info = await writeSnapshot(store, headerOf(of));
  return { info, bytes: await store.readBytes({ index: info.index, position: 0, length: info.bytes }) };
}

function headerOf({ index, term, nextOffset, digest }: SnapshotOf): SnapshotHeader {
  return { index, term, nextOffset, digest, partition: PARTITION, timestamp: 1_700_000_000_000 + index };
}

export async function writeSnapshot(store: SnapshotStore, header: SnapshotHeader): Promise<SnapshotInfo> {
  const writer = await store.create(header);
  for (const [number, length] of RECORD_BYTES.entries())
    await writer.write(
      'tables',
      Uint8Array.from({ length }, (_, at) => (at * (number + 3) + header.index) % 256),
    );
  return writer.finish();
}

/** Goes on with what is there of it; `piecesMax`: stops after so many pieces. */
export async function receiveSnapshot(store: SnapshotStore, made: MadeSnapshot, piecesMax = Number.POSITIVE_INFINITY): Promise<void> {
  const receiver = await store.receive(made.info);
  for (let pieces = 0; receiver.received < made.bytes.length; pieces++) {
    if (pieces === piecesMax) return receiver.close();
    const at = receiver.received;
    await receiver.write(at, made.bytes.subarray(at, at + PIECE_BYTES));
    assert(receiver.received > at, 'a piece is received');
  }
  await receiver.finish();
}
