// Group commit: what one write contains, in which order, and what a failure leaves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogWriter } from '../../../../consensus/node/log-writer.ts';
import type { PartitionStorage } from '../../../../consensus/ports.ts';
import type { Entry, HardState, NodeId } from '../../../../consensus/types.ts';
import { entry } from './entries.ts';
import { VirtualTime } from './virtual-time.ts';

const n1 = 'n1' as NodeId;

/** Records calls; each write ends when the test says so. `gathers`: entries wait for 10 ms, 1,000 bytes or 4 writes. */
function harness({ gathers = false } = {}) {
  const time = new VirtualTime();
  const gathering = gathers ? { timers: time, ms: 10, bytes: 1_000, writes: 4 } : undefined;
  const calls: string[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const under = (name: string) => {
    calls.push(name);
    return new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
  };
  const storage = {
    saveHardState: (state: HardState) => under(`hard state ${state.term} ${state.votedFor ?? '-'}`),
    append: (entries: readonly Entry[]) => under(`append ${entries.map((e) => `${e.index}^${e.term}`).join(' ')}`),
  } as unknown as PartitionStorage;
  const durable: number[] = [];
  const failures: unknown[] = [];
  const writer = new LogWriter({ storage, gathering, onDurable: (s) => durable.push(s), onFailure: (e) => failures.push(e) });
  const settle = async (error?: Error) => {
    const end = ends.shift();
    if (error === undefined) end?.resolve();
    else end?.reject(error);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { writer, calls, durable, failures, settle, time };
}

test('what arrives during a write goes out as one next write', async () => {
  const { writer, calls, durable, settle } = harness();
  writer.enqueue({ sequence: 1, hardState: undefined, entries: [entry({ index: 1 })] });
  writer.enqueue({ sequence: 2, hardState: undefined, entries: [entry({ index: 2 })] });
  writer.enqueue({ sequence: 3, hardState: undefined, entries: [entry({ index: 3 })] });
  await settle();
  assert.deepEqual(durable, [1]);
  await settle();
  assert.deepEqual(calls, ['append 1^1', 'append 2^1 3^1']);
  assert.deepEqual(durable, [1, 3]);
  assert.equal(writer.queuedBytes, 0);
});

test('the hard state is synced before the entries of its term', async () => {
  const { writer, calls, durable, settle } = harness();
  writer.enqueue({ sequence: 1, hardState: { term: 2, votedFor: n1 }, entries: [entry({ index: 1, term: 2 })] });
  assert.deepEqual(calls, ['hard state 2 n1']);
  await settle();
  assert.deepEqual(calls, ['hard state 2 n1', 'append 1^2']);
  assert.deepEqual(durable, []);
  await settle();
  assert.deepEqual(durable, [1]);
});

test('entries that a later waiting write voids are never written', async () => {
  const { writer, calls, settle } = harness();
  writer.enqueue({ sequence: 1, hardState: undefined, entries: [entry({ index: 1 })] });
  writer.enqueue({ sequence: 2, hardState: undefined, entries: [entry({ index: 2 }), entry({ index: 3 }), entry({ index: 4 })] });
  writer.enqueue({ sequence: 3, hardState: { term: 3, votedFor: undefined }, entries: [entry({ index: 3, term: 3 })] });
  await settle();
  await settle();
  await settle();
  assert.deepEqual(calls, ['append 1^1', 'hard state 3 -', 'append 2^1 3^3']);
});

test('after a failed write nothing is durable, nothing more is written, and the failure is told once', async () => {
  const { writer, calls, durable, failures, settle } = harness();
  writer.enqueue({ sequence: 1, hardState: undefined, entries: [entry({ index: 1 })] });
  writer.enqueue({ sequence: 2, hardState: undefined, entries: [entry({ index: 2 })] });
  const broken = new Error('EIO');
  await settle(broken);
  writer.enqueue({ sequence: 3, hardState: undefined, entries: [entry({ index: 3 })] });
  await settle();
  assert.deepEqual({ calls, durable, failures }, { calls: ['append 1^1'], durable: [], failures: [broken] });
});

test('close waits for the write under way and promises nothing afterwards', async () => {
  const { writer, calls, durable, settle } = harness();
  writer.enqueue({ sequence: 1, hardState: undefined, entries: [entry({ index: 1 })] });
  writer.enqueue({ sequence: 2, hardState: undefined, entries: [entry({ index: 2 })] });
  let closed = false;
  void writer.close().then(() => {
    closed = true;
  });
  await Promise.resolve();
  assert.equal(closed, false);
  await settle();
  assert.equal(closed, true);
  assert.deepEqual({ calls, durable }, { calls: ['append 1^1'], durable: [] });
});

// ---- Gathering ----

const write = (sequence: number) => ({ sequence, hardState: undefined, entries: [entry({ index: sequence })] });

test('entries gather until their time is over, and go out as one write', async () => {
  const { writer, calls, durable, settle, time } = harness({ gathers: true });
  writer.enqueue(write(1));
  await time.pass(5);
  writer.enqueue(write(2));
  await time.pass(4);
  assert.deepEqual(calls, []);
  await time.pass(1);
  assert.deepEqual(calls, ['append 1^1 2^1']);
  await settle();
  assert.deepEqual(durable, [2]);
});

test('what comes during a write gathers after it, for a time of its own', async () => {
  const { writer, calls, settle, time } = harness({ gathers: true });
  writer.enqueue(write(1));
  await time.pass(10);
  writer.enqueue(write(2));
  await settle();
  await time.pass(9);
  assert.deepEqual(calls, ['append 1^1']);
  await time.pass(1);
  assert.deepEqual(calls, ['append 1^1', 'append 2^1']);
});

test('enough writes, or enough bytes, end the gathering', async () => {
  const many = harness({ gathers: true });
  for (let sequence = 1; sequence <= 3; sequence++) many.writer.enqueue(write(sequence));
  assert.deepEqual(many.calls, []);
  many.writer.enqueue(write(4));
  assert.deepEqual(many.calls, ['append 1^1 2^1 3^1 4^1']);
  const large = harness({ gathers: true });
  large.writer.enqueue({ sequence: 1, hardState: undefined, entries: [entry({ index: 1, bytes: 1_000 })] });
  assert.deepEqual(large.calls, ['append 1^1']);
});

test('a hard state does not wait, nor do the entries before it, nor what somebody waits for', async () => {
  const voting = harness({ gathers: true });
  voting.writer.enqueue(write(1));
  voting.writer.enqueue({ sequence: 2, hardState: { term: 3, votedFor: n1 }, entries: [] });
  await voting.settle();
  assert.deepEqual(voting.calls, ['hard state 3 n1', 'append 1^1']);
  const hurried = harness({ gathers: true });
  hurried.writer.hurry();
  hurried.writer.enqueue(write(1));
  assert.deepEqual(hurried.calls, [], 'nothing was there to hurry');
  hurried.writer.hurry();
  assert.deepEqual(hurried.calls, ['append 1^1']);
  await hurried.settle();
  await hurried.time.pass(20);
  assert.deepEqual(hurried.calls, ['append 1^1'], 'the timer of what was written does nothing');
});

test('what somebody waits for during a write is written next, without gathering', async () => {
  const { writer, calls, settle } = harness({ gathers: true });
  writer.enqueue(write(1));
  writer.hurry();
  writer.enqueue(write(2));
  writer.hurry();
  await settle();
  assert.deepEqual(calls, ['append 1^1', 'append 2^1']);
});

test('close writes what gathers, for it may have been accepted, and leaves no timer', async () => {
  const { writer, calls, settle, time } = harness({ gathers: true });
  writer.enqueue(write(1));
  writer.hurry();
  writer.enqueue(write(2));
  let closed = false;
  void writer.close().then(() => {
    closed = true;
  });
  writer.enqueue(write(3));
  await settle();
  assert.equal(closed, false);
  await settle();
  assert.deepEqual({ calls, closed, timers: time.running }, { calls: ['append 1^1', 'append 2^1'], closed: true, timers: 0 });
});

test('after a failed write nothing that gathers is written, not even by close', async () => {
  const { writer, calls, durable, settle, time } = harness({ gathers: true });
  writer.enqueue(write(1));
  writer.hurry();
  writer.enqueue(write(2));
  await settle(new Error('EIO'));
  await time.pass(20);
  await writer.close();
  assert.deepEqual({ calls, durable }, { calls: ['append 1^1'], durable: [] });
});
