// The examples that the READMEs show are run as they are.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { promisify } from 'node:util';
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

  test('the README shows the quickstart', () => {
    const readme = readFileSync(join(ROOT, 'client-sdk/README.md'), 'utf8');
    const example = readFileSync(join(ROOT, 'client-sdk/examples/quickstart.ts'), 'utf8');
    const words = (text: string): string => text.replace(/\s|,(?=\s*[\]}])/g, '');
    const start = example.indexOf('  type:');
    const body = example.slice(start, example.indexOf('});', start) + 1);
    assert.ok(words(readme).includes(words(body)));
  });
});
