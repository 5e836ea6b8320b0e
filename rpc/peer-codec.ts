// Peer messages between wire (peer.proto) and domain (consensus/messages.ts): the only place that knows both. Everything that comes in
// is checked here, once; what passes is a well-formed message, though not necessarily a true one. Payloads are views into the frame when
// read, and are copied exactly once, into the frame, when written.
import { ledgerline } from '#gen/peer.js';
import { isBatch } from '../consensus/batch.ts';
import { isNodeId } from '../consensus/genesis.ts';
import { ENTRY_OVERHEAD_BYTES, ENTRY_PAYLOAD_BYTES_MAX, PARTITIONS_MAX, PEER_APPEND_ENTRIES_MAX } from '../consensus/limits.ts';
import { MembershipError, readMembership } from '../consensus/membership.ts';
import type { Message, PeerMessage } from '../consensus/messages.ts';
import type { EntryBody, EntryType, NodeId } from '../consensus/types.ts';
import { checkedInteger, ProtocolError, readInteger, varintBytes, writeVarint } from './wire-numbers.ts';

const wire = ledgerline.peer.v1;
type WireMessage = ledgerline.peer.v1.Message.$Properties;
type WireEntry = ledgerline.peer.v1.Entry.$Properties;

export const DIGEST_BYTES = 32;
/** Tags of the length-delimited fields written by hand: field number and wire type 2, as in peer.proto. */
const TAG_FRAME_MESSAGE = (2 << 3) | 2;
const TAG_MESSAGE_APPEND = (9 << 3) | 2;
const TAG_APPEND_ENTRY = (5 << 3) | 2;
const TAG_ENTRY_PAYLOAD = (6 << 3) | 2;

/** A node id as it comes from another process. Throws `ProtocolError`. */
export function readNodeId(text: string, what: string): NodeId {
  if (!isNodeId(text)) throw new ProtocolError(`${what} is not a node id`);
  return text;
}

// ---- writing

/** A message in pieces, to be written one after the other: numbers as varints, bytes as they are. */
interface Parts {
  readonly pieces: (number | Uint8Array)[];
  bytes: number;
}

/** Tag and length of a field of `bytes` bytes. */
function pushDelimited(parts: Parts, tag: number, bytes: number): void {
  parts.pieces.push(tag, bytes);
  parts.bytes += varintBytes(tag) + varintBytes(bytes);
}

function pushBytes(parts: Parts, bytes: Uint8Array): void {
  if (bytes.length === 0) return;
  parts.pieces.push(bytes);
  parts.bytes += bytes.length;
}

function pushParts(parts: Parts, other: Parts): void {
  for (const piece of other.pieces) parts.pieces.push(piece);
  parts.bytes += other.bytes;
}

/** One frame with these messages. */
export function encodeFrame(messages: readonly PeerMessage[]): Buffer {
  const frame: Parts = { pieces: [], bytes: 0 };
  for (const message of messages) {
    const parts = messageParts(message);
    pushDelimited(frame, TAG_FRAME_MESSAGE, parts.bytes);
    pushParts(frame, parts);
  }
  const target = Buffer.allocUnsafe(frame.bytes);
  let at = 0;
  for (const piece of frame.pieces) {
    if (typeof piece === 'number') {
      at = writeVarint(target, at, piece);
    } else {
      target.set(piece, at);
      at += piece.length;
    }
  }
  return target;
}

function messageParts(peerMessage: PeerMessage): Parts {
  const { partition, message } = peerMessage;
  const parts: Parts = { pieces: [], bytes: 0 };
  const head: WireMessage = {
    partition: checkedInteger(partition, 'partition'),
    from: message.from,
    to: message.to,
    term: checkedInteger(message.term, 'term'),
  };
  if (!('entries' in peerMessage)) {
    pushBytes(parts, wire.Message.encode({ ...head, ...wireKindOf(peerMessage.message) }).finish());
    return parts;
  }
  const append = appendParts(peerMessage);
  pushBytes(parts, wire.Message.encode(head).finish());
  pushDelimited(parts, TAG_MESSAGE_APPEND, append.bytes);
  pushParts(parts, append);
  return parts;
}

