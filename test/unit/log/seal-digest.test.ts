// The digest of what lies between the payloads: the same however few bytes are read at a time, and wherever a walk stops and goes on.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { FileWindow } from '../../../log/file-window.ts';
import { FRAME_HEADER_BYTES, frameBytes } from '../../../log/frame.ts';
import { scanFrames } from '../../../log/frame-scan.ts';
import { emptyLogEnd } from '../../../log/log-end.ts';
import { SealDigest } from '../../../log/seal-digest.ts';
import { SEGMENT_HEADER_BYTES } from '../../../log/segment-header.ts';
import { SegmentIndex } from '../../../log/segment-index.ts';
import { encodeWrite } from '../../../log/write-unit.ts';
import { entriesAfter } from './fixture.ts';
import { MemoryDisk } from './memory-disk.ts';

const SEED = 7;
const BLOCK = new Uint8Array(SEGMENT_HEADER_BYTES).fill(3);
/** Of each write the sizes of its payloads: padding of every length, writes that end with and without zeros before their mark. */
const WRITES = [[0], [1, 7, 8], [9, 0, 0, 250], [64], [0, 3000], [2], [3, 4, 5, 6], [333]];

/** The bytes of a segment, its places, and the digest as FORMAT.md has it, from the layout alone. */
function laidOut() {
  const parts: Uint8Array[] = [BLOCK];
  const payloads: { readonly from: number; readonly to: number }[] = [];
  let position = SEGMENT_HEADER_BYTES;
  let end = position;
  let entries = entriesAfter(undefined, { term: 1, sizes: [] });
  for (const sizes of WRITES) {
    const added = entriesAfter(entries.at(-1), { term: 1, sizes });
    const write = encodeWrite(added, { seed: SEED, position });
    for (const [at, frame] of write.framePositions.entries()) {
      const from = frame + FRAME_HEADER_BYTES;
      payloads.push({ from, to: from + (sizes[at] ?? 0) });
      end = frame + frameBytes(sizes[at] ?? 0);
    }
    parts.push(...write.parts);
    position += write.bytes;
    entries = [...entries, ...added];
  }
  const bytes = Uint8Array.from(Buffer.concat(parts));
  const between = [...bytes.subarray(0, end)].filter((_, at) => !payloads.some(({ from, to }) => from <= at && at < to));
  return { bytes, end, count: entries.length, digest: new Uint8Array(createHash('sha256').update(Uint8Array.from(between)).digest()) };
}

const segment = laidOut();

/** Scans a file in pieces of `entries` entries each, with a window of its own for each; the digest of all, and where it ended. */
async function digestOf(bytes: Uint8Array, options: { readonly chunkBytes: number; readonly entries: number }) {
  const disk = new MemoryDisk();
  disk.plant('/segment', bytes);
  const file = await disk.open('/segment', { create: false });
  const digest = new SealDigest(bytes.subarray(0, SEGMENT_HEADER_BYTES));
  let place = { position: SEGMENT_HEADER_BYTES, end: emptyLogEnd() };
  let bytesRead = 0;
  for (;;) {
    const window = new FileWindow(file, bytes.length, options.chunkBytes);
    const index = new SegmentIndex(place.end);
    let left = options.entries;
    const visit = (): void => {
      left--;
    };
    const source = { window, path: '/segment', seed: SEED, position: place.position, toPosition: window.size };
    await scanFrames({ ...source, index, limit: segment.count + 1, digest, visit, isEnough: () => left === 0 });
    bytesRead += window.bytesRead;
    if (left > 0 || index.end.lastIndex === segment.count) return { digest: digest.value(), bytesRead };
    place = { position: index.endPosition, end: index.end };
  }
}

test('it is of all bytes but the payloads, however few are read at a time, and wherever a scan stops and goes on', async () => {
  for (let chunkBytes = 1; chunkBytes < 400; chunkBytes += chunkBytes < 120 ? 1 : 7) {
    for (const entries of [1, 5, 1000]) {
      const found = await digestOf(segment.bytes, { chunkBytes, entries });
      assert.deepEqual(found.digest, segment.digest, `${chunkBytes} bytes, ${entries} entries`);
    }
  }
});

test('a scan whose chunks are larger than its frames reads few bytes twice', async () => {
  const { bytesRead } = await digestOf(segment.bytes, { chunkBytes: 4096, entries: 1000 });
  assert.ok(bytesRead < 1.5 * (segment.bytes.length - SEGMENT_HEADER_BYTES), `${bytesRead} bytes`);
});

test('any byte that is changed before the end changes it, or is one of a payload that is then left out no more; none behind the end does', async () => {
  for (let at = 0; at < segment.bytes.length; at++) {
    if (at > 600 && at < SEGMENT_HEADER_BYTES && at % 97 > 0) continue;
    const bytes = segment.bytes.slice();
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at & 7));
    const { digest } = await digestOf(bytes, { chunkBytes: 500, entries: 1000 });
    assert.equal(Buffer.compare(digest, segment.digest) === 0, at >= segment.end, `byte ${at} of ${segment.end}`);
  }
});

test('of a file that ends in the padding of its last frame it is another: what is not there is not taken for zeros', async () => {
  const whole = await digestOf(segment.bytes.subarray(0, segment.end), { chunkBytes: 500, entries: 1000 });
  assert.deepEqual(whole.digest, segment.digest);
  const short = await digestOf(segment.bytes.subarray(0, segment.end - 1), { chunkBytes: 500, entries: 1000 });
  assert.notDeepEqual(short.digest, segment.digest);
});
