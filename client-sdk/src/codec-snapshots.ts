// The codec of snapshots and entries: TakeSnapshot, ListSnapshots, VerifySnapshots, FetchSnapshot, ReadEntries. Encoders throw RangeError on the
// caller's mistakes, decoders WireError on anything that is not the message.
import { ledgerline } from '../gen/client.js';
import {
  clientHelloOf,
  decoded,
  decodedUint,
  digestOf,
  finished,
  fromClient,
  fromServer,
  refusalFields,
  refusalOf,
  serverHelloOf,
} from './codec-parts.ts';
import type {
  EntriesMessage,
  FetchSnapshotRequest,
  ListSnapshotsResponse,
  PartitionRequest,
  ReadEntriesRequest,
  SnapshotChunk,
  SnapshotDescription,
  TakeSnapshotResponse,
  VerifySnapshotsResponse,
  WireEntry,
  WireEntryType,
} from './messages.ts';
import { checkUint, checkUint32, WireError } from './wire.ts';

const v1 = ledgerline.client.v1;
const NOTHING = new Uint8Array(0);
/** Position = number on the wire. */
const ENTRY_TYPES: readonly (WireEntryType | undefined)[] = [undefined, 'no-op', 'batch', 'snapshot-point', 'membership'];

/** The three requests that name a partition and nothing else are the same on the wire. */
export function encodePartitionRequest(request: PartitionRequest): Buffer {
  return finished(v1.TakeSnapshotRequest.encode({ ...fromClient(request.hello), partition: checkUint32(request.partition, 'partition') }));
}

export function decodePartitionRequest(bytes: Uint8Array): PartitionRequest {
  const message = decoded('TakeSnapshotRequest', () => v1.TakeSnapshotRequest.decode(bytes));
  return { hello: clientHelloOf(message.hello), partition: message.partition };
}

export function encodeTakeSnapshotResponse(response: TakeSnapshotResponse): Buffer {
  const { answer } = response;
  const hello = fromServer(response.hello);
  if (answer.kind === 'refused') return finished(v1.TakeSnapshotResponse.encode({ ...hello, refusal: refusalFields(answer) }));
  return finished(v1.TakeSnapshotResponse.encode({ ...hello, index: checkUint(answer.index, 'index') }));
}

export function decodeTakeSnapshotResponse(bytes: Uint8Array): TakeSnapshotResponse {
  const message = decoded('TakeSnapshotResponse', () => v1.TakeSnapshotResponse.decode(bytes));
  const hello = serverHelloOf(message.hello);
  if (message.refusal) return { hello, answer: refusalOf(message.refusal) };
  if (message.index === null || message.index === undefined) throw new WireError('the answer is missing');
  return { hello, answer: { kind: 'snapshot-point', index: decodedUint(message.index, 'index') } };
}

function snapshotFields(snapshot: SnapshotDescription): ledgerline.client.v1.Snapshot.$Properties {
  return {
    index: checkUint(snapshot.index, 'index'),
    term: checkUint(snapshot.term, 'term'),
    offset: checkUint(snapshot.offset, 'offset'),
    timestamp: checkUint(snapshot.timestamp, 'timestamp'),
    digest: snapshot.digest,
    bytes: checkUint(snapshot.bytes, 'bytes'),
    stateDigest: snapshot.stateDigest,
    fileDigest: snapshot.fileDigest,
    stateKeys: checkUint(snapshot.stateKeys, 'state_keys'),
    namedKeys: checkUint(snapshot.namedKeys, 'named_keys'),
  };
}

function snapshotOf(message: ledgerline.client.v1.Snapshot.$Properties): SnapshotDescription {
  return {
    index: decodedUint(message.index ?? 0, 'index'),
    term: decodedUint(message.term ?? 0, 'term'),
    offset: decodedUint(message.offset ?? 0, 'offset'),
    timestamp: decodedUint(message.timestamp ?? 0, 'timestamp'),
    digest: digestOf(message.digest, 'the digest'),
    bytes: decodedUint(message.bytes ?? 0, 'bytes'),
    stateDigest: digestOf(message.stateDigest, 'the digest of the state'),
    fileDigest: digestOf(message.fileDigest, 'the digest of the file'),
    stateKeys: decodedUint(message.stateKeys ?? 0, 'state_keys'),
    namedKeys: decodedUint(message.namedKeys ?? 0, 'named_keys'),
  };
}

export function encodeListSnapshotsResponse(response: ListSnapshotsResponse): Buffer {
  return finished(v1.ListSnapshotsResponse.encode({ ...fromServer(response.hello), snapshots: response.snapshots.map(snapshotFields) }));
}

export function decodeListSnapshotsResponse(bytes: Uint8Array): ListSnapshotsResponse {
  const message = decoded('ListSnapshotsResponse', () => v1.ListSnapshotsResponse.decode(bytes));
  return { hello: serverHelloOf(message.hello), snapshots: message.snapshots.map(snapshotOf) };
}

export function encodeVerifySnapshotsResponse(response: VerifySnapshotsResponse): Buffer {
  const verdicts = response.verdicts.map(({ index, error }) => ({ index: checkUint(index, 'index'), error: error ?? '' }));
  return finished(v1.VerifySnapshotsResponse.encode({ ...fromServer(response.hello), verdicts }));
}

