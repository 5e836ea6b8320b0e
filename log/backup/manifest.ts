// The manifest of a backup: which files hold what of the history of which cluster, with a digest of each. JSON, whole or not at all, and the last thing
// that a save writes: what it names is complete, and stays valid while a later save is under way. FORMAT.md ("Backups").
import { createHash } from 'node:crypto';
import type { Disk } from '../../consensus/ports.ts';
import type { ClusterLimits, LogBase } from '../../consensus/types.ts';
import { fromHex, toHex } from '../bytes.ts';
import { hasCode, LogError, unknownVersion } from '../errors.ts';
import { readSmallFile, TEMPORARY_SUFFIX, writeSmallFile } from '../small-file.ts';

export const MANIFEST_FILE = 'manifest.json';
const FORMAT = 'ledgerline backup';
const VERSION = 1;
/** A terabyte in segments of 64 MiB takes four. */
const BYTES_MAX = 64 * 1024 * 1024;
const HEX_64 = /^[0-9a-f]{64}$/;
const DATA_NAME = /^data-[0-9]{4}$/;
const FILE_NAME = /^partition-[0-9]{4}\/[0-9]{16}(?:-[0-9a-f]{8}\.segment|\.snapshot)$/;

/** A file of the backup. What lies behind `bytes` is of a later save. */
export interface BackupFile {
  /** Relative to the data directory of the backup. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the first `bytes` bytes, hexadecimal. */
  readonly sha256: string;
  /** Nothing is appended to it any more. */
  readonly isSealed: boolean;
}

/** What the cluster itself says of its state at one of its snapshots, to compare a restored one with. */
export interface StateMark {
  readonly index: number;
  readonly stateDigest: Uint8Array;
  readonly stateKeys: number;
}

export interface BackedUpPartition {
  readonly partition: number;
  /** The history begins behind this entry, of which `files` has a snapshot; 0^0 if it is whole. */
  readonly base: LogBase;
  /** What it is right behind its last entry. */
  readonly last: LogBase;
  /** The snapshot of `base`, if it is not 0^0, then segments in their order. */
  readonly files: readonly BackupFile[];
  /** `undefined`: the cluster had no snapshot between `base` and `last`. */
  readonly state: StateMark | undefined;
}

export interface BackupManifest {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly cluster: string;
  readonly limits: ClusterLimits;
  /** Name of the data directory inside the backup. */
  readonly data: string;
  /** All of the cluster, ascending. */
  readonly partitions: readonly BackedUpPartition[];
}

/** Digest of the history that a backup holds, 64 hexadecimal digits: what a cluster that is restored from it names as its origin. */
export function historyDigest(manifest: BackupManifest): string {
  const { cluster, limits, partitions } = manifest;
  const history = {
    format: FORMAT,
    version: VERSION,
    cluster,
    limits: limitsJson(limits),
    partitions: partitions.map(({ partition, base, last }) => ({ partition, base: baseJson(base), last: baseJson(last) })),
  };
  return sha256(JSON.stringify(history));
}

