// The command line against a real cluster of three processes and two partitions: every command, every kind of bad input, every exit code.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { command, commandsOf, Endings, MAIN, startCluster, startCommand, temporaryDirectory, until } from './harness.ts';

let cluster: DevCluster;
let commands: ReturnType<typeof commandsOf>;
let directory: string;
const endings = new Endings();

after(() => endings.end());

before(async () => {
  directory = await temporaryDirectory(endings);
  cluster = await startCluster(endings, { partitions: 2 });
  commands = commandsOf(cluster);
});

/** Runs a command that must end with this status, and returns what it told a human. */
async function refused(code: number, ...args: string[]): Promise<string> {
  const result = await commands.run(...args);
  assert.equal(result.code, code, `${args.join(' ')}: ${result.out}${result.err}`);
  assert.equal(result.out, '');
  assert.match(result.err, /^ledgerline: [A-Z_]+: /);
  return result.err;
}

async function lines(...args: string[]): Promise<{ offset: number; data: unknown; type: string }[]> {
  const result = await commands.run(...args, '-o', 'ndjson');
  assert.equal(result.code, 0, result.err);
  return result.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { offset: number; data: unknown; type: string });
}

test('status names leaders, offsets and equal digests of all nodes', async () => {
  const status = (await commands.json('status')) as {
    cluster: string;
    partitions: { partition: number; leader: string; term: number; committed: number; nodes: Record<string, unknown>[] }[];
  };
  assert.match(status.cluster, /^[0-9a-f]{64}$/);
  assert.deepEqual(
    status.partitions.map((partition) => partition.partition),
    [1, 2],
  );
  for (const { leader, committed, nodes } of status.partitions) {
    assert.equal(committed, 0);
    assert.deepEqual(
      nodes.map((node) => node.id),
      ['n1', 'n2', 'n3'],
    );
    assert.equal(nodes.filter((node) => node.role === 'leader').length, 1);
    assert.equal(nodes.find((node) => node.role === 'leader')?.id, leader);
    assert.equal(new Set(nodes.map((node) => node.digest)).size, 1);
    for (const node of nodes) assert.deepEqual(Object.keys(node).sort(), ['applied', 'digest', 'id', 'last', 'role', 'storage']);
  }
  const table = await commands.run('status');
  assert.match(table.out, /LEADER/);
});

test('what was submitted is read back by get and tail with all its fields', async () => {
  const data = '{"from":"alice","to":"bob","cents":"500"}';
  const args = ['--type', 'transfer.v1', '--header', '7', '--lock', 'write:alice', '--lock', 'append:bob', '--key', 'pay-1', '--seen', '0'];
  const receipt = await commands.json('submit', ...args, data);
  assert.deepEqual(receipt, { partition: 1, offset: 1, duplicate: false, durable: true, key: 'pay-1' });
  const transaction = (await commands.json('get', '1')) as Record<string, unknown>;
  const { index, term, timestamp, ...rest } = transaction;
  assert.deepEqual(rest, {
    partition: 1,
    offset: 1,
    type: 'transfer.v1',
    header: 7,
    key: 'pay-1',
    locks: [
      { mode: 'write', name: 'alice' },
      { mode: 'append', name: 'bob' },
    ],
    data: JSON.parse(data),
  });
  assert.ok(Number(index) >= 1 && Number(term) >= 1 && Math.abs(Number(timestamp) - Date.now()) < 60_000);
  assert.deepEqual(await commands.json('tail'), [transaction]);
  assert.match((await commands.run('tail')).out, /transfer\.v1 .*alice.*write:alice append:bob/);
  assert.match((await commands.run('get', '1')).out, /transfer\.v1/);
});

