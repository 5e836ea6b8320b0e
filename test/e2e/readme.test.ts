// What the README shows a newcomer is compiled and run as it stands there: the SDK example and the shell commands.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { MAIN, startCluster, temporaryDirectory } from './harness.ts';

const ROOT = process.cwd();
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const execute = promisify(execFile);

/** The code blocks of one language. */
function blocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => match[1] ?? '');
}

test('the example of the SDK compiles under strict types, commits, and commits once when it is run twice', async (context) => {
  const [example, ...more] = blocks('ts');
  assert.ok(example !== undefined && more.length === 0, 'the README has one example');
  assert.ok(example.trimEnd().split('\n').length <= 12, 'it is short');
  const directory = await temporaryDirectory(context);
  symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}\n');
  writeFileSync(join(directory, 'quickstart.ts'), example);
  const compilerOptions = { target: 'ES2023', lib: ['ES2023'], module: 'NodeNext', strict: true, skipLibCheck: false, types: ['node'] };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['quickstart.ts'] }));
  await execute(join(ROOT, 'node_modules/.bin/tsc'), ['-p', directory]);

  const cluster = await startCluster(context);
  const env = { ...process.env, LEDGERLINE_URL: cluster.url };
  for (let time = 1; time <= 2; time++) {
    const { stdout } = await execute(process.execPath, [join(directory, 'quickstart.js')], { env, timeout: 60_000 });
    assert.equal(stdout, '1 transfer.v1\n');
  }
  await runCommands(env);
});

/** The commands of the README that do not run for ever, in their order. */
async function runCommands(env: NodeJS.ProcessEnv): Promise<void> {
  const lines = blocks('console').flatMap((block) => block.split('\n').filter((line) => line.startsWith('$ npx ledgerline ')));
  assert.ok(lines.length >= 3);
  const outputs: string[] = [];
  // npx needs much longer than the command: that it finds the command is shown by the first one.
  const shown = lines.map((line, at) =>
    line.slice(2).replace('npx ledgerline', at === 0 ? 'npx --no-install ledgerline' : `'${process.execPath}' '${MAIN}'`),
  );
  for (const line of shown) {
    const { stdout } = await execute('sh', ['-c', line], { env, cwd: ROOT, timeout: 60_000 });
    outputs.push(stdout);
  }
  const [submitted = '', tailed = '', status = '', opened = '', got = '', range = '', taken = '', listed = '', verified = ''] = outputs;
  assert.match(submitted, /committed at offset 2/);
  assert.match(tailed, /transfer\.v1 .*"cents":"500"/);
  assert.match(status, /LEADER/);
  assert.match(opened, /committed at offset 3/);
  assert.equal(got, 'alice = 500\n');
  assert.equal(range, 'bob = 0\n');
  for (const snapshots of [taken, listed]) assert.match(snapshots, /^ ?n1 +\d+ +3 /m);
  assert.match(verified, /n3 +\d+ +sound/);
}
