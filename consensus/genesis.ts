// The genesis as text: what is hashed to the cluster id, kept in every data directory and handed from node to node while a cluster
// forms. JSON with a fixed order of keys and no white space, so that there is one text for one genesis. No I/O, no hashing here.
import { MEMBERS_MAX, PARTITIONS_MAX } from './limits.ts';
import type { ClusterLimits, Genesis, Member, NodeId } from './types.ts';

/** The version of the genesis text and of everything below it on disk. A node refuses any other. */
export const GENESIS_FORMAT_VERSION = 1;

/** What an operator configures of a cluster: the genesis without what is only known once its members have met. */
export interface ClusterConfiguration {
  readonly partitions: number;
  readonly limits: ClusterLimits;
  /** As in `Genesis`. */
  readonly acknowledge?: 'received';
  readonly restoredFrom?: string;
  readonly members: readonly Omit<Member, 'incarnation'>[];
}

/** A genesis or configuration text that this version does not accept; the message says where and why. */
export class GenesisError extends Error {
  override readonly name = 'GenesisError';
}

const LIMIT_KEYS = ['transactionBytesMax', 'locksMax', 'lockRows', 'recentKeys'] as const;
/** Upper bounds of the limits: what one entry (8 MiB), a `u16` count of locks and typed arrays can hold. */
const LIMITS_MAX: ClusterLimits = { transactionBytesMax: 4 * 1024 * 1024, locksMax: 65_535, lockRows: 2 ** 28, recentKeys: 2 ** 28 };
const NODE_ID = /^[a-z0-9-]{1,64}$/;
const INCARNATION = /^[0-9a-f]{32}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const ADDRESS = /^(?:[A-Za-z0-9._-]{1,253}|\[[0-9a-fA-F:.]{2,45}\]):([0-9]{1,5})$/;

/** Whether `text` can be the id of a node: 1 to 64 characters of `[a-z0-9-]`. */
export function isNodeId(text: string): text is NodeId {
  return NODE_ID.test(text);
}

/** Whether `text` can be an incarnation: 32 hexadecimal digits. */
export function isIncarnation(text: string): boolean {
  return INCARNATION.test(text);
}

/** Whether `text` is `host:port`, an IPv6 host in brackets, the port 1 to 65,535. */
export function isAddress(text: string): boolean {
  const port = Number(ADDRESS.exec(text)?.[1] ?? 0);
  return port >= 1 && port <= 65_535;
}

/** The one text of a genesis: its SHA-256 in hexadecimal is the cluster id. Members are put in the order of their ids. */
export function genesisTextOf(genesis: Omit<Genesis, 'clusterId'>): string {
  return JSON.stringify({
    formatVersion: genesis.formatVersion,
    partitions: genesis.partitions,
    limits: orderedLimits(genesis.limits),
    ...exceptions(genesis),
    members: sortedById(genesis.members).map((member) => ({
      id: member.id,
      incarnation: member.incarnation,
      peerAddress: member.peerAddress,
      clientAddress: member.clientAddress,
    })),
  });
}

/** The one text of a configuration: equal on all nodes before they form. Members are put in the order of their ids. */
export function configurationTextOf(configuration: ClusterConfiguration): string {
  return JSON.stringify({
    formatVersion: GENESIS_FORMAT_VERSION,
    partitions: configuration.partitions,
    limits: orderedLimits(configuration.limits),
    ...exceptions(configuration),
    members: sortedById(configuration.members).map((member) => ({
      id: member.id,
      peerAddress: member.peerAddress,
      clientAddress: member.clientAddress,
    })),
  });
}

/** What is in the text only where it is not the rule, in a fixed order. */
function exceptions({
  acknowledge,
  restoredFrom,
}: Pick<Genesis, 'acknowledge' | 'restoredFrom'>): Pick<Genesis, 'acknowledge' | 'restoredFrom'> {
  return { ...(acknowledge === undefined ? {} : { acknowledge }), ...(restoredFrom === undefined ? {} : { restoredFrom }) };
}

function orderedLimits(limits: ClusterLimits): ClusterLimits {
  return {
    transactionBytesMax: limits.transactionBytesMax,
    locksMax: limits.locksMax,
    lockRows: limits.lockRows,
    recentKeys: limits.recentKeys,
  };
}

function sortedById<T extends { readonly id: NodeId }>(members: readonly T[]): T[] {
  return [...members].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}

/**
 * Reads a genesis text, every field checked, and computes its cluster id with `hash` (SHA-256 of the UTF-8 text, in hexadecimal).
 * Throws `GenesisError`, also for a text that is not exactly the one of its genesis.
 */
