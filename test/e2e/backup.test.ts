// Backups of a real cluster under load: saved twice, cut short by kill -9, tried out, damaged, and restored into a new cluster that knows everything that was
// acknowledged before the save began, at the same offsets, and every named key.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Ledgerline } from '@ledgerline/client';
import { DevCluster } from '../../cmd/dev-cluster.ts';
import { command, READY_MS, ready, startCluster, startCommand, temporaryDirectory, until } from './harness.ts';

/** 16 MB: long enough to be killed in their midst. */
const LARGE = 'x'.repeat(400_000);
const LARGE_COUNT = 40;

interface SaveResult {
  readonly added: number;
  readonly digest: string;
  readonly partitions: readonly { readonly lastIndex: number; readonly lastOffset: number; readonly digest: string }[];
}

/** Submits under named keys until it is stopped; knows what was acknowledged, by key. */
class Load {
  readonly acknowledged = new Map<string, number>();
  readonly #ledger: Ledgerline;
  readonly #done: Promise<void>;
  #isStopped = false;

  constructor(ledger: Ledgerline) {
    this.#ledger = ledger;
    this.#done = this.#run();
  }

  stop(): Promise<void> {
    this.#isStopped = true;
    return this.#done;
  }

  async #run(): Promise<void> {
    for (let number = 1; !this.#isStopped; number++) await this.submit(this.#ledger, number);
  }

  /** The same transaction under the same key, however often. */
  async submit(ledger: Ledgerline, number: number): Promise<{ readonly offset: number; readonly duplicate: boolean }> {
    const key = `load-${number}`;
    const receipt = await ledger.submit({ type: 't', key, deltas: [{ put: `account-${number % 20}`, value: String(number) }] });
    if (!this.acknowledged.has(key)) this.acknowledged.set(key, receipt.offset);
    return receipt;
  }
}

async function save(url: string, directory: string, ...flags: string[]): Promise<SaveResult> {
  const { code, out, err } = await command(['backup', 'save', directory, '-o', 'json', ...flags], { url });
  assert.equal(code, 0, err);
  return JSON.parse(out) as SaveResult;
}

/** The data of transactions 1 to `to`, as one node streams them. */
async function history(ledger: Ledgerline, to: number): Promise<string[]> {
  const seen: string[] = [];
  for await (const { offset, key, deltas, data } of ledger.tail({ to })) seen.push(JSON.stringify([offset, key, deltas, data.length]));
  return seen;
}

