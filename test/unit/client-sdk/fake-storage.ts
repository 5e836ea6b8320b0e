// State, snapshots and entries of a fake node: computed from its log at every call, with scripted misbehaviour.
import { type ServerWritableStream, status } from '@grpc/grpc-js';
import {
  decodeFetchSnapshotRequest,
  decodePartitionRequest,
  decodeReadEntriesRequest,
  decodeReadStateRequest,
  deltasOf,
  encodeEntriesMessage,
  encodeListSnapshotsResponse,
  encodeReadStateResponse,
  encodeSnapshotChunk,
  encodeTakeSnapshotResponse,
  encodeVerifySnapshotsResponse,
  type ReadStateAnswer,
  type ReadStateRequest,
  type ServerHello,
  type SnapshotDescription,
  type SnapshotVerdict,
  type TakeSnapshotAnswer,
  type WireEntry,
} from '@ledgerline/client/internal';

const PIECE_BYTES = 8;

/** What a fake node must say about itself. */
interface FakeHost {
  readonly id: string;
  readonly hello: ServerHello;
  readonly applied: number;
  readonly transactions: readonly Uint8Array[];
}

export class FakeStorage {
  readonly #host: FakeHost;
  /** Answers in place of the state. */
  stateScript: ((request: ReadStateRequest) => ReadStateAnswer | undefined) | undefined;
  readonly reads: ReadStateRequest[] = [];
  takeScript: (() => TakeSnapshotAnswer | undefined) | undefined;
  /** Newest first. */
  snapshots: SnapshotDescription[] = [];
  file = Buffer.from('the bytes of a snapshot, in a few pieces');
  verdicts: SnapshotVerdict[] = [];
  /** Messages of each stream after which it breaks. */
  cut: number | undefined;
  streams = 0;

  constructor(host: FakeHost) {
    this.#host = host;
  }

  readState(bytes: Buffer): Buffer {
    const request = decodeReadStateRequest(bytes);
    this.reads.push(request);
    return encodeReadStateResponse({ hello: this.#host.hello, answer: this.stateScript?.(request) ?? this.#answer(request) });
  }

  #answer({ query, at }: ReadStateRequest): ReadStateAnswer {
    const { applied } = this.#host;
    if (at.kind === 'at-least' && at.offset > applied) return { kind: 'refused', code: 'OVERLOADED', outcome: 'none' };
    const state = new Map<string, Uint8Array>();
    for (const transaction of this.#host.transactions.slice(0, applied)) {
      for (const delta of deltasOf(transaction)) {
        if (delta.kind === 'put') state.set(hex(delta.key), delta.value);
        if (delta.kind === 'delete') state.delete(hex(delta.key));
      }
    }
    if (query.kind === 'get-many') return { kind: 'values', offset: applied, values: query.keys.map((key) => state.get(hex(key))) };
    const from = hex(query.from);
    const to = query.to === undefined ? undefined : hex(query.to);
    const keys = [...state.keys()].sort().filter((key) => key >= from && (to === undefined || key < to));
    // Pages of three, so that few keys make several.
    const page = keys.slice(0, Math.min(3, query.limit));
    const pairs = page.map((key) => ({ key: Buffer.from(key, 'hex'), value: state.get(key) ?? Buffer.alloc(0) }));
    return { kind: 'pairs', offset: applied, pairs, more: keys.length > pairs.length };
  }

  takeSnapshot(bytes: Buffer): Buffer {
    decodePartitionRequest(bytes);
    const answer = this.takeScript?.() ?? ({ kind: 'snapshot-point', index: 7 } as const);
    return encodeTakeSnapshotResponse({ hello: this.#host.hello, answer });
  }

  listSnapshots(): Buffer {
    return encodeListSnapshotsResponse({ hello: this.#host.hello, snapshots: this.snapshots });
  }

  verifySnapshots(): Buffer {
    return encodeVerifySnapshotsResponse({ hello: this.#host.hello, verdicts: this.verdicts });
  }

  fetchSnapshot(call: ServerWritableStream<Buffer, Buffer>): void {
    const { index, position } = decodeFetchSnapshotRequest(call.request);
    const snapshot = this.snapshots.find((info) => info.index === index);
    const pieces: Buffer[] = [];
    for (let at = position; at < this.file.length; at += PIECE_BYTES) {
      const data = this.file.subarray(at, at + PIECE_BYTES);
      pieces.push(encodeSnapshotChunk({ hello: undefined, snapshot: undefined, position: at, data }));
    }
    const greeting = encodeSnapshotChunk({ hello: this.#host.hello, snapshot, position, data: Buffer.alloc(0) });
    this.#stream(call, [greeting, ...pieces]);
  }

  readEntries(call: ServerWritableStream<Buffer, Buffer>): void {
    const { fromIndex, toIndex } = decodeReadEntriesRequest(call.request);
    const { applied, hello } = this.#host;
    const messages = [encodeEntriesMessage({ hello, appliedIndex: applied, entries: [] })];
    for (let index = fromIndex; index <= Math.min(toIndex ?? applied, applied); index++)
      messages.push(encodeEntriesMessage({ hello: undefined, appliedIndex: applied, entries: [entryAt(index)] }));
    this.#stream(call, messages);
  }

  #stream(call: ServerWritableStream<Buffer, Buffer>, messages: readonly Buffer[]): void {
    this.streams++;
    for (const [position, message] of messages.entries()) {
      if (position === this.cut) {
        call.emit('error', { code: status.UNAVAILABLE, details: 'scripted cut' });
        return;
      }
      call.write(message);
    }
    call.end();
  }
}

/** An entry that stands for one transaction. */
export function entryAt(index: number): WireEntry {
  return {
    index,
    term: 1,
    type: 'batch',
    timestamp: index,
    firstOffset: index,
    count: 1,
    payload: Buffer.from(`entry ${index}`),
    previousDigest: Buffer.alloc(32, index - 1),
    digest: Buffer.alloc(32, index),
  };
}

/** A snapshot of `bytes` bytes. */
export function snapshotAt(index: number, bytes: number): SnapshotDescription {
  const digest = Buffer.alloc(32, index);
  return {
    index,
    term: 1,
    offset: index,
    timestamp: index,
    digest,
    bytes,
    stateDigest: digest,
    fileDigest: digest,
    stateKeys: 1,
    namedKeys: 0,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
