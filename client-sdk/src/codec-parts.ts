// Parts that several messages share: numbers that came through protobufjs, hellos, refusals, keys. Range checks live here.
import { ledgerline } from '../gen/client.js';
import type { ClientHello, ServerHello } from './hello.ts';
import type { Outcome, WireKey, WireRefusal, WireRefusalCode } from './messages.ts';
import { checkUint, checkUint32, WireError } from './wire.ts';

const v1 = ledgerline.client.v1;

/** Position = number on the wire. */
const REFUSAL_CODES: readonly (WireRefusalCode | undefined)[] = [
  undefined,
  'CONFLICT',
  'STALE',
  'SEEN_AHEAD',
  'VOID',
  'KEY_REUSED',
  'KEY_EXPIRED',
  'READ_LOCK_WITHOUT_SEEN',
  'TOO_LARGE',
  'TOO_MANY_LOCKS',
  'OVERLOADED',
  'NOT_LEADER',
  'LEADERSHIP_LOST',
  'SHUTTING_DOWN',
  'INVALID',
  'NO_SPACE',
  'COMPACTED',
];
const OUTCOMES: readonly (Outcome | undefined)[] = [undefined, 'none', 'unknown'];

const DIGEST_BYTES = 32;
export const GENERATED_KEY_BYTES = 16;
export const KEY_BYTES_MAX = 64;

/** A uint64 as protobufjs decodes it: a `number`, or a `Long` when the package `long` is loaded. */
export function decodedUint(value: unknown, what: string): number {
  let number = value;
  if (typeof value === 'object' && value !== null && 'low' in value && 'high' in value) {
    const { low, high } = value;
    if (typeof low === 'number' && typeof high === 'number') number = (high >>> 0) * 2 ** 32 + (low >>> 0);
  }
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
    throw new WireError(`${what} is not an integer from 0 to 2^53 - 1`);
  return number;
}

/** Runs a generated decoder; whatever it throws becomes a `WireError`. */
export function decoded<T>(what: string, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    if (cause instanceof WireError) throw cause;
    throw new WireError(`not a ${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** The bytes of a finished writer as a Buffer, without a copy. */
export function finished(writer: { finish(): Uint8Array }): Buffer {
  const bytes = writer.finish();
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function clientHelloFields(hello: ClientHello): ledgerline.client.v1.ClientHello.$Properties {
  return {
    cluster: hello.cluster ?? '',
    protocolMin: checkUint32(hello.protocolMin, 'protocol_min'),
    protocolMax: checkUint32(hello.protocolMax, 'protocol_max'),
    client: hello.client,
  };
}

export function serverHelloFields(hello: ServerHello): ledgerline.client.v1.ServerHello.$Properties {
  return { ...hello, protocol: checkUint32(hello.protocol, 'protocol') };
}

export function clientHelloOf(message: ledgerline.client.v1.ClientHello.$Properties | null | undefined): ClientHello | undefined {
  if (!message) return undefined;
  const { cluster, protocolMin, protocolMax, client } = message;
  return { cluster: cluster || undefined, protocolMin: protocolMin ?? 0, protocolMax: protocolMax ?? 0, client: client ?? '' };
}

export function serverHelloOf(message: ledgerline.client.v1.ServerHello.$Properties | null | undefined): ServerHello | undefined {
  if (!message) return undefined;
  const { cluster, node, incarnation, protocol } = message;
  return { cluster: cluster ?? '', node: node ?? '', incarnation: incarnation ?? '', protocol: protocol ?? 0 };
}

/** The field `hello` of a request. */
export function fromClient(hello: ClientHello | undefined): { hello?: ledgerline.client.v1.ClientHello.$Properties } {
  return hello === undefined ? {} : { hello: clientHelloFields(hello) };
}

/** The field `hello` of a response. */
export function fromServer(hello: ServerHello | undefined): { hello?: ledgerline.client.v1.ServerHello.$Properties } {
  return hello === undefined ? {} : { hello: serverHelloFields(hello) };
}

/** 32 bytes. */
export function digestOf(value: Uint8Array | null | undefined, what: string): Uint8Array {
  if (value?.length !== DIGEST_BYTES) throw new WireError(`${what} has ${value?.length ?? 0} bytes, not ${DIGEST_BYTES}`);
  return value;
}

export function encodeClientHello(hello: ClientHello): Uint8Array {
  return v1.ClientHello.encode(clientHelloFields(hello)).finish();
}

export function encodeServerHello(hello: ServerHello): Uint8Array {
  return v1.ServerHello.encode(serverHelloFields(hello)).finish();
}

export function decodeClientHello(bytes: Uint8Array): ClientHello | undefined {
  return clientHelloOf(decoded('ClientHello', () => v1.ClientHello.decode(bytes)));
}

export function decodeServerHello(bytes: Uint8Array): ServerHello | undefined {
  return serverHelloOf(decoded('ServerHello', () => v1.ServerHello.decode(bytes)));
}

export function refusalFields(refusal: WireRefusal): ledgerline.client.v1.Refusal.$Properties {
  const code = REFUSAL_CODES.indexOf(refusal.code);
  if (code < 1) throw new RangeError(`${refusal.code} is not a refusal code`);
  return {
    code,
    outcome: OUTCOMES.indexOf(refusal.outcome),
    ...(refusal.lock === undefined ? {} : { lock: refusal.lock }),
    ...(refusal.offset === undefined ? {} : { offset: checkUint(refusal.offset, 'offset') }),
    ...(refusal.leader === undefined ? {} : { leader: refusal.leader }),
    ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
  };
}

export function refusalOf(message: ledgerline.client.v1.Refusal.$Properties): WireRefusal {
  const code = REFUSAL_CODES[message.code ?? 0];
  const outcome = OUTCOMES[message.outcome ?? 0];
  if (code === undefined) throw new WireError(`refusal code ${message.code} is unknown`);
  if (outcome === undefined) throw new WireError(`outcome ${message.outcome} is unknown`);
  return {
    kind: 'refused',
    code,
    outcome,
    ...(message.lock && message.lock.length > 0 ? { lock: message.lock } : {}),
    ...(message.offset === null || message.offset === undefined ? {} : { offset: decodedUint(message.offset, 'offset') }),
    ...(message.leader ? { leader: message.leader } : {}),
    ...(message.detail ? { detail: message.detail } : {}),
  };
}

export function encodeRefusal(refusal: WireRefusal): Uint8Array {
  return v1.Refusal.encode(refusalFields(refusal)).finish();
}

export function decodeRefusal(bytes: Uint8Array): WireRefusal {
  return refusalOf(decoded('Refusal', () => v1.Refusal.decode(bytes)));
}

export function keyFields(key: WireKey): ledgerline.client.v1.Key.$Properties {
  return key.kind === 'generated' ? { generated: key.bytes } : { named: key.bytes };
}

export function keyOf(message: ledgerline.client.v1.Key.$Properties | null | undefined): WireKey {
  if (message?.generated) {
    if (message.generated.length !== GENERATED_KEY_BYTES) throw new WireError(`a generated key has ${GENERATED_KEY_BYTES} bytes`);
    return { kind: 'generated', bytes: message.generated };
  }
  if (message?.named) {
    const { length } = message.named;
    if (length < 1 || length > KEY_BYTES_MAX) throw new WireError(`a named key has 1 to ${KEY_BYTES_MAX} bytes`);
    return { kind: 'named', bytes: message.named };
  }
  throw new WireError('the key is missing');
}
