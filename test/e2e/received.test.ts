// A cluster of real processes that acknowledges what is received: it says so everywhere, the log shows a transaction soon after, and an orderly end keeps all.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { command, commandsOf, Endings, ready, startCluster, until } from './harness.ts';

let cluster: DevCluster;
let commands: ReturnType<typeof commandsOf>;
const endings = new Endings();

after(() => endings.end());

before(async () => {
  cluster = await startCluster(endings, { acknowledge: 'received' });
  commands = commandsOf(cluster);
});

/** The data of the log so far. */
async function logged(ledger: Ledgerline): Promise<string[]> {
  const to = await ledger.committedOffset();
  const found: string[] = [];
  if (to > 0) for await (const { data } of ledger.tail({ to })) found.push(Buffer.from(data).toString());
  return found;
}

test('submit says that the transaction is accepted and not durable; the log shows it soon after', async () => {
  const receipt = await commands.json('submit', '--key', 'pay-1', 'first');
  assert.deepEqual(receipt, { partition: 1, offset: 1, duplicate: false, durable: false, key: 'pay-1' });
  const { out } = await commands.run('submit', 'second');
  assert.match(out, /^ACCEPTED at offset 2 of partition 1, received by a quorum and NOT DURABLE yet: a crash can lose it/);
  await using ledger = await Ledgerline.connect(cluster.url);
  await until('both are in the log', async () => (await logged(ledger)).length === 2);
  const again = await commands.json('submit', '--key', 'pay-1', 'first');
  assert.deepEqual(again, { partition: 1, offset: 1, duplicate: true, durable: true, key: 'pay-1' });
});

test('a key is resolved by what is committed', async () => {
  await using ledger = await Ledgerline.connect(cluster.url);
  const { key, durable } = await ledger.submit({ type: 'note.v1', data: 'third' });
  assert.equal(durable, false);
  assert.deepEqual(await ledger.resolve(key), { kind: 'committed', offset: 3 });
  assert.equal((await logged(ledger)).length, 3);
});

test('status, and the log of every node, say it loudly', async () => {
  const status = (await commands.json('status')) as { acknowledge: string; attention: string[] };
  assert.equal(status.acknowledge, 'received');
  assert.match(status.attention[0] ?? '', /^ACKNOWLEDGE: RECEIVED/);
  assert.match((await commands.run('status')).out, /ACKNOWLEDGE: RECEIVED/);
  for (const { id } of cluster.nodes()) {
    const lines = (await readFile(cluster.logFile(id), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const warning = lines.find(({ acknowledge }) => acknowledge === 'received');
    assert.match(String(warning?.msg), /^ACKNOWLEDGE: RECEIVED/, id);
    assert.ok(warning?.level === 40 || warning?.level === 'warn', id);
  }
});

test('an orderly end of all nodes right behind an acknowledgement keeps every transaction', async () => {
  const sent: string[] = [];
  {
    await using ledger = await Ledgerline.connect(cluster.url);
    const before = (await logged(ledger)).length;
    for (let round = 0; round < 5; round++) {
      const names = Array.from({ length: 20 }, (_, at) => `${round}.${at}`);
      await Promise.all(names.map((data) => ledger.submit({ type: 'note.v1', data })));
      sent.push(...names);
    }
    await cluster.stop('SIGTERM');
    for (const { id } of cluster.nodes()) cluster.startNode(id);
    await ready(cluster, { everyNode: true });
    assert.deepEqual((await logged(ledger)).slice(before).sort(), sent.sort());
  }
});

test('a node that is configured otherwise does not serve, and names the difference', async () => {
  await cluster.kill('n3', 'SIGTERM');
  const file = cluster.configFile('n3');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('acknowledge: received', 'acknowledge: durable'));
  const { code, err } = await command(['serve', '--config', file]);
  assert.equal(code, 1);
  assert.match(err, /WRONG_CLUSTER: .*cluster\.acknowledge is absent.*formed with "received"/s);
  await writeFile(file, text);
  cluster.startNode('n3');
  await ready(cluster, { everyNode: true });
});
