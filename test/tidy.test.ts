// House rules over the whole repository: what STYLE and DESIGN ask for and a machine can see, and proof that each check bites.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { VERSION } from '../cmd/version.ts';
import {
  hasNoBannedWords,
  hasShortFunctions,
  importsDownward,
  isPure,
  isShort,
  namesNoMachine,
  opensWithItsPurpose,
  type Rule,
  SOURCE_RULES,
} from './house-rules.ts';

const ROOT = process.cwd();
const PROMISES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'];
const execute = promisify(execFile);

const temporary: string[] = [];
after(() => {
  for (const directory of temporary) rmSync(directory, { recursive: true, force: true });
});

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'tidy-'));
  temporary.push(directory);
  return directory;
}

/** Tracked and new files, without what git ignores. */
function files(...patterns: readonly string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

test('every source file keeps the house rules', () => {
  const found: string[] = [];
  for (const path of files('*.ts').filter((name) => !name.includes('/gen/'))) {
    for (const rule of SOURCE_RULES) found.push(...rule({ path, text: read(path) }).map((problem) => `${path}: ${problem}`));
  }
  assert.deepEqual(found, []);
});

test('no text file names a machine or a registry', () => {
  const found: string[] = [];
  for (const path of files('*.md', '*.yaml', '*.yml', '*.json', '*.proto', 'Makefile', '.ci/*', 'deploy/*')) {
    found.push(...namesNoMachine({ path, text: read(path) }).map((problem) => `${path}: ${problem}`));
  }
  assert.deepEqual(found, []);
});

test('each rule accepts a good file and finds the planted mistake', () => {
  const planted: readonly (readonly [Rule, string, string, string])[] = [
    [opensWithItsPurpose, 'cmd/a.ts', '// Owns a.\nexport const a = 1;\n', 'export const a = 1;\n'],
    [opensWithItsPurpose, 'cmd/a.ts', '#!/usr/bin/env node\n// a\n', '// 1\n// 2\n// 3\n// 4\n// 5\n// 6\n'],
    [isShort, 'cmd/a.ts', '// a\n'.repeat(500), '// a\n'.repeat(501)],
    [isShort, 'cmd/a.ts', `// More than 500 lines: a table.\n${'1;\n'.repeat(600)}`, `// A table.\n${'1;\n'.repeat(600)}`],
    [hasNoBannedWords, 'cmd/a.ts', 'const todo = 1;\n', `// TO${''}DO: later\n`],
    [hasNoBannedWords, 'cmd/a.ts', 'test(name, run);\n', `test.${'only'}(name, run);\n`],
    [namesNoMachine, 'cmd/a.ts', "'../shared/work/x'\n", `'/${'home'}/x'\n`],
    [isPure, 'consensus/core/a.ts', '// no Date.now() here\n', 'const t = Date.now();\n'],
    [isPure, 'consensus/ledger/a.ts', 'const update = 1;\n', 'const r = Math.random();\n'],
    [isPure, 'cmd/a.ts', 'const t = Date.now();\n', ''],
    [
      hasShortFunctions,
      'cmd/a.ts',
      `function f(): void {\n${'  a();\n'.repeat(78)}}\n`,
      `function f(): void {\n${'  a();\n'.repeat(79)}}\n`,
    ],
    [
      hasShortFunctions,
      'cmd/a.ts',
      `  async m(a: b): c {\n${'    a();\n'.repeat(78)}  }\n`,
      `  async m(a: b): c {\n${'    a();\n'.repeat(79)}  }\n`,
    ],
    [importsDownward, 'log/a.ts', "import { a } from '../consensus/types.ts';\n", "import { a } from '../rpc/a.ts';\n"],
    [importsDownward, 'consensus/core/a.ts', "import { a } from '../types.ts';\n", "import { a } from '../ports.ts';\n"],
    [importsDownward, 'consensus/core/a.ts', "import { a } from './b.ts';\n", "import { a } from '../node/b.ts';\n"],
    [importsDownward, 'client-sdk/src/a.ts', "import { a } from './b.ts';\n", "import { a } from '../../consensus/types.ts';\n"],
  ];
  for (const [rule, path, good, bad] of planted) {
    assert.deepEqual(rule({ path, text: good }), [], `${path} is good`);
    if (bad !== '') assert.equal(rule({ path, text: bad }).length, 1, `the mistake in ${path} is found: ${bad.slice(0, 40)}`);
  }
});

test('a wrong import does not compile', async () => {
  const copy = temporaryDirectory();
  for (const folder of ['consensus', 'log', 'tsconfig.base.json']) cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{"type":"module"}\n');
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const planted = [
    ['consensus/core', "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n"],
    ['consensus/core', 'export const planted = Date.now() + setTimeout(() => {}, 1);\n'],
    ['consensus/ledger', "export { Raft } from '../core/raft.ts';\n"],
    ['log', "export { Node } from '../consensus/node/node.ts';\n"],
  ] as const;
  await execute(join(ROOT, 'node_modules/.bin/tsc'), ['-b', 'consensus/core', 'consensus/ledger', 'log'], { cwd: copy });
  for (const [folder, text] of planted) {
    const file = join(copy, folder, 'planted.ts');
    writeFileSync(file, text);
    await assert.rejects(
      execute(join(ROOT, 'node_modules/.bin/tsc'), ['-b', folder], { cwd: copy }),
      (error: Error & { stdout?: string }) => /planted\.ts.*error TS/.test(error.stdout ?? ''),
      `${folder}: ${text}`,
    );
    rmSync(file);
  }
});

test('generated code is what the .proto files say', async () => {
  for (const script of files('*proto.sh')) {
    const folder = dirname(script);
    const copy = temporaryDirectory();
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    cpSync(join(ROOT, folder), join(copy, folder), {
      recursive: true,
      filter: (source) => !source.includes('node_modules') && !source.endsWith('dist'),
    });
    const generated = files(`${folder}/gen/*`);
    assert.ok(generated.length > 0, `${folder} has generated code`);
    for (const path of generated) rmSync(join(copy, path));
    await execute('sh', [join(copy, script)], { cwd: copy });
    for (const path of generated) assert.equal(readFileSync(join(copy, path), 'utf8'), read(path), `${path} is up to date; run make proto`);
  }
});

test('every promise of the README names a test that exists', () => {
  const readme = read('README.md');
  for (const promise of PROMISES) {
    const line = readme.split('\n').find((text) => text.includes(`**${promise}`));
    assert.ok(line !== undefined, `README states ${promise}`);
    const links = [...line.matchAll(/\]\((test\/[^)]+)\)/g)].map((match) => match[1] ?? '');
    assert.ok(links.length > 0, `${promise} links a test`);
    for (const link of links) assert.ok(existsSync(join(ROOT, link)), `${promise}: ${link} exists`);
  }
});

