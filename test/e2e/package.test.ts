// The SDK as a payment service gets it: packed, installed into an empty folder with its two dependencies, typed, and run against a live
// cluster. Nothing of this repository is in reach of the program.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startCluster, temporaryDirectory } from './harness.ts';

const ROOT = process.cwd();
const execute = promisify(execFile);

const PROGRAM = `
import { Ledgerline, LedgerlineError, type SubmitReceipt } from '@ledgerline/client';

await using ledger = await Ledgerline.connect(process.env.LEDGERLINE_URL ?? '');
const receipts: SubmitReceipt[] = await Promise.all(
  Array.from({ length: 100 }, (_, at) => ledger.submit({ type: 'packed.v1', key: 'packed-' + at, data: String(at) })),
);
const again = await ledger.submit({ type: 'packed.v1', key: 'packed-0', data: '0' });
let code = '';
try {
  await ledger.submit({ type: 'packed.v1', key: 'packed-0', data: 'other' });
} catch (error) {
  if (!LedgerlineError.is(error)) throw error;
  code = error.code + ' ' + error.outcome;
}
let read = 0;
for await (const transaction of ledger.tail({ to: 100 })) read += transaction.type === 'packed.v1' ? 1 : 0;
console.log(JSON.stringify({ committed: receipts.length, duplicate: again.duplicate, code, read }));
`;

/** Why an install failed, if that was for want of a registry. */
function registryTrouble(error: unknown): string | undefined {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED|ECONNRESET|ENETUNREACH|network/.exec(text)?.[0];
}

test('the packed SDK installs into an empty folder, compiles there and works against a live cluster', async (context) => {
  const directory = await temporaryDirectory(context);
  await execute('npm', ['pack', '--workspace', '@ledgerline/client', '--pack-destination', directory], { cwd: ROOT });
  const tarball = readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '';
  assert.match(tarball, /^ledgerline-client-/);
  writeFileSync(join(directory, 'package.json'), '{"name":"service","private":true,"type":"module"}\n');
  try {
    const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--no-save'];
    await execute('npm', ['install', ...flags, join(directory, tarball)], { cwd: directory, timeout: 120_000 });
  } catch (error) {
    const trouble = registryTrouble(error);
    if (trouble === undefined) throw error;
    context.skip(`the SDK's two dependencies could not be installed: ${trouble}`);
    return;
  }
  const installed = join(directory, 'node_modules', '@ledgerline', 'client');
  assert.ok(existsSync(join(installed, 'client.proto')) && existsSync(join(installed, 'README.md')));
  assert.equal(existsSync(join(installed, 'src')), false);
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { dependencies: object };
  assert.deepEqual(Object.keys(dependencies).sort(), ['@grpc/grpc-js', 'protobufjs']);

  writeFileSync(join(directory, 'service.ts'), PROGRAM);
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM'],
    module: 'NodeNext',
    strict: true,
    skipLibCheck: true,
    typeRoots: [join(ROOT, 'node_modules/@types')],
    types: ['node'],
  };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['service.ts'] }));
  await execute(join(ROOT, 'node_modules/.bin/tsc'), ['-p', directory]);

  const cluster = await startCluster(context);
  const env = { ...process.env, LEDGERLINE_URL: cluster.url };
  const { stdout, stderr } = await execute(process.execPath, [join(directory, 'service.js')], { cwd: directory, env, timeout: 60_000 });
  assert.equal(stderr, '');
  assert.deepEqual(JSON.parse(stdout), { committed: 100, duplicate: true, code: 'KEY_REUSED none', read: 100 });
});
