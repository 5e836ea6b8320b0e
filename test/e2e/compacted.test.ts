// Real nodes that keep only what their snapshots do not cover: a reader below that is told where to start, and a view that starts from the state is whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledgerline, LedgerlineError } from '@ledgerline/client';
import { commandsOf, startCluster, until } from './harness.ts';

/** More than the first segment of a log, 1 MiB, holds. */
const TRANSACTIONS = 40;
const VALUE = 'v'.repeat(50_000);

test('what snapshots cover is dropped, readers below it are told so, and the state has it all', async (context) => {
  const cluster = await startCluster(context, { storage: { retention: 'snapshot' } });
  const commands = commandsOf(cluster);
  await using ledger = await Ledgerline.connect(cluster.url);
  const submit = (at: number) => ledger.submit({ type: 't', deltas: [{ put: `k${String(at).padStart(3, '0')}`, value: VALUE }] });
  for (let at = 1; at <= TRANSACTIONS; at++) await submit(at);
  await commands.json('snapshot', 'now');
  await submit(TRANSACTIONS + 1);
  await commands.json('snapshot', 'now');
  await submit(TRANSACTIONS + 2);

  let refused: LedgerlineError | undefined;
  await until('the beginning of the log is dropped everywhere', async () => {
    const { partitions } = await ledger.status();
    return partitions[0]?.nodes.every(({ storage }) => (storage?.firstIndex ?? 1) > 1) === true;
  });
  try {
    for await (const _ of ledger.tail({ to: 1 })) assert.fail('offset 1 was read');
  } catch (error) {
    if (!LedgerlineError.is(error)) throw error;
    refused = error;
  }
  assert.deepEqual([refused?.code, refused?.outcome], ['COMPACTED', 'none']);
  const first = refused?.offset ?? 0;
  assert.ok(first > 1 && first <= TRANSACTIONS + 1, `first offset ${first}`);
  assert.ok((refused?.snapshot?.offset ?? 0) >= first - 1);
  await assert.rejects(
    async () => {
      for await (const _ of ledger.entries()) assert.fail('the first entry was read');
    },
    { code: 'COMPACTED' },
  );
  const line = await commands.run('tail', '--from', '1');
  assert.equal(line.code, 1);
  assert.match(
    line.err,
    /COMPACTED: offset 1 was compacted away: the log begins at offset \d+, and a snapshot holds the state up to offset \d+/,
  );

  const view = new Set<string>();
  let applied: number | undefined;
  for await (const { offset, entries } of ledger.state().range().pages()) {
    applied ??= offset;
    for (const { key } of entries) view.add(Buffer.from(key).toString());
  }
  const { offset: last } = await submit(TRANSACTIONS + 3);
  for await (const { deltas } of ledger.tail({ from: (applied ?? 0) + 1, to: last }))
    for (const delta of deltas) if (delta.kind === 'put') view.add(Buffer.from(delta.key).toString());
  assert.equal(view.size, TRANSACTIONS + 3);
});
