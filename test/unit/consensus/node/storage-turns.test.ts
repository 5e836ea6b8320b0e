// One change of the log at a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClosedError } from '../../../../consensus/node/pauses.ts';
import { StorageTurns } from '../../../../consensus/node/storage-turns.ts';

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('the first begins at once, the others one after the other, in their order', async () => {
  const turns = new StorageTurns();
  const calls: string[] = [];
  const first = gate();
  const done = [
    turns.run(async () => {
      calls.push('a begins');
      await first.opened;
      calls.push('a ends');
      return 'a';
    }),
    turns.run(async () => {
      calls.push('b');
      return 'b';
    }),
    turns.run(async () => {
      calls.push('c');
      return 'c';
    }),
  ];
  assert.deepEqual(calls, ['a begins']);
  first.open();
  assert.deepEqual(await Promise.all(done), ['a', 'b', 'c']);
  assert.deepEqual(calls, ['a begins', 'a ends', 'b', 'c']);
});

test('one that fails fails alone', async () => {
  const turns = new StorageTurns();
  const failing = turns.run(() => Promise.reject(new Error('EIO')));
  const next = turns.run(async () => 1);
  await assert.rejects(failing, /EIO/);
  assert.equal(await next, 1);
});

test('closing waits for the one under way and begins no other', async () => {
  const turns = new StorageTurns();
  const first = gate();
  const running = turns.run(() => first.opened);
  const waiting = turns.run(async () => assert.fail('it was never begun'));
  const rejected = assert.rejects(waiting, ClosedError);
  let closed = false;
  const closing = turns.close().then(() => {
    closed = true;
  });
  await Promise.resolve();
  assert.equal(closed, false);
  first.open();
  await Promise.all([running, rejected, closing]);
  await assert.rejects(
    turns.run(async () => 1),
    ClosedError,
  );
  await turns.close();
});
