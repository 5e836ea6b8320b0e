// Damage to the files of a node that is down: bytes that flip, files that end early. And what a node says of it in its log.
import assert from 'node:assert/strict';
import { open, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { DevCluster } from '../../cmd/dev-cluster.ts';

const PARTITION = 'partition-0001';
const SEGMENT_HEADER_BYTES = 4096;
/** Of a write's header of 64, which ends in a mark. */
const TORN_BYTES = 16;

/** Paths of the files of partition 1 that end so, in their order: oldest first. */
export async function filesOf(cluster: DevCluster, node: string, suffix: string): Promise<string[]> {
  const folder = join(cluster.dataDirectory(node), PARTITION);
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix)).sort();
  return names.map((name) => join(folder, name));
}

/** Flips one bit of each of these bytes. */
export async function flip(path: string, positions: readonly number[]): Promise<void> {
  const file = await open(path, 'r+');
  try {
    for (const position of positions) {
      const byte = Buffer.alloc(1);
      const { bytesRead } = await file.read(byte, 0, 1, position);
      assert.equal(bytesRead, 1, `${path} has a byte ${position}`);
      await file.write(Buffer.of((byte[0] ?? 0) ^ 8), 0, 1, position);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The newest snapshot of a node loses its second half. */
export async function truncateNewestSnapshot(cluster: DevCluster, node: string): Promise<string> {
  const snapshot = (await filesOf(cluster, node, '.snapshot')).at(-1);
  assert.ok(snapshot !== undefined, `${node} has a snapshot`);
  await truncate(snapshot, Math.floor((await readFile(snapshot)).length / 2));
  return snapshot;
}

/** Bytes of a segment up to the last that is not zero. */
export async function usedBytes(path: string): Promise<number> {
  const bytes = await readFile(path);
  let used = bytes.length;
  while (used > 0 && bytes[used - 1] === 0) used--;
  return used;
}

/** Leaves behind the end of a node's log what a crash in mid-append leaves: a part of a header. The next start cuts it and begins a segment. */
export async function tear(cluster: DevCluster, node: string): Promise<void> {
  const newest = (await filesOf(cluster, node, '.segment')).at(-1);
  assert.ok(newest !== undefined, `${node} has a segment`);
  const file = await open(newest, 'r+');
  try {
    await file.write(Buffer.alloc(TORN_BYTES, 7), 0, TORN_BYTES, Math.max(SEGMENT_HEADER_BYTES, await usedBytes(newest)));
    await file.sync();
  } finally {
    await file.close();
  }
}

export interface LogLine {
  readonly msg: string;
  readonly level: string;
  readonly [field: string]: unknown;
}

/** What a node has written to its log since it was started last. */
export async function linesSinceStart(cluster: DevCluster, node: string): Promise<LogLine[]> {
  const lines = (await readFile(cluster.logFile(node), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine);
  return lines.slice(lines.findLastIndex(({ msg }) => msg === 'starting'));
}

/** The lines that begin so. */
export async function said(cluster: DevCluster, node: string, words: string): Promise<LogLine[]> {
  return (await linesSinceStart(cluster, node)).filter(({ msg }) => msg.startsWith(words));
}
