// The server's configuration: one YAML or JSON file, checked against a schema, with LEDGERLINE_* variables above it. Every mistake is
// named by file, key and what was expected. What the values mean for the cluster is decided by forming, not here.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import * as z from 'zod';
import { isAddress, isNodeId } from '../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS, KEY_BYTES_MAX, MEMBERS_MAX, PARTITIONS_MAX } from '../consensus/limits.ts';
import { DEFAULT_STORAGE_OPTIONS, type StorageOptions } from '../consensus/storage-options.ts';
import type { ClusterLimits, NodeId } from '../consensus/types.ts';
import { CommandError, EXIT } from './exit.ts';
import { parseBytes, parseMilliseconds } from './units.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** DESIGN §8: `received` acknowledges before the disk has it. */
export const ACKNOWLEDGE = ['durable', 'received'] as const;

export interface Endpoints {
  /** host:port for clients. */
  readonly client: string;
  /** host:port for the other nodes. */
  readonly peer: string;
}

/** What a new cluster is formed of: equal on all its nodes. */
export interface FormingCluster {
  readonly kind: 'form';
  readonly initialMembers: readonly InitialMember[];
  readonly partitions: number;
  readonly limits: ClusterLimits;
  readonly acknowledge: (typeof ACKNOWLEDGE)[number];
}

/** A cluster that has formed, and that this node joins. What is not given comes from its genesis; what is given must agree with it. */
export interface JoiningCluster {
  readonly kind: 'join';
  /** Peer addresses of running nodes of the cluster, at least one. */
  readonly join: readonly string[];
  readonly partitions: number | undefined;
  readonly limits: { readonly [Key in keyof ClusterLimits]?: number | undefined };
  readonly acknowledge: (typeof ACKNOWLEDGE)[number] | undefined;
}

export interface InitialMember extends Endpoints {
  readonly id: NodeId;
}

/** A checked configuration of one node. */
export interface ServerConfig {
  /** Absolute path of the file it came from. */
  readonly file: string;
  readonly node: { readonly id: NodeId /** Absolute path. */; readonly data: string };
  /** What this process binds. What the others and the clients dial is this node's entry in `initialMembers`, or what it was added with. */
  readonly listen: Endpoints;
  readonly cluster: FormingCluster | JoiningCluster;
  readonly storage: StorageOptions;
  readonly log: { readonly level: (typeof LOG_LEVELS)[number] };
}

/** The variables that override single keys of the file. */
export const CONFIG_VARIABLES: Readonly<Record<string, readonly string[]>> = {
  LEDGERLINE_NODE_ID: ['node', 'id'],
  LEDGERLINE_NODE_DATA: ['node', 'data'],
  LEDGERLINE_LISTEN_CLIENT: ['listen', 'client'],
  LEDGERLINE_LISTEN_PEER: ['listen', 'peer'],
  LEDGERLINE_STORAGE_RETENTION: ['storage', 'retention'],
  LEDGERLINE_LOG_LEVEL: ['log', 'level'],
};

const nodeId = z.string('expected a name such as n1').refine(isNodeId, 'expected 1 to 64 characters of a-z, 0-9 and -, e.g. n1');

const address = z
  .string('expected host:port, e.g. 10.0.0.1:7401')
  .refine(isAddress, 'expected host:port with a port from 1 to 65535, e.g. 10.0.0.1:7401 or [::1]:7401');

function count(min: number, max: number): z.ZodNumber {
  const expected = `expected a whole number from ${min} to ${max}`;
  return z.number(expected).int(expected).min(min, expected).max(max, expected);
}