function appendParts({ message, entries, digestBefore }: Extract<PeerMessage, { readonly entries: unknown }>): Parts {
  const parts: Parts = { pieces: [], bytes: 0 };
  const head = {
    previousIndex: checkedInteger(message.previousIndex, 'previousIndex'),
    previousTerm: checkedInteger(message.previousTerm, 'previousTerm'),
    commit: checkedInteger(message.commit, 'commit'),
    digestBefore,
  };
  pushBytes(parts, wire.Append.encode(head).finish());
  for (const entry of entries) {
    const entryHead = wire.Entry.encode(wireEntryHead(entry)).finish();
    const size = entry.payload.length;
    pushDelimited(parts, TAG_APPEND_ENTRY, entryHead.length + (size === 0 ? 0 : 1 + varintBytes(size) + size));
    pushBytes(parts, entryHead);
    if (size > 0) pushDelimited(parts, TAG_ENTRY_PAYLOAD, size);
    pushBytes(parts, entry.payload);
  }
  return parts;
}

/** An entry for the generated encoder. */
export function wireEntryOf(entry: EntryBody): WireEntry {
  return { ...wireEntryHead(entry), payload: entry.payload };
}

function wireEntryHead(entry: EntryBody): WireEntry {
  return {
    term: checkedInteger(entry.term, 'term'),
    type: ENTRY_TYPES[entry.type],
    timestamp: checkedInteger(entry.timestamp, 'timestamp'),
    firstOffset: checkedInteger(entry.firstOffset, 'firstOffset'),
    count: checkedInteger(entry.count, 'count'),
  };
}

const ENTRY_TYPES: Readonly<Record<EntryType, number>> = {
  'no-op': wire.EntryType.ENTRY_TYPE_NO_OP,
  batch: wire.EntryType.ENTRY_TYPE_BATCH,
  'snapshot-point': wire.EntryType.ENTRY_TYPE_SNAPSHOT_POINT,
  membership: wire.EntryType.ENTRY_TYPE_MEMBERSHIP,
};

function wireKindOf(message: Exclude<Message, { readonly kind: 'append' }>): WireMessage {
  const uint = checkedInteger;
  switch (message.kind) {
    case 'pre-vote-request':
      return { preVoteRequest: { lastIndex: uint(message.lastIndex, 'lastIndex'), lastTerm: uint(message.lastTerm, 'lastTerm') } };
    case 'pre-vote-reply':
      return { preVoteReply: { granted: message.granted } };
    case 'vote-request':
      return {
        voteRequest: {
          lastIndex: uint(message.lastIndex, 'lastIndex'),
          lastTerm: uint(message.lastTerm, 'lastTerm'),
          isTransfer: message.isTransfer,
        },
      };
    case 'vote-reply':
      return { voteReply: { granted: message.granted } };
    case 'append-accepted':
      return { appendAccepted: { matchIndex: uint(message.matchIndex, 'matchIndex') } };
    case 'append-received':
      return { appendReceived: { matchIndex: uint(message.matchIndex, 'matchIndex') } };
    case 'append-rejected':
      return {
        appendRejected: {
          rejectedIndex: uint(message.rejectedIndex, 'rejectedIndex'),
          hintIndex: uint(message.hintIndex, 'hintIndex'),
          hintTerm: uint(message.hintTerm, 'hintTerm'),
        },
      };
    case 'install-snapshot':
      return { installSnapshot: { index: uint(message.index, 'index'), indexTerm: uint(message.indexTerm, 'indexTerm') } };
    case 'timeout-now':
      return { timeoutNow: {} };
    case 'heartbeat':
      return { heartbeat: { commit: uint(message.commit, 'commit'), round: uint(message.round, 'round') } };
    case 'heartbeat-reply':
      return { heartbeatReply: { round: uint(message.round, 'round') } };
  }
}

// ---- reading

/** The messages of one frame; payloads and digests are views into `bytes`. Throws `ProtocolError` and nothing else. */
export function decodeFrame(bytes: Uint8Array): PeerMessage[] {
  const frame = decoded(() => wire.Frame.decode(bytes));
  if (frame.hello) throw new ProtocolError('a Hello in a later frame');
  return (frame.messages ?? []).map(readMessage);
}

