// Verifies one live segment: every write, frame, checksum and digest up to where newer segments make it void, and what its end is.
import { SEGMENT_READ_BYTES } from '../../consensus/limits.ts';
import type { Disk } from '../../consensus/ports.ts';
import { FileWindow } from '../file-window.ts';
import type { SyncedPlace } from '../hard-state.ts';
import { segmentSeed, startOf } from '../segment-header.ts';
import { WRITE_HEADER_BYTES, type WriteHeader } from '../write-unit.ts';
import type { ChainCheck, ChainPlace } from './chain-check.ts';
import { type Finding, findingOf, NEXT } from './finding.ts';
import { isCutShort, judgeLastWrite, type LastWriteVerdict, type NewestFacts } from './last-write.ts';
import type { SegmentInventory } from './partition-inventory.ts';
import { SealCheck } from './seal-check.ts';
import { type SegmentRecord, type WalkedSegment, walkSegment } from './segment-walk.ts';

export interface SegmentPlace {
  readonly disk: Disk;
  readonly partition: number;
  readonly incarnation: string;
  readonly segment: SegmentInventory;
  /** How far the newest segment was synced, as the hard state says. */
  readonly synced: SyncedPlace | undefined;
  /** Ends where what is before the segment ends; afterwards where the segment, or its live part, does. */
  readonly chain: ChainCheck;
}

/** Yields what is wrong with the segment. */
export async function* verifySegment(place: SegmentPlace): AsyncGenerator<Finding, undefined, undefined> {
  const { disk, partition, segment, chain, incarnation } = place;
  const { file, sequence, firstIndex, header } = segment;
  yield* chain.segment(header === undefined ? undefined : startOf(header), { partition, file, position: 0, firstIndex });
  const seal = await SealCheck.open({ disk, partition, incarnation, segment });
  if (seal !== undefined && 'severity' in seal) yield seal;
  const check = seal !== undefined && 'severity' in seal ? undefined : seal;
  try {
    const opened = await disk.open(file, { create: false });
    try {
      const newest: NewestFacts = { capacity: header?.capacity, syncedTo: place.synced?.segment === sequence ? place.synced.position : 0 };
      const seed = segmentSeed({ incarnation, partition, sequence });
      const size = await opened.size();
      const between = new FileWindow(opened, size, SEGMENT_READ_BYTES);
      const isSound = yield* verifyWrites(place, { file: opened, size, seed, ...newest }, check && { check, between });
      if (isSound && header !== undefined) yield* compareSeal(check, chain, between);
    } finally {
      await opened.close();
    }
  } catch (error) {
    const { what } = findingOf(error, { code: 'UNREADABLE', partition, file, next: NEXT.repair });
    chain.hole({ partition, file, position: 0 }, { bytes: segment.bytes, what });
  }
}

async function* compareSeal(
  check: SealCheck | undefined,
  chain: ChainCheck,
  between: FileWindow,
): AsyncGenerator<Finding, undefined, undefined> {
  const finding = await check?.finish(chain.end, between);
  if (finding !== undefined) yield finding;
}

/** Returns whether nothing is wrong with it. */
async function* verifyWrites(
  place: SegmentPlace,
  walked: WalkedSegment & NewestFacts,
  seal: { readonly check: SealCheck; readonly between: FileWindow } | undefined,
): AsyncGenerator<Finding, boolean, undefined> {
  const { segment, chain, partition } = place;
  const limit = segment.limit ?? Number.POSITIVE_INFINITY;
  let write: { readonly position: number; readonly header: WriteHeader | undefined } = { position: 0, header: undefined };
  let before = chain.mark;
  let isSound = true;
  const records = walkSegment(walked);
  for await (const record of records) {
    if (record.kind === 'end') {
      if (segment.limit === undefined) yield* checkEnd(place, walked, record.position);
      break;
    }
    const isWrite = record.kind === 'write' || (record.kind === 'damage' && record.part === 'write-header');
    if (isWrite && !chain.hasHole && chain.end.lastIndex + 1 >= limit) break;
    if (record.kind === 'frame' && record.header.index >= limit) break;
    if (isWrite) {
      if (record.kind === 'write') chain.extendHole(record.header.firstIndex - 1);
      before = chain.mark;
      write = { position: record.position, header: record.kind === 'write' ? record.header : undefined };
    }
    const sound = chain.mark;
    const taken = take(record, chain, { partition, file: segment.file, position: record.position });
    if (record.kind === 'frame') await seal?.check.frame(record, seal.between);
    if (taken.isBad && segment.limit === undefined) {
      const { verdict, bytes } = await judgeLastWrite(walked, write);
      if (verdict !== 'rotten') {
        chain.backTo(verdict === 'torn' ? before : sound);
        if (place.synced?.segment === segment.sequence) chain.extendHole(place.synced.end.lastIndex);
        if (verdict === 'unclear' && record.kind === 'damage' && record.part === 'write-header') await takeSound(place, records, record);
        const where = { partition, file: segment.file, position: write.position, bytes, from: chain.end.lastIndex + 1 };
        yield { ...where, ...WORDS[verdict], code: 'ENTRIES' };
        return false;
      }
    }
    if (taken.isBad || taken.findings.length > 0) isSound = false;
    yield* taken.findings;
  }
  return isSound && !chain.hasHole;
}

