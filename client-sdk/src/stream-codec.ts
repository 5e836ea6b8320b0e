// The codec of the two streams, by hand: transactions pass through it as ranges of bytes, and nothing is allocated for one but its view.
// Property tests hold it to the generated code.
import { decodeClientHello, decodeRefusal, decodeServerHello, encodeClientHello, encodeRefusal, encodeServerHello } from './codec-parts.ts';
import type { ClientHello, ServerHello } from './hello.ts';
import type { IdentifiedResult, SubmitRequest, SubmitResponse, TailBatch, TailMessage, TailRequest, WireResult } from './messages.ts';
import { checkUint, checkUint32, varintBytes, WIRE_BYTES, WIRE_VARINT, WireError, WireReader, writeVarint } from './wire.ts';

/** Tag byte of `transactions` in SubmitRequest and TailBatch, and of the repeated field 15 everywhere: field 15, length-delimited. */
export const TRANSACTION_TAG = 0x7a;
const REPEATED_TAG = TRANSACTION_TAG;

function tag(field: number, wireType: number): number {
  return field * 8 + wireType;
}

const F1_BYTES = tag(1, WIRE_BYTES);
const F1_VARINT = tag(1, WIRE_VARINT);
const F2_VARINT = tag(2, WIRE_VARINT);
const F3_VARINT = tag(3, WIRE_VARINT);
const F4_VARINT = tag(4, WIRE_VARINT);
const F4_BYTES = tag(4, WIRE_BYTES);
const F5_VARINT = tag(5, WIRE_VARINT);

function numberField(value: number): number {
  return value === 0 ? 0 : 1 + varintBytes(value);
}

function bytesField(length: number): number {
  return 1 + varintBytes(length) + length;
}

/** Fills a Buffer whose size was computed before. */
class WireWriter {
  readonly buffer: Buffer;
  at = 0;

  constructor(bytes: number) {
    this.buffer = Buffer.allocUnsafe(bytes);
  }

  number(fieldTag: number, value: number): void {
    if (value === 0) return;
    this.buffer[this.at] = fieldTag;
    this.at = writeVarint(this.buffer, this.at + 1, value);
  }

  head(fieldTag: number, length: number): void {
    this.buffer[this.at] = fieldTag;
    this.at = writeVarint(this.buffer, this.at + 1, length);
  }

