// What readers and backups are streamed: the file of a snapshot, and applied entries of every type.
import * as client from '@ledgerline/client/internal';
import { TAIL_READ_BYTES_MAX } from '../consensus/limits.ts';
import type { NodeService, PartitionService } from '../consensus/service.ts';
import type { Refusal } from '../consensus/types.ts';
import { CallFailure, newestSnapshot } from './call-failure.ts';
import { snapshotDescription } from './client-calls.ts';
import { greet, partitionOf } from './client-session.ts';
import type { Reading } from './read-call.ts';

const NOTHING = new Uint8Array(0);

/** The bytes of one snapshot from a position on. */
export function openSnapshot(node: NodeService, request: Buffer): Reading {
  const { hello, partition: number, index, position } = client.decodeFetchSnapshotRequest(request);
  const serverHello = greet(node, hello);
  const partition = partitionOf(node, number);
  const snapshot = partition.snapshots().find((info) => info.index === index);
  if (snapshot === undefined) {
    const known = partition.snapshots().map((info) => info.index);
    throw new CallFailure(
      'UNKNOWN_SNAPSHOT',
      `${node.id} has no snapshot at index ${index}; it has ${known.length === 0 ? 'none' : known.join(', ')}`,
    );
  }
  if (position > snapshot.bytes)
    throw new CallFailure('INVALID', `position ${position} is behind the end of the snapshot, ${snapshot.bytes}`);
  let at = position;
  const message = (data: Uint8Array) => client.encodeSnapshotChunk({ hello: undefined, snapshot: undefined, position: at, data });
  return {
    greeting: client.encodeSnapshotChunk({ hello: serverHello, snapshot: snapshotDescription(snapshot), position, data: NOTHING }),
    async next() {
      if (at >= snapshot.bytes) return undefined;
      const length = Math.min(TAIL_READ_BYTES_MAX, snapshot.bytes - at);
      const data = await partition.readSnapshot({ index, position: at, length });
      if (data.length === 0) throw new CallFailure('UNKNOWN_SNAPSHOT', `the snapshot at index ${index} ends before byte ${at}`);
      const chunk = message(data);
      at += data.length;
      return chunk;
    },
    heartbeat: () => message(NOTHING),
  };
}

/** Applied entries from an index on, up to one, or to what is applied now. */
export function openEntries(node: NodeService, request: Buffer): Reading {
  const { hello, partition: number, fromIndex, toIndex } = client.decodeReadEntriesRequest(request);
  const serverHello = greet(node, hello);
  const partition = partitionOf(node, number);
  if (fromIndex < 1) throw new CallFailure('INVALID', 'from_index is 0: entries start at 1');
  const { appliedIndex: appliedNow } = partition.status();
  const to = Math.min(toIndex ?? appliedNow, appliedNow);
  let next = fromIndex;
  const message = (fields: Pick<client.EntriesMessage, 'hello' | 'entries'>) =>
    client.encodeEntriesMessage({ ...fields, appliedIndex: partition.status().appliedIndex });
  return {
    greeting: message({ hello: serverHello, entries: [] }),
    async next() {
      if (next > to) return undefined;
      const entries = await partition.readEntries({ fromIndex: next, bytesMax: TAIL_READ_BYTES_MAX });
      if ('kind' in entries) throw refused(partition, entries);
      const wanted = entries.filter(({ index }) => index <= to);
      const last = wanted.at(-1);
      // What was applied can only be missing where the node is closing.
      if (last === undefined) throw new CallFailure('SHUTTING_DOWN', `the entry at index ${next} cannot be read now`);
      next = last.index + 1;
      return message({ hello: undefined, entries: wanted });
    },
    heartbeat: () => message({ hello: undefined, entries: [] }),
  };
}

function refused(partition: PartitionService, refusal: Refusal): CallFailure {
  if (refusal.code !== 'COMPACTED') return new CallFailure('SHUTTING_DOWN', `the entries cannot be read now: ${refusal.code}`);
  const { firstIndex } = partition.storageStatus();
  return new CallFailure('COMPACTED', `entries below index ${firstIndex} were compacted: begin with a snapshot`, {
    index: firstIndex,
    snapshot: newestSnapshot(partition),
  });
}
