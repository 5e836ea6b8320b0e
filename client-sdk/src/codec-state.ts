// The codec of ReadState. Encoders throw RangeError on the caller's mistakes, decoders WireError on anything that is not the message.
import { ledgerline } from '../gen/client.js';
import {
  clientHelloOf,
  decoded,
  decodedUint,
  finished,
  fromClient,
  fromServer,
  refusalFields,
  refusalOf,
  serverHelloOf,
} from './codec-parts.ts';
import type { ReadStateAnswer, ReadStateRequest, ReadStateResponse, WireReadAt, WireStateQuery } from './messages.ts';
import { checkUint, checkUint32, WireError } from './wire.ts';

const v1 = ledgerline.client.v1;
const NOTHING = new Uint8Array(0);

export function encodeReadStateRequest(request: ReadStateRequest): Buffer {
  return finished(
    v1.ReadStateRequest.encode({
      ...fromClient(request.hello),
      partition: checkUint32(request.partition, 'partition'),
      ...atFields(request.at),
      ...queryFields(request.query),
      timeoutMs: checkUint32(request.timeoutMs, 'timeout_ms'),
    }),
  );
}

function atFields(at: WireReadAt): { linearizable: object } | { atLeast: number } | { local: object } {
  if (at.kind === 'linearizable') return { linearizable: {} };
  return at.kind === 'local' ? { local: {} } : { atLeast: checkUint(at.offset, 'at_least') };
}

function queryFields(
  query: WireStateQuery,
): { getMany: { keys: Uint8Array[] } } | { range: ledgerline.client.v1.ReadStateRequest.Range.$Properties } {
  if (query.kind === 'get-many') return { getMany: { keys: [...query.keys] } };
  const limit = checkUint32(query.limit, 'limit');
  return { range: { from: query.from, limit, ...(query.to === undefined ? {} : { to: query.to }) } };
}

export function decodeReadStateRequest(bytes: Uint8Array): ReadStateRequest {
  const message = decoded('ReadStateRequest', () => v1.ReadStateRequest.decode(bytes));
  return {
    hello: clientHelloOf(message.hello),
    partition: message.partition,
    at: atOf(message),
    query: queryOf(message),
    timeoutMs: message.timeoutMs,
  };
}

function atOf(message: ledgerline.client.v1.ReadStateRequest.$Properties): WireReadAt {
  if (message.linearizable) return { kind: 'linearizable' };
  if (message.local) return { kind: 'local' };
  if (message.atLeast === null || message.atLeast === undefined)
    throw new WireError('it is missing what the answer must not be older than');
  return { kind: 'at-least', offset: decodedUint(message.atLeast, 'at_least') };
}

function queryOf(message: ledgerline.client.v1.ReadStateRequest.$Properties): WireStateQuery {
  if (message.getMany) return { kind: 'get-many', keys: message.getMany.keys ?? [] };
  if (!message.range) throw new WireError('the query is missing');
  const { from, to, limit } = message.range;
  return { kind: 'range', from: from ?? NOTHING, to: to ?? undefined, limit: limit ?? 0 };
}

export function encodeReadStateResponse(response: ReadStateResponse): Buffer {
  const { answer } = response;
  const hello = fromServer(response.hello);
  if (answer.kind === 'refused') return finished(v1.ReadStateResponse.encode({ ...hello, refusal: refusalFields(answer) }));
  const offset = checkUint(answer.offset, 'offset');
  if (answer.kind === 'pairs') {
    const pairs = answer.pairs.map(({ key, value }) => ({ key, value }));
    return finished(v1.ReadStateResponse.encode({ ...hello, pairs: { offset, pairs, more: answer.more } }));
  }
  const values = answer.values.map((value) => (value === undefined ? {} : { value }));
  return finished(v1.ReadStateResponse.encode({ ...hello, values: { offset, values } }));
}

export function decodeReadStateResponse(bytes: Uint8Array): ReadStateResponse {
  const message = decoded('ReadStateResponse', () => v1.ReadStateResponse.decode(bytes));
  return { hello: serverHelloOf(message.hello), answer: answerOf(message) };
}

function answerOf(message: ledgerline.client.v1.ReadStateResponse.$Properties): ReadStateAnswer {
  if (message.refusal) return refusalOf(message.refusal);
  if (message.pairs) {
    const { offset, pairs, more } = message.pairs;
    const found = (pairs ?? []).map(({ key, value }) => ({ key: key ?? NOTHING, value: value ?? NOTHING }));
    return { kind: 'pairs', offset: decodedUint(offset ?? 0, 'offset'), pairs: found, more: more ?? false };
  }
  if (!message.values) throw new WireError('the answer is missing');
  const { offset, values } = message.values;
  return { kind: 'values', offset: decodedUint(offset ?? 0, 'offset'), values: (values ?? []).map(({ value }) => value ?? undefined) };
}