export function parseGenesis(text: string, hash: (text: string) => string): Genesis {
  const root = parseRecord(text, 'genesis');
  const version = root.formatVersion;
  if (version !== GENESIS_FORMAT_VERSION) {
    throw new GenesisError(
      `genesis: formatVersion is ${JSON.stringify(version)}, this build knows ${GENESIS_FORMAT_VERSION}; run the version that made the cluster, or a later one`,
    );
  }
  const members = arrayAt(root, 'members').map(readMember);
  const genesis = {
    formatVersion: GENESIS_FORMAT_VERSION,
    partitions: integerAt(root, 'partitions', PARTITIONS_MAX),
    limits: readLimits(root.limits),
    ...readExceptions(root),
    members,
  };
  if (members.length < 1 || members.length > MEMBERS_MAX)
    throw new GenesisError(`genesis: ${members.length} members, not 1 to ${MEMBERS_MAX}`);
  if (new Set(members.map((member) => member.id)).size !== members.length) throw new GenesisError('genesis: two members have one id');
  if (genesisTextOf(genesis) !== text)
    throw new GenesisError('genesis: not the canonical text (order of keys or members, white space or an unknown key)');
  return { ...genesis, clusterId: hash(text) };
}

function readExceptions({ acknowledge, restoredFrom }: Record<string, unknown>): Pick<Genesis, 'acknowledge' | 'restoredFrom'> {
  if (acknowledge !== undefined && acknowledge !== 'received') throw new GenesisError('genesis: acknowledge is there and not "received"');
  if (restoredFrom !== undefined && !(typeof restoredFrom === 'string' && DIGEST.test(restoredFrom))) {
    throw new GenesisError('genesis: restoredFrom is not 64 hexadecimal digits');
  }
  return exceptions({ ...(acknowledge === undefined ? {} : { acknowledge }), ...(restoredFrom === undefined ? {} : { restoredFrom }) });
}

function readLimits(value: unknown): ClusterLimits {
  const record = asRecord(value, 'genesis.limits');
  const limit = (key: (typeof LIMIT_KEYS)[number]) => integerAt(record, key, LIMITS_MAX[key]);
  return {
    transactionBytesMax: limit('transactionBytesMax'),
    locksMax: limit('locksMax'),
    lockRows: limit('lockRows'),
    recentKeys: limit('recentKeys'),
  };
}

function readMember(value: unknown): Member {
  const record = asRecord(value, 'genesis.members');
  const id = stringAt(record, 'id');
  const incarnation = stringAt(record, 'incarnation');
  const peerAddress = stringAt(record, 'peerAddress');
  const clientAddress = stringAt(record, 'clientAddress');
  if (!isNodeId(id)) throw new GenesisError(`genesis: member id ${JSON.stringify(id)} is not 1 to 64 characters of a-z, 0-9 and -`);
  if (!isIncarnation(incarnation)) throw new GenesisError(`genesis: incarnation of ${id} is not 32 hexadecimal digits`);
  if (!isAddress(peerAddress) || !isAddress(clientAddress)) throw new GenesisError(`genesis: an address of ${id} is not host:port`);
  return { id, incarnation, peerAddress, clientAddress };
}

/** The first thing in which two configuration texts differ, as a path with both values; `undefined` if they are equal. */
export function configurationDifference(
  ours: string,
  theirs: string,
): { readonly key: string; readonly ours: string; readonly theirs: string } | undefined {
  if (ours === theirs) return undefined;
  const left = flatten(parseRecord(ours, 'configuration'));
  let right: Map<string, string>;
  try {
    right = flatten(parseRecord(theirs, 'configuration'));
  } catch {
    return { key: 'configuration', ours: 'JSON', theirs: 'unreadable' };
  }
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [mine, other] = [left.get(key) ?? 'absent', right.get(key) ?? 'absent'];
    if (mine !== other) return { key, ours: mine, theirs: other };
  }
  return { key: 'configuration', ours: 'canonical', theirs: 'another order of keys' };
}

/** Leaves of a configuration by path, members by id: `members.n2.peerAddress`. Two levels deep by construction. */
function flatten(root: Record<string, unknown>): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, value] of Object.entries(root)) {
    const children: [string, unknown][] = Array.isArray(value)
      ? value.map((member: unknown, at) => [`${key}.${memberName(member, at)}`, member])
      : [[key, value]];
    for (const [path, child] of children) {
      if (typeof child !== 'object' || child === null) leaves.set(path, JSON.stringify(child) ?? 'absent');
      else for (const [name, leaf] of Object.entries(child)) leaves.set(`${path}.${name}`, JSON.stringify(leaf) ?? 'absent');
    }
  }
  return leaves;
}

function memberName(member: unknown, at: number): string {
  const id = typeof member === 'object' && member !== null && 'id' in member ? member.id : undefined;
  return typeof id === 'string' ? id : String(at);
}

function parseRecord(text: string, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new GenesisError(`${what}: not JSON`, { cause });
  }
  return asRecord(value, what);
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new GenesisError(`${what}: not an object`);
  return value as Record<string, unknown>;
}

function arrayAt(record: Record<string, unknown>, key: string): readonly unknown[] {
  const value = record[key];
  if (!Array.isArray(value)) throw new GenesisError(`genesis.${key}: not an array`);
  return value;
}

function stringAt(record: Record<string, unknown>, key: string): string {
  const value = record[key];
  if (typeof value !== 'string') throw new GenesisError(`genesis: ${key} of a member is not a string`);
  return value;
}

function integerAt(record: Record<string, unknown>, key: string, max: number): number {
  const value = record[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > max) {
    throw new GenesisError(`genesis: ${key} is ${JSON.stringify(value)}, not an integer from 1 to ${max}`);
  }
  return value;
}