/** What `decode` returns; whatever the generated code throws becomes a `ProtocolError`. */
export function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw new ProtocolError(`not a message of this protocol: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function readMessage(message: WireMessage): PeerMessage {
  const partition = readInteger(message.partition, 1, 'partition');
  if (partition > PARTITIONS_MAX) throw new ProtocolError(`partition is ${partition}, more than ${PARTITIONS_MAX}`);
  const addressed = {
    from: readNodeId(message.from ?? '', 'from'),
    to: readNodeId(message.to ?? '', 'to'),
    term: readInteger(message.term, 1, 'term'),
  };
  if (message.append) return { partition, ...readAppend(message.append, addressed) };
  return { partition, message: { ...addressed, ...readKind(message, addressed.term) } };
}

type Unaddressed<T> = T extends unknown ? Omit<T, 'from' | 'to' | 'term'> : never;
type SmallMessage = Exclude<Message, { readonly kind: 'append' }>;

function readKind(message: WireMessage, term: number): Unaddressed<SmallMessage> {
  if (message.preVoteRequest) {
    if (message.preVoteRequest.isTransfer) throw new ProtocolError('a pre-vote of a transfer, which needs none');
    return { kind: 'pre-vote-request', ...readLast(message.preVoteRequest, term) };
  }
  if (message.voteRequest) {
    const isTransfer = message.voteRequest.isTransfer ?? false;
    return { kind: 'vote-request', ...readLast(message.voteRequest, term), isTransfer };
  }
  if (message.preVoteReply) return { kind: 'pre-vote-reply', granted: message.preVoteReply.granted ?? false };
  if (message.voteReply) return { kind: 'vote-reply', granted: message.voteReply.granted ?? false };
  if (message.appendAccepted) {
    return { kind: 'append-accepted', matchIndex: readInteger(message.appendAccepted.matchIndex, 0, 'match_index') };
  }
  if (message.appendReceived) {
    return { kind: 'append-received', matchIndex: readInteger(message.appendReceived.matchIndex, 0, 'match_index') };
  }
  if (message.appendRejected) return readRejected(message.appendRejected);
  if (message.heartbeat) {
    const commit = readInteger(message.heartbeat.commit, 0, 'commit');
    return { kind: 'heartbeat', commit, round: readInteger(message.heartbeat.round, 0, 'round') };
  }
  if (message.installSnapshot) {
    const { index, indexTerm } = message.installSnapshot;
    return { kind: 'install-snapshot', index: readInteger(index, 1, 'index'), indexTerm: readInteger(indexTerm, 1, 'indexTerm') };
  }
  if (message.timeoutNow) return { kind: 'timeout-now' };
  if (message.heartbeatReply) return { kind: 'heartbeat-reply', round: readInteger(message.heartbeatReply.round, 0, 'round') };
  throw new ProtocolError('a message of an unknown kind');
}

/** Place of a candidate's last entry: it stands in a term above that of any entry it has. */
function readLast(request: ledgerline.peer.v1.VoteRequest.$Properties, term: number): { lastIndex: number; lastTerm: number } {
  const lastIndex = readInteger(request.lastIndex, 0, 'last_index');
  const lastTerm = readInteger(request.lastTerm, 0, 'last_term');
  checkPlace(lastIndex, lastTerm, 'last');
  if (lastTerm >= term) throw new ProtocolError(`last_term ${lastTerm} is not below term ${term}`);
  return { lastIndex, lastTerm };
}

/** Index 0 and term 0 go together: they mean "before the first entry". */
function checkPlace(index: number, term: number, what: string): void {
  if ((index === 0) !== (term === 0)) throw new ProtocolError(`${what}: index ${index} with term ${term}`);
}

function readRejected(rejected: ledgerline.peer.v1.AppendRejected.$Properties): Unaddressed<SmallMessage> {
  const rejectedIndex = readInteger(rejected.rejectedIndex, 0, 'rejected_index');
  const hintIndex = readInteger(rejected.hintIndex, 0, 'hint_index');
  const hintTerm = readInteger(rejected.hintTerm, 0, 'hint_term');
  checkPlace(hintIndex, hintTerm, 'hint');
  if (hintIndex > rejectedIndex) throw new ProtocolError(`hint_index ${hintIndex} is above rejected_index ${rejectedIndex}`);
  return { kind: 'append-rejected', rejectedIndex, hintIndex, hintTerm };
}

function readAppend(
  append: ledgerline.peer.v1.Append.$Properties,
  addressed: { readonly from: NodeId; readonly to: NodeId; readonly term: number },
): Omit<Extract<PeerMessage, { readonly entries: unknown }>, 'partition'> {
  const previousIndex = readInteger(append.previousIndex, 0, 'previous_index');
  const previousTerm = readInteger(append.previousTerm, 0, 'previous_term');
  const commit = readInteger(append.commit, 0, 'commit');
  checkPlace(previousIndex, previousTerm, 'previous');
  const digestBefore = append.digestBefore ?? new Uint8Array(0);
  if (digestBefore.length !== DIGEST_BYTES) throw new ProtocolError(`digest_before has ${digestBefore.length} bytes, not ${DIGEST_BYTES}`);
  const entries = readEntries(append.entries ?? [], { previousTerm, term: addressed.term });
  if (!Number.isSafeInteger(previousIndex + entries.length)) throw new ProtocolError('entries past index 2^53 - 1');
  return {
    message: {
      kind: 'append',
      ...addressed,
      previousIndex,
      previousTerm,
      terms: entries.map((entry) => entry.term),
      sizes: entries.map((entry) => entry.payload.length + ENTRY_OVERHEAD_BYTES),
      commit,
    },
    entries,
    digestBefore,
  };
}

/** Consecutive entries: terms never decrease and stay at or below `term`; offsets are dense. Throws `ProtocolError`. */
export function readEntries(entries: readonly WireEntry[], limits: { readonly previousTerm: number; readonly term: number }): EntryBody[] {
  if (entries.length > PEER_APPEND_ENTRIES_MAX) throw new ProtocolError(`${entries.length} entries, more than ${PEER_APPEND_ENTRIES_MAX}`);
  const bodies: EntryBody[] = [];
  let termMin = Math.max(1, limits.previousTerm);
  let nextOffset: number | undefined;
  if (limits.previousTerm > limits.term) throw new ProtocolError(`previous_term ${limits.previousTerm} is above term ${limits.term}`);
  for (const entry of entries) {
    const body = readEntry(entry, termMin);
    if (body.term > limits.term) throw new ProtocolError(`an entry of term ${body.term} in a message of term ${limits.term}`);
    if (nextOffset !== undefined && body.firstOffset !== nextOffset) {
      throw new ProtocolError(`first_offset is ${body.firstOffset}, not ${nextOffset}: offsets are dense`);
    }
    termMin = body.term;
    nextOffset = body.firstOffset + body.count;
    bodies.push(body);
  }
  return bodies;
}

function readEntry(entry: WireEntry, termMin: number): EntryBody {
  const payload = entry.payload ?? new Uint8Array(0);
  const count = readInteger(entry.count, 0, 'count');
  if (payload.length > ENTRY_PAYLOAD_BYTES_MAX) throw new ProtocolError(`a payload of ${payload.length} bytes`);
  const type = readEntryType(entry.type);
  checkPayload(type, payload, count);
  return {
    term: readInteger(entry.term, termMin, 'term of an entry'),
    type,
    timestamp: readInteger(entry.timestamp, 0, 'timestamp'),
    firstOffset: readInteger(entry.firstOffset, 1, 'first_offset'),
    count,
    payload,
  };
}

/** A membership may be of another cluster: a restored one has those of the one before in its history. Who follows it, asks. */
function checkPayload(type: EntryType, payload: Uint8Array, count: number): void {
  if (type === 'batch') {
    if (!isBatch(payload, count)) throw new ProtocolError(`a payload that is no batch of ${count} transactions`);
    return;
  }
  if (count !== 0) throw new ProtocolError(`a ${type} of ${count} transactions`);
  if (type !== 'membership') {
    if (payload.length !== 0) throw new ProtocolError(`a ${type} that is not empty`);
    return;
  }
  try {
    readMembership(payload);
  } catch (cause) {
    if (!(cause instanceof MembershipError)) throw cause;
    throw new ProtocolError(`a payload that is no membership: ${cause.message}`, { cause });
  }
}

function readEntryType(type: number | undefined): EntryType {
  if (type === wire.EntryType.ENTRY_TYPE_NO_OP) return 'no-op';
  if (type === wire.EntryType.ENTRY_TYPE_BATCH) return 'batch';
  if (type === wire.EntryType.ENTRY_TYPE_SNAPSHOT_POINT) return 'snapshot-point';
  if (type === wire.EntryType.ENTRY_TYPE_MEMBERSHIP) return 'membership';
  throw new ProtocolError(`an entry of unknown type ${type}; upgrade this node`);
}
