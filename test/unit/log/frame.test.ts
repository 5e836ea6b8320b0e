// Frames and writes as bytes: round trips, the golden layout, and everything next to valid.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ENTRY_PAYLOAD_BYTES_MAX } from '../../../consensus/limits.ts';
import type { Entry } from '../../../consensus/types.ts';
import { chainDigest, zeroDigest } from '../../../log/chain-digest.ts';
import { checksum } from '../../../log/crc.ts';
import { decodeFrameHeader, encodeFrameHeader, FRAME_HEADER_BYTES, frameBytes } from '../../../log/frame.ts';
import { countZeroParts, decodeWriteHeader, encodeWrite, hasMark, isEndMark, writeBytes } from '../../../log/write-unit.ts';
import { entriesAfter, entryAfter } from './fixture.ts';

const SEED = 0x1234_5678;

function headerOf(entry: Entry, position: number): Uint8Array {
  const target = new Uint8Array(FRAME_HEADER_BYTES);
  encodeFrameHeader(entry, { target, seed: SEED, position });
  return target;
}

/** Changes a header and makes its checksum right again. */
function forged(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  change(view);
  view.setUint32(0, checksum(copy.subarray(4), SEED), true);
  return copy;
}

const safe = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    index: safe,
    term: safe,
    type: fc.constantFrom<Entry['type'][]>('no-op', 'batch', 'snapshot-point', 'membership'),
    timestamp: fc.nat(),
    firstOffset: safe,
    count: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    payload: fc.uint8Array({ maxLength: 3000 }),
    previousDigest: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  })
  .map((entry) => ({ ...entry, digest: zeroDigest() }));

describe('the chain digest', () => {
  test('is the SHA-256 that FORMAT.md defines', () => {
    const body = { term: 2, type: 'batch' as const, timestamp: 4, firstOffset: 3, count: 5, payload: Buffer.from('abc') };
    const digest = Buffer.from(chainDigest(zeroDigest(), 1, body)).toString('hex');
    // printf 'LLENTRY1' + 32 zeros + u64 1, 2, 3, 4 + u32 5, 3 + 2 + 7 zeros + 'abc' | sha256sum
    assert.equal(digest, 'ef275241b32d91ed951b7c22d88cec16dff8d0319841d4379cd351e64cc5c797');
  });

  test('changes with everything it covers', () => {
    const body = { term: 2, type: 'batch' as const, timestamp: 4, firstOffset: 3, count: 5, payload: Buffer.from('abc') };
    const variants = [
      chainDigest(zeroDigest(), 1, body),
      chainDigest(new Uint8Array(32).fill(1), 1, body),
      chainDigest(zeroDigest(), 2, body),
      ...[{ term: 3 }, { type: 'no-op' as const }, { timestamp: 5 }, { firstOffset: 4 }, { count: 6 }, { payload: Buffer.from('abd') }].map(
        (change) => chainDigest(zeroDigest(), 1, { ...body, ...change }),
      ),
    ];
    assert.equal(new Set(variants.map((digest) => Buffer.from(digest).toString('hex'))).size, variants.length);
  });
});

describe('a frame header', () => {
  test('comes back as it was, for any entry', () => {
    fc.assert(
      fc.property(anyEntry, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (entry, position) => {
        const decoded = decodeFrameHeader(headerOf(entry, position), { seed: SEED, position });
        assert.equal(decoded.kind, 'frame');
        if (decoded.kind !== 'frame') return;
        const { payloadBytes, payloadChecksum, ...fields } = decoded.header;
        const { payload, digest: _, ...expected } = entry;
        assert.deepEqual(fields, expected);
        assert.deepEqual([payloadBytes, payloadChecksum], [payload.length, checksum(payload)]);
      }),
    );
  });

  test('with any bit flipped is bad', () => {
    const bytes = headerOf(entryAfter(undefined, { term: 1, payload: Buffer.from('abc') }), 4160);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const copy = bytes.slice();
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(decodeFrameHeader(copy, { seed: SEED, position: 4160 }).kind, 'bad');
    }
  });

  test('of another position or segment is bad', () => {
    const bytes = headerOf(entryAfter(undefined, { term: 1, payload: Buffer.from('abc') }), 4160);
    assert.equal(decodeFrameHeader(bytes, { seed: SEED, position: 4168 }).kind, 'bad');
    assert.equal(decodeFrameHeader(bytes, { seed: SEED + 1, position: 4160 }).kind, 'bad');
  });

  test('of zeros is bad', () => {
    assert.equal(decodeFrameHeader(new Uint8Array(96), { seed: SEED, position: 0 }).kind, 'bad');
  });

  test('with a sound checksum and impossible numbers is bad, before anything is allocated', () => {
    const bytes = headerOf(entryAfter(undefined, { term: 1, payload: Buffer.from('abc') }), 0);
    const place = { seed: SEED, position: 0 };
    const changes: ((view: DataView) => void)[] = [
      (view) => view.setUint32(12, ENTRY_PAYLOAD_BYTES_MAX + 1, true),
      (view) => view.setUint32(12, 0xffff_ffff, true),
      (view) => view.setUint32(24, 0, true),
      (view) => view.setUint32(32, 0, true),
      (view) => view.setUint32(40, 0, true),
      (view) => view.setUint32(28, 0x0020_0000, true),
    ];
    for (const change of changes) assert.equal(decodeFrameHeader(forged(bytes, change), place).kind, 'bad');
    assert.equal(
      decodeFrameHeader(
        forged(bytes, (view) => view.setUint32(12, ENTRY_PAYLOAD_BYTES_MAX, true)),
        place,
      ).kind,
      'frame',
    );
  });

  test('of an unknown type is known as such', () => {
    const bytes = headerOf(entryAfter(undefined, { term: 1, payload: Buffer.from('abc') }), 0);
    for (const code of [0, 5, 255]) {
      const decoded = decodeFrameHeader(
        forged(bytes, (view) => view.setUint8(16, code)),
        { seed: SEED, position: 0 },
      );
      assert.deepEqual(decoded, { kind: 'unknown-type', code });
    }
  });
});

