// The main job on real input: a public three-year journal is imported while the leader is killed, imported again, and its balances, with
// exact decimals from the log, are compared with those that another program computed.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import { command, leaderOf, READY_MS, startCluster } from './harness.ts';

/** Beside the project, never inside it: the data are a third party's. */
const DATA = join(process.cwd(), '..', 'shared', 'data');
const JOURNAL = join(DATA, 'journal.ndjson');
const BALANCES = join(DATA, 'journal-balances.csv');
const skip = existsSync(JOURNAL) && existsSync(BALANCES) ? false : 'the journal is not there: ../shared/data/journal.ndjson';

/** The leader dies when this many lines are committed. */
const KILL_AT = 200;

interface Posting {
  readonly account: string;
  readonly commodity: string;
  readonly quantity: string;
}

interface Line {
  readonly id: string;
  readonly postings: readonly Posting[];
}

/** Decimal places that every quantity is scaled to; more would be an error, never a rounding. */
const SCALE = 12;

function scaled(decimal: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  assert.ok(match !== null && (match[3] ?? '').length <= SCALE, `a decimal: ${decimal}`);
  const value = BigInt(`${match[2]}${(match[3] ?? '').padEnd(SCALE, '0')}`);
  return match[1] === '-' ? -value : value;
}

function balancesOf(lines: readonly Line[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { account, commodity, quantity } of lines.flatMap((line) => line.postings)) {
    const name = `${account},${commodity}`;
    balances.set(name, (balances.get(name) ?? 0n) + scaled(quantity));
  }
  for (const [name, value] of balances) if (value === 0n) balances.delete(name);
  return balances;
}

function expectedBalances(): Map<string, bigint> {
  const [, ...rows] = readFileSync(BALANCES, 'utf8').trimEnd().split(/\r?\n/);
  return new Map(
    rows.map((row) => {
      const [account = '', commodity = '', balance = ''] = row.split(',');
      return [`${account},${commodity}`, scaled(balance)];
    }),
  );
}

test('a journal imported while the leader is killed gives the balances that hledger computed, to the last digit', {
  skip,
}, async (context) => {
  const cluster = await startCluster(context);
  const leader = await leaderOf(cluster);
  const args = [
    'import',
    JOURNAL,
    '--key-field',
    'id',
    '--lock-field',
    'postings.*.account',
    '--type',
    'journal.v1',
    '-o',
    'json',
    '--timeout',
    '60s',
  ];
  const lines = readFileSync(JOURNAL, 'utf8').trimEnd().split('\n');
  // A small window makes the import last long enough to be interrupted.
  const importing = command([...args, '--window', '4'], { url: cluster.url });
  await using ledger = await Ledgerline.connect(cluster.url);
  for await (const { offset } of ledger.tail()) if (offset >= KILL_AT) break;
  await cluster.kill(leader, 'SIGKILL');
  assert.ok((await ledger.committedOffset({ deadlineMs: READY_MS })) < lines.length, 'the leader was killed in the middle of the import');
  const first = await importing;
  assert.equal(first.code, 0, first.err);
  const told = JSON.parse(first.out) as { submitted: number; committed: number; duplicates: number };
  assert.equal(told.submitted, lines.length);
  // What committed just before the leader died is answered as a duplicate of its own first attempt.
  assert.equal(told.committed + told.duplicates, lines.length);

  const second = await command(args, { url: cluster.url });
  assert.equal(second.code, 0, second.err);
  const again = JSON.parse(second.out) as { submitted: number; committed: number; duplicates: number };
  assert.deepEqual([again.submitted, again.committed, again.duplicates], [lines.length, 0, lines.length]);

  cluster.startNode(leader);
  for (const node of ['n1', 'n2', 'n3']) {
    const tail = await command(['tail', '--node', node, '-o', 'ndjson', '--timeout', '60s'], { url: cluster.url });
    assert.equal(tail.code, 0, tail.err);
    const stored = tail.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { offset: number; key: string; data: Line; locks: { mode: string; name: string }[] });
    assert.deepEqual(
      stored.map((one) => one.offset),
      lines.map((_, at) => at + 1),
    );
    assert.deepEqual(new Set(stored.map((one) => one.key)), new Set(lines.map((line) => (JSON.parse(line) as Line).id)));
    for (const { data, locks } of stored) {
      assert.deepEqual(new Set(locks.map((lock) => lock.name)), new Set(data.postings.map((posting) => posting.account)));
      assert.ok(locks.every((lock) => lock.mode === 'write'));
    }
    const balances = balancesOf(stored.map((one) => one.data));
    const expected = expectedBalances();
    assert.ok(expected.size > 0);
    assert.deepEqual(new Map([...balances].sort()), new Map([...expected].sort()));
  }
});

test('the comparison of balances notices one digit', () => {
  const one: Line = { id: 'a', postings: [{ account: 'x', commodity: 'USD', quantity: '0.10' }] };
  const other: Line = { id: 'a', postings: [{ account: 'x', commodity: 'USD', quantity: '0.100000000001' }] };
  assert.deepEqual(balancesOf([one]), new Map([['x,USD', scaled('0.1')]]));
  assert.notDeepEqual(balancesOf([one]), balancesOf([other]));
  assert.throws(() => scaled('0.1000000000001'));
  assert.throws(() => scaled('1e3'));
});