/** Durable when it resolves; takes the place of the one before. */
export async function writeManifest(disk: Disk, directory: string, manifest: BackupManifest): Promise<void> {
  try {
    await disk.remove(`${directory}/${MANIFEST_FILE}${TEMPORARY_SUFFIX}`);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const body = manifestJson(manifest);
  const text = JSON.stringify({ ...body, checksum: sha256(JSON.stringify(body)) }, undefined, 2);
  await writeSmallFile(disk, { directory, name: MANIFEST_FILE }, Buffer.from(`${text}\n`, 'utf8'));
}

/** `undefined` if there is none. Throws `CORRUPT`, `VERSION`. */
export async function readManifest(disk: Disk, directory: string): Promise<BackupManifest | undefined> {
  const file = `${directory}/${MANIFEST_FILE}`;
  let text: string;
  try {
    text = Buffer.from(await readSmallFile(disk, file, BYTES_MAX)).toString('utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  let body: Record<string, unknown>;
  try {
    const { checksum, ...rest } = recordOf(JSON.parse(text));
    if (checksum !== sha256(JSON.stringify(rest))) throw new TypeError('it does not match its checksum');
    body = rest;
  } catch (error) {
    throw damaged(file, error);
  }
  if (body.format !== FORMAT || body.version !== VERSION) {
    throw unknownVersion(`the manifest has format ${JSON.stringify(body.version)}, this version knows ${VERSION}`, { file });
  }
  try {
    return manifestOf(body);
  } catch (error) {
    throw damaged(file, error);
  }
}

function damaged(file: string, error: unknown): LogError {
  return new LogError('CORRUPT', {
    what: `the manifest of the backup is damaged: ${error instanceof Error ? error.message : String(error)}`,
    next: 'Use another backup; or save again into another directory.',
    place: { file },
    cause: error,
  });
}

function manifestJson(manifest: BackupManifest): Record<string, unknown> {
  const { savedAt, cluster, limits, data, partitions } = manifest;
  return {
    format: FORMAT,
    version: VERSION,
    digest: historyDigest(manifest),
    savedAt: new Date(savedAt).toISOString(),
    cluster,
    limits: limitsJson(limits),
    data,
    partitions: partitions.map(({ partition, base, last, files, state }) => ({
      partition,
      base: baseJson(base),
      last: baseJson(last),
      files: files.map(({ name, bytes, sha256: digest, isSealed }) => ({ name, bytes, sha256: digest, isSealed })),
      state: state === undefined ? null : { index: state.index, stateDigest: toHex(state.stateDigest), stateKeys: state.stateKeys },
    })),
  };
}

function limitsJson({ transactionBytesMax, locksMax, lockRows, recentKeys }: ClusterLimits): ClusterLimits {
  return { transactionBytesMax, locksMax, lockRows, recentKeys };
}

function baseJson({ index, term, nextOffset, digest }: LogBase): Record<string, unknown> {
  return { index, term, offset: nextOffset - 1, digest: toHex(digest) };
}

/** Throws `TypeError`. The checksum was right: what is wrong here, another program wrote. */
function manifestOf(body: Record<string, unknown>): BackupManifest {
  const limits = recordOf(body.limits);
  const manifest: BackupManifest = {
    savedAt: Date.parse(matching(body, 'savedAt', /^/)),
    cluster: matching(body, 'cluster', HEX_64),
    limits: {
      transactionBytesMax: wholeAt(limits, 'transactionBytesMax'),
      locksMax: wholeAt(limits, 'locksMax'),
      lockRows: wholeAt(limits, 'lockRows'),
      recentKeys: wholeAt(limits, 'recentKeys'),
    },
    data: matching(body, 'data', DATA_NAME),
    partitions: listOf(body.partitions).map(partitionOf),
  };
  const inOrder = manifest.partitions.every(({ partition }, at) => partition === at + 1);
  if (!inOrder || manifest.partitions.length === 0) throw new TypeError('its partitions are not 1, 2, 3 and so on');
  if (body.digest !== historyDigest(manifest)) throw new TypeError('its digest is not that of what it says');
  return manifest;
}

function partitionOf(value: unknown): BackedUpPartition {
  const record = recordOf(value);
  const state = record.state === null ? undefined : recordOf(record.state);
  return {
    partition: wholeAt(record, 'partition'),
    base: baseOf(record.base),
    last: baseOf(record.last),
    files: listOf(record.files).map((file) => {
      const fields = recordOf(file);
      return {
        name: matching(fields, 'name', FILE_NAME),
        bytes: wholeAt(fields, 'bytes'),
        sha256: matching(fields, 'sha256', HEX_64),
        isSealed: fields.isSealed === true,
      };
    }),
    state:
      state === undefined
        ? undefined
        : {
            index: wholeAt(state, 'index'),
            stateDigest: fromHex(matching(state, 'stateDigest', HEX_64)),
            stateKeys: wholeAt(state, 'stateKeys'),
          },
  };
}

function baseOf(value: unknown): LogBase {
  const record = recordOf(value);
  return {
    index: wholeAt(record, 'index'),
    term: wholeAt(record, 'term'),
    nextOffset: wholeAt(record, 'offset') + 1,
    digest: fromHex(matching(record, 'digest', HEX_64)),
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('something in it is no object');
  return value as Record<string, unknown>;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('something in it is no list');
  return value;
}

function wholeAt(record: Record<string, unknown>, key: string): number {
  const value = record[key];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new TypeError(`${key} is no whole number`);
  return value;
}

function matching(record: Record<string, unknown>, key: string, shape: RegExp): string {
  const value = record[key];
  if (typeof value !== 'string' || !shape.test(value)) throw new TypeError(`${key} makes no sense`);
  return value;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