test('the same key again gets the first offset; with other content it is refused', async () => {
  const args = ['--type', 'transfer.v1', '--header', '7', '--key', 'pay-1'];
  const again = await commands.json('submit', ...args, '{"from":"alice","to":"bob","cents":"500"}');
  assert.deepEqual(again, { partition: 1, offset: 1, duplicate: true, durable: true, key: 'pay-1' });
  assert.match(await refused(5, 'submit', ...args, '{"other":1}'), /KEY_REUSED/);
});

test('a lost lock is a conflict that names the lock and the offset, exit 5', async () => {
  const message = await refused(5, 'submit', '--type', 't', '--lock', 'write:alice', '--seen', '0', 'x');
  assert.match(message, /CONFLICT/);
  assert.match(message, /alice/);
  const result = await commands.run('submit', '--type', 't', '--lock', 'write:alice', '--seen', '0', 'x', '-o', 'json');
  assert.equal(result.code, 5);
  const { error } = JSON.parse(result.err) as { error: Record<string, unknown> };
  assert.equal(error.code, 'CONFLICT');
  assert.equal(error.outcome, 'none');
});

test('lookup and resolve tell committed from not-yet and void', async () => {
  assert.deepEqual(await commands.json('lookup', 'pay-1'), { key: 'pay-1', partition: 1, state: 'committed', offset: 1, void: false });
  assert.deepEqual(await commands.json('lookup', 'nobody'), { key: 'nobody', partition: 1, state: 'not-yet', offset: null, void: false });
  assert.deepEqual(await commands.json('resolve', 'pay-1'), { key: 'pay-1', partition: 1, state: 'committed', offset: 1 });
  assert.deepEqual(await commands.json('resolve', 'never-sent'), { key: 'never-sent', partition: 1, state: 'void', offset: null });
  assert.match(await refused(5, 'submit', '--key', 'never-sent', 'x'), /VOID/);
  const looked = (await commands.json('lookup', 'never-sent')) as { void: boolean };
  assert.equal(looked.void, true);
});

test('a generated key is printed and can be looked up', async () => {
  const receipt = (await commands.json('submit', '--type', 'note', 'no key')) as { offset: number; key: { generated: string } };
  assert.match(receipt.key.generated, /^[0-9a-f]{32}$/);
  const found = (await commands.json('lookup', '--generated', receipt.key.generated)) as { state: string; offset: number };
  assert.deepEqual([found.state, found.offset], ['committed', receipt.offset]);
});

test('a key of digits keeps its zeros, and data may come from standard input', async () => {
  const result = await command(['submit', '--key', '007', '--stdin', '-o', 'json'], { url: cluster.url, input: '[1,2]' });
  assert.equal(result.code, 0, result.err);
  assert.equal((JSON.parse(result.out) as { key: string }).key, '007');
  const { offset } = JSON.parse(result.out) as { offset: number };
  assert.deepEqual(((await commands.json('get', String(offset))) as { data: unknown }).data, [1, 2]);
});

test('partitions are separate logs', async () => {
  const receipt = await commands.json('submit', '--partition', '2', '--key', 'pay-1', 'in two');
  assert.deepEqual(receipt, { partition: 2, offset: 1, duplicate: false, durable: true, key: 'pay-1' });
  const [transaction] = (await commands.json('tail', '--partition', '2')) as { partition: number; dataBase64: string }[];
  assert.equal(transaction?.partition, 2);
  assert.equal(Buffer.from(transaction?.dataBase64 ?? '', 'base64').toString(), 'in two');
});

test('tail reads a range, a type, and every node alike', async () => {
  const all = await lines('tail');
  assert.deepEqual(
    all.map((one) => one.offset),
    all.map((_, at) => at + 1),
  );
  assert.deepEqual(await lines('tail', '--from', '2', '--to', '3'), all.slice(1, 3));
  assert.deepEqual(
    await lines('tail', '--type', 'transfer.v1'),
    all.filter((one) => one.type === 'transfer.v1'),
  );
  for (const node of ['n1', 'n2', 'n3']) assert.deepEqual(await lines('tail', '--node', node), all);
  assert.deepEqual(await lines('tail', '--from', String(all.length + 1)), []);
  assert.deepEqual(await lines('tail', '--from', '0'), all);
});

