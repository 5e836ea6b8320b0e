// What continues a log and what does not; what of a claim is reached; how failures are named.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asLogError, corrupt, ioFailed } from '../../../log/errors.ts';
import { emptyLogEnd, isSameEnd, type LogEnd, logEndAfter, mismatch, unreached } from '../../../log/log-end.ts';
import { entriesAfter } from './fixture.ts';

const [one, two] = entriesAfter(undefined, { term: 2, sizes: [10, 20] });
assert.ok(one !== undefined && two !== undefined);
const end = logEndAfter(one);

describe('an entry continues a log', () => {
  test('if index, term, offset and digest do, and the offsets stay below 2^53', () => {
    assert.equal(mismatch(emptyLogEnd(), one), undefined);
    assert.equal(mismatch(end, two), undefined);
    assert.equal(mismatch(end, { ...two, term: 3 }), undefined);
    const last: LogEnd = { ...end, nextOffset: Number.MAX_SAFE_INTEGER - 1 };
    assert.equal(mismatch(last, { ...two, firstOffset: last.nextOffset, count: 1 }), undefined);
  });

  const misfits = [
    [{ index: 1 }, /entry 1 lies where entry 2 belongs/],
    [{ index: 3 }, /entry 3 lies where entry 2 belongs/],
    [{ term: 1 }, /of term 1, the one before of term 2/],
    [{ firstOffset: two.firstOffset + 1 }, /begins at offset/],
    [{ previousDigest: two.digest }, /does not continue the digest chain/],
  ] as const;
  for (const [change, why] of misfits) {
    test(`not with ${Object.keys(change).join()} ${why.source}`, () => assert.match(mismatch(end, { ...two, ...change }) ?? '', why));
  }

  test('not if its offsets pass 2^53', () => {
    const last: LogEnd = { ...end, nextOffset: Number.MAX_SAFE_INTEGER - 1 };
    assert.match(mismatch(last, { ...two, firstOffset: last.nextOffset, count: 2 }) ?? '', /pass 2\^53/);
  });
});

test('two ends are the same if index, offset and digest are', () => {
  assert.ok(isSameEnd(end, { ...end, lastTerm: 1 }));
  for (const change of [{ lastIndex: 2 }, { nextOffset: 9 }, { lastDigest: two.digest }]) assert.ok(!isSameEnd(end, { ...end, ...change }));
});

test('a claim is reached by a later term, or by its index in its own', () => {
  assert.equal(unreached(undefined, end), undefined);
  for (const claim of [
    { term: 1, index: 9 },
    { term: 2, index: 1 },
  ])
    assert.equal(unreached(claim, end), undefined);
  for (const claim of [
    { term: 2, index: 2 },
    { term: 3, index: 1 },
  ])
    assert.equal(unreached(claim, end), claim);
});

test('a failure of the disk says what, where and why; an error of the log stays what it is', () => {
  const cause = new Error('EIO: read');
  const failed = asLogError('cannot read', '/data/file', cause);
  assert.match(failed.message, /^IO: cannot read: EIO: read \(\/data\/file\)\. Check the disk/);
  assert.equal(failed.cause, cause);
  assert.match(ioFailed('cannot read', '/data/file', 'no error at all').message, /cannot read: no error at all/);
  const damaged = corrupt('it is gone', { file: '/data/file', position: 5, index: 7 });
  assert.match(damaged.message, /^CORRUPT: it is gone \(\/data\/file, byte 5, index 7\)/);
  assert.equal(asLogError('cannot read', '/data/file', damaged), damaged);
});
