// Where entries lie: any number of places, damage without places, and what is known of terms there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEAL_INDEX_STEP_BYTES } from '../../../consensus/limits.ts';
import type { LogEnd } from '../../../log/log-end.ts';
import { type PlacedEntry, SegmentIndex } from '../../../log/segment-index.ts';

const digest = new Uint8Array(32);

function end(index: number, term: number): LogEnd {
  return { lastIndex: index, lastTerm: term, nextOffset: 1 + index * 3, lastDigest: digest };
}

/** Entries of 1,000 bytes and 3 transactions. */
function entry(index: number, term = 1): PlacedEntry {
  const position = 4096 + index * 1000;
  return {
    index,
    type: 'batch',
    position,
    firstOffset: index * 3 - 2,
    endPosition: position + 1000,
    timestamp: index,
    end: end(index, term),
  };
}

describe('a sparse index', () => {
  test('has a place for about every 64 KiB, and leads to any entry and offset of a large segment', () => {
    const index = new SegmentIndex(end(0, 0));
    const count = 4000;
    for (let at = 1; at <= count; at++) index.add(entry(at));
    const step = Math.ceil(SEAL_INDEX_STEP_BYTES / 1000);
    assert.equal(index.places.length, Math.ceil(count / step));
    assert.deepEqual(
      index.places,
      Array.from({ length: index.places.length }, (_, place) => {
        const { index: first, position, firstOffset } = entry(1 + place * step);
        return { index: first, position, firstOffset };
      }),
    );
    for (let at = 1; at <= count; at++) {
      const first = 1 + Math.floor((at - 1) / step) * step;
      assert.equal(index.placeBefore(at)?.index, first);
      assert.equal(index.placeBeforeOffset(at * 3)?.index, first);
      assert.equal(index.boundBehind(at), Math.min(entry(first + step).position, index.endPosition));
      assert.equal(index.placeUpTo(entry(at).position)?.index, first);
      assert.equal(index.placeBehind(at)?.index, first + step <= count ? first + step : undefined);
    }
    assert.equal(index.placeUpTo(entry(1).position - 1), undefined);
  });

  test('has a place behind damage, and none in damage at its start', () => {
    const index = new SegmentIndex(end(10, 1));
    for (const at of [13, 14, 20]) index.add(entry(at));
    assert.deepEqual(
      index.places.map((place) => place.index),
      [13, 20],
    );
    assert.deepEqual(
      [11, 12, 13, 19, 20].map((at) => index.placeBefore(at)?.index),
      [undefined, undefined, 13, 13, 20],
    );
    assert.equal(index.placeBeforeOffset(entry(12).firstOffset), undefined);
  });

  test('knows its membership entries, also of a part of it, and those that another reading of the segment found', () => {
    const index = new SegmentIndex(end(10, 1));
    const membership = (at: number): PlacedEntry => ({ ...entry(at), type: 'membership' });
    for (const at of [11, 12, 15]) index.add(at === 12 ? entry(at) : membership(at));
    assert.deepEqual(index.memberships, [11, 15]);
    assert.deepEqual(index.cutTo(end(14, 1), 5000).memberships, [11]);
    assert.deepEqual(index.cutTo(end(15, 1), 5000).memberships, [11, 15]);
    index.extendTo(end(20, 1));
    assert.deepEqual(index.memberships, [11, 15], 'of damage nothing is known');
    const read = new SegmentIndex(end(10, 1));
    for (const at of [13, 15, 20]) read.add(membership(at));
    index.takeMemberships(read.memberships);
    assert.deepEqual(index.memberships, [11, 13, 15, 20]);
    const { start, endPosition, lastTimestamp, termRuns, places, memberships } = index;
    const copy = SegmentIndex.of({ start, end: index.end, endPosition, lastTimestamp, termRuns, places, memberships });
    copy.add(membership(21));
    assert.deepEqual([copy.memberships.length, index.memberships.length], [5, 4], 'a copy of its own');
  });

  test('keeps what was known of damaged entries where others of the segment were written anew, within the terms around them', () => {
    const known = new SegmentIndex(end(10, 0));
    for (const [at, term] of [
      [11, 1],
      [12, 2],
      [14, 4],
      [18, 5],
    ] as const)
      known.add({ ...entry(at, term), type: 'membership' });
    const anew = (...sound: readonly (readonly [number, number])[]) => {
      const index = new SegmentIndex(end(10, 0));
      for (const [at, term] of sound) index.add(entry(at, term));
      index.extendTo(end(20, 5));
      return index;
    };
    const all = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
    const index = anew([15, 4], [20, 5]);
    index.takeDamaged(known, [
      { from: 11, to: 14 },
      { from: 16, to: 19 },
    ]);
    assert.deepEqual(
      all.map((at) => index.termAt(at)),
      [1, 2, 2, 4, 4, 4, 4, 5, 5, 5],
    );
    assert.deepEqual(index.memberships, [11, 12, 14, 18]);
    // What was known was a guess.
    const lower = anew([15, 1], [16, 5]);
    lower.takeDamaged(known, [
      { from: 11, to: 14 },
      { from: 17, to: 20 },
    ]);
    assert.deepEqual(
      all.map((at) => lower.termAt(at)),
      [1, 1, 1, 1, 1, 5, 5, 5, 5, 5],
    );
    assert.deepEqual(lower.termRuns, [
      { firstIndex: 11, term: 1 },
      { firstIndex: 16, term: 5 },
    ]);
  });

  test('keeps what was known of damage that is split, where what lies behind all of it was written anew', () => {
    const known = new SegmentIndex(end(10, 1));
    for (const [at, term] of [
      [11, 2],
      [14, 3],
      [17, 4],
    ] as const)
      known.add(entry(at, term));
    const index = new SegmentIndex(end(10, 1));
    index.add(entry(18, 4));
    index.takeDamaged(known, [
      { from: 11, to: 13 },
      { from: 14, to: 15 },
      { from: 16, to: 17 },
    ]);
    assert.deepEqual(
      [11, 12, 13, 14, 15, 16, 17, 18].map((at) => index.termAt(at)),
      [2, 2, 2, 3, 3, 3, 4, 4],
    );
  });

  test('takes the terms of entries that were read again, and keeps those of what was appended behind them', () => {
    const index = new SegmentIndex(end(10, 1));
    index.extendTo(end(14, 3));
    for (const [at, term] of [
      [15, 3],
      [16, 4],
      [17, 4],
    ] as const)
      index.add(entry(at, term));
    const terms = () => [11, 12, 13, 14, 15, 16, 17].map((at) => index.termAt(at));
    assert.deepEqual(terms(), [1, 1, 1, 3, 3, 4, 4], 'a guess');
    const readTo = (last: number) => {
      const read = new SegmentIndex(end(10, 1));
      const of = new Map([
        [11, 2],
        [12, 2],
        [13, 3],
        [14, 3],
        [15, 3],
        [16, 4],
      ]);
      for (const [at, term] of of) if (at <= last) read.add(entry(at, term));
      return read;
    };
    index.takeTerms(readTo(15), []);
    assert.deepEqual(terms(), [2, 2, 3, 3, 3, 4, 4]);
    index.takeTerms(readTo(16), []);
    assert.deepEqual(terms(), [2, 2, 3, 3, 3, 4, 4]);
    assert.deepEqual(
      index.termRuns.map(({ firstIndex }) => firstIndex),
      [11, 13, 16],
    );
  });

  test('takes damaged entries at its start for ones of the term before, or of the one behind if there is none', () => {
    for (const [before, term] of [
      [4, 4],
      [0, 5],
    ] as const) {
      const index = new SegmentIndex(end(10, before));
      index.add(entry(12, 5));
      assert.deepEqual([index.termAt(10), index.termAt(11), index.termAt(12)], [before, term, 5]);
      const lost = new SegmentIndex(end(10, before));
      lost.extendTo(end(12, 5));
      assert.deepEqual([lost.termAt(11), lost.places, lost.end.lastIndex], [term, [], 12]);
    }
  });
});
