// The log on a real file system whose calls fail, as strace makes them: the process ends at the first failure, and the next start finds all
// that was acknowledged, on the disk and not only in the page cache. `make power-cuts` does it at many more calls.
import assert from 'node:assert/strict';
import { mkdtemp, open, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { hasCode } from '../../log/errors.ts';
import { ENDED_BY_DISK, ENDED_BY_REPORT } from './exit-codes.ts';
import { LoopDisk, reasonAgainst, reasonAgainstStrace } from './loop-disk.ts';
import { type Ended, LogProcess, type RunOptions, type Site, siteIn, siteOf } from './processes.ts';

const IS_LONG = process.env.LEDGERLINE_POWER_CUTS !== undefined;
/** The calls that fail: those of the start, and those of the work after it. */
const CALLS = IS_LONG ? Array.from({ length: 60 }, (_, at) => at + 1) : [3, 19];
/** Changes before anything fails, and more than a process makes until then. */
const CHANGES_BEFORE = 5;
const CHANGES = 500;
/** Of a write to the log its header, and most of that of its first frame. */
const DROPPED_BYTES = 150;
const BALLAST_BYTES = 1024 * 1024;
/** What the full disk has left: some segments of this test. */
const LEFT_BYTES = 200 * 1024;

async function folderOf(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-faults-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file until the disk is full; returns its size. */
async function fill(path: string): Promise<number> {
  const file = await open(path, 'wx');
  try {
    for (;;) await file.write(Buffer.alloc(BALLAST_BYTES, 1));
  } catch (error) {
    if (!hasCode(error, 'ENOSPC')) throw error;
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

async function endsWell(site: Site, changes = 0): Promise<void> {
  const { code, stderr } = await new LogProcess(site, { changes, seed: 7 }).ended;
  assert.equal(code, 0, stderr);
}

/** Works without faults, then with this one. */
async function workWith(site: Site, options: Pick<RunOptions, 'inject' | 'seed' | 'sync'>): Promise<Ended> {
  await endsWell(site, CHANGES_BEFORE);
  return new LogProcess(site, { ...options, changes: CHANGES }).ended;
}

describe('a call that fails', async () => {
  const skip = (await reasonAgainstStrace()) ?? false;
  const failures = [
    'fdatasync:error=EIO',
    'fsync:error=EIO',
    'pwrite64,pwritev:error=EIO',
    'pwrite64,pwritev:error=ENOSPC',
    'rename:error=EIO',
  ] as const;
  for (const failure of failures) {
    test(`${failure}: ends the process, and takes nothing that was acknowledged`, { skip }, async (context) => {
      const folder = await folderOf(context);
      for (const call of CALLS) {
        const site = siteIn(folder, `data-${call}`);
        const { code, stderr } = await workWith(site, { inject: `${failure}:when=${call}`, seed: call });
        assert.equal(code, ENDED_BY_DISK, `call ${call}: ${stderr}`);
        await endsWell(site, CHANGES_BEFORE);
      }
    });
  }

  test('a kill right before a write or an fdatasync takes nothing that was acknowledged', { skip }, async (context) => {
    const folder = await folderOf(context);
    for (const call of CALLS) {
      const site = siteIn(folder, `data-${call}`);
      const { signal } = await workWith(site, { inject: `pwrite64,pwritev,fdatasync:signal=SIGKILL:when=${call}`, seed: call });
      assert.equal(signal, 'SIGKILL', `call ${call}`);
      await endsWell(site, CHANGES_BEFORE);
    }
  });

  test('a write of which the disk drops the beginning is never believed', { skip }, async (context) => {
    const folder = await folderOf(context);
    const outcomes: number[] = [];
    for (const call of IS_LONG ? CALLS : [14, 15, 16, 17, 18, 19, 20, 21]) {
      const site = siteIn(folder, `data-${call}`);
      await endsWell(site, CHANGES_BEFORE);
      await new LogProcess(site, { inject: `pwrite64,pwritev:retval=${DROPPED_BYTES}:when=${call}`, seed: call, changes: 12 }).ended;
      const { code, stderr } = await new LogProcess(site).ended;
      // What was dropped may be a copy of the hard state, of which there is another, or zeros.
      assert.ok(code === 0 || code === ENDED_BY_REPORT, `call ${call}: ${stderr}`);
      outcomes.push(code);
      if (!IS_LONG && code === ENDED_BY_REPORT) break;
    }
    assert.ok(outcomes.includes(ENDED_BY_REPORT), 'some of them hit entries');
  });
});

describe('what only the page cache shows', async () => {
  const skip = (await reasonAgainst('ext4')) ?? (await reasonAgainstStrace()) ?? false;

  test('after a failed fdatasync is written again before it is relied on: a power cut after the next start takes nothing', {
    skip,
  }, async (context) => {
    const disk = await LoopDisk.make('ext4');
    context.after(() => disk.remove());
    for (const call of IS_LONG ? CALLS : [10, 16]) {
      const site = siteOf(disk, `data-${call}`);
      // Only between a write and its fdatasync can strace fail what the page cache has already.
      const { code, stderr } = await workWith(site, { inject: `fdatasync:error=EIO:when=${call}`, seed: call, sync: 'apart' });
      assert.equal(code, ENDED_BY_DISK, stderr);
      await endsWell(site);
      await (await disk.powerCutter()).cut();
      await disk.remount();
      await endsWell(site, CHANGES_BEFORE);
    }
  });
});

describe('a full disk', async () => {
  const skip = (await reasonAgainst('ext4')) ?? false;

  test('ends the process, and takes nothing that was acknowledged; with room again, work goes on', { skip }, async (context) => {
    const disk = await LoopDisk.make('ext4');
    context.after(() => disk.remove());
    const site = siteOf(disk, 'data');
    await endsWell(site, CHANGES_BEFORE);
    const ballast = join(disk.path, 'ballast');
    await truncate(ballast, (await fill(ballast)) - LEFT_BYTES);
    const { code, stderr } = await new LogProcess(site, { changes: CHANGES, seed: 3 }).ended;
    assert.equal(code, ENDED_BY_DISK, stderr);
    assert.match(stderr, /ENOSPC/);
    await rm(ballast);
    await endsWell(site, CHANGES_BEFORE);
  });
});
