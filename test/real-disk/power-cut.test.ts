// The log on real file systems whose power is cut while it works: everything that was acknowledged is there when they come back.
// `make power-cuts N=1000` cuts more often.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Random } from '../sim/random.ts';
import { ENDED_BY_DISK, ENDED_BY_REPORT, ENDED_BY_VIOLATION } from './exit-codes.ts';
import { type FileSystem, LoopDisk, reasonAgainst } from './loop-disk.ts';
import { readNotes } from './notes.ts';
import { LogProcess, type Site, siteOf } from './processes.ts';

const CUTS = Number(process.env.LEDGERLINE_POWER_CUTS ?? 2);
const SEED = Number(process.env.LEDGERLINE_POWER_CUT_SEED ?? 1);
/** Cuts of one data directory: reading all of its log is part of each. */
const CUTS_OF_ONE = 20;
/** More than a process makes before its disk is gone. */
const CHANGES = 1_000_000;
/** Bytes of notes after which the power is cut at the latest: within the start, or within some tens of changes. */
const NOTES_BYTES = [500, 100_000] as const;
/** How often a disk that lies may be lucky. */
const LYING_CUTS = 5;

/** One process works until the power of its disk is cut. */
async function cutOnce(disk: LoopDisk, site: Site, options: { random: Random; sync?: 'none'; hasStores?: boolean }): Promise<void> {
  const { random, sync = 'in-write', hasStores = false } = options;
  const log = new LogProcess(site, { seed: random.next(), changes: CHANGES, sync, hasStores });
  const cutter = await disk.powerCutter();
  await log.noted(random.integer(0, random.pick(NOTES_BYTES)));
  await log.stoppedAndKilled(() => cutter.cut());
  const { signal, stderr } = await log.ended;
  assert.equal(signal, 'SIGKILL', stderr);
  await disk.remount();
}

function changesIn(site: Site): number {
  return readNotes(site.notes).filter(({ kind }) => kind === 'end').length;
}

for (const fileSystem of ['ext4', 'xfs'] satisfies FileSystem[]) {
  describe(`a power cut on ${fileSystem}`, async () => {
    const reason = await reasonAgainst(fileSystem);
    const skip = reason ?? false;

    for (const hasStores of [false, true]) {
      const beside = hasStores ? 'of the log or of the state and key index beside it' : 'of a log that is cut, too';
      test(`takes nothing that was acknowledged ${beside}, ${CUTS} times`, { skip }, async (context) => {
        const disk = await LoopDisk.make(fileSystem);
        context.after(() => disk.remove());
        const random = new Random(SEED).fork(`${fileSystem} ${beside}`);
        let changes = 0;
        for (let cut = 0; cut < CUTS; cut++) {
          const site = siteOf(disk, `data-${Math.floor(cut / CUTS_OF_ONE)}`);
          const before = changesIn(site);
          await cutOnce(disk, site, { random, hasStores });
          const { code, stderr } = await new LogProcess(site, { hasStores }).ended;
          assert.equal(code, 0, `cut ${cut + 1}, seed ${SEED}: ${stderr}`);
          changes += changesIn(site) - before;
        }
        context.diagnostic(`${CUTS} power cuts, ${changes} acknowledged changes`);
      });
    }

    test('ends the process by itself', { skip }, async (context) => {
      const disk = await LoopDisk.make(fileSystem);
      context.after(() => disk.remove());
      const log = new LogProcess(siteOf(disk, 'data'), { changes: CHANGES });
      const cutter = await disk.powerCutter();
      await log.noted(10_000);
      await cutter.cut();
      const { code, stderr } = await log.ended;
      assert.equal(code, ENDED_BY_DISK, stderr);
    });

    test('takes acknowledged changes when nothing is synced: the test would notice', { skip }, async (context) => {
      const disk = await LoopDisk.make(fileSystem);
      context.after(() => disk.remove());
      const random = new Random(SEED).fork('unsynced');
      let noticed = 0;
      for (let cut = 0; cut < LYING_CUTS && noticed === 0; cut++) {
        const site = siteOf(disk, `data-${cut}`);
        await cutOnce(disk, site, { random, sync: 'none' });
        const { code } = await new LogProcess(site).ended;
        if (code === ENDED_BY_VIOLATION || code === ENDED_BY_REPORT) noticed++;
      }
      assert.equal(noticed, 1);
    });
  });
}
