// What nodes ask each other outside Raft, between wire (peer.proto, `Ask`) and domain (`PeerRequests`). Everything that comes in is checked
// here, once: a question against the limits, an answer against the question that it is to.
import { ledgerline } from '#gen/peer.js';
import {
  MEMBERSHIP_NODES_MAX,
  PARTITIONS_MAX,
  PEER_FRAME_BYTES_MAX,
  PEER_HELLO_BYTES_MAX,
  PEER_SNAPSHOTS_MAX,
  SNAPSHOT_FETCH_BYTES,
} from '../consensus/limits.ts';
import type { PeerLogEnd } from '../consensus/ports.ts';
import type { EntryBody, LogPosition, NodeId, SnapshotInfo } from '../consensus/types.ts';
import type { PeerRefusal } from './events.ts';
import { DIGEST_BYTES, decoded, readEntries, readNodeId, wireEntryOf } from './peer-codec.ts';
import { bufferOf, type PeerHello, readHello, readRefusal, wireHello, wireRefusal } from './peer-service.ts';
import { checkedInteger, ProtocolError, readInteger } from './wire-numbers.ts';

const wire = ledgerline.peer.v1;
type WireReply = ledgerline.peer.v1.AskReply.$Properties;
type WireRequest = ledgerline.peer.v1.AskRequest.$Properties;

/** Characters of a failure's detail that are believed. */
const DETAIL_CHARACTERS_MAX = 1_000;

/** One request of `PeerRequests`. Ranges are inclusive; lengths are bytes. */
export type PeerQuestion = { readonly partition: number } & (
  | { readonly kind: 'log-end' | 'committed-offset' | 'snapshots' }
  | { readonly kind: 'entries'; readonly from: number; readonly to: number; readonly bytesMax: number }
  | { readonly kind: 'snapshot-bytes'; readonly index: number; readonly position: number; readonly length: number }
);

export type PeerAnswer =
  | { readonly kind: 'log-end'; readonly logEnd: PeerLogEnd }
  | { readonly kind: 'entries'; readonly entries: readonly EntryBody[] }
  | { readonly kind: 'committed-offset'; readonly offset: number | undefined }
  | { readonly kind: 'snapshots'; readonly snapshots: readonly SnapshotInfo[] }
  | { readonly kind: 'snapshot-bytes'; readonly bytes: Uint8Array };

/** An answer, or why there is none: `refused` before anybody looked, `failed` when the node could not answer. */
export type AskReply =
  | PeerAnswer
  | { readonly kind: 'refused'; readonly refusal: PeerRefusal }
  | { readonly kind: 'failed'; readonly detail: string };

// ---- questions

export function encodeAsk(hello: PeerHello, question: PeerQuestion): Buffer {
  const request: WireRequest = {
    hello: wireHello(hello),
    partition: checkedInteger(question.partition, 'partition'),
    ...wireQuestionOf(question),
  };
  return bufferOf(wire.AskRequest.encode(request).finish());
}

function wireQuestionOf(question: PeerQuestion): WireRequest {
  const uint = checkedInteger;
  switch (question.kind) {
    case 'log-end':
      return { logEnd: {} };
    case 'committed-offset':
      return { committedOffset: {} };
    case 'snapshots':
      return { snapshots: {} };
    case 'entries': {
      const bytesMax = Math.min(uint(question.bytesMax, 'bytesMax'), PEER_FRAME_BYTES_MAX);
      return { entries: { from: uint(question.from, 'from'), to: uint(question.to, 'to'), bytesMax } };
    }
    case 'snapshot-bytes': {
      const { index, position, length } = question;
      return {
        snapshotBytes: {
          index: uint(index, 'index'),
          position: uint(position, 'position'),
          length: Math.min(uint(length, 'length'), SNAPSHOT_FETCH_BYTES),
        },
      };
    }
  }
}

/** Who asks (not judged yet), and what. Throws `ProtocolError`. */
export function decodeAsk(bytes: Uint8Array): { readonly hello: PeerHello; readonly question: PeerQuestion } {
  if (bytes.length > PEER_HELLO_BYTES_MAX) throw new ProtocolError(`a question of ${bytes.length} bytes`);
  const request = decoded(() => wire.AskRequest.decode(bytes));
  if (!request.hello) throw new ProtocolError('a question without a Hello');
  const partition = readInteger(request.partition, 1, 'partition');
  if (partition > PARTITIONS_MAX) throw new ProtocolError(`partition is ${partition}, more than ${PARTITIONS_MAX}`);
  return { hello: readHello(request.hello), question: { partition, ...readQuestion(request) } };
}