test('tail -f delivers what is committed later, and Ctrl-C ends it', async () => {
  const child = startCommand(['tail', '-f', '-o', 'ndjson', '--type', 'late'], { url: cluster.url });
  let out = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  await commands.json('submit', '--type', 'late', '"after"');
  await until('the line arrives', () => out.includes('"after"'));
  child.kill('SIGINT');
  const code = await new Promise((resume) => child.once('close', resume));
  assert.equal(code, 130);
});

test('a pipe that closes early is no failure', async () => {
  const child = startCommand(['tail', '-f', '-o', 'ndjson'], { url: cluster.url });
  child.stdout?.once('data', () => child.stdout?.destroy());
  const ended = new Promise((resume) => child.once('close', resume));
  await until('the first line', () => child.stdout?.destroyed === true);
  await commands.json('submit', '--type', 'more', 'x');
  assert.equal(await ended, 0);
});

test('an output that cannot be written is said, and exit 1', {
  skip: existsSync('/dev/full') ? false : 'there is no /dev/full',
}, async () => {
  const full = await open('/dev/full', 'w');
  try {
    const child = spawn(process.execPath, [MAIN, '--help'], { stdio: ['ignore', full.fd, 'pipe'] });
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const [code] = (await once(child, 'close')) as [number | null];
    assert.deepEqual([code, /^ledgerline: ENOSPC: the output cannot be written/.test(err)], [1, true], err);
  } finally {
    await full.close();
  }
});

test('import commits every line once, however often it runs', async () => {
  const path = join(directory, 'payments.ndjson');
  const rows = Array.from({ length: 3_000 }, (_, at) =>
    JSON.stringify({ id: `row-${at}`, postings: [{ account: `a${at % 7}` }, { account: 'b' }] }),
  );
  await writeFile(path, `${rows.join('\n')}\n`);
  const args = ['import', path, '--key-field', 'id', '--lock-field', 'postings.*.account', '--type', 'journal.v1', '--partition', '2'];
  const { seconds, ...first } = (await commands.json(...args)) as { seconds: number };
  assert.deepEqual(first, { submitted: 3_000, committed: 3_000, duplicates: 0 });
  assert.ok(seconds > 0);
  const { seconds: _, ...second } = (await commands.json(...args)) as { seconds: number };
  assert.deepEqual(second, { submitted: 3_000, committed: 0, duplicates: 3_000 });
  const stored = await lines('tail', '--partition', '2', '--type', 'journal.v1');
  assert.deepEqual(
    stored.map((one) => JSON.stringify(one.data)),
    rows,
  );
});

test('who watches an import sees a bar move, and the result stays clean', async () => {
  const path = join(directory, 'watched.ndjson');
  await writeFile(path, '{"id":"watched-1"}\n{"id":"watched-2"}\n');
  const result = await command(['import', path], { url: cluster.url, isTerminal: true });
  assert.equal(result.code, 0, result.err);
  assert.match(result.err, /import .*100% \| \d+\/\d+ bytes/);
  assert.match(result.out, /^submitted 2: 2 committed/);
});

test('the client configuration file is read; another key in it is refused', async () => {
  const path = join(directory, 'client.yaml');
  await writeFile(path, `url: ${cluster.url}\noutput: json\n`);
  const result = await command(['status', '--config', path]);
  assert.equal(result.code, 0, result.err);
  assert.equal((JSON.parse(result.out) as { partitions: unknown[] }).partitions.length, 2);
  await writeFile(path, 'uri: nowhere\n');
  const refusal = await command(['status', '--config', path]);
  assert.equal(refusal.code, 2);
  assert.match(refusal.err, /uri/);
});

