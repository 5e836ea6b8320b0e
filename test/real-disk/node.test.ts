// One node of a real cluster on a disk that fails: an fdatasync or a write that returns EIO (strace), a small file system that fills up under it (a loop device). It ends at once
// where it must, the others go on, and it comes back with all that was acknowledged.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ledgerline, LedgerlineError } from '@ledgerline/client';
import type { DevCluster } from '../../cmd/dev-cluster.ts';
import { hasCode } from '../../log/errors.ts';
import { commandsOf, Endings, READY_MS, ready, startCluster, until } from '../e2e/harness.ts';
import { bySdk, checkHealthy, checkLogs, checkStates, Load } from '../e2e/load.ts';
import { LoopDisk, reasonAgainst, reasonAgainstStrace } from './loop-disk.ts';

const IS_LONG = process.env.LEDGERLINE_POWER_CUTS !== undefined;
const VICTIM = 'n3';
/** The calls that fail: of the start, and of the work after it. The log is synced as it is written to. */
const SYNCS = (IS_LONG ? [2, 5, 9, 14, 20, 40, 80, 160] : [3, 60]).map((call) => `fdatasync:error=EIO:when=${call}`);
const WRITES = (IS_LONG ? [5, 10, 20, 40, 80, 160] : [40]).map((call) => `pwritev:error=EIO:when=${call}`);
const NODES = ['n1', 'n2', 'n3'];
const MiB = 1024 * 1024;
/** Of 64 MiB: what something else has, and what the nodes leave free. */
const BALLAST_BYTES = 16 * MiB;
const RESERVE = '12MiB';
/** Milliseconds under load on a disk that takes nothing. */
const FULL_MS = 2_000;

/** Everything that was acknowledged is on every node. */
async function checkAll(cluster: DevCluster, ledger: Ledgerline, load: Load): Promise<void> {
  await ready(cluster, { everyNode: true });
  await checkHealthy(cluster, ledger);
  await checkLogs(cluster, load, bySdk(ledger));
  await checkStates(cluster, ledger, load);
}

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

