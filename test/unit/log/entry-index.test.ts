// The index in memory: places, terms, offsets, growth and cuts, against plain arrays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EntryIndex } from '../../../log/entry-index.ts';

test('an index agrees with a plain array through any pushes and cuts', () => {
  const command = fc.oneof(
    fc.record({ kind: fc.constant('push' as const), count: fc.integer({ min: 1, max: 900 }), raise: fc.boolean() }),
    fc.record({ kind: fc.constant('cut' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const index = new EntryIndex();
      let plain: { term: number; firstOffset: number }[] = [];
      let term = 1;
      for (const one of commands) {
        if (one.kind === 'cut') {
          plain = plain.slice(0, Math.floor(one.share * plain.length));
          index.truncate(plain.length);
          term++;
          continue;
        }
        if (one.raise) term++;
        for (let at = 0; at < one.count; at++) {
          const firstOffset = 1 + 2 * plain.length;
          index.push({ segment: term, position: plain.length * 64, payloadBytes: at, firstOffset }, term);
          plain.push({ term, firstOffset });
        }
      }
      assert.equal(index.lastIndex, plain.length);
      for (const [at, { term: expected, firstOffset }] of plain.entries()) {
        assert.equal(index.termAt(at + 1), expected);
        assert.equal(index.place(at + 1).firstOffset, firstOffset);
        assert.equal(index.place(at + 1).position, at * 64);
        assert.equal(index.indexOfOffset(firstOffset + 1), at + 1);
      }
      assert.equal(index.termAt(0), 0);
      assert.equal(index.indexOfOffset(0), undefined);
      const runs = plain.flatMap((entry, at) => (entry.term === plain[at - 1]?.term ? [] : [{ firstIndex: at + 1, term: entry.term }]));
      assert.deepEqual(index.termRuns, runs);
    }),
    { numRuns: 50 },
  );
});

test('an index refuses what it does not hold', () => {
  const index = new EntryIndex();
  assert.throws(() => index.place(1), /entry 1 is in the log/);
  assert.throws(() => index.place(0), /entry 0 is in the log/);
  assert.throws(() => index.truncate(1), /does not lengthen/);
});