  raw(bytes: Uint8Array): void {
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  bytes(fieldTag: number, bytes: Uint8Array): void {
    this.head(fieldTag, bytes.length);
    this.raw(bytes);
  }

  done(): Buffer {
    if (this.at !== this.buffer.length) throw new RangeError(`a message of ${this.at} bytes was computed as ${this.buffer.length}`);
    return this.buffer;
  }
}

export function encodeSubmitRequest(request: SubmitRequest): Buffer {
  const hello = request.hello === undefined ? undefined : encodeClientHello(request.hello);
  const partition = checkUint32(request.partition, 'partition');
  const firstId = checkUint(request.firstId, 'first_id');
  let bytes = (hello === undefined ? 0 : bytesField(hello.length)) + numberField(partition) + numberField(firstId);
  for (const transaction of request.transactions) bytes += transaction.length;
  const writer = new WireWriter(bytes);
  if (hello !== undefined) writer.bytes(F1_BYTES, hello);
  writer.number(F2_VARINT, partition);
  writer.number(F3_VARINT, firstId);
  for (const transaction of request.transactions) writer.raw(transaction);
  return writer.done();
}

/** Splits the message; the transactions are views, each with its tag and length, not yet parsed. Throws WireError if there are more than `transactionsMax`. */
export function decodeSubmitRequest(bytes: Uint8Array, transactionsMax: number = Number.POSITIVE_INFINITY): SubmitRequest {
  const reader = new WireReader(bytes);
  const transactions: Uint8Array[] = [];
  let hello: ClientHello | undefined;
  let partition = 0;
  let firstId = 0;
  while (!reader.isAtEnd) {
    const start = reader.at;
    const fieldTag = reader.varint();
    if (fieldTag === TRANSACTION_TAG) {
      if (transactions.length >= transactionsMax) throw new WireError(`more than ${transactionsMax} transactions in one message`);
      reader.at = reader.fieldEnd();
      transactions.push(bytes.subarray(start, reader.at));
    } else if (fieldTag === F1_BYTES) hello = decodeClientHello(reader.view());
    else if (fieldTag === F2_VARINT) partition = reader.uint32();
    else if (fieldTag === F3_VARINT) firstId = reader.varint();
    else reader.skip(fieldTag % 8);
  }
  return { hello, partition, firstId, transactions };
}

/** Splits concatenated transactions into views, each with its tag and length. Throws WireError on anything else between them. */
export function splitTransactions(bytes: Uint8Array): Uint8Array[] {
  const reader = new WireReader(bytes);
  const transactions: Uint8Array[] = [];
  while (!reader.isAtEnd) {
    const start = reader.at;
    if (reader.varint() !== TRANSACTION_TAG) throw new WireError('a batch holds something that is not a transaction');
    reader.at = reader.fieldEnd();
    transactions.push(bytes.subarray(start, reader.at));
  }
  return transactions;
}

function resultBytes({ id, result }: IdentifiedResult, refusal: Uint8Array | undefined): number {
  const bytes = numberField(checkUint(id, 'id'));
  if (result.kind === 'refused') return bytes + bytesField(refusal?.length ?? 0);
  return bytes + numberField(checkUint(result.offset, 'offset')) + (result.duplicate ? 2 : 0) + (result.kind === 'accepted' ? 2 : 0);
}

export function encodeSubmitResponse(response: SubmitResponse): Buffer {
  const hello = response.hello === undefined ? undefined : encodeServerHello(response.hello);
  const leader = Buffer.from(response.leader ?? '');
  const sizes: number[] = [];
  const refusals: (Uint8Array | undefined)[] = [];
  let bytes = hello === undefined ? 0 : bytesField(hello.length);
  bytes += numberField(checkUint32(response.partition, 'partition')) + numberField(checkUint(response.appliedOffset, 'applied_offset'));
  if (leader.length > 0) bytes += bytesField(leader.length);
  for (const item of response.results) {
    const refusal = item.result.kind === 'refused' ? encodeRefusal(item.result) : undefined;
    const size = resultBytes(item, refusal);
    refusals.push(refusal);
    sizes.push(size);
    bytes += bytesField(size);
  }
  const writer = new WireWriter(bytes);
  if (hello !== undefined) writer.bytes(F1_BYTES, hello);
  writer.number(F2_VARINT, response.partition);
  writer.number(F3_VARINT, response.appliedOffset);
  if (leader.length > 0) writer.bytes(F4_BYTES, leader);
  for (const [position, { id, result }] of response.results.entries()) {
    writer.head(REPEATED_TAG, sizes[position] ?? 0);
    writer.number(F1_VARINT, id);
    if (result.kind !== 'refused') {
      writer.number(F2_VARINT, result.offset);
      if (result.duplicate) writer.number(F3_VARINT, 1);
      if (result.kind === 'accepted') writer.number(F5_VARINT, 1);
    } else writer.bytes(F4_BYTES, refusals[position] ?? new Uint8Array(0));
  }
  return writer.done();
}

export function decodeSubmitResponse(bytes: Uint8Array): SubmitResponse {
  const reader = new WireReader(bytes);
  const results: IdentifiedResult[] = [];
  let hello: ServerHello | undefined;
  let partition = 0;
  let appliedOffset = 0;
  let leader: string | undefined;
  while (!reader.isAtEnd) {
    const fieldTag = reader.varint();
    if (fieldTag === REPEATED_TAG) {
      const end = reader.fieldEnd();
      results.push(decodeResult(new WireReader(bytes, reader.at, end)));
      reader.at = end;
    } else if (fieldTag === F1_BYTES) hello = decodeServerHello(reader.view());
    else if (fieldTag === F2_VARINT) partition = reader.uint32();
    else if (fieldTag === F3_VARINT) appliedOffset = reader.varint();
    else if (fieldTag === F4_BYTES) leader = reader.string() || undefined;
    else reader.skip(fieldTag % 8);
  }
  return { hello, partition, appliedOffset, leader, results };
}

function decodeResult(reader: WireReader): IdentifiedResult {
  let id = 0;
  let offset = 0;
  let duplicate = false;
  let accepted = false;
  let refusal: WireResult | undefined;
  while (!reader.isAtEnd) {
    const fieldTag = reader.varint();
    if (fieldTag === F1_VARINT) id = reader.varint();
    else if (fieldTag === F2_VARINT) offset = reader.varint();
    else if (fieldTag === F3_VARINT) duplicate = reader.boolean();
    else if (fieldTag === F4_BYTES) refusal = decodeRefusal(reader.view());
    else if (fieldTag === F5_VARINT) accepted = reader.boolean();
    else reader.skip(fieldTag % 8);
  }
  if (refusal !== undefined) return { id, result: refusal };
  if (offset === 0) throw new WireError('a result has neither an offset nor a refusal');
  return { id, result: { kind: accepted ? 'accepted' : 'committed', offset, duplicate } };
}

export function encodeTailRequest(request: TailRequest): Buffer {
  const hello = request.hello === undefined ? undefined : encodeClientHello(request.hello);
  const to = request.toOffset ?? 0;
  let bytes = hello === undefined ? 0 : bytesField(hello.length);
  bytes += numberField(checkUint32(request.partition, 'partition'));
  bytes += numberField(checkUint(request.fromOffset, 'from_offset')) + numberField(checkUint(to, 'to_offset'));
  const writer = new WireWriter(bytes);
  if (hello !== undefined) writer.bytes(F1_BYTES, hello);
  writer.number(F2_VARINT, request.partition);
  writer.number(F3_VARINT, request.fromOffset);
  writer.number(F4_VARINT, to);
  return writer.done();
}

export function decodeTailRequest(bytes: Uint8Array): TailRequest {
  const reader = new WireReader(bytes);
  let hello: ClientHello | undefined;
  let partition = 0;
  let fromOffset = 0;
  let toOffset = 0;
  while (!reader.isAtEnd) {
    const fieldTag = reader.varint();
    if (fieldTag === F1_BYTES) hello = decodeClientHello(reader.view());
    else if (fieldTag === F2_VARINT) partition = reader.uint32();
    else if (fieldTag === F3_VARINT) fromOffset = reader.varint();
    else if (fieldTag === F4_VARINT) toOffset = reader.varint();
    else reader.skip(fieldTag % 8);
  }
  return { hello, partition, fromOffset, toOffset: toOffset === 0 ? undefined : toOffset };
}

function batchBytes(batch: TailBatch): number {
  return (
    numberField(checkUint(batch.firstOffset, 'first_offset')) +
    numberField(checkUint(batch.index, 'index')) +
    numberField(checkUint(batch.term, 'term')) +
    numberField(checkUint(batch.timestamp, 'timestamp')) +
    numberField(checkUint32(batch.count, 'count')) +
    batch.transactions.length
  );
}

/** The transactions are copied into the message as they are. */
export function encodeTailMessage(message: TailMessage): Buffer {
  const hello = message.hello === undefined ? undefined : encodeServerHello(message.hello);
  const leader = Buffer.from(message.leader ?? '');
  let bytes = hello === undefined ? 0 : bytesField(hello.length);
  bytes += numberField(checkUint32(message.partition, 'partition')) + numberField(checkUint(message.appliedOffset, 'applied_offset'));
  if (leader.length > 0) bytes += bytesField(leader.length);
  for (const batch of message.batches) bytes += bytesField(batchBytes(batch));
  const writer = new WireWriter(bytes);
  if (hello !== undefined) writer.bytes(F1_BYTES, hello);
  writer.number(F2_VARINT, message.partition);
  writer.number(F3_VARINT, message.appliedOffset);
  if (leader.length > 0) writer.bytes(F4_BYTES, leader);
  for (const batch of message.batches) {
    writer.head(REPEATED_TAG, batchBytes(batch));
    writer.number(F1_VARINT, batch.firstOffset);
    writer.number(F2_VARINT, batch.index);
    writer.number(F3_VARINT, batch.term);
    writer.number(F4_VARINT, batch.timestamp);
    writer.number(F5_VARINT, batch.count);
    writer.raw(batch.transactions);
  }
  return writer.done();
}

export function decodeTailMessage(bytes: Uint8Array): TailMessage {
  const reader = new WireReader(bytes);
  const batches: TailBatch[] = [];
  let hello: ServerHello | undefined;
  let partition = 0;
  let appliedOffset = 0;
  let leader: string | undefined;
  while (!reader.isAtEnd) {
    const fieldTag = reader.varint();
    if (fieldTag === REPEATED_TAG) {
      const end = reader.fieldEnd();
      batches.push(decodeBatch(new WireReader(bytes, reader.at, end)));
      reader.at = end;
    } else if (fieldTag === F1_BYTES) hello = decodeServerHello(reader.view());
    else if (fieldTag === F2_VARINT) partition = reader.uint32();
    else if (fieldTag === F3_VARINT) appliedOffset = reader.varint();
    else if (fieldTag === F4_BYTES) leader = reader.string() || undefined;
    else reader.skip(fieldTag % 8);
  }
  return { hello, partition, appliedOffset, leader, batches };
}

/** A batch's transactions stand together at its end: nodes write them so, and one view holds them all. */
function decodeBatch(reader: WireReader): TailBatch {
  let firstOffset = 0;
  let index = 0;
  let term = 0;
  let timestamp = 0;
  let count = 0;
  while (!reader.isAtEnd) {
    const start = reader.at;
    const fieldTag = reader.varint();
    if (fieldTag === TRANSACTION_TAG) {
      if (firstOffset < 1 || count < 1) throw new WireError('a batch has transactions but no first offset or no count');
      return { firstOffset, index, term, timestamp, count, transactions: reader.bytes.subarray(start, reader.end) };
    }
    if (fieldTag === F1_VARINT) firstOffset = reader.varint();
    else if (fieldTag === F2_VARINT) index = reader.varint();
    else if (fieldTag === F3_VARINT) term = reader.varint();
    else if (fieldTag === F4_VARINT) timestamp = reader.varint();
    else if (fieldTag === F5_VARINT) count = reader.uint32();
    else reader.skip(fieldTag % 8);
  }
  throw new WireError('a batch has no transactions');
}