test('every command and make target that the documents name exists', () => {
  const help = execFileSync(process.execPath, [join(ROOT, 'build/bin/ledgerline.js'), '--help'], { encoding: 'utf8' });
  const commands = [...help.matchAll(/^ {2}ledgerline ([\w-]+)/gm)].map((match) => match[1] ?? '');
  const targets = [...read('Makefile').matchAll(/^([a-z-]+):/gm)].map((match) => match[1] ?? '');
  for (const target of 'build demo dev test sim bank crash bench proto verify fix clean'.split(' '))
    assert.ok(targets.includes(target), `make ${target}`);
  for (const path of files('*.md').filter((name) => name !== 'CHANGELOG.md' && name !== 'log/FORMAT.md')) {
    const text = read(path);
    for (const match of text.matchAll(/(?:`|^\$? *|npx )ledgerline ([a-z][\w-]*)/gm))
      assert.ok(commands.includes(match[1] ?? ''), `${path}: ledgerline ${match[1]}`);
    for (const match of text.matchAll(/`make ([a-z-]+)/g)) assert.ok(targets.includes(match[1] ?? ''), `${path}: make ${match[1]}`);
  }
});

test('links between documents lead somewhere', () => {
  for (const path of files('*.md')) {
    for (const match of read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)) {
      assert.ok(existsSync(join(ROOT, dirname(path), match[1] ?? '')), `${path} links ${match[1]}`);
    }
  }
});

test('the version is the same everywhere', () => {
  for (const path of ['package.json', 'client-sdk/package.json']) {
    const { version } = JSON.parse(read(path)) as { version: string };
    assert.equal(version, VERSION, path);
  }
});