/** Runs the node of this cluster under strace, which makes the N-th such call of the whole process fail, until it ends. */
async function runInjected(cluster: DevCluster, node: string, inject: string): Promise<Ended> {
  const { command } = cluster.nodes().find(({ id }) => id === node) ?? assert.fail(node);
  const tracer = ['strace', '-f', '-qq', '--seccomp-bpf', '-o', '/dev/null', '-e', `inject=${inject}`];
  const child: ChildProcess = spawn('sh', ['-c', `exec ${tracer.join(' ')} ${command}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, err };
}

describe('a failed fdatasync or write', async () => {
  const skip = (await reasonAgainstStrace()) ?? false;

  test('ends the node at once, with words; the others go on, and it comes back with all that was acknowledged', {
    skip,
  }, async (context) => {
    const cluster = await startCluster(context);
    await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
    const load = new Load(ledger, { writers: 8, valueBytes: 200, restMs: 5 });
    for (const call of [...SYNCS, ...WRITES]) {
      await cluster.kill(VICTIM);
      await load.more(50);
      const { code, err } = await runInjected(cluster, VICTIM, call);
      assert.equal(code, 1, `${call}: ${err}`);
      assert.match(err, /^ledgerline: \w+: .*(EIO|Input\/output error)/m, call);
      await load.more(50);
      cluster.startNode(VICTIM);
      await load.more(50);
      context.diagnostic(
        `${call}: ${err
          .trim()
          .split('\n')
          .find((line) => line.startsWith('ledgerline: '))}`,
      );
    }
    await load.stop();
    await checkAll(cluster, ledger, load);
    context.diagnostic(load.summary());
  });
});

/** Writes a file until nothing is free. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for (let size = MiB; size >= 4096; size /= 2) {
      try {
        for (;;) await file.write(Buffer.alloc(size, 1));
      } catch (error) {
        if (!hasCode(error, 'ENOSPC')) throw error;
      }
    }
  } finally {
    await file.close();
  }
}

async function fullNodes(cluster: DevCluster): Promise<string[]> {
  const { attention } = (await commandsOf(cluster).json('status')) as { attention: string[] };
  return attention.filter((words) => words.includes('disk full, read-only'));
}

/** Three nodes on one small disk, part of which something else takes, and their end. */
async function onSmallDisk(
  context: TestContext,
): Promise<{ readonly cluster: DevCluster; readonly path: string; readonly ballast: string }> {
  const endings = new Endings();
  context.after(() => endings.end());
  const disk = await LoopDisk.make('ext4');
  endings.after(() => disk.remove());
  const ballast = join(disk.path, 'ballast');
  await writeFile(ballast, Buffer.alloc(BALLAST_BYTES, 1));
  const cluster = await startCluster(endings, { directory: join(disk.path, 'cluster'), storage: { spaceReserve: RESERVE } });
  return { cluster, path: disk.path, ballast };
}

/** Throws if it is taken. */
async function isRefused(ledger: Ledgerline): Promise<boolean> {
  const error: unknown = await ledger.submit({ type: 't', data: 'refused' }, { deadlineMs: 2_000 }).then(
    () => assert.fail('it was taken'),
    (reason: unknown) => reason,
  );
  return error instanceof LedgerlineError && error.outcome === 'none';
}

describe('a small disk', async () => {
  const skip = (await reasonAgainst('ext4')) ?? false;

  test('that the load itself fills: all nodes refuse in time, none ends, and with space they go on by themselves', {
    skip,
  }, async (context) => {
    const { cluster, ballast } = await onSmallDisk(context);
    const pids = cluster.nodes().map(({ pid }) => pid);
    await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
    const load = new Load(ledger, { writers: 8, valueBytes: 200, recordBytes: 32 * 1024 });
    await until('the disk is full for all nodes', async () => (await fullNodes(cluster)).length === 3, READY_MS);
    // On a slow machine the last attempt of a call may still be under way when its time is over.
    await until('a submit is refused, and wrote nothing', () => isRefused(ledger), READY_MS);
    const { id } = load.acknowledged[0] ?? assert.fail('something was acknowledged');
    for (const node of NODES) assert.notEqual((await ledger.state().get(id, { node, at: 'local' })).value, undefined, 'reads go on');
    const stopped = load.stop();
    await rm(ballast);
    await stopped;
    await ledger.submit({ type: 't', data: 'taken again' }, { deadlineMs: READY_MS });
    assert.deepEqual(
      cluster.nodes().map(({ pid }) => pid),
      pids,
      'nobody was restarted',
    );
    for (const node of NODES) assert.ok(cluster.isRunning(node), node);
    await checkAll(cluster, ledger, load);
    context.diagnostic(load.summary());
  });

  test('that others fill to the last byte takes nothing that was acknowledged; whoever ended is started again when there is space', {
    skip,
  }, async (context) => {
    const { cluster, path, ballast } = await onSmallDisk(context);
    await using ledger = await Ledgerline.connect(cluster.url, { deadlineMs: READY_MS });
    const load = new Load(ledger, { writers: 8, valueBytes: 200, recordBytes: 4096 });
    await load.more(100);
    const more = join(path, 'more');
    await fill(more);
    await sleep(FULL_MS);
    const stopped = load.stop();
    for (const file of [more, ballast]) await rm(file);
    // One that has said its last word needs a moment to end, on a disk that took no words.
    const ended = new Set<string>();
    await until(
      'all take part',
      async () => {
        for (const node of NODES) {
          if (cluster.isRunning(node)) continue;
          ended.add(node);
          cluster.startNode(node);
        }
        const [partition] = (await ledger.status()).partitions;
        return partition?.nodes.every(({ role }) => role !== 'unreachable') === true;
      },
      READY_MS,
    );
    await stopped;
    await checkAll(cluster, ledger, load);
    context.diagnostic(`${ended.size} nodes ended; ${load.summary()}`);
  });
});
