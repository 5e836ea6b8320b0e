// Sizes and times of the configuration, and what looks like one and is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBytes, parseMilliseconds } from '../../../cmd/units.ts';

test('sizes are bytes, or have a binary unit', () => {
  assert.deepEqual(
    [0, 4096, '4096', '4096B', '1KiB', '256MiB', '1.5 GiB', '2TiB'].map(parseBytes),
    [0, 4096, 4096, 4096, 1024, 268_435_456, 1_610_612_736, 2_199_023_255_552],
  );
  for (const wrong of ['', 'MiB', '1 MB', '1mib', '-1', -1, '1e3', '1  MiB', '9007199254740993', Number.NaN]) {
    assert.equal(parseBytes(wrong), undefined, String(wrong));
  }
});

test('times are milliseconds, or have a unit', () => {
  assert.deepEqual(
    [1500, '1500ms', '30s', '5m', '12h', '7d'].map(parseMilliseconds),
    [1500, 1500, 30_000, 300_000, 43_200_000, 604_800_000],
  );
  for (const wrong of ['', 'd', '1w', '1 day', -5]) assert.equal(parseMilliseconds(wrong), undefined, String(wrong));
});
