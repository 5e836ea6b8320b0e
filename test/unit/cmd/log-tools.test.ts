// `ledgerline log ls | dump | verify | stats` on a directory on the real file system, as their handlers run: output, exit codes, and that nothing changes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { encodeTransaction } from '@ledgerline/client/internal';
import type { Context } from '../../../cmd/context.ts';
import { CommandError, type ExitCode } from '../../../cmd/exit.ts';
import { type DumpArguments, run as dump } from '../../../cmd/log-dump.ts';
import { run as ls } from '../../../cmd/log-ls.ts';
import type { LogArguments } from '../../../cmd/log-open.ts';
import { run as stats } from '../../../cmd/log-stats.ts';
import { run as verify } from '../../../cmd/log-verify.ts';
import { encodeBatch } from '../../../consensus/batch.ts';
import { genesisTextOf } from '../../../consensus/genesis.ts';
import { DEFAULT_CLUSTER_LIMITS } from '../../../consensus/limits.ts';
import { encodeMembership, genesisMembership, membershipTextOf } from '../../../consensus/membership.ts';
import type { Entry, EntryBody, EntryType, NodeId } from '../../../consensus/types.ts';
import { chainDigest, zeroDigest } from '../../../log/chain-digest.ts';
import { openDataDirectory } from '../../../log/data-directory.ts';
import { nodeDisk } from '../../../log/node-disk.ts';

const NODE = 'n1' as NodeId;
const INCARNATION = 'ab'.repeat(16);
let root: string;
let data: string;
let segment: string;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'ledgerline-log-tools-'));
  data = join(root, 'data');
  await makeData(data);
  segment = join(data, 'partition-0001', '0000000000000001-00000001.segment');
});

after(() => rm(root, { recursive: true, force: true }));

/** One partition with a no-op and two batches; `killed`: a copy as it is before the process ends; `more`: payloads of membership entries behind them. */
async function makeData(path: string, killed?: string, more: readonly Uint8Array[] = []): Promise<void> {
  const directory = await openDataDirectory({ disk: nodeDisk(), path, nodeId: NODE, newIncarnation: () => INCARNATION });
  const members = [{ id: NODE, incarnation: INCARNATION, peerAddress: 'n1:7501', clientAddress: 'n1:7401' }];
  await directory.saveGenesis(genesisTextOf({ formatVersion: 1, partitions: 1, limits: DEFAULT_CLUSTER_LIMITS, members }));
  const log = await directory.openPartition(1);
  await log.saveHardState({ term: 1, votedFor: NODE });
  let last: Entry | undefined;
  for (const payload of [new Uint8Array(0), batchOf('alpha'), batchOf('beta')]) {
    last = entryAfter(last, payload);
    await log.append([last]);
  }
  for (const payload of more) {
    last = entryAfter(last, payload, 'membership');
    await log.append([last]);
  }
  if (killed !== undefined) await cp(path, killed, { recursive: true });
  await directory.close();
}

function batchOf(text: string): Uint8Array {
  const id = createHash('sha256').update(text).digest().subarray(0, 16);
  const bytes = encodeTransaction({
    type: 'note.v1',
    header: 7,
    locks: [],
    key: { kind: 'named', bytes: Buffer.from(`key-${text}`) },
    seen: undefined,
    data: Buffer.from(text),
  });
  return encodeBatch([{ key: { kind: 'named', id }, content: id, seen: undefined, locks: [], isVoid: false, hasDeltas: false, bytes }]);
}

function entryAfter(previous: Entry | undefined, payload: Uint8Array, type: EntryType = payload.length === 0 ? 'no-op' : 'batch'): Entry {
  const index = (previous?.index ?? 0) + 1;
  const body: EntryBody = {
    term: 1,
    type,
    timestamp: 1_700_000_000_000,
    firstOffset: (previous?.firstOffset ?? 1) + (previous?.count ?? 0),
    count: type === 'batch' ? 1 : 0,
    payload,
  };
  const previousDigest = previous?.digest ?? zeroDigest();
  return { index, ...body, previousDigest, digest: chainDigest(previousDigest, index, body) };
}

interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

async function ran<Args extends LogArguments>(handler: (args: Args, context: Context) => Promise<ExitCode>, args: Args): Promise<Ran> {
  const texts = { out: '', err: '' };
  const context: Context = {
    env: {},
    streams: {
      out: (text) => {
        texts.out += text;
      },
      err: (text) => {
        texts.err += text;
      },
    },
    signal: new AbortController().signal,
    isTerminal: false,
  };
  const code = await handler(args, context);
  return { code, ...texts };
}

const DUMP: Omit<DumpArguments, 'dir'> = { live: false, payload: false, void: false };