test('a cluster is saved under load, tried out, and restored into a new one', { timeout: 180_000 }, async (context) => {
  const cluster = await startCluster(context, {});
  const directory = await temporaryDirectory(context);
  const backup = join(directory, 'backup');
  await using ledger = await Ledgerline.connect(cluster.url);
  await Promise.all(Array.from({ length: LARGE_COUNT }, (_, at) => ledger.submit({ type: 'large', key: `large-${at}`, data: LARGE })));
  const load = new Load(ledger);

  await context.test('interrupted in the midst of it, it says that it goes on', async () => {
    const elsewhere = join(directory, 'interrupted');
    const child = startCommand(['backup', 'save', elsewhere], { url: cluster.url });
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    while (!existsSync(join(elsewhere, 'data-0001', 'partition-0001.created'))) await delay(2);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.equal(code, 130, said);
    assert.match(said, /the same command goes on from here/);
    await rm(elsewhere, { recursive: true });
  });

  await context.test('killed in the midst of it, it goes on', async () => {
    const child = startCommand(['backup', 'save', backup], { url: cluster.url });
    while (!existsSync(join(backup, 'data-0001', 'partition-0001.created'))) await delay(2);
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.ok(!existsSync(join(backup, 'manifest.json')), 'no manifest before all of it is there');
    const unfinished = await command(['backup', 'verify', backup]);
    assert.equal(unfinished.code, 2, unfinished.err);
    const before = new Map(load.acknowledged);
    const result = await save(cluster.url, backup);
    const last = result.partitions[0]?.lastOffset ?? 0;
    for (const [key, offset] of before) assert.ok(offset <= last, `${key} was acknowledged before`);
  });

  const older = join(directory, 'older');
  await cp(backup, older, { recursive: true });
  const before = new Map(load.acknowledged);
  const saved = await save(cluster.url, backup, '--snapshot');
  await load.stop();
  const [partition] = saved.partitions;
  assert.ok(partition !== undefined && saved.added > 0 && saved.added < partition.lastOffset - LARGE_COUNT, `added only ${saved.added}`);

  await context.test('it is sound: a node that is restored from it has the same history and state', async () => {
    const verified = await command(['backup', 'verify', backup, '-o', 'json', '--scratch', directory]);
    assert.equal(verified.code, 0, verified.out + verified.err);
    const { sound, verdicts } = JSON.parse(verified.out);
    assert.equal(sound, true);
    assert.deepEqual(verdicts, [{ partition: 1, history: 'equal', state: { cluster: 'equal', restored: 'equal' } }]);
    assert.deepEqual((await readdir(directory)).sort(), ['backup', 'older'], 'nothing is left behind');
    assert.equal((await command(['log', 'verify', join(backup, 'data-0001')])).code, 0);
  });

  await context.test('a flipped byte ends verify with exit 6 and its place', async () => {
    const damaged = join(directory, 'damaged');
    await cp(backup, damaged, { recursive: true });
    const segments = (await readdir(join(damaged, 'data-0001', 'partition-0001'))).filter((name) => name.endsWith('.segment')).sort();
    const file = join(damaged, 'data-0001', 'partition-0001', segments[0] ?? '');
    const bytes = await readFile(file);
    bytes[200_000] = (bytes[200_000] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const verified = await command(['backup', 'verify', damaged]);
    assert.equal(verified.code, 6, verified.err);
    assert.match(verified.out, new RegExp(`${segments[0]}, byte \\d+, entry \\d+`));
  });

  await context.test('a node cannot be restored where anything is, nor for other limits', async () => {
    const [node] = cluster.nodes();
    assert.ok(node !== undefined);
    const occupied = await command(['restore', backup, '--config', cluster.configFile(node.id)]);
    assert.deepEqual([occupied.code, /NOT_EMPTY/.test(occupied.err)], [1, true], occupied.err);
    const config = join(directory, 'other.yaml');
    await writeFile(config, `${await readFile(cluster.configFile(node.id), 'utf8')}\n`.replace('partitions: 1', 'partitions: 2'));
    const other = await command(['restore', backup, '--config', config]);
    assert.equal(other.code, 2, other.err);
    assert.match(other.err, /cluster\.partitions is 2, and 1 in the backup/);
  });

  const next = await DevCluster.prepare({ directory: join(directory, 'next'), nodes: 3, partitions: 1, basePort: 0 });
  context.after(() => next.stop('SIGKILL'));

  await context.test('a node that was restored from another backup is named and keeps the cluster from forming', async () => {
    for (const id of ['n1', 'n2', 'n3']) {
      const restored = await command(['restore', id === 'n3' ? older : backup, '--config', next.configFile(id), '-o', 'json']);
      assert.equal(restored.code, 0, restored.err);
      next.startNode(id);
    }
    await until('n1 says why', async () => /n3.*restoredFrom/.test(await readFile(next.logFile('n1'), 'utf8')));
    await next.kill('n3');
    await rm(next.dataDirectory('n3'), { recursive: true });
  });

  await context.test('all alike, they form a new cluster that knows everything that was acknowledged', async () => {
    assert.equal((await command(['restore', backup, '--config', next.configFile('n3')])).code, 0);
    next.startNode('n3');
    await ready(next, { everyNode: true });
    await using restored = await Ledgerline.connect(next.url, { deadlineMs: READY_MS });
    assert.notEqual(restored.cluster, ledger.cluster);
    assert.equal(await restored.committedOffset(), partition.lastOffset);
    assert.deepEqual(await history(restored, partition.lastOffset), await history(ledger, partition.lastOffset));
    for await (const [entry] of restored.entries({ from: partition.lastIndex, to: partition.lastIndex })) {
      assert.equal(Buffer.from(entry?.digest ?? []).toString('hex'), partition.digest);
    }
    assert.ok(before.size > 0);
    for (const [key, offset] of before) assert.ok(offset <= partition.lastOffset, `${key} was acknowledged before the save`);
    for (const number of [1, before.size]) {
      const receipt = await load.submit(restored, number);
      assert.deepEqual([receipt.offset, receipt.duplicate], [before.get(`load-${number}`), true]);
    }
    const receipt = await restored.submit({ type: 't', data: 'goes on' });
    assert.equal(receipt.offset, partition.lastOffset + 1);
  });
});
