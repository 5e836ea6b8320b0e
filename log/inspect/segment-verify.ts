// Verifies one live segment: every write, frame, checksum and digest up to where newer segments make it void, and what its end is.
import type { Disk } from '../../consensus/ports.ts';
import { segmentSeed, startOf } from '../segment-header.ts';
import type { WriteHeader } from '../write-unit.ts';
import type { ChainCheck, ChainPlace } from './chain-check.ts';
import { type Finding, findingOf, NEXT } from './finding.ts';
import { judgeLastWrite, type LastWriteVerdict } from './last-write.ts';
import type { SegmentInventory } from './partition-inventory.ts';
import { type SegmentRecord, type WalkedSegment, walkSegment } from './segment-walk.ts';

export interface SegmentPlace {
  readonly disk: Disk;
  readonly partition: number;
  readonly incarnation: string;
  readonly segment: SegmentInventory;
  /** Ends where what is before the segment ends; afterwards where the segment, or its live part, does. */
  readonly chain: ChainCheck;
}

/** Yields what is wrong with the segment. */
export async function* verifySegment(place: SegmentPlace): AsyncGenerator<Finding, undefined, undefined> {
  const { disk, partition, segment, chain, incarnation } = place;
  const { file, sequence, firstIndex, header } = segment;
  yield* chain.segment(header === undefined ? undefined : startOf(header), { partition, file, position: 0, firstIndex });
  try {
    const opened = await disk.open(file, { create: false });
    try {
      const seed = segmentSeed({ incarnation, partition, sequence });
      yield* verifyWrites(place, { file: opened, size: await opened.size(), seed });
    } finally {
      await opened.close();
    }
  } catch (error) {
    const { what } = findingOf(error, { code: 'UNREADABLE', partition, file, next: NEXT.repair });
    chain.hole({ partition, file, position: 0 }, { bytes: segment.bytes, what });
  }
}

async function* verifyWrites(place: SegmentPlace, walked: WalkedSegment): AsyncGenerator<Finding, undefined, undefined> {
  const { segment, chain, partition } = place;
  const limit = segment.limit ?? Number.POSITIVE_INFINITY;
  let write: { readonly position: number; readonly header: WriteHeader | undefined } = { position: 0, header: undefined };
  let before = chain.mark;
  for await (const record of walkSegment(walked)) {
    if (record.kind === 'end') return;
    const isWrite = record.kind === 'write' || (record.kind === 'damage' && record.part === 'write-header');
    if (isWrite && !chain.hasHole && chain.end.lastIndex + 1 >= limit) return;
    if (record.kind === 'frame' && record.header.index >= limit) return;
    if (isWrite) {
      before = chain.mark;
      write = { position: record.position, header: record.kind === 'write' ? record.header : undefined };
    }
    const taken = take(record, chain, { partition, file: segment.file, position: record.position });
    if (taken.isBad && segment.limit === undefined) {
      const { verdict, bytes } = await judgeLastWrite(walked, write);
      if (verdict !== 'rotten') {
        chain.backTo(before);
        const where = { partition, file: segment.file, position: write.position, bytes, from: before.end.lastIndex + 1 };
        yield { ...where, ...WORDS[verdict], code: 'ENTRIES' };
        return;
      }
    }
    yield* taken.findings;
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
      const findings = chain.frame(record, place);
      const isBad = findings.length > 0;
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