/** Names, sizes, times and contents of all files. */
async function pictureOf(path: string): Promise<string[]> {
  const lines: string[] = [];
  for (const name of (await readdir(path, { recursive: true })).sort()) {
    const { size, mtimeMs, ctimeMs } = await stat(join(path, name));
    const isFile = (await stat(join(path, name))).isFile();
    const digest = isFile
      ? createHash('sha256')
          .update(await readFile(join(path, name)))
          .digest('hex')
      : 'directory';
    lines.push(`${name} ${size} ${mtimeMs} ${ctimeMs} ${digest}`);
  }
  return lines;
}

test('ls says what is there', async () => {
  const { code, out } = await ran(ls, { dir: data, live: false, output: 'json' });
  assert.equal(code, 0);
  const found = JSON.parse(out) as { node: string; partitions: { hardState: unknown; segments: Record<string, unknown>[] }[] };
  assert.equal(found.node, 'n1');
  assert.deepEqual(found.partitions[0]?.hardState, { term: 1, votedFor: 'n1', newestSegment: 1, claim: null });
  const [only] = found.partitions[0]?.segments ?? [];
  assert.equal(only?.file, segment);
  assert.equal(only?.state, 'live');
  assert.equal(only?.reason, 'first');
  assert.match((await ran(ls, { dir: data, live: false })).out, /partition 1 {3}term 1 {3}voted for n1\n SEGMENT/);
});

test('dump prints every frame with its place and both checksums, and with --payload its transactions', async () => {
  const { code, out } = await ran(dump, { ...DUMP, dir: data, output: 'ndjson', payload: true });
  assert.equal(code, 0);
  const records = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    records.map(({ kind }) => kind),
    ['partition', 'segment', 'write', 'frame', 'write', 'frame', 'write', 'frame', 'end'],
  );
  const frames = records.filter(({ kind }) => kind === 'frame');
  assert.deepEqual(
    frames.map(({ index, type, firstOffset, count, headerChecksumHolds, payloadChecksumHolds }) => [
      ...[index, type, firstOffset, count],
      ...[headerChecksumHolds, payloadChecksumHolds],
    ]),
    [
      [1, 'no-op', 1, 0, true, true],
      [2, 'batch', 1, 1, true, true],
      [3, 'batch', 2, 1, true, true],
    ],
  );
  for (const frame of frames) {
    assert.match(String(frame.headerChecksum), /^[0-9a-f]{8}$/);
    assert.match(String(frame.payloadChecksum), /^[0-9a-f]{8}$/);
  }
  assert.equal(frames[1]?.previousDigest, frames[0]?.digest);
  const [transaction] = (frames[1]?.transactions ?? []) as Record<string, unknown>[];
  assert.equal(transaction?.key, 'key-alpha');
  assert.equal(transaction?.type, 'note.v1');
  assert.equal(transaction?.dataBase64, Buffer.from('alpha').toString('base64'));
});

test('dump of a range prints that range, as JSON one list', async () => {
  const { out } = await ran(dump, { ...DUMP, dir: data, output: 'json', from: '3', to: '3' });
  const records = JSON.parse(out) as { kind: string; index?: number }[];
  assert.deepEqual(
    records.filter(({ kind }) => kind === 'frame').map(({ index }) => index),
    [3],
  );
  await assert.rejects(ran(dump, { ...DUMP, dir: data, from: '3', to: '2' }), { code: 'USAGE' });
  await assert.rejects(ran(dump, { ...DUMP, dir: data, from: '0' }), { code: 'USAGE' });
});

test('stats count', async () => {
  const { code, out } = await ran(stats, { dir: data, live: false, output: 'json' });
  assert.equal(code, 0);
  const [partition] = (JSON.parse(out) as { partitions: Record<string, unknown>[] }).partitions;
  assert.deepEqual(partition?.entries, { total: 3, 'no-op': 1, batch: 2, 'snapshot-point': 0, membership: 0 });
  assert.equal(partition?.transactions, 2);
  assert.equal(partition?.writes, 3);
  assert.deepEqual(partition?.terms, [{ term: 1, firstIndex: 1, lastIndex: 3 }]);
  assert.match((await ran(stats, { dir: data, live: false })).out, /2 batches, 1 no-ops/);
});

test('verify of a sound directory ends with 0, in every format', async () => {
  const table = await ran(verify, { dir: data, live: false });
  assert.equal(table.code, 0);
  assert.match(table.out, /partition 1: entries 1 to 3, 2 transactions, 1 segment, no snapshot, digest [0-9a-f]{64}\nsound\n$/);
  const json = await ran(verify, { dir: data, live: false, output: 'json' });
  const document = JSON.parse(json.out) as { sound: boolean; findings: unknown[]; partitions: { lastIndex: number }[] };
  assert.deepEqual([document.sound, document.findings, document.partitions[0]?.lastIndex], [true, [], 3]);
  const lines = (await ran(verify, { dir: data, live: false, output: 'ndjson' })).out.trim().split('\n');
  assert.equal(lines.length, 1);
});

