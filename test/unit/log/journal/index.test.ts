// The public door: `ledgerline/journal` is importable by its name, works on a real directory, and is guarded by a lock.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type * as Door from '../../../../log/journal/index.ts';
import { bytesOf, commit, rejectsWith, throwsWith } from './support.ts';

/** As an application imports it: by the name of the package, through its `exports`. */
async function door(): Promise<typeof Door> {
  const name = 'ledgerline/journal';
  return (await import(name)) as typeof Door;
}

test('the door leads to the journal by the name of the package, and nothing else of it is public', async () => {
  const { openJournal, JournalError } = await door();
  assert.equal(typeof openJournal, 'function');
  assert.equal(typeof JournalError.is, 'function');
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object };
  assert.deepEqual(Object.keys(exports), ['./journal', './package.json']);
  const inner = 'ledgerline/log/node-disk.js';
  await assert.rejects(import(inner), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
});

test('on real files: committed, applied, closed by `await using`, opened again; a second opener is refused', async (context) => {
  const { openJournal } = await door();
  const root = mkdtempSync(join(tmpdir(), 'journal-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const applied: number[] = [];
  const options = {
    directories: [join(root, 'a'), join(root, 'b')],
    segmentBytes: 64 * 1024,
    unappliedBytesMax: 1024 * 1024,
    applyPolicy: 'every-transaction',
    applier: {
      apply: async ({ offset }: Door.JournalTransaction) => {
        applied.push(offset);
      },
    },
  } as const;
  {
    await using journal = await openJournal(options);
    const offsets = await Promise.all(Array.from({ length: 300 }, (_, number) => commit(journal, bytesOf(number, 1000))));
    assert.equal(offsets.at(-1), 300);
    await rejectsWith(openJournal(options), 'LOCKED');
    await journal.applyAll();
    assert.equal(applied.length, 300);
    assert.ok(journal.status().segments <= 2);
  }
  const again = await openJournal(options);
  assert.deepEqual([again.recovery.committedOffset, again.recovery.delivered], [300, 0]);
  await Promise.all([again.close(), again.close()]);
  throwsWith(() => again.begin(), 'CLOSED');
  await rejectsWith(openJournal({ ...options, directories: [join(root, 'a')] }), 'WRONG_DIRECTORIES');
  await (await openJournal(options)).close();
  await rejectsWith(openJournal({ ...options, directories: [join(root, 'none', 'a')] }), 'IO');
});
