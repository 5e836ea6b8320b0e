// The example of the embedded journal as a real process under kill -9: after every kill, also during recovery, the file of records holds
// exactly the transfers 1 to N, each whole, and N is at least the last one that was acknowledged.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ACCOUNTS, OPENING_BALANCE, transferOf } from '../../log/journal/examples/records-file.ts';

const SECONDS = Number(process.env.LEDGERLINE_JOURNAL_SECONDS ?? 6);
const PROGRAM = fileURLToPath(new URL('../../log/journal/examples/records-file.js', import.meta.url));

/** What the balances must be after the transfers 1 to `count`. */
class Expected {
  readonly balances = Array.from({ length: ACCOUNTS }, () => OPENING_BALANCE);
  count = 0;

  advanceTo(count: number): void {
    while (this.count < count) {
      const { from, to, cents } = transferOf(++this.count);
      this.balances[from] = (this.balances[from] ?? 0n) - cents;
      this.balances[to] = (this.balances[to] ?? 0n) + cents;
    }
  }
}

interface Run {
  /** Offset and balances after recovery; `undefined` if it was killed before it said so. */
  readonly ready: { readonly offset: number; readonly balances: string } | undefined;
  readonly acknowledged: number;
}

/** Runs the program until it has said so many lines, then kills it after `delayMs`; or to its end. */
async function run(directory: string, stop: { lines: number; delayMs: number } | { transfers: number }): Promise<Run> {
  const more = 'transfers' in stop ? [String(stop.transfers)] : [];
  const child = spawn(process.execPath, [PROGRAM, directory, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  let ready: Run['ready'];
  let acknowledged = 0;
  let lines = 0;
  const kill = (): void => {
    if ('lines' in stop) setTimeout(() => child.kill('SIGKILL'), stop.delayMs);
  };
  if ('lines' in stop && stop.lines === 0) kill();
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, offset, balances] = line.split(' ');
    if (word === 'ready') ready = { offset: Number(offset), balances: balances ?? '' };
    if (word === 'done') acknowledged = Number(offset);
    lines++;
    if ('lines' in stop && lines === stop.lines) kill();
  }
  const code = await ended;
  assert.equal(errors, '', 'nothing went wrong');
  if ('transfers' in stop) assert.equal(code, 0);
  return { ready, acknowledged };
}

test(`a file of records is whole after every kill -9 in ${SECONDS} s`, async (context) => {
  const directory = mkdtempSync(join(tmpdir(), 'journal-records-'));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  const expected = new Expected();
  let acknowledged = 0;
  let checked = 0;
  let runs = 0;
  const check = (found: Run): void => {
    runs++;
    if (found.ready !== undefined) {
      const { offset, balances } = found.ready;
      assert.ok(offset >= acknowledged, `${offset} transfers are there, ${acknowledged} were acknowledged`);
      expected.advanceTo(offset);
      assert.equal(balances, expected.balances.join(','), `the balances after ${offset} transfers`);
      checked++;
    }
    acknowledged = Math.max(acknowledged, found.acknowledged, found.ready?.offset ?? 0);
  };
  const end = performance.now() + SECONDS * 1_000;
  while (performance.now() < end) {
    // Every fourth one before it says a word: while it loads, or recovers.
    const lines = runs % 4 === 3 ? 0 : 1 + Math.floor(Math.random() * 400);
    check(await run(directory, { lines, delayMs: Math.random() * (lines === 0 ? 250 : 20) }));
  }
  check(await run(directory, { transfers: 64 }));
  const last = await run(directory, { transfers: 0 });
  check(last);
  assert.equal(last.ready?.offset, acknowledged, 'a clean end leaves nothing behind');
  assert.equal(
    expected.balances.reduce((sum, balance) => sum + balance, 0n),
    OPENING_BALANCE * BigInt(ACCOUNTS),
  );
  assert.ok(checked >= 5, `${checked} recoveries`);
  assert.ok(acknowledged > 200, `${acknowledged} transfers`);
  context.diagnostic(`${runs} runs, ${checked} recoveries checked, ${acknowledged} transfers acknowledged`);
});