test('import reads CSV', async () => {
  const path = join(directory, 'payments.csv');
  await writeFile(path, 'id,account,cents\nc1,alice,0500\nc2,"bo,b",7\n');
  const { submitted, committed } = (await commands.json('import', path, '--lock-field', 'account', '--type', 'csv')) as {
    submitted: number;
    committed: number;
  };
  assert.deepEqual([submitted, committed], [2, 2]);
  assert.deepEqual(
    (await lines('tail', '--type', 'csv')).map((one) => one.data),
    [
      { id: 'c1', account: 'alice', cents: '0500' },
      { id: 'c2', account: 'bo,b', cents: '7' },
    ],
  );
});

test('a bad line is named and nothing after it is sent, unless bad lines are skipped', async () => {
  const path = join(directory, 'bad.ndjson');
  const long = JSON.stringify({ id: 'b4', filler: 'x'.repeat(2 * 1024 * 1024) });
  for (const bad of ['{"id":"b3"', '{"name":"no id"}', JSON.stringify({ id: 'k'.repeat(65) }), long]) {
    const prefix = `p${bad.length}`;
    await writeFile(path, `{"id":"${prefix}-1"}\n{"id":"${prefix}-2"}\n${bad}\n{"id":"${prefix}-4"}\n`);
    const stopped = await commands.run('import', path, '-o', 'json');
    assert.equal(stopped.code, 1);
    assert.match(stopped.err, /line 3: /);
    assert.equal((JSON.parse(stopped.out) as { committed: number }).committed, 2);
    assert.equal(((await commands.json('lookup', `${prefix}-4`)) as { state: string }).state, 'not-yet');
    const skipped = await commands.run('import', path, '--skip-bad', '-o', 'json');
    assert.equal(skipped.code, 0, skipped.err);
    const { committed, duplicates, bad: count } = JSON.parse(skipped.out) as { committed: number; duplicates: number; bad: number };
    assert.deepEqual([committed, duplicates, count], [1, 2, 1]);
  }
});

test('a line after which nothing can be read cannot be skipped', async () => {
  const path = join(directory, 'broken.csv');
  for (const [content, line] of [
    ['id,t\nbroken-1,x\nbroken-2,a"b\nbroken-3,y\n', 3],
    ['id,id\nbroken-3,x\n', 1],
  ] as const) {
    await writeFile(path, content);
    const result = await commands.run('import', path, '--skip-bad', '-o', 'json');
    assert.equal(result.code, 1);
    assert.match(result.err, new RegExp(`line ${line}: .*nothing after it could be read`));
  }
});

test('a key that a file uses for two different lines is named', async () => {
  const path = join(directory, 'twice.ndjson');
  await writeFile(path, '{"id":"twice","n":1}\n{"id":"twice","n":2}\n{"id":"after-twice"}\n');
  const result = await commands.run('import', path, '-o', 'json');
  assert.equal(result.code, 1);
  assert.match(result.err, /line 2: KEY_REUSED/);
  assert.equal(((await commands.json('lookup', 'after-twice')) as { state: string }).state, 'not-yet');
});