/** The last write, whose header is damaged, is unclear: the sound frames right behind the header are kept, up to the first that is none. */
async function takeSound(
  { segment, chain, partition }: SegmentPlace,
  records: AsyncGenerator<SegmentRecord, undefined, undefined>,
  header: SegmentRecord & { readonly kind: 'damage' },
): Promise<void> {
  if (chain.hasHole || header.bytes !== WRITE_HEADER_BYTES) return;
  for (;;) {
    const sound = chain.mark;
    const { value: record } = await records.next();
    if (record?.kind === 'frame') {
      const { isBad } = take(record, chain, { partition, file: segment.file, position: record.position });
      if (!isBad) continue;
    }
    chain.backTo(sound);
    return;
  }
}

/** The newest segment ends here with nothing behind: unless more of it was synced once. */
async function* checkEnd(
  { segment, chain, partition, synced }: SegmentPlace,
  walked: WalkedSegment & NewestFacts,
  position: number,
): AsyncGenerator<Finding, undefined, undefined> {
  const place = { partition, file: segment.file, position };
  if (position < walked.syncedTo && synced !== undefined) {
    chain.hole(place, { bytes: walked.syncedTo - position, what: 'what was synced here is gone' });
  }
  if (walked.syncedTo > 0 && synced !== undefined) chain.extendHole(synced.end.lastIndex);
  if (chain.hasHole) {
    // What lies behind the place up to which it was synced is the remains of another write.
    if (walked.syncedTo === 0 || position <= walked.syncedTo) return;
    const { verdict, bytes } = await judgeLastWrite(walked, { position: walked.syncedTo, header: undefined });
    if (verdict !== 'rotten') yield { ...place, position: walked.syncedTo, bytes, ...WORDS[verdict], code: 'ENTRIES' };
    return;
  }
  if (isCutShort(walked, position)) {
    const what = 'the file is shorter than it was when its last write was synced: writes may be missing';
    yield { ...place, severity: 'unclear', code: 'ENTRIES', from: chain.end.lastIndex + 1, what, next: NEXT.settle };
  }
}

const WORDS: Readonly<Record<Exclude<LastWriteVerdict, 'rotten'>, Pick<Finding, 'severity' | 'what' | 'next'>>> = {
  torn: { severity: 'torn', what: 'the last write was cut short, as a crash does: nobody was promised it', next: NEXT.start },
  unclear: {
    severity: 'unclear',
    what: 'the last write is damaged, and not as a crash would: it may have been acknowledged',
    next: NEXT.settle,
  },
};

/** `isBad`: the write is not whole, and if it is the last one its end must be judged. */
interface Taken {
  readonly findings: readonly Finding[];
  readonly isBad: boolean;
}

const NOTHING: Taken = { findings: [], isBad: false };

function take(record: Exclude<SegmentRecord, { readonly kind: 'end' }>, chain: ChainCheck, place: ChainPlace): Taken {
  switch (record.kind) {
    case 'write-end':
      return NOTHING;
    case 'write': {
      const { header, position } = record;
      const next = chain.end.lastIndex + 1;
      const isFitting =
        header.syncedTo === position && header.frames >= 1 && (chain.hasHole ? header.firstIndex >= next : header.firstIndex === next);
      if (isFitting) return NOTHING;
      const what = 'the header of a write does not fit to what comes before it';
      return {
        findings: [{ ...place, severity: 'damage', code: 'ENTRIES', from: header.firstIndex, what, next: NEXT.repair }],
        isBad: false,
      };
    }
    case 'frame': {
      const closed = chain.closeBefore(record.header.index);
      const own = chain.frame(record, { place, isBehindHole: closed.length > 0 });
      const isBad = own.length > 0;
      const findings = [...closed, ...own];
      if (!record.paddingHolds) findings.push(paddingFinding(place, 'the zeros behind a payload are none'));
      return { findings, isBad };
    }
    case 'damage': {
      const { bytes, what } = record;
      // What a hole ends in is part of it.
      if (chain.hasHole && record.part !== 'frame-header' && record.part !== 'write-header') return { findings: [], isBad: true };
      if (record.part === 'padding') return { findings: [{ ...paddingFinding(place, what), bytes }], isBad: false };
      if (record.part === 'end-mark') {
        return { findings: [{ ...place, severity: 'damage', code: 'ENTRIES', bytes, what, next: NEXT.repair }], isBad: true };
      }
      chain.hole(place, { bytes, what });
      return { findings: [], isBad: true };
    }
  }
}

/** It holds no data, but it was written as zeros: whatever changed it may change more. */
function paddingFinding(place: ChainPlace, what: string): Finding {
  return {
    ...place,
    severity: 'damage',
    code: 'PADDING',
    what: `${what}: no entry is affected, but the disk changes bytes`,
    next: NEXT.repair,
  };
}