test('verify of a damaged directory ends with 6 and the place; dump shows it and goes on', async () => {
  const copy = join(root, 'damaged');
  await makeData(copy);
  const file = join(copy, 'partition-0001', '0000000000000001-00000001.segment');
  const bytes = await readFile(file);
  const at = bytes.indexOf('alpha');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
  const { code, out } = await ran(verify, { dir: copy, live: false, output: 'ndjson' });
  assert.equal(code, 6);
  const [finding, summary] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual([finding?.severity, finding?.code, finding?.file, finding?.from, finding?.to], ['damage', 'ENTRIES', file, 2, 2]);
  assert.ok(Number(finding?.position) < at && at < Number(finding?.position) + 400);
  assert.match(String(finding?.next), /Start the node/);
  assert.deepEqual([summary?.kind, summary?.sound, summary?.damagedPlaces], ['summary', false, 1]);
  assert.match(
    (await ran(verify, { dir: copy, live: false })).out,
    /damage: the payload of an entry .*\n {2}next step: .*\n[\s\S]*DAMAGED: 1 place\n$/,
  );

  const dumped = (await ran(dump, { ...DUMP, dir: copy, output: 'ndjson', payload: true })).out.trim().split('\n');
  const frames = dumped.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ kind }) => kind === 'frame');
  assert.deepEqual(
    frames.map(({ index, payloadChecksumHolds, payloadError }) => [index, payloadChecksumHolds, payloadError]),
    [
      [1, true, undefined],
      [2, false, 'it does not match its checksum'],
      [3, true, undefined],
    ],
  );
});

test('verify of a log with a torn end ends with 0 and says so', async () => {
  const copy = join(root, 'torn');
  await makeData(join(root, 'ended'), copy);
  const file = join(copy, 'partition-0001', '0000000000000001-00000001.segment');
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0, bytes.indexOf('beta') - 10));
  const { code, out } = await ran(verify, { dir: copy, live: false });
  assert.equal(code, 0);
  assert.match(out, /^torn: the last write was cut short, as a crash does: nobody was promised it/);
  assert.match(out, /entries 1 to 2[\s\S]*sound\n$/);
});

test('nothing is changed by any of them, not even a time', async () => {
  const before = await pictureOf(data);
  await ran(ls, { dir: data, live: false });
  await ran(dump, { ...DUMP, dir: data, void: true, payload: true });
  await ran(verify, { dir: data, live: false });
  await ran(stats, { dir: data, live: false });
  assert.deepEqual(await pictureOf(data), before);
});

test('a directory that is none, one that is not there and a partition that it has not are refused', async () => {
  await assert.rejects(ran(verify, { dir: root, live: false }), (error: unknown) => {
    assert.ok(error instanceof CommandError);
    assert.deepEqual([error.code, error.exit], ['FOREIGN_FILE', 2]);
    return true;
  });
  await assert.rejects(ran(verify, { dir: join(root, 'nowhere'), live: false }), { code: 'IO', exit: 1 });
  await assert.rejects(ran(ls, { dir: data, live: false, partition: '2' }), /has no partition 2/);
  await assert.rejects(ran(ls, { dir: data, live: false, partition: '0' }), { code: 'USAGE' });
});

test('dump prints a membership with the cluster that it binds, and why it cannot; stats counts it', async () => {
  const members = [{ id: NODE, incarnation: INCARNATION, peerAddress: 'n1:7501', clientAddress: 'n1:7401' }];
  const membership = genesisMembership({ members }, 1);
  const cluster = 'c1'.repeat(32);
  const dir = join(root, 'with-memberships');
  await makeData(dir, undefined, [encodeMembership(membership, cluster), Buffer.from('{}')]);
  const { code, out } = await ran(dump, { ...DUMP, dir, output: 'ndjson', payload: true, from: '4' });
  assert.equal(code, 0);
  const frames = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ kind }) => kind === 'frame');
  assert.deepEqual(
    frames.map(({ index, type, cluster: of, membership: found }) => [index, type, of, found]),
    [
      [4, 'membership', cluster, JSON.parse(membershipTextOf(membership))],
      [5, 'membership', undefined, undefined],
    ],
  );
  assert.match(String(frames[1]?.payloadError), /does not begin with a cluster id/);
  const { out: text } = await ran(dump, { ...DUMP, dir, payload: true, from: '4' });
  assert.match(text, /membership 4, term 1[\s\S]*of cluster c1c1[0-9a-f]*: \{"voters":\["n1"\]/);
  assert.match((await ran(stats, { dir, live: false })).out, /2 batches, 1 no-ops, 0 snapshot points, 2 memberships/);
  assert.equal((await ran(verify, { dir, live: false })).code, 0);
});
