// The log as runs of terms: terms of indexes, cuts, conflicts.
import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparePositions, LogTerms } from '../../../../consensus/core/log-terms.ts';
import { at, runsOf } from './support.ts';

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

// ---- Logs that begin behind a base

/** (3^1) 4^1 5^4 6^4 */
const behind = () => new LogTerms(runsOf([1, 4, 4], 3), 6, at(3, 1));

test('the base has its term, and below it nothing is known', () => {
  deepStrictEqual(
    [0, 2, 3, 4, 5, 6, 7].map((index) => behind().termAt(index)),
    [undefined, undefined, 1, 1, 4, 4, undefined],
  );
  strictEqual(behind().matches(3, 1), true);
  strictEqual(behind().matches(2, 1), false);
  strictEqual(behind().matches(0, 0), false);
  deepStrictEqual(behind().termsOf(4, 6), [1, 4, 4]);
  throws(() => behind().termsOf(3, 4), /only entries in the log have terms/);
  throws(() => behind().truncateFrom(3), /only entries in the log can be cut/);
});

test('an empty log ends at its base', () => {
  const empty = new LogTerms([], 3, at(3, 2));
  deepStrictEqual([empty.lastIndex, empty.lastTerm, empty.lastPosition, empty.termAt(3)], [3, 2, at(3, 2), 2]);
  throws(() => empty.append([1]), /terms never fall/);
  empty.append([2, 3]);
  deepStrictEqual(empty.termRuns, [
    { firstIndex: 4, term: 2 },
    { firstIndex: 5, term: 3 },
  ]);
});

test('two logs may agree at the base, and nobody knows below it', () => {
  deepStrictEqual(behind().lastAtOrBelow(at(9, 3)), at(4, 1));
  deepStrictEqual(behind().lastAtOrBelow(at(3, 1)), at(3, 1));
  deepStrictEqual(behind().lastAtOrBelow(at(3, 9)), at(3, 1));
  deepStrictEqual(new LogTerms(runsOf([4], 3), 4, at(3, 1)).lastAtOrBelow(at(4, 2)), at(3, 1));
  strictEqual(behind().lastAtOrBelow(at(2, 1)), undefined);
  strictEqual(behind().lastAtOrBelow(at(9, 0)), undefined);
});

test('the order of logs is that of terms first', () => {
  strictEqual(comparePositions(at(3, 2), at(3, 2)), 0);
  strictEqual(comparePositions(at(9, 2), at(3, 3)) < 0, true);
  strictEqual(comparePositions(at(4, 3), at(3, 3)) > 0, true);
  deepStrictEqual(
    [at(6, 4), at(7, 4), at(9, 3), at(1, 5)].map((position) => behind().reaches(position)),
    [true, false, true, false],
  );
});

test('compaction within a run, at its end and of everything', () => {
  const compacted = (index: number, term: number) => {
    const terms = log();
    terms.compactTo(at(index, term));
    terms.checkRuns();
    return [terms.base, terms.termRuns, terms.lastIndex];
  };
  deepStrictEqual(compacted(2, 1), [at(2, 1), runsOf([1, 4, 4, 6], 2), 6]);
  deepStrictEqual(compacted(3, 1), [at(3, 1), runsOf([4, 4, 6], 3), 6]);
  deepStrictEqual(compacted(6, 6), [at(6, 6), [], 6]);
  throws(() => compacted(3, 4), /an entry of its own/);
  throws(() => compacted(7, 6), /an entry of its own/);
});

test('malformed bases are refused', () => {
  throws(() => new LogTerms([], 2, at(3, 1)), /does not end before it begins/);
  throws(() => new LogTerms([], 3, at(3, 0)), /only the empty place/);
  throws(() => new LogTerms([], 0, at(0, 1)), /only the empty place/);
  throws(() => new LogTerms(runsOf([1], 2), 3, at(3, 1)), /a log starts behind its base/);
  throws(() => new LogTerms(runsOf([1], 3), 4, at(3, 2)), /terms never fall behind the base/);
  throws(() => new LogTerms([], 3, at(-1, 1)), /the index of the base/);
});

test('appends, cuts, compaction and resets leave the same as a plain list of terms', () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant('append' as const), steps: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }) }),
    fc.record({ kind: fc.constant('cut' as const), back: fc.nat(5) }),
    fc.record({ kind: fc.constant('compact' as const), count: fc.nat(5) }),
    fc.record({ kind: fc.constant('reset' as const), ahead: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      let base = at(0, 0);
      let model: number[] = [];
      const terms = new LogTerms([], 0);
      for (const one of actions) {
        if (one.kind === 'append') {
          let last = Math.max(1, model.at(-1) ?? base.term);
          const added = one.steps.map((step) => (last += step));
          model.push(...added);
          terms.append(added);
        } else if (one.kind === 'cut') {
          if (one.back >= model.length) continue;
          terms.truncateFrom(base.index + model.length - one.back);
          model.length -= one.back + 1;
        } else if (one.kind === 'compact') {
          const count = Math.min(one.count, model.length);
          base = at(base.index + count, model[count - 1] ?? base.term);
          model = model.slice(count);
          terms.compactTo(base);
        } else {
          base = at(base.index + model.length + one.ahead + 1, (model.at(-1) ?? base.term) + 1);
          model = [];
          terms.resetTo(base);
        }
        terms.checkRuns();
        deepStrictEqual([terms.base, terms.termRuns, terms.lastIndex], [base, runsOf(model, base.index), base.index + model.length]);
        strictEqual(terms.termAt(base.index), base.term);
        if (model.length > 0) deepStrictEqual(terms.termsOf(base.index + 1, terms.lastIndex), model);
      }
    }),
  );
});
