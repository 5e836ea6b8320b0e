// Group commit: what one write contains, in which order, and what a failure leaves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogWriter } from '../../../../consensus/node/log-writer.ts';
import type { PartitionStorage } from '../../../../consensus/ports.ts';
import type { Entry, HardState, NodeId } from '../../../../consensus/types.ts';
import { entry } from './entries.ts';

const n1 = 'n1' as NodeId;

/** Records calls; each write ends when the test says so. */
function harness() {
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
  const writer = new LogWriter({ storage, onDurable: (s) => durable.push(s), onFailure: (e) => failures.push(e) });
  const settle = async (error?: Error) => {
    const end = ends.shift();
    if (error === undefined) end?.resolve();
    else end?.reject(error);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { writer, calls, durable, failures, settle };
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
