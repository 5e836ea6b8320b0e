// A backup brought to life: restored into a directory that is removed afterwards, served by a real node on free local ports, and asked what it holds.
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Ledgerline, type PartitionSnapshots } from '@ledgerline/client';
import { BACKUP_START_MS_MAX } from '../consensus/limits.ts';
import type { NodeId } from '../consensus/types.ts';
import type { BackupManifest } from '../log/backup/manifest.ts';
import { bytesOf } from './backup-open.ts';
import { waitForLeaders } from './cluster-ready.ts';
import { DevCluster } from './dev-cluster.ts';
import { CommandError, EXIT } from './exit.ts';

const NODE = 'n1' as NodeId;
/** Room for segments that are zeroed ahead, the state and the key index. */
const ROOM_FACTOR = 2;
const ROOM_BYTES = 64 * 1024 * 1024;
const POLL_MS = 100;
/** A snapshot may have to wait for one that the node takes by itself: asked for again after this time, twice it, four times it, 17 minutes in all. */
const SNAPSHOT_ATTEMPTS = 11;
const SNAPSHOT_WAIT_MS = 500;
const CALL_MS = 10_000;

export interface Scratch {
  readonly id: NodeId;
  readonly directory: string;
  /** Where the node's data are to be restored. */
  readonly data: string;
}

/** Makes a scratch directory, removed whatever `body` does. */
export async function withScratch<T>(
  options: { readonly parent: string | undefined; readonly manifest: BackupManifest },
  body: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const parent = resolve(options.parent ?? tmpdir());
  await checkRoom(parent, bytesOf(options.manifest) * ROOM_FACTOR + ROOM_BYTES);
  const directory = await mkdtemp(join(parent, 'ledgerline-verify-'));
  try {
    return await body({ id: NODE, directory, data: join(directory, NODE, 'data') });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function checkRoom(parent: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(parent);
  if (bavail * bsize >= bytes) return;
  throw new CommandError(`${parent} has ${bavail * bsize} bytes free, and restoring the backup there may take ${bytes}`, {
    exit: EXIT.failed,
    code: 'NO_SPACE',
    hint: 'name a directory with more room: --scratch DIR',
  });
}

/** What a restored node says of a partition once it has applied everything. */
export interface LivePartition {
  readonly partition: number;
  readonly lastOffset: number;
  /** Chain digest of the last restored entry, as the node itself continues it. */
  readonly digest: Uint8Array;
  /** Digest of its state; `undefined` if it took no snapshot to say so. */
  readonly stateDigest: Uint8Array | undefined;
}

/** Starts a node on the restored data, waits until it serves all of them, and asks. */
export async function askRestored(
  scratch: Scratch,
  options: { readonly manifest: BackupManifest; readonly signal: AbortSignal },
): Promise<LivePartition[]> {
  const { manifest, signal } = options;
  const died = new AbortController();
  const cluster = await DevCluster.start({
    directory: scratch.directory,
    nodes: 1,
    partitions: manifest.partitions.length,
    basePort: 0,
    limits: manifest.limits,
    storage: { spaceReserve: 0, scrubRate: 0 },
    onDeath: () => died.abort(),
  });
  const both = AbortSignal.any([signal, died.signal]);
  try {
    await using ledger = await connect(cluster.url, both);
    await waitForLeaders(ledger, { signal: both, deadlineMs: BACKUP_START_MS_MAX, everyNode: true });
    const live: LivePartition[] = [];
    for (const { partition, last } of manifest.partitions) {
      const [next] = await entriesAt(ledger, { partition, index: last.index + 1, signal: both });
      live.push({
        partition,
        lastOffset: await ledger.committedOffset({ partition, signal: both }),
        digest: next?.previousDigest ?? new Uint8Array(0),
        stateDigest: await stateDigest(ledger.snapshots({ partition }), both),
      });
    }
    return live;
  } catch (error) {
    if (!died.signal.aborted) throw error;
    throw new CommandError(`a node does not run on what was restored: ${await cluster.lastLines(NODE, 1)}`, {
      exit: EXIT.damage,
      code: 'NOT_SERVED',
      hint: 'use another backup, and report this',
      cause: error,
    });
  } finally {
    await cluster.stop();
  }
}

/** Until the node has read what was restored, it does not answer. */
async function connect(url: string, signal: AbortSignal): Promise<Ledgerline> {
  return Ledgerline.connect(url, { signal, deadlineMs: BACKUP_START_MS_MAX, defaultDeadlineMs: CALL_MS, name: 'ledgerline backup verify' });
}

async function entriesAt(ledger: Ledgerline, at: { readonly partition: number; readonly index: number; readonly signal: AbortSignal }) {
  const { partition, index, signal } = at;
  for await (const entries of ledger.entries({ partition, from: index, to: index, signal })) return entries;
  return [];
}

/**
 * Of a snapshot that is taken now, or later: while the node writes one that it took by itself, of a large state for minutes, it takes none and passes a point
 * over. `undefined` if it never gets to one.
 */
export async function stateDigest(
  snapshots: Pick<PartitionSnapshots, 'take' | 'list'>,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const patiently = { signal, deadlineMs: BACKUP_START_MS_MAX };
  const index = await snapshots.take(patiently);
  for (let attempt = 0; attempt < SNAPSHOT_ATTEMPTS; attempt++) {
    const end = performance.now() + SNAPSHOT_WAIT_MS * 2 ** attempt;
    do {
      await delay(POLL_MS, undefined, { signal });
      const [node] = await snapshots.list({ signal });
      const taken = node?.snapshots?.find((snapshot) => snapshot.index >= index);
      if (taken !== undefined) return taken.stateDigest;
    } while (performance.now() < end);
    await snapshots.take(patiently);
  }
  return undefined;
}