function inUnits(expected: string, parseValue: (value: string | number) => number | undefined, range: { readonly min: number }) {
  return z.union([z.string(), z.number()], expected).transform((value, context) => {
    const parsed = parseValue(value);
    if (parsed !== undefined && parsed >= range.min) return parsed;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

const byteSize = (min: number, example: string) => inUnits(`expected bytes, e.g. ${example}`, parseBytes, { min });
const RETENTION = 'expected everything, snapshot, { bytes: 10GiB } or { age: 30d }';

const retention = z.union(
  [
    z.enum(['everything', 'snapshot']).transform((keep) => ({ keep })),
    z.strictObject({ bytes: byteSize(0, '10GiB') }).transform(({ bytes }) => ({ keep: 'bytes' as const, bytes })),
    z
      .strictObject({ age: inUnits('expected a time, e.g. 30d', parseMilliseconds, { min: 0 }) })
      .transform(({ age }) => ({ keep: 'age' as const, ms: age })),
  ],
  RETENTION,
);

const storage = z.strictObject({
  retention: retention.default(DEFAULT_STORAGE_OPTIONS.retention),
  snapshotInterval: byteSize(64 * 1024, '24MiB').default(DEFAULT_STORAGE_OPTIONS.snapshotIntervalBytes),
  spaceReserve: byteSize(0, '256MiB').default(DEFAULT_STORAGE_OPTIONS.spaceReserveBytes),
  scrubRate: byteSize(0, '1MiB').default(DEFAULT_STORAGE_OPTIONS.scrubBytesPerSecond),
});

const limits = z.strictObject({
  transactionBytesMax: count(1024, 4 * 1024 * 1024).optional(),
  locksMax: count(1, 4096).optional(),
  lockRows: count(1024, 16 * 1024 * 1024).optional(),
  recentKeys: count(1024, 64 * 1024 * 1024).optional(),
});

const schema = z.strictObject({
  node: z.strictObject({ id: nodeId, data: z.string('expected the path of a directory').min(1, 'expected the path of a directory') }),
  listen: z.strictObject({ client: address, peer: address }).partial().prefault({}),
  cluster: z.strictObject({
    join: z
      .array(address, 'expected a list of peer addresses')
      .min(1, 'expected at least one peer address')
      .max(MEMBERS_MAX, `expected at most ${MEMBERS_MAX} peer addresses`)
      .optional(),
    initialMembers: z
      .array(z.strictObject({ id: nodeId, peer: address, client: address }), 'expected a list of {id, peer, client}')
      .min(1, 'expected at least one member')
      .max(MEMBERS_MAX, `expected at most ${MEMBERS_MAX} members`)
      .optional(),
    partitions: count(1, PARTITIONS_MAX).optional(),
    limits: limits.prefault({}),
    acknowledge: z.enum(ACKNOWLEDGE, `expected one of ${ACKNOWLEDGE.join(', ')}`).optional(),
  }),
  storage: storage.prefault({}),
  log: z.strictObject({ level: z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`).default('info') }).prefault({}),
});

/** Reads, merges and checks a configuration. Throws a `CommandError` that names file, key and what was expected. */
export async function loadConfig(file: string, env: NodeJS.ProcessEnv): Promise<ServerConfig> {
  const path = resolve(file);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw configError(`${path}: cannot be read: ${messageOf(cause)}`, cause);
  }
  return parseConfig(text, { file: path, env });
}

/** As `loadConfig`, for text that was read already. */
export function parseConfig(text: string, options: { readonly file: string; readonly env: NodeJS.ProcessEnv }): ServerConfig {
  const { file, env } = options;
  const document = parseDocument(text, file);
  const origins = applyVariables(document, env);
  const result = schema.safeParse(document);
  if (!result.success) throw configError(result.error.issues.map((issue) => issueText(issue, { file, document, origins })).join('\n'));
  const { node, listen, storage, log } = result.data;
  const cluster = clusterOf(result.data.cluster, file);
  const own = cluster.kind === 'form' ? ownEndpoints(cluster.initialMembers, { id: node.id, file }) : undefined;
  // A path in the file is relative to the file, one in a variable to the working directory.
  const base = origins.has('node.data') ? process.cwd() : dirname(file);
  return {
    file,
    node: { id: node.id, data: resolve(base, node.data) },
    listen: { client: endpoint('client', listen.client ?? own?.client, file), peer: endpoint('peer', listen.peer ?? own?.peer, file) },
    cluster,
    storage: {
      retention: storage.retention,
      snapshotIntervalBytes: storage.snapshotInterval,
      spaceReserveBytes: storage.spaceReserve,
      scrubBytesPerSecond: storage.scrubRate,
    },
    log,
  };
}

function clusterOf(cluster: z.infer<typeof schema>['cluster'], file: string): FormingCluster | JoiningCluster {
  const { join, initialMembers, partitions, limits, acknowledge } = cluster;
  if (join !== undefined && initialMembers !== undefined) {
    throw configError(
      `${file}: cluster: expected initialMembers, to form a new cluster, or join, to join one that runs, found both; a node that joined keeps join`,
    );
  }
  if (join !== undefined) return { kind: 'join', join, partitions, limits, acknowledge };
  if (initialMembers === undefined) {
    throw configError(
      `${file}: cluster: expected initialMembers, a list of {id, peer, client}, or join, a list of peer addresses, found neither`,
    );
  }
  checkMembers(initialMembers, file);
  const all = {
    transactionBytesMax: limits.transactionBytesMax ?? DEFAULT_CLUSTER_LIMITS.transactionBytesMax,
    locksMax: limits.locksMax ?? DEFAULT_CLUSTER_LIMITS.locksMax,
    lockRows: limits.lockRows ?? DEFAULT_CLUSTER_LIMITS.lockRows,
    recentKeys: limits.recentKeys ?? DEFAULT_CLUSTER_LIMITS.recentKeys,
  };
  return { kind: 'form', initialMembers, partitions: partitions ?? 1, limits: all, acknowledge: acknowledge ?? 'durable' };
}

function ownEndpoints(members: readonly InitialMember[], { id, file }: { readonly id: string; readonly file: string }): Endpoints {
  const own = members.find((member) => member.id === id);
  if (own !== undefined) return own;
  const names = members.map((member) => member.id).join(', ');
  throw configError(`${file}: node.id: expected one of cluster.initialMembers (${names}), found '${id}'`);
}

/** A node that joins is in no list that could say what it binds. */
function endpoint(key: keyof Endpoints, value: string | undefined, file: string): string {
  if (value !== undefined) return value;
  throw configError(`${file}: listen.${key}: expected host:port, since cluster.join does not say what this node binds, found nothing`);
}

function parseDocument(text: string, file: string): Record<string, unknown> {
  let document: unknown;
  try {
    document = parse(text);
  } catch (cause) {
    const place = cause instanceof YAMLParseError ? `:${cause.linePos?.[0].line ?? 1}` : '';
    throw configError(`${file}${place}: not YAML or JSON: ${messageOf(cause).split('\n')[0] ?? ''}`, cause);
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw configError(`${file}: expected the keys node and cluster, found ${document === null ? 'nothing' : typeof document}`);
  }
  return document as Record<string, unknown>;
}

/** Puts the variables over the document; returns which key came from which variable. */
function applyVariables(document: Record<string, unknown>, env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const [variable, [section, key]] of Object.entries(CONFIG_VARIABLES)) {
    const value = env[variable];
    if (value === undefined || value === '' || section === undefined || key === undefined) continue;
    const inner = document[section];
    document[section] = { ...(typeof inner === 'object' && inner !== null ? inner : {}), [key]: value };
    origins.set(`${section}.${key}`, variable);
  }
  return origins;
}

interface IssueContext {
  readonly file: string;
  readonly document: unknown;
  readonly origins: ReadonlyMap<string, string>;
}

function issueText(issue: z.core.$ZodIssue, context: IssueContext): string {
  const key = issue.path.join('.');
  const place = context.origins.get(key) ?? context.file;
  if (issue.code === 'unrecognized_keys') {
    const known = key === '' ? 'node, listen, cluster, storage, log' : 'the keys of the documented example deploy/node.yaml';
    const names = issue.keys.map((name) => (key === '' ? name : `${key}.${name}`)).join(', ');
    return `${place}: ${names}: unknown key; expected ${known}`;
  }
  const expected = issue.code === 'invalid_type' && issue.expected === 'object' ? 'expected a section with keys' : issue.message;
  return `${place}: ${key}: ${expected}, found ${found(context.document, issue.path)}`;
}

function found(document: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = document;
  for (const step of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > KEY_BYTES_MAX ? `${text.slice(0, KEY_BYTES_MAX)}…` : text;
}

function checkMembers(members: readonly InitialMember[], file: string): void {
  const seen = new Map<string, string>();
  for (const [position, member] of members.entries()) {
    for (const field of ['id', 'peer', 'client'] as const) {
      const key = `cluster.initialMembers.${position}.${field}`;
      const value = `${field === 'id' ? 'id' : 'address'} ${member[field]}`;
      const before = seen.get(value);
      if (before !== undefined) throw configError(`${file}: ${key}: expected a value of its own, found '${member[field]}' as in ${before}`);
      seen.set(value, key);
    }
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function configError(message: string, cause?: unknown): CommandError {
  return new CommandError(message, {
    exit: EXIT.usage,
    code: 'CONFIG',
    hint: 'correct the key that is named; deploy/node.yaml shows and explains every key',
    cause,
  });
}
