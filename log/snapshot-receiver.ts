// Receives one snapshot from another node: under a temporary name that survives restarts, going on where the sound part of an earlier attempt ends.
// Nothing of it is used before the whole was verified against what was announced.
import { assert } from '../consensus/assert.ts';
import { SNAPSHOT_SYNC_BYTES } from '../consensus/limits.ts';
import type { DiskFile, SnapshotReceiver } from '../consensus/ports.ts';
import type { SnapshotInfo } from '../consensus/types.ts';
import { asLogError, hasCode, LogError } from './errors.ts';
import { rewrite } from './rewrite.ts';
import { removeIfThere } from './small-file.ts';
import { RECEIVING_SUFFIX, snapshotName } from './snapshot-format.ts';
import { soundBytes, verifySnapshot } from './snapshot-reader.ts';
import type { SnapshotPlace } from './snapshot-writer.ts';

/** Goes on with what there is of this very snapshot, or begins. */
export async function receiveSnapshot(place: SnapshotPlace, info: SnapshotInfo): Promise<SnapshotReceiver> {
  const { disk, directory } = place;
  const path = `${directory}/${snapshotName(info.index)}${RECEIVING_SUFFIX}`;
  const left = await openIfThere(place, path);
  if (left !== undefined) {
    const received = await soundBytesOrNone(left, path, info);
    if (received > 0) {
      // A process before this one wrote it, and may have ended because its sync failed: not even the sync at the end would bring it to the disk.
      await rewrite(left, { position: 0, bytes: received });
      return new SnapshotFileReceiver({ place, info, path, file: left, received });
    }
    await left.close();
    await disk.remove(path);
  }
  return new SnapshotFileReceiver({ place, info, path, file: await disk.open(path, { create: true }), received: 0 });
}

async function openIfThere({ disk }: SnapshotPlace, path: string): Promise<DiskFile | undefined> {
  try {
    return await disk.open(path, { create: false });
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** A sector that cannot be read is no reason never to receive anything again. */
async function soundBytesOrNone(file: DiskFile, path: string, info: SnapshotInfo): Promise<number> {
  try {
    return await soundBytes({ file, path }, info);
  } catch (error) {
    if (hasCode(error, 'EIO')) return 0;
    throw error;
  }
}

class SnapshotFileReceiver implements SnapshotReceiver {
  readonly #place: SnapshotPlace;
  readonly #info: SnapshotInfo;
  readonly #path: string;
  readonly #file: DiskFile;
  #received: number;
  #syncedTo: number;
  #isEnded = false;

  constructor(begun: { place: SnapshotPlace; info: SnapshotInfo; path: string; file: DiskFile; received: number }) {
    this.#place = begun.place;
    this.#info = begun.info;
    this.#path = begun.path;
    this.#file = begun.file;
    this.#received = begun.received;
    this.#syncedTo = 0;
  }

  get received(): number {
    return this.#received;
  }

  async write(position: number, bytes: Uint8Array): Promise<void> {
    assert(!this.#isEnded, 'an ended receiver is not written to');
    assert(position === this.#received, 'a snapshot is received without gaps');
    if (position + bytes.length > this.#info.bytes) throw this.#mismatch('more was sent than was announced');
    await this.#try(() => this.#file.write(position, [bytes]));
    this.#received += bytes.length;
    if (this.#received - this.#syncedTo < SNAPSHOT_SYNC_BYTES) return;
    this.#syncedTo = this.#received;
    await this.#try(() => this.#file.sync());
  }

  async finish(): Promise<SnapshotInfo> {
    assert(!this.#isEnded, 'a snapshot is finished once');
    assert(this.#received === this.#info.bytes, 'a snapshot is finished when all of it is here');
    this.#isEnded = true;
    const { disk, directory, onEnd } = this.#place;
    try {
      await this.#try(async () => {
        await this.#file.sync();
        await this.#verify();
        await this.#file.close();
        await disk.rename(this.#path, `${directory}/${snapshotName(this.#info.index)}`);
        await disk.syncDirectory(directory);
      });
    } catch (error) {
      onEnd(undefined);
      throw error;
    }
    onEnd(this.#info);
    return this.#info;
  }

  async close(): Promise<void> {
    if (this.#isEnded) return;
    this.#isEnded = true;
    await this.#try(() => this.#file.close());
    this.#place.onEnd(undefined);
  }

  /** Removes what came if it is not what was announced. */
  async #verify(): Promise<void> {
    try {
      await verifySnapshot({ file: this.#file, path: this.#path }, this.#info);
    } catch (error) {
      await this.#file.close();
      if (!hasCode(error, 'CORRUPT') && !hasCode(error, 'VERSION') && !hasCode(error, 'EIO')) throw error;
      await removeIfThere(this.#place.disk, this.#path);
      throw this.#mismatch(error instanceof Error ? error.message : String(error), error);
    }
  }

  #mismatch(why: string, cause?: unknown): LogError {
    return new LogError('CORRUPT', {
      what: `what was received is not the snapshot that was announced: ${why}`,
      next: 'It is not used; the node asks again.',
      place: { file: this.#path, position: this.#received },
      cause,
    });
  }

  async #try<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw asLogError('cannot keep the snapshot that is received', this.#path, error);
    }
  }
}