describe('a write', () => {
  test('is what it says: size, frames at their places, mark, zero parts', () => {
    const payload = fc.oneof(
      fc.uint8Array({ maxLength: 1500 }),
      fc.nat(3000).map((length) => new Uint8Array(length)),
    );
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 6 }), fc.nat(100), (payloads, blocks) => {
        const entries: Entry[] = [];
        for (const one of payloads) entries.push(entryAfter(entries.at(-1), { term: 3, payload: one }));
        const position = 4096 + blocks * 64;
        const write = encodeWrite(entries, { seed: SEED, position });
        const bytes = Buffer.concat(write.parts);
        assert.equal(bytes.length, write.bytes);
        assert.equal(bytes.length, writeBytes(entries));
        assert.equal(bytes.length % 64, 0);
        const header = decodeWriteHeader(bytes.subarray(0, 64), { seed: SEED, position });
        assert.deepEqual(header, {
          position,
          bytes: bytes.length,
          frames: entries.length,
          zeroParts: countZeroParts(bytes, position),
          syncedTo: position,
          firstIndex: 1,
          lastTerm: 3,
        });
        for (const [at, framePosition] of write.framePositions.entries()) {
          const from = framePosition - position;
          const decoded = decodeFrameHeader(bytes.subarray(from, from + FRAME_HEADER_BYTES), { seed: SEED, position: framePosition });
          assert.equal(decoded.kind === 'frame' && decoded.header.index, at + 1);
          assert.deepEqual(bytes.subarray(from + 96, from + 96 + (payloads[at]?.length ?? 0)), Buffer.from(payloads[at] ?? []));
        }
        assert.ok(isEndMark(bytes.subarray(-8)) && hasMark(bytes));
      }),
    );
  });

  test('does not copy payloads', () => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [100, 0, 50] });
    const { parts } = encodeWrite(entries, { seed: SEED, position: 4096 });
    assert.ok(parts.includes(entries[0]?.payload ?? new Uint8Array()) && parts.includes(entries[2]?.payload ?? new Uint8Array()));
  });

  test('header with any bit flipped, or of another place or segment, is none', () => {
    const bytes = Buffer.concat(
      encodeWrite(entriesAfter(undefined, { term: 1, sizes: [5] }), { seed: SEED, position: 4096 }).parts,
    ).subarray(0, 64);
    const place = { seed: SEED, position: 4096 };
    assert.ok(decodeWriteHeader(bytes, place) !== undefined);
    assert.equal(decodeWriteHeader(bytes, { ...place, position: 4160 }), undefined);
    assert.equal(decodeWriteHeader(bytes, { ...place, seed: SEED + 1 }), undefined);
    for (let bit = 0; bit < 512; bit++) {
      const copy = Uint8Array.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(decodeWriteHeader(copy, place), undefined);
      assert.ok(hasMark(copy), 'no single bit takes the mark away');
    }
  });

  test('begins at a multiple of 64 and has entries', () => {
    const entries = entriesAfter(undefined, { term: 1, sizes: [5] });
    assert.throws(() => encodeWrite(entries, { seed: SEED, position: 4100 }), /multiple of 64/);
    assert.throws(() => encodeWrite([], { seed: SEED, position: 4096 }), /has entries/);
  });

  test('of one empty entry is four times 64 bytes at most', () => {
    assert.equal(frameBytes(0), 96);
    assert.equal(frameBytes(1), 104);
    assert.equal(writeBytes(entriesAfter(undefined, { term: 1, sizes: [0] })), 192);
  });
});
