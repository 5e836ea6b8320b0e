// Builds the image of a node from the checkout, on whatever engine there is: with the base image of the Dockerfile where it can be had,
// else with one made from this machine's own Node.js and the libraries it loads.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, createReadStream, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type ContainerRuntimeClient, GenericContainer, getContainerRuntimeClient } from 'testcontainers';

const execute = promisify(execFile);
const ROOT = process.cwd();
const BASE = 'node:20-bookworm-slim';
/** Of this run alone, so that two runs on one engine do not remove each other's. */
const LOCAL_BASE = `localhost/ledgerline-base:test-${process.pid}`;
const COMPILED = `localhost/ledgerline-compiled:test-${process.pid}`;
export const IMAGE = `localhost/ledgerline:test-${process.pid}`;
/** Milliseconds until a registry must have sent a first byte; a pull that makes progress is not cut off. */
const PULL_MS = 15_000;

/** Packages for development that the build in the image needs. */
const COMPILER = /^node_modules\/(typescript|@typescript\/|@types\/|esbuild|@esbuild\/)/;

/** The engine, or why there is none. */
export async function engine(): Promise<ContainerRuntimeClient | string> {
  // No cleaning container: it would have to be pulled. The suite removes what it makes.
  process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  try {
    return await getContainerRuntimeClient();
  } catch (error) {
    return `no container engine: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Builds `IMAGE`; `directory` is scratch space. */
export async function buildImage(client: ContainerRuntimeClient, directory: string): Promise<void> {
  const context = join(directory, 'context');
  copyCheckout(context);
  const base = (await canPull(client)) ? BASE : await importBase(client, directory);
  const builder = GenericContainer.fromDockerfile(context, 'deploy/Dockerfile').withBuildArgs({ BASE: base });
  try {
    // The stage that compiles is built under a name, to be removed by it; the image then takes it from the cache.
    await builder.withTarget('build').build(COMPILED, { deleteOnExit: false });
    await builder.withTarget('').build(IMAGE, { deleteOnExit: false });
  } catch (cause) {
    throw new Error('the image was not built; DEBUG=testcontainers:build shows why', { cause });
  }
}

export async function removeImages(client: ContainerRuntimeClient): Promise<void> {
  for (const name of [IMAGE, COMPILED, LOCAL_BASE]) {
    try {
      await client.container.dockerode.getImage(name).remove({ force: true });
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
}

/** What git knows, and the installed packages: the build then needs no registry. */
function copyCheckout(context: string): void {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const path of listed.split('\n')) {
    // The list of what to leave out would leave out the packages.
    if (path === '' || path === '.dockerignore' || path.startsWith('test/')) continue;
    const isThere = statSync(join(ROOT, path), { throwIfNoEntry: false }) !== undefined;
    if (isThere) cpSync(join(ROOT, path), join(context, path));
  }
  copyPackages(context);
}

/** The packages that a node needs at run time, and those that compile it. */
function copyPackages(context: string): void {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { dev?: boolean }> };
  for (const [path, { dev }] of Object.entries(packages)) {
    if (!path.startsWith('node_modules/') || (dev === true && !COMPILER.test(path))) continue;
    const isThere = statSync(join(ROOT, path), { throwIfNoEntry: false }) !== undefined;
    if (isThere) cpSync(join(ROOT, path), join(context, path), { recursive: true, verbatimSymlinks: true });
  }
}

/** Whether the base image of the Dockerfile is here or can be fetched. */
async function canPull(client: ContainerRuntimeClient): Promise<boolean> {
  const { dockerode } = client.container;
  try {
    await dockerode.getImage(BASE).inspect();
    return true;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), PULL_MS);
  try {
    const stream = await dockerode.pull(BASE, { abortSignal: silence.signal });
    return await new Promise((resume) =>
      dockerode.modem.followProgress(
        stream,
        (error) => resume(error === null),
        () => clearTimeout(timer),
      ),
    );
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** An image of the node binary, `env` for its scripts, and the libraries they load: no shell, no package manager, nothing else. */
async function importBase(client: ContainerRuntimeClient, directory: string): Promise<string> {
  const root = join(directory, 'base');
  const node = realpathSync(process.execPath);
  const programs = { node, env: realpathSync('/usr/bin/env') };
  const { stdout } = await execute('ldd', Object.values(programs));
  const libraries = [...stdout.matchAll(/^\s.*?(\/\S+) \(0x/gm)].map((match) => match[1] ?? '');
  for (const file of libraries) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    cpSync(realpathSync(file), join(root, file));
  }
  mkdirSync(join(root, 'usr', 'bin'), { recursive: true });
  for (const [name, file] of Object.entries(programs)) cpSync(file, join(root, 'usr', 'bin', name));
  mkdirSync(join(root, 'tmp'), { mode: 0o1777 });
  const archive = join(directory, `${basename(root)}.tar`);
  await execute('tar', ['-C', root, '-cf', archive, '.']);
  const [repo, tag] = LOCAL_BASE.split(':');
  const stream = await client.container.dockerode.importImage(createReadStream(archive), {
    repo,
    tag,
    changes: 'ENV PATH=/usr/local/bin:/usr/bin',
  });
  await new Promise((resume) => stream.on('end', resume).resume());
  return LOCAL_BASE;
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 404;
}
