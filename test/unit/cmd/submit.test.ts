// What `submit` says of a receipt, and when it cannot know whether the transaction is in the log.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Context } from '../../../cmd/context.ts';
import { CommandError, EXIT } from '../../../cmd/exit.ts';
import { receiptText, run } from '../../../cmd/submit.ts';
import { FakeCluster } from '../client-sdk/fake-server.ts';

async function submit(
  t: TestContext,
  options: { readonly key?: string; readonly signal?: AbortSignal },
): Promise<{ readonly error: unknown; readonly sent: FakeCluster }> {
  const cluster = await FakeCluster.start(1);
  t.after(() => cluster.stop());
  cluster.node('n1').submitScript = () => 'lost';
  const context: Context = {
    env: { LEDGERLINE_URL: cluster.url, LEDGERLINE_CONFIG: '', XDG_CONFIG_HOME: '/nonexistent' },
    streams: { out: () => undefined, err: () => undefined },
    signal: options.signal ?? new AbortController().signal,
    isTerminal: false,
  };
  const args = { data: 'x', stdin: false, type: 't', lock: [], partition: '1', timeout: '500ms', key: options.key };
  const error: unknown = await run(args, context).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return { error, sent: cluster };
}

test('an unknown outcome names the key and the command that settles it', async (t) => {
  const { error } = await submit(t, {});
  assert.ok(error instanceof CommandError);
  assert.deepEqual([error.exit, error.code], [EXIT.outcomeUnknown, 'DEADLINE']);
  assert.match(error.hint, /ledgerline resolve [0-9a-f]{32} --generated --partition 1$/);
  const named = await submit(t, { key: 'invoice 7' });
  assert.ok(named.error instanceof CommandError);
  assert.match(named.error.hint, /ledgerline resolve 'invoice 7' --partition 1$/);
});

test('so does an interrupted submit that was sent; one that was not is only interrupted', async (t) => {
  const { error } = await submit(t, { signal: AbortSignal.timeout(300) });
  assert.ok(error instanceof CommandError);
  assert.deepEqual([error.exit, error.code], [EXIT.outcomeUnknown, 'ABORTED']);
  const never = await submit(t, { signal: AbortSignal.abort() });
  assert.ok(never.error instanceof Error && !(never.error instanceof CommandError));
  assert.equal(never.sent.node('n1').submits, 0);
});

test('a receipt says how much it is worth', () => {
  const receipt = { partition: 2, offset: 7, duplicate: false, durable: true, key: { named: 'k' } };
  assert.equal(receiptText(receipt), 'committed at offset 7 of partition 2, synced on a quorum (key k)');
  assert.match(receiptText({ ...receipt, duplicate: true }), /^was committed before under this key, at offset 7/);
  assert.match(
    receiptText({ ...receipt, durable: false }),
    /^ACCEPTED at offset 7 .*received by a quorum and NOT DURABLE yet: a crash can lose it/,
  );
  assert.match(receiptText({ ...receipt, durable: false, duplicate: true }), /^was ACCEPTED before under this key, at offset 7/);
});
