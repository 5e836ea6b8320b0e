// Collects what a node needs at run time into a directory: used by the Dockerfile, runs without a shell. Plain JavaScript, since it runs
// before anything is compiled. Usage: node deploy/build-image.mjs TARGET, in the root of the repository.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const target = process.argv[2];
if (target === undefined) throw new Error('usage: node deploy/build-image.mjs TARGET');
const app = join(target, 'app');

if (!existsSync('node_modules')) execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'cmd'], { stdio: 'inherit' });
execFileSync(process.execPath, ['deploy/bundle.mjs'], { stdio: 'inherit' });

/** Copies a path of the repository to the same path of the application. */
function copy(path) {
  mkdirSync(dirname(join(app, path)), { recursive: true });
  cpSync(path, join(app, path), { recursive: true, dereference: true });
}

for (const path of ['build/bin', 'package.json', 'LICENSE']) copy(path);

// The packages that the lock file does not mark as needed for development only, with their licences: the native one is loaded, the others are in the bundle.
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, entry] of Object.entries(packages)) {
  if (!path.startsWith('node_modules/') || entry.dev || entry.devOptional || entry.link || !existsSync(path)) continue;
  copy(path);
}

// The SDK, for programs that run in the image.
const sdk = 'node_modules/@ledgerline/client';
for (const name of ['package.json', 'dist', 'gen']) cpSync(join('client-sdk', name), join(app, sdk, name), { recursive: true });

// The command by its name: docker exec NODE ledgerline status.
mkdirSync(join(target, 'bin'), { recursive: true });
symlinkSync('/app/build/bin/ledgerline.js', join(target, 'bin', 'ledgerline'));

mkdirSync(join(target, 'etc'), { recursive: true });
cpSync('deploy/node.yaml', join(target, 'etc', 'node.yaml'));
mkdirSync(join(target, 'data'), { recursive: true });
