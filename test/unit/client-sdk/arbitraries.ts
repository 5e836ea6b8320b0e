// What the property tests of the codec draw from: 64-bit edges, keys, locks, transactions.
import type {
  ChangeMembersAnswer,
  ClientHello,
  ServerHello,
  TransactionFields,
  WireDelta,
  WireKey,
  WireMember,
  WireMembersChange,
  WireMembersRefusalCode,
  WireRefusal,
  WireRefusalCode,
} from '@ledgerline/client/internal';
import fc from 'fast-check';

const EDGES = [
  0,
  1,
  127,
  128,
  2 ** 14 - 1,
  2 ** 14,
  2 ** 21,
  2 ** 28 - 1,
  2 ** 28,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 35,
  2 ** 49,
  2 ** 53 - 1,
];

/** An unsigned integer that a number holds, often one at an edge. */
export const uint = fc.oneof(fc.constantFrom(...EDGES), fc.maxSafeNat());
export const uint32 = fc.oneof(fc.constantFrom(...EDGES.filter((edge) => edge < 2 ** 32)), fc.nat());
export const offset = uint.map((value) => Math.max(1, value));

/** An arbitrary object of the usual prototype, so that it can be compared with one that was decoded. */
export function record<T, K extends keyof T = keyof T>(
  fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  required?: K[],
): fc.Arbitrary<T> {
  const options = { noNullPrototype: true, ...(required === undefined ? {} : { requiredKeys: required }) };
  return fc.record(fields, options) as unknown as fc.Arbitrary<T>;
}

export function bytes(minLength: number, maxLength: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength, maxLength }).map((value) => Buffer.from(value));
}

export const key: fc.Arbitrary<WireKey> = fc.oneof(
  bytes(9, 9).map((random) => ({ kind: 'generated' as const, bytes: Buffer.concat([Buffer.of(0, 1, 2, 3, 4, 5, 6), random]) })),
  bytes(1, 64).map((named) => ({ kind: 'named' as const, bytes: named })),
);

export const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((value) => Buffer.byteLength(value) <= 64);

export const delta: fc.Arbitrary<WireDelta> = fc.oneof(
  record({ kind: fc.constant('put' as const), key: bytes(1, 256), value: bytes(0, 200) }),
  record({ kind: fc.constant('delete' as const), key: bytes(1, 256) }),
  record({ kind: fc.constant('record' as const), data: bytes(0, 200) }),
);

/** Structurally sound, with data or deltas; locks do not cover the keys. */
export const transaction: fc.Arbitrary<Required<TransactionFields>> = record({
  type: text,
  header: uint32,
  locks: fc.array(record({ mode: fc.constantFrom('write' as const, 'read' as const, 'append' as const), name: bytes(1, 256) }), {
    maxLength: 4,
  }),
  key,
  seen: fc.option(uint, { nil: undefined }),
  data: bytes(0, 300),
  deltas: fc.array(delta, { maxLength: 4 }),
}).map((fields) => (fields.data.length % 2 === 0 ? { ...fields, deltas: [] } : { ...fields, data: Buffer.alloc(0) }));

export const clientHello: fc.Arbitrary<ClientHello> = record({
  cluster: fc.option(fc.constant('ab'.repeat(32)), { nil: undefined }),
  protocolMin: uint32,
  protocolMax: uint32,
  client: fc.string(),
});

export const serverHello: fc.Arbitrary<ServerHello> = record({
  cluster: fc.string(),
  node: fc.string(),
  incarnation: fc.string(),
  protocol: uint32,
});

const CODES: WireRefusalCode[] = [
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

export const refusal: fc.Arbitrary<WireRefusal> = record(
  {
    kind: fc.constant('refused' as const),
    code: fc.constantFrom(...CODES),
    outcome: fc.constantFrom('none' as const, 'unknown' as const),
    lock: bytes(1, 20),
    offset: uint,
    leader: fc.constantFrom('n1', 'n2'),
    detail: fc.string({ minLength: 1 }),
  },
  ['kind', 'code', 'outcome'],
);

export function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

export const ids = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 });
export const intendedSet = record({ voters: ids, learners: ids });
export const member: fc.Arbitrary<WireMember> = record({
  id: fc.string(),
  incarnation: fc.string(),
  peerAddress: fc.string(),
  clientAddress: fc.string(),
});
const newMember = record({ id: fc.string(), peerAddress: fc.string(), clientAddress: fc.string() });
export const membersChange: fc.Arbitrary<WireMembersChange> = fc.oneof(
  newMember.map((fields) => ({ kind: 'add' as const, ...fields })),
  record({ kind: fc.constant('promote' as const), id: fc.string() }),
  record({ kind: fc.constant('remove' as const), id: fc.string(), force: fc.boolean() }),
  record({ kind: fc.constant('replace' as const), id: fc.string(), by: newMember }),
);
const MEMBERS_REFUSALS: readonly WireMembersRefusalCode[] = [
  'CHANGE_UNDER_WAY',
  'NO_QUORUM',
  'UNKNOWN_MEMBER',
  'ALREADY_A_MEMBER',
  'ID_USED',
  'LAST_VOTER',
  'TOO_MANY_MEMBERS',
  'UNREACHABLE',
  'ALREADY_FORMED',
];
export const changeMembersAnswer: fc.Arbitrary<ChangeMembersAnswer> = fc.oneof(
  record({ kind: fc.constant('members-changed' as const), changed: fc.boolean(), intended: intendedSet }),
  record({ kind: fc.constant('members-refused' as const), code: fc.constantFrom(...MEMBERS_REFUSALS), detail: fc.string() }),
  refusal,
);
