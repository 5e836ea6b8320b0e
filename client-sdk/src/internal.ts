// The door for the server of this repository: the codec of client.proto, the envelope parser and the service definition. Not for applications: it may
// change in any release.
export * from './codec.ts';
export * from './codec-leadership.ts';
export {
  decodeChangeMembersRequest,
  decodeChangeMembersResponse,
  encodeChangeMembersRequest,
  encodeChangeMembersResponse,
} from './codec-members.ts';
export * from './codec-snapshots.ts';
export * from './codec-state.ts';
export { DAMAGE_MAX } from './codec-storage.ts';
export { DELTAS_MAX, STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX, type WireDelta } from './deltas.ts';
export {
  contentDigest,
  type Envelope,
  EnvelopeError,
  type EnvelopeKey,
  type EnvelopeLimits,
  type EnvelopeLock,
  envelopeKey,
  parseEnvelope,
  shortDigest,
  voidEnvelope,
} from './envelope.ts';
export { birthOf } from './generated-key.ts';
export * from './hello.ts';
export type * from './messages.ts';
export type * from './messages-members.ts';
export { LEDGER_SERVICE_NAME, ledgerService } from './service-definition.ts';
export {
  decodeSubmitRequest,
  decodeSubmitResponse,
  decodeTailMessage,
  decodeTailRequest,
  encodeSubmitRequest,
  encodeSubmitResponse,
  encodeTailMessage,
  encodeTailRequest,
  splitTransactions,
} from './stream-codec.ts';
export {
  deltasOf,
  encodeTransaction,
  type ParsedTransaction,
  parseTransaction,
  type TransactionFields,
  VOID_TYPE,
  type WireLock,
  type WireLockMode,
} from './transaction.ts';
export { parseUrl } from './url.ts';
export { WireError } from './wire.ts';
