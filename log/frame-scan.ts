// Reads entries that are known to have been synced, verifies each, and finds what of them is damaged: ranges between two known chain digests.
import { assert } from '../consensus/assert.ts';
import type { DamagedRange, Entry } from '../consensus/types.ts';
import { equalBytes } from './bytes.ts';
import { entryOf } from './chain-digest.ts';
import type { FileWindow } from './file-window.ts';
import { type FrameHeader, frameBytes } from './frame.ts';
import { FrameWalk, type Step } from './frame-walk.ts';
import { type LogEnd, logEndAfter, mismatch } from './log-end.ts';
import type { SealDigest } from './seal-digest.ts';
import type { SegmentIndex } from './segment-index.ts';

type SoundFrame = Extract<Step, { readonly kind: 'frame' }>;

/** Entries that are missing from here on; where they end is not known yet. */
export interface OpenDamage {
  readonly from: number;
  readonly digestBefore: Uint8Array;
  readonly position: number;
  readonly why: string;
}

export interface FrameScanOptions {
  readonly window: FileWindow;
  readonly path: string;
  readonly seed: number;
  /** Of the first frame, or of the header of the write that it is in. */
  readonly position: number;
  /** No frame at or behind this byte counts. */
  readonly toPosition: number;
  /** Filled with what is found; its end is what the first entry continues. */
  readonly index: SegmentIndex;
  /** The first index that does not count. */
  readonly limit: number;
  /** Gets each sound entry, in order. */
  readonly visit?: (entry: Entry) => Promise<void> | void;
  /** Takes in what lies between the payloads of the entries that are found, up to the end of the last. */
  readonly digest?: SealDigest | undefined;
  /** No more is wanted: the scan ends, and what it says of damage means nothing. */
  readonly isEnough?: () => boolean;
}

export interface FrameScan {
  readonly ranges: readonly DamagedRange[];
  /** Everything from here up to the limit is damaged. */
  readonly open: OpenDamage | undefined;
}

/** Reads on until all entries below the limit are found or given up. Throws `VERSION`. */
export async function scanFrames(options: FrameScanOptions): Promise<FrameScan> {
  const { window, index, limit, toPosition, visit, digest, isEnough } = options;
  const walk = new FrameWalk(options);
  const ranges: DamagedRange[] = [];
  let open: OpenDamage | undefined;
  while (index.end.lastIndex + 1 < limit && isEnough?.() !== true) {
    const step = walk.tryNext({ payload: true });
    if (step === undefined) {
      await walk.load();
      continue;
    }
    if (step.position >= toPosition) break;
    const taken = takenOrWhyNot(step, { end: index.end, limit });
    if (typeof taken !== 'string') {
      const { header, position } = taken;
      if (open === undefined && header.index > index.end.lastIndex + 1) open = openAt(index.end, position, 'entries are missing');
      if (open !== undefined) ranges.push(...closed(open, { index: header.index - 1, digest: header.previousDigest }, options.path));
      open = undefined;
      if (digest !== undefined) await digest.addFrame(window, { position, payloadBytes: header.payloadBytes });
      const entry = addFrame(index, taken);
      const visited = visit?.(entry);
      if (visited !== undefined) await visited;
      continue;
    }
    open ??= openAt(index.end, step.position, taken);
    if (step.kind === 'no-frame' && !(await walk.resync(step.position, toPosition))) break;
  }
  await digest?.addUpTo(window, index.endPosition);
  if (open === undefined && index.end.lastIndex + 1 < limit)
    open = openAt(index.end, walk.position, 'a segment ends before its entries do');
  return { ranges, open };
}

/** Adds the frames that are sound and continue each other and what `index` ends with, up to the first that does not. Throws `VERSION`. */
export async function addSoundFrames(source: Pick<FrameScanOptions, 'window' | 'path' | 'seed' | 'position' | 'index'>): Promise<void> {
  const { index } = source;
  const walk = new FrameWalk(source);
  for (;;) {
    const step = await walk.next({ payload: true });
    if (step.kind !== 'frame' || mismatch(index.end, step.header) !== undefined) return;
    addFrame(index, step);
  }
}

function addFrame(index: SegmentIndex, { header, position, payload }: SoundFrame): Entry {
  const entry = entryOf(header, payload);
  const { type, firstOffset, timestamp } = header;
  const endPosition = position + frameBytes(header.payloadBytes);
  index.add({ index: header.index, type, firstOffset, timestamp, position, endPosition, end: logEndAfter(entry) });
  return entry;
}

/** The frame of a step, or why its entry is not taken. */
function takenOrWhyNot(step: Step, place: { readonly end: LogEnd; readonly limit: number }): SoundFrame | string {
  return step.kind === 'frame' ? (misfitOf(step.header, place) ?? step) : step.why;
}

/** Why the entry of a sound frame is not taken. */
function misfitOf(header: FrameHeader, { end, limit }: { readonly end: LogEnd; readonly limit: number }): string | undefined {
  if (header.index >= limit) return `entry ${header.index} lies where entries below ${limit} belong`;
  if (header.index === end.lastIndex + 1) return mismatch(end, header);
  if (header.index <= end.lastIndex) return `entry ${header.index} lies where entry ${end.lastIndex + 1} belongs`;
  // Behind damage, or behind a repair that left other damage: what lies between is not known.
  const goesBack = header.term < end.lastTerm || header.firstOffset < end.nextOffset;
  return goesBack ? `entry ${header.index} goes back in term or offset` : undefined;
}

function openAt(end: LogEnd, position: number, why: string): OpenDamage {
  return { from: end.lastIndex + 1, digestBefore: end.lastDigest, position, why };
}

/** The damage, now that its last entry is known; nothing if that is the one before its first, which must then be the same. */
export function closed(open: OpenDamage, last: { readonly index: number; readonly digest: Uint8Array }, file: string): DamagedRange[] {
  const { from, digestBefore, position, why } = open;
  if (last.index >= from) return [{ from, to: last.index, digestBefore, digest: last.digest, file, position, why }];
  assert(last.index === from - 1 && equalBytes(last.digest, digestBefore), 'what is sound behind damage continues what is before it');
  return [];
}