test('bad input is refused with a code, a next step and an exit status, and writes nothing', async () => {
  const before = (await lines('tail')).length;
  assert.match(await refused(2, 'submit', '--partition', '3', 'x'), /UNKNOWN_PARTITION/);
  assert.match(await refused(2, 'tail', '--partition', '9'), /UNKNOWN_PARTITION/);
  assert.match(await refused(2, 'tail', '--node', 'n9'), /UNKNOWN_NODE/);
  assert.match(await refused(2, 'submit', '--key', 'k'.repeat(65), 'x'), /INVALID.*64/);
  assert.match(await refused(2, 'submit', '--type', 'ledgerline.void', 'x'), /INVALID/);
  assert.match(await refused(2, 'submit', '--type', '', 'x'), /INVALID/);
  assert.match(await refused(2, 'submit', '--lock', `write:${'n'.repeat(257)}`, 'x'), /INVALID/);
  const locks = Array.from({ length: 257 }, (_, at) => ['--lock', `write:l${at}`]).flat();
  assert.match(await refused(2, 'submit', ...locks, 'x'), /TOO_MANY_LOCKS/);
  const large = await command(['submit', '--stdin'], { url: cluster.url, input: 'x'.repeat(1024 * 1024 + 1) });
  assert.equal(large.code, 2);
  assert.match(large.err, /TOO_LARGE/);
  assert.match(await refused(1, 'submit', '--seen', '1000000', '--timeout', '2s', 'x'), /SEEN_AHEAD/);
  assert.match(await refused(1, 'get', '1000000'), /NOT_FOUND/);
  assert.match(await refused(2, 'get', '0'), /USAGE/);
  assert.match(await refused(2, 'import', join(directory, 'absent.ndjson')), /USAGE.*absent/);
  assert.match(await refused(2, 'submit', '--url', 'http://x:1', 'x'), /INVALID/);
  assert.match(await refused(2, 'submit', '--lock', 'own:alice', 'x'), /USAGE/);
  assert.match(await refused(2, 'frobnicate'), /USAGE/);
  assert.match(await refused(2, 'tail', '--nonsense'), /USAGE/);
  assert.equal((await lines('tail')).length, before);
});

test('a cluster that does not answer is unreachable, exit 3', async () => {
  const result = await command(['status', '--url', 'ledgerline://127.0.0.1:9', '--timeout', '1s']);
  assert.equal(result.code, 3);
  assert.match(result.err, /UNREACHABLE/);
});

test('every client command prints valid JSON, also for its errors', async () => {
  const good = [['status'], ['tail'], ['get', '1'], ['lookup', 'x'], ['resolve', 'y'], ['submit', 'z']];
  for (const args of good) {
    const json = await commands.run(...args, '-o', 'json');
    assert.equal(json.code, 0, json.err);
    JSON.parse(json.out);
    const ndjson = await commands.run(...args, '--output=ndjson');
    for (const line of ndjson.out.trimEnd().split('\n')) JSON.parse(line);
  }
  for (const args of [['get', '999999'], ['submit'], ['tail', '--to', 'x']]) {
    const failed = await commands.run(...args, '-o', 'json');
    assert.equal(failed.out, '');
    assert.ok('error' in (JSON.parse(failed.err) as object));
  }
});

// Last, since it takes two nodes away.
test('without a quorum reads end with exit 4 and writes do not pretend, and all goes on when the nodes return', async () => {
  const before = await lines('tail');
  await cluster.kill('n1');
  await cluster.kill('n2');
  const tail = await commands.run('tail', '--timeout', '3s');
  assert.equal(tail.code, 4, tail.err);
  assert.match(tail.err, /NO_QUORUM/);
  const submit = await commands.run('submit', '--key', 'no-quorum', '--timeout', '3s', 'x');
  assert.ok(submit.code === 4 || submit.code === 7, `${submit.code}: ${submit.err}`);
  const status = await commands.run('status', '-o', 'json', '--timeout', '5s');
  assert.equal(status.code, 4, status.err);
  const partitions = (JSON.parse(status.out) as { partitions: { committed: unknown; nodes: { id: string; role: string }[] }[] }).partitions;
  assert.equal(partitions[0]?.committed, null);
  assert.equal(partitions[0]?.nodes.find((node) => node.id === 'n1')?.role, 'unreachable');
  const away = await commands.run('tail', '--node', 'n1', '--timeout', '2s');
  assert.ok(away.code === 4 || away.code === 3, away.err);
  cluster.startNode('n1');
  cluster.startNode('n2');
  await until('the cluster serves again', async () => (await commands.run('tail', '--timeout', '5s')).code === 0, 60_000);
  assert.deepEqual((await lines('tail')).slice(0, before.length), before);
});