function readQuestion(request: WireRequest): DistributiveOmit<PeerQuestion, 'partition'> {
  if (request.logEnd) return { kind: 'log-end' };
  if (request.committedOffset) return { kind: 'committed-offset' };
  if (request.snapshots) return { kind: 'snapshots' };
  if (request.entries) {
    const from = readInteger(request.entries.from, 1, 'from');
    const to = readInteger(request.entries.to, from, 'to');
    const bytesMax = readInteger(request.entries.bytesMax, 1, 'bytes_max');
    if (bytesMax > PEER_FRAME_BYTES_MAX) throw new ProtocolError(`bytes_max is ${bytesMax}, more than ${PEER_FRAME_BYTES_MAX}`);
    return { kind: 'entries', from, to, bytesMax };
  }
  if (request.snapshotBytes) {
    const index = readInteger(request.snapshotBytes.index, 1, 'index');
    const position = readInteger(request.snapshotBytes.position, 0, 'position');
    const length = readInteger(request.snapshotBytes.length, 1, 'length');
    if (length > SNAPSHOT_FETCH_BYTES) throw new ProtocolError(`length is ${length}, more than ${SNAPSHOT_FETCH_BYTES}`);
    if (!Number.isSafeInteger(position + length)) throw new ProtocolError('a piece that ends past byte 2^53 - 1');
    return { kind: 'snapshot-bytes', index, position, length };
  }
  throw new ProtocolError('a question of an unknown kind');
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

// ---- replies

export function encodeAskReply(reply: AskReply): Buffer {
  return bufferOf(wire.AskReply.encode(wireReplyOf(reply)).finish());
}

function wireReplyOf(reply: AskReply): WireReply {
  switch (reply.kind) {
    case 'refused':
      return { refusal: wireRefusal(reply.refusal) };
    case 'failed':
      return { failure: reply.detail };
    case 'log-end':
      return { logEnd: wireLogEndOf(reply.logEnd) };
    case 'entries':
      return { entries: { entries: reply.entries.map(wireEntryOf) } };
    case 'committed-offset':
      return { committedOffset: reply.offset === undefined ? {} : { leads: true, offset: checkedInteger(reply.offset, 'offset') } };
    case 'snapshots':
      return { snapshots: { snapshots: reply.snapshots.map(wireSnapshotOf) } };
    case 'snapshot-bytes':
      return { snapshotBytes: { bytes: reply.bytes } };
  }
}

function wireLogEndOf({ last, firstIndex, claim, electors, leads }: PeerLogEnd): ledgerline.peer.v1.LogEndAnswer.$Properties {
  return {
    lastIndex: checkedInteger(last.index, 'last index'),
    lastTerm: checkedInteger(last.term, 'last term'),
    firstIndex: checkedInteger(firstIndex, 'first index'),
    electors: [...electors],
    leads,
    ...(claim === undefined
      ? {}
      : { claim: { index: checkedInteger(claim.index, 'claim index'), term: checkedInteger(claim.term, 'claim term') } }),
  };
}

function wireSnapshotOf(info: SnapshotInfo): ledgerline.peer.v1.SnapshotInfo.$Properties {
  return {
    index: checkedInteger(info.index, 'index'),
    term: checkedInteger(info.term, 'term'),
    timestamp: checkedInteger(info.timestamp, 'timestamp'),
    digest: info.digest,
    nextOffset: checkedInteger(info.nextOffset, 'nextOffset'),
    bytes: checkedInteger(info.bytes, 'bytes'),
    stateDigest: info.stateDigest,
    fileDigest: info.fileDigest,
    stateKeys: checkedInteger(info.stateKeys, 'stateKeys'),
    namedKeys: checkedInteger(info.namedKeys, 'namedKeys'),
  };
}

/** The reply to this question; entries and pieces are views into `bytes`. Throws `ProtocolError`, also if it is to another question. */
export function decodeAskReply(bytes: Uint8Array, question: PeerQuestion): AskReply {
  const reply = decoded(() => wire.AskReply.decode(bytes));
  if (reply.refusal) return { kind: 'refused', refusal: readRefusal(reply.refusal) };
  if (typeof reply.failure === 'string') return { kind: 'failed', detail: reply.failure.slice(0, DETAIL_CHARACTERS_MAX) };
  switch (question.kind) {
    case 'log-end':
      if (reply.logEnd) return { kind: 'log-end', logEnd: readLogEnd(reply.logEnd) };
      break;
    case 'entries':
      if (reply.entries) return { kind: 'entries', entries: readAnsweredEntries(reply.entries, question) };
      break;
    case 'committed-offset':
      if (reply.committedOffset) return { kind: 'committed-offset', offset: readCommittedOffset(reply.committedOffset) };
      break;
    case 'snapshots':
      if (reply.snapshots) return { kind: 'snapshots', snapshots: readSnapshots(reply.snapshots, question.partition) };
      break;
    case 'snapshot-bytes':
      if (reply.snapshotBytes) return { kind: 'snapshot-bytes', bytes: readPiece(reply.snapshotBytes, question.length) };
      break;
  }
  throw new ProtocolError(`no answer to a question of kind ${question.kind}`);
}

function readLogEnd(answer: ledgerline.peer.v1.LogEndAnswer.$Properties): PeerLogEnd {
  const last: LogPosition = { index: readInteger(answer.lastIndex, 0, 'last_index'), term: readInteger(answer.lastTerm, 0, 'last_term') };
  if ((last.index === 0) !== (last.term === 0)) throw new ProtocolError(`last: index ${last.index} with term ${last.term}`);
  const firstIndex = readInteger(answer.firstIndex, 1, 'first_index');
  if (firstIndex > last.index + 1) throw new ProtocolError(`first_index ${firstIndex} behind the last, ${last.index}`);
  const electors = readElectors(answer.electors ?? []);
  const leads = answer.leads === true;
  if (!answer.claim) return { last, firstIndex, claim: undefined, electors, leads };
  const claim = { index: readInteger(answer.claim.index, 1, 'claim index'), term: readInteger(answer.claim.term, 0, 'claim term') };
  return { last, firstIndex, claim, electors, leads };
}

/** In every configuration there are some: who names none would let a claim be settled by nobody. */
function readElectors(texts: readonly string[]): NodeId[] {
  if (texts.length === 0 || texts.length > MEMBERSHIP_NODES_MAX) {
    throw new ProtocolError(`${texts.length} electors, not 1 to ${MEMBERSHIP_NODES_MAX}`);
  }
  const electors = texts.map((text) => readNodeId(text, 'an elector'));
  if (new Set(electors).size !== electors.length) throw new ProtocolError('an elector is named twice');
  return electors;
}

function readAnsweredEntries(
  answer: ledgerline.peer.v1.EntriesAnswer.$Properties,
  question: { readonly from: number; readonly to: number },
): EntryBody[] {
  const entries = answer.entries ?? [];
  const asked = question.to - question.from + 1;
  if (entries.length > asked) throw new ProtocolError(`${entries.length} entries, ${asked} were asked for`);
  return readEntries(entries, { previousTerm: 0, term: Number.MAX_SAFE_INTEGER });
}

function readCommittedOffset(answer: ledgerline.peer.v1.CommittedOffsetAnswer.$Properties): number | undefined {
  return answer.leads === true ? readInteger(answer.offset, 0, 'offset') : undefined;
}

/** Newest first, none twice. */
function readSnapshots(answer: ledgerline.peer.v1.SnapshotsAnswer.$Properties, partition: number): SnapshotInfo[] {
  const snapshots = answer.snapshots ?? [];
  if (snapshots.length > PEER_SNAPSHOTS_MAX) throw new ProtocolError(`${snapshots.length} snapshots, more than ${PEER_SNAPSHOTS_MAX}`);
  let below = Number.POSITIVE_INFINITY;
  return snapshots.map((wireInfo) => {
    const info = readSnapshot(wireInfo, partition);
    if (info.index >= below) throw new ProtocolError('snapshots that are not newest first');
    below = info.index;
    return info;
  });
}

function readSnapshot(info: ledgerline.peer.v1.SnapshotInfo.$Properties, partition: number): SnapshotInfo {
  return {
    partition,
    index: readInteger(info.index, 1, 'index'),
    term: readInteger(info.term, 1, 'term'),
    timestamp: readInteger(info.timestamp, 0, 'timestamp'),
    digest: readDigest(info.digest, 'digest'),
    nextOffset: readInteger(info.nextOffset, 1, 'next_offset'),
    bytes: readInteger(info.bytes, 1, 'bytes'),
    stateDigest: readDigest(info.stateDigest, 'state_digest'),
    fileDigest: readDigest(info.fileDigest, 'file_digest'),
    stateKeys: readInteger(info.stateKeys, 0, 'state_keys'),
    namedKeys: readInteger(info.namedKeys, 0, 'named_keys'),
  };
}

/** A copy: it outlives the message. */
function readDigest(bytes: Uint8Array | null | undefined, what: string): Uint8Array {
  if (bytes?.length !== DIGEST_BYTES) throw new ProtocolError(`${what} has ${bytes?.length ?? 0} bytes, not ${DIGEST_BYTES}`);
  return Uint8Array.from(bytes);
}

function readPiece(answer: ledgerline.peer.v1.SnapshotBytesAnswer.$Properties, length: number): Uint8Array {
  const bytes = answer.bytes ?? new Uint8Array(0);
  if (bytes.length > Math.min(length, SNAPSHOT_FETCH_BYTES)) {
    throw new ProtocolError(`a piece of ${bytes.length} bytes, ${length} were asked for`);
  }
  return bytes;
}