export function decodeVerifySnapshotsResponse(bytes: Uint8Array): VerifySnapshotsResponse {
  const message = decoded('VerifySnapshotsResponse', () => v1.VerifySnapshotsResponse.decode(bytes));
  const verdicts = message.verdicts.map(({ index, error }) => ({ index: decodedUint(index ?? 0, 'index'), error: error || undefined }));
  return { hello: serverHelloOf(message.hello), verdicts };
}

export function encodeFetchSnapshotRequest(request: FetchSnapshotRequest): Buffer {
  return finished(
    v1.FetchSnapshotRequest.encode({
      ...fromClient(request.hello),
      partition: checkUint32(request.partition, 'partition'),
      index: checkUint(request.index, 'index'),
      position: checkUint(request.position, 'position'),
    }),
  );
}

export function decodeFetchSnapshotRequest(bytes: Uint8Array): FetchSnapshotRequest {
  const message = decoded('FetchSnapshotRequest', () => v1.FetchSnapshotRequest.decode(bytes));
  return {
    hello: clientHelloOf(message.hello),
    partition: message.partition,
    index: decodedUint(message.index, 'index'),
    position: decodedUint(message.position, 'position'),
  };
}

export function encodeSnapshotChunk(chunk: SnapshotChunk): Buffer {
  return finished(
    v1.SnapshotChunk.encode({
      ...fromServer(chunk.hello),
      ...(chunk.snapshot === undefined ? {} : { snapshot: snapshotFields(chunk.snapshot) }),
      position: checkUint(chunk.position, 'position'),
      ...(chunk.data.length === 0 ? {} : { data: chunk.data }),
    }),
  );
}

export function decodeSnapshotChunk(bytes: Uint8Array): SnapshotChunk {
  const message = decoded('SnapshotChunk', () => v1.SnapshotChunk.decode(bytes));
  return {
    hello: serverHelloOf(message.hello),
    snapshot: message.snapshot ? snapshotOf(message.snapshot) : undefined,
    position: decodedUint(message.position, 'position'),
    data: message.data,
  };
}

function entryFields(entry: WireEntry): ledgerline.client.v1.Entry.$Properties {
  const type = ENTRY_TYPES.indexOf(entry.type);
  if (type < 1) throw new RangeError(`${entry.type} is not a type of entry`);
  return {
    index: checkUint(entry.index, 'index'),
    term: checkUint(entry.term, 'term'),
    type,
    timestamp: checkUint(entry.timestamp, 'timestamp'),
    firstOffset: checkUint(entry.firstOffset, 'first_offset'),
    count: checkUint32(entry.count, 'count'),
    payload: entry.payload,
    previousDigest: entry.previousDigest,
    digest: entry.digest,
  };
}

function entryOf(message: ledgerline.client.v1.Entry.$Properties): WireEntry {
  const type = ENTRY_TYPES[message.type ?? 0];
  if (type === undefined) throw new WireError(`entry type ${message.type} is unknown`);
  return {
    index: decodedUint(message.index ?? 0, 'index'),
    term: decodedUint(message.term ?? 0, 'term'),
    type,
    timestamp: decodedUint(message.timestamp ?? 0, 'timestamp'),
    firstOffset: decodedUint(message.firstOffset ?? 0, 'first_offset'),
    count: message.count ?? 0,
    payload: message.payload ?? NOTHING,
    previousDigest: digestOf(message.previousDigest, 'the digest before an entry'),
    digest: digestOf(message.digest, 'the digest of an entry'),
  };
}

export function encodeReadEntriesRequest(request: ReadEntriesRequest): Buffer {
  return finished(
    v1.ReadEntriesRequest.encode({
      ...fromClient(request.hello),
      partition: checkUint32(request.partition, 'partition'),
      fromIndex: checkUint(request.fromIndex, 'from_index'),
      toIndex: checkUint(request.toIndex ?? 0, 'to_index'),
    }),
  );
}

export function decodeReadEntriesRequest(bytes: Uint8Array): ReadEntriesRequest {
  const message = decoded('ReadEntriesRequest', () => v1.ReadEntriesRequest.decode(bytes));
  return {
    hello: clientHelloOf(message.hello),
    partition: message.partition,
    fromIndex: decodedUint(message.fromIndex, 'from_index'),
    toIndex: decodedUint(message.toIndex, 'to_index') || undefined,
  };
}

export function encodeEntriesMessage(message: EntriesMessage): Buffer {
  const appliedIndex = checkUint(message.appliedIndex, 'applied_index');
  return finished(v1.EntriesMessage.encode({ ...fromServer(message.hello), appliedIndex, entries: message.entries.map(entryFields) }));
}

export function decodeEntriesMessage(bytes: Uint8Array): EntriesMessage {
  const message = decoded('EntriesMessage', () => v1.EntriesMessage.decode(bytes));
  return {
    hello: serverHelloOf(message.hello),
    appliedIndex: decodedUint(message.appliedIndex, 'applied_index'),
    entries: message.entries.map(entryOf),
  };
}
