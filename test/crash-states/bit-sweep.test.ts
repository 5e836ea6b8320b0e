// Every single-bit flip of the files of a data directory is noticed, or takes no entry. `make bit-sweep` does it for a log of 64 KiB.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeDirectory, outcomeOf, type SweepResult, type SweepTask } from './bit-sweep.ts';

const KIB = Number(process.env.LEDGERLINE_SWEEP_KIB ?? 8);
/** Every bit of the zeros that fill up a block only in the long form. */
const UNUSED_STEP = KIB > 8 ? 1 : 17;
const WORKER = fileURLToPath(new URL('./bit-sweep-worker.js', import.meta.url));

async function runPart(task: SweepTask): Promise<SweepResult> {
  const worker = fork(WORKER, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(worker, 'exit');
  const answered = once(worker, 'message');
  worker.send(task);
  const first = await Promise.race([answered, ended.then(([code]) => assert.fail(`a worker ended with code ${code}`))]);
  await ended;
  return (first as [SweepResult])[0];
}

test(`a flipped bit anywhere in a log of ${KIB} KiB, the hard state, identity or genesis is noticed, or takes no entry`, async (context) => {
  const parts = availableParallelism();
  const results = await Promise.all(
    Array.from({ length: parts }, (_, part) => runPart({ bytes: KIB * 1024, part, of: parts, unusedStep: UNUSED_STEP })),
  );
  assert.deepEqual(
    results.flatMap(({ failures }) => failures),
    [],
  );
  const totals = new Map<string, Record<string, number>>();
  for (const { outcomes } of results) {
    for (const [path, counts] of Object.entries(outcomes)) {
      const total = totals.get(path) ?? {};
      for (const [outcome, count] of Object.entries(counts)) total[outcome] = (total[outcome] ?? 0) + count;
      totals.set(path, total);
    }
  }
  for (const [path, counts] of totals) context.diagnostic(`${path}: ${JSON.stringify(counts)}`);
  const flips = [...totals].filter(([path]) => path.endsWith('.segment')).flatMap(([, counts]) => Object.values(counts));
  const bits = KIB * 1024 * 8;
  const total = flips.reduce((sum, count) => sum + count, 0);
  assert.ok(UNUSED_STEP === 1 ? total === bits : total > bits / 2, `${total} flips of the log`);
});

test('the sweep tells a flip in an entry from one beside it', async () => {
  const directory = await makeDirectory(8 * 1024);
  const [path, used] = [...directory.bytesUsed].find(([name]) => name.endsWith('.segment')) ?? assert.fail('no segment');
  const padding = Array.from({ length: 1024 }, (_, at) => 4096 + at).filter((byte) => !used.has(byte));
  assert.ok(padding.length > 0);
  assert.equal(await outcomeOf(directory, path, (padding[0] ?? 0) * 8), 'same');
  // The first payload byte of the first frame, of the second entry: the first is a no-op.
  assert.notEqual(await outcomeOf(directory, path, (4096 + 64 + 96 + 96) * 8), 'same');
});
