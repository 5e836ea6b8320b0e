// The log as runs of terms: terms of indexes, cuts, conflicts.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LogTerms } from '../../../../consensus/core/log-terms.ts';
import { runsOf } from './support.ts';

const log = () => new LogTerms(runsOf([1, 1, 1, 4, 4, 6]), 6);

test('every index has its term, the place before the log has 0, and beyond the end there is none', () => {
  deepStrictEqual(
    [0, 1, 3, 4, 5, 6, 7].map((index) => log().termAt(index)),
    [0, 1, 1, 4, 4, 6, undefined],
  );
  strictEqual(log().lastTerm, 6);
  strictEqual(new LogTerms([], 0).lastTerm, 0);
});

test('a log matches where it has exactly that term', () => {
  strictEqual(log().matches(0, 0), true);
  strictEqual(log().matches(5, 4), true);
  strictEqual(log().matches(5, 5), false);
  strictEqual(log().matches(7, 6), false);
});

test('terms of a range, and of no range beyond the log', () => {
  deepStrictEqual(log().termsOf(3, 6), [1, 4, 4, 6]);
  deepStrictEqual(log().termsOf(4, 4), [4]);
  throws(() => log().termsOf(6, 7), /only entries in the log have terms/);
  throws(() => log().termsOf(0, 1), /only entries in the log have terms/);
});

test('the last place at or below an index with a term at most the given one', () => {
  deepStrictEqual(log().lastAtOrBelow({ index: 10, term: 5 }), { index: 5, term: 4 });
  deepStrictEqual(log().lastAtOrBelow({ index: 4, term: 4 }), { index: 4, term: 4 });
  deepStrictEqual(log().lastAtOrBelow({ index: 4, term: 3 }), { index: 3, term: 1 });
  deepStrictEqual(log().lastAtOrBelow({ index: 6, term: 0 }), { index: 0, term: 0 });
  deepStrictEqual(new LogTerms([], 0).lastAtOrBelow({ index: 3, term: 3 }), { index: 0, term: 0 });
});

test('terms never fall along a log, and only entries that are there can be cut', () => {
  throws(() => log().append([5]), /terms never fall/);
  throws(() => log().truncateFrom(7), /only entries in the log can be cut/);
  throws(() => log().truncateFrom(0), /only entries in the log can be cut/);
});

test('malformed runs are refused', () => {
  throws(() => new LogTerms([{ firstIndex: 2, term: 1 }], 2), /a log starts behind its base/);
  throws(() => new LogTerms([{ firstIndex: 1, term: 1 }], 0), /a log starts behind its base/);
  throws(() => new LogTerms([], 1), /a log starts behind its base/);
  throws(() => new LogTerms([{ firstIndex: 1, term: 0 }], 1), /ascend in term/);
  throws(
    () =>
      new LogTerms(
        [
          { firstIndex: 1, term: 2 },
          { firstIndex: 2, term: 2 },
        ],
        3,
      ),
    /ascend in term/,
  );
  throws(
    () =>
      new LogTerms(
        [
          { firstIndex: 1, term: 1 },
          { firstIndex: 4, term: 2 },
        ],
        3,
      ),
    /the last run is not empty/,
  );
});

test('appends and cuts leave the same as a plain list of terms', () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant('append' as const), steps: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }) }),
    fc.record({ kind: fc.constant('cut' as const), back: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const model: number[] = [];
      const terms = new LogTerms([], 0);
      for (const one of actions) {
        if (one.kind === 'append') {
          let last = Math.max(1, model.at(-1) ?? 0);
          const added = one.steps.map((step) => (last += step));
          model.push(...added);
          terms.append(added);
        } else if (one.back < model.length) {
          terms.truncateFrom(model.length - one.back);
          model.length -= one.back + 1;
        }
        terms.checkRuns();
        deepStrictEqual(terms.termRuns, runsOf(model));
        strictEqual(terms.lastIndex, model.length);
        if (model.length > 0) deepStrictEqual(terms.termsOf(1, model.length), model);
      }
    }),
  );
});
