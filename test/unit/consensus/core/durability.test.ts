// Which writes of hard state and entries count as durable, and when.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isHardStateDurable, issueWrite, notePersisted, noteTruncated, restoredDurability } from '../../../../consensus/core/durability.ts';
import { PENDING_WRITES_MAX } from '../../../../consensus/limits.ts';

const entriesUpTo = (lastIndex: number) => ({ lastIndex, hardState: false });

test('an index is durable when the write that holds it as it stands is, not when an earlier write of it is', () => {
  const durability = restoredDurability(1);
  issueWrite(durability, entriesUpTo(2));
  noteTruncated(durability, 2);
  issueWrite(durability, entriesUpTo(2));
  noteTruncated(durability, 2);
  issueWrite(durability, entriesUpTo(2));
  notePersisted(durability, 1);
  strictEqual(durability.persistedIndex, 1);
  notePersisted(durability, 2);
  strictEqual(durability.persistedIndex, 1);
  notePersisted(durability, 3);
  strictEqual(durability.persistedIndex, 2);
});

test('one report covers all writes before it', () => {
  const durability = restoredDurability(0);
  issueWrite(durability, entriesUpTo(3));
  issueWrite(durability, entriesUpTo(5));
  notePersisted(durability, 2);
  deepStrictEqual([durability.persistedIndex, durability.pending], [5, []]);
});

test('what was never issued, or less than before, cannot be durable', () => {
  const durability = restoredDurability(0);
  issueWrite(durability, entriesUpTo(1));
  throws(() => notePersisted(durability, 2), /only what was issued/);
  notePersisted(durability, 1);
  throws(() => notePersisted(durability, 0), /stays durable/);
});

test('a vote is durable when its own write is, not when an earlier one is', () => {
  const durability = restoredDurability(0);
  strictEqual(isHardStateDurable(durability), true);
  issueWrite(durability, entriesUpTo(1));
  issueWrite(durability, { lastIndex: 1, hardState: true });
  notePersisted(durability, 1);
  strictEqual(isHardStateDurable(durability), false);
  notePersisted(durability, 2);
  strictEqual(isHardStateDurable(durability), true);
});

test('more writes than are told apart are reported later, never earlier', () => {
  const durability = restoredDurability(0);
  const count = PENDING_WRITES_MAX + 10;
  for (let index = 1; index <= count; index++) issueWrite(durability, entriesUpTo(index));
  strictEqual(durability.pending.length, PENDING_WRITES_MAX);
  notePersisted(durability, count - 1);
  strictEqual(durability.persistedIndex, PENDING_WRITES_MAX - 1);
  notePersisted(durability, count);
  strictEqual(durability.persistedIndex, count);
});

// The model is a disk that holds values: the log is durable as far as memory and disk agree, and no further than what the writes so far have put there.
test('never says more, nor less, than a disk that performs the writes in order', () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), back: fc.nat(3), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('persist' as const), count: fc.integer({ min: 1, max: 3 }) }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const durability = restoredDurability(0);
      const memory: number[] = [];
      const disk: number[] = [];
      const writes: { from: number; values: number[] }[] = [];
      let value = 0;
      let done = 0;
      for (const one of actions) {
        if (one.kind === 'write') {
          const from = Math.max(0, memory.length - one.back);
          if (from < memory.length) noteTruncated(durability, from + 1);
          const values = Array.from({ length: one.count }, () => ++value);
          memory.splice(from, memory.length, ...values);
          writes.push({ from, values });
          strictEqual(issueWrite(durability, entriesUpTo(memory.length)), writes.length);
        } else if (done < writes.length) {
          const upTo = Math.min(writes.length, done + one.count);
          for (const write of writes.slice(done, upTo)) disk.splice(write.from, disk.length, ...write.values);
          done = upTo;
          notePersisted(durability, done);
        }
        let agree = 0;
        while (agree < memory.length && memory[agree] === disk[agree]) agree++;
        // A later write may cut what is on disk and equal by now only because it is rewritten: values differ, so that equal means the same write.
        strictEqual(durability.persistedIndex, agree);
      }
    }),
  );
});
