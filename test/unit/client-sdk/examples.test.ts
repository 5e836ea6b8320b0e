// The examples that the READMEs show are run as they are.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { Ledgerline } from '@ledgerline/client';
import { encodeTransaction } from '@ledgerline/client/internal';
import { FakeCluster } from './fake-server.ts';

const ROOT = join(import.meta.dirname, '../../../..');

describe('examples', () => {
  let cluster: FakeCluster;

  beforeEach(async () => {
    cluster = await FakeCluster.start();
  });
  afterEach(() => cluster.stop());

  async function run(name: string): Promise<string> {
    const environment = { ...process.env, LEDGERLINE_URL: cluster.url };
    const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, `build/client-sdk/examples/${name}.js`)], {
      env: environment,
      timeout: 20_000,
    });
    return stdout;
  }

  test('quickstart commits once, however often it is run', async () => {
    const line = '1 transfer.v1 {"from":"alice","to":"bob","cents":"1250"}\n';
    assert.equal(await run('quickstart'), `committed at offset 1\n${line}`);
    assert.equal(await run('quickstart'), `committed at offset 1, by an earlier attempt\n${line}`);
  });

  test('balances adds up the log', async () => {
    await run('quickstart');
    assert.equal(await run('balances'), 'alice -1250\nbob 1250\n');
  });

  test('unknown-outcome settles what it cannot know', async () => {
    assert.equal(await run('unknown-outcome'), 'paid at offset 1\n');
    cluster.node('n1').submitScript = () => 'lost';
    assert.equal(await run('unknown-outcome'), 'not paid, and never will be under this key\n');
  });

  test('state-view starts from pages of different offsets and is exact at the end', async () => {
    await using ledger = await Ledgerline.connect(cluster.url);
    const keys = ['a', 'b', 'c', 'd', 'e'];
    await ledger.submit({ type: 't', deltas: keys.map((put) => ({ put, value: '1' })) });
    // Committed before the second page is read: before the place where the reader is, and behind it.
    const locks = ['a', 'b', 'e'].map((name) => ({ mode: 'write' as const, name: Buffer.from(name) }));
    const [a, b, e] = locks.map(({ name }) => name) as [Buffer, Buffer, Buffer];
    const two = Buffer.from('2');
    const deltas = [
      { kind: 'delete', key: a } as const,
      { kind: 'put', key: b, value: two } as const,
      { kind: 'put', key: e, value: two } as const,
    ];
    const key = { kind: 'named', bytes: Buffer.from('meanwhile') } as const;
    const change = encodeTransaction({ type: 't', header: 0, locks, key, seen: undefined, data: Buffer.alloc(0), deltas });
    let reads = 0;
    const changeBeforeSecond = (): undefined => {
      if (++reads === 2) cluster.log.append(change);
    };
    for (const { stored } of cluster.nodes.values()) stored.stateScript = changeBeforeSecond;
    assert.equal(await run('state-view'), 'b 2\nc 1\nd 1\ne 2\n');
    assert.equal(reads, 2);
  });

  test('the README shows the view as it is run', () => {
    const readme = readFileSync(join(ROOT, 'client-sdk/README.md'), 'utf8');
    const example = readFileSync(join(ROOT, 'client-sdk/examples/state-view.ts'), 'utf8');
    const start = example.indexOf('const view');
    assert.ok(readme.includes(example.slice(start, example.indexOf('for (const [key, value] of view)'))));
  });

  test('the README shows the quickstart', () => {
    const readme = readFileSync(join(ROOT, 'client-sdk/README.md'), 'utf8');
    const example = readFileSync(join(ROOT, 'client-sdk/examples/quickstart.ts'), 'utf8');
    const words = (text: string): string => text.replace(/\s|,(?=\s*[\]}])/g, '');
    const start = example.indexOf('  type:');
    const body = example.slice(start, example.indexOf('});', start) + 1);
    assert.ok(words(readme).includes(words(body)));
  });
});
