// `ledgerline log dump`: every write and frame of a log with its place and both its checksums, damage as records, and on behind it.

import { membershipTextOf } from '../consensus/membership.ts';
import { toHex } from '../log/bytes.ts';
import { chainDigest } from '../log/chain-digest.ts';
import type { SegmentInventory } from '../log/inspect/partition-inventory.ts';
import type { WalkedDamage, WalkedFrame, WalkedWrite } from '../log/inspect/segment-walk.ts';
import { type DirectoryRecord, isVoidEntry, walkDirectory } from '../log/inspect/walk-directory.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, usageError } from './exit.ts';
import { segmentJson } from './log-ls.ts';
import { inventoryOf, type LogArguments, openLog, shortPath } from './log-open.ts';
import { type DecodedPayload, decodePayload } from './log-payload.ts';
import { parseWhole } from './settings.ts';
import { transactionLine } from './tail.ts';
import { transactionJson } from './transaction-json.ts';

export interface DumpArguments extends LogArguments {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly payload: boolean;
  readonly void: boolean;
}

interface DumpPlan {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly payload: boolean;
}

export async function run(args: DumpArguments, context: Context): Promise<ExitCode> {
  const log = await openLog(args, context);
  const bounds = { min: 1, max: Number.MAX_SAFE_INTEGER };
  const from = args.from === undefined ? 1 : parseWhole(args.from, { name: '--from', ...bounds });
  const to = args.to === undefined ? bounds.max : parseWhole(args.to, { name: '--to', ...bounds });
  if (to < from) throw usageError(`--to ${to} is before --from ${from}`, 'both ends belong to the range');
  const inventory = await inventoryOf(log);
  const plan: DumpPlan = { path: log.path, from, to, payload: args.payload };
  const records = log.render.records();
  try {
    for await (const record of walkDirectory(log.disk, inventory, { partition: log.partition, withVoid: args.void, from, to })) {
      if (context.signal.aborted) return EXIT.interrupted;
      for (const { json, text } of printed(record, plan)) records.record(json, text);
    }
    return EXIT.ok;
  } finally {
    records.end();
  }
}

interface Printed {
  readonly json: string;
  readonly text: () => string;
}

/** What is printed of a record; nothing if it is outside the range. */
function printed(found: DirectoryRecord, plan: DumpPlan): Printed[] {
  switch (found.kind) {
    case 'partition': {
      const { partition, directory } = found.partition;
      return [{ json: line({ kind: 'partition', partition, directory }), text: () => `partition ${partition}` }];
    }
    case 'segment': {
      const { partition, segment } = found;
      const { name, state, header } = segment;
      const because = header === undefined ? 'damaged header' : `begun because: ${header.reason}`;
      return [
        {
          json: line({ kind: 'segment', partition, ...segmentJson(segment) }),
          text: () => `  segment ${name}  ${state}, ${because}`,
        },
      ];
    }
    case 'unreadable': {
      const { partition, finding } = found;
      const { file, what } = finding;
      return [{ json: line({ kind: 'damage', partition, file, what }), text: () => `    DAMAGE ${shortPath(plan.path, file)}: ${what}` }];
    }
    case 'record':
      return printedRecord(found, plan);
  }
}

type FoundRecord = Extract<DirectoryRecord, { readonly kind: 'record' }>;

function printedRecord({ partition, segment, record }: FoundRecord, plan: DumpPlan): Printed[] {
  const place = { partition, file: segment.file };
  switch (record.kind) {
    case 'write':
      return isInRange(record.header.firstIndex, record.header.frames, plan) ? [printedWrite(record, place, segment)] : [];
    case 'frame':
      return isInRange(record.header.index, 1, plan) ? [printedFrame(record, { ...place, segment, plan })] : [];
    case 'damage':
      return [printedDamage(record, place)];
    case 'write-end':
      return [];
    case 'end': {
      const { position } = record;
      return [{ json: line({ kind: 'end', ...place, position }), text: () => `    ${at(position)}  nothing from here on` }];
    }
  }
}

function isInRange(firstIndex: number, count: number, { from, to }: DumpPlan): boolean {
  return firstIndex <= to && firstIndex + count > from;
}

interface Place {
  readonly partition: number;
  readonly file: string;
}

function printedWrite({ position, checksum, header }: WalkedWrite, place: Place, segment: SegmentInventory): Printed {
  const { bytes, frames, zeroParts, syncedTo, firstIndex, lastTerm } = header;
  const isVoid = isVoidEntry(segment, firstIndex);
  const json = line({
    kind: 'write',
    ...place,
    position,
    bytes,
    headerChecksum: hex(checksum),
    headerChecksumHolds: true,
    frames,
    zeroParts,
    syncedTo,
    firstIndex,
    lastTerm,
    void: isVoid,
  });
  const text = (): string =>
    `    ${at(position)}  write of ${frames} from ${firstIndex}, ${bytes} bytes, crc ${hex(checksum)}${voidText(isVoid)}`;
  return { json, text };
}

function printedFrame(frame: WalkedFrame, context: Place & { readonly segment: SegmentInventory; readonly plan: DumpPlan }): Printed {
  const { segment, plan, partition, file } = context;
  const { position, header, headerChecksum, payload, payloadChecksumHolds } = frame;
  const { index, term, type, firstOffset, count, timestamp, payloadBytes, payloadChecksum, previousDigest } = header;
  const isVoid = isVoidEntry(segment, index);
  const digest = payloadChecksumHolds ? toHex(chainDigest(previousDigest, index, { ...header, payload })) : null;
  const decoded = plan.payload ? decodePayload(frame, partition) : undefined;
  const json = line({
    kind: 'frame',
    partition,
    file,
    position,
    headerChecksum: hex(headerChecksum),
    headerChecksumHolds: true,
    payloadChecksum: hex(payloadChecksum),
    payloadChecksumHolds,
    index,
    term,
    type,
    firstOffset,
    count,
    timestamp,
    payloadBytes,
    previousDigest: toHex(previousDigest),
    digest,
    void: isVoid,
  });
  const text = (): string => {
    const offsets = count === 0 ? '' : `, offsets ${firstOffset} to ${firstOffset + count - 1}`;
    const sums = `crc ${hex(headerChecksum)} ${hex(payloadChecksum)}${payloadChecksumHolds ? '' : ' DOES NOT HOLD'}`;
    const time = new Date(timestamp).toISOString();
    const head = `    ${at(position)}    ${type} ${index}, term ${term}, ${time}${offsets}, ${payloadBytes} bytes, ${sums}${voidText(isVoid)}`;
    const chain = `                    digest ${digest ?? 'unknown'} after ${toHex(previousDigest)}`;
    return [head, chain, ...payloadLines(decoded)].join('\n');
  };
  return { json: decoded === undefined ? json : `${json.slice(0, -1)},${payloadMember(decoded)}}`, text };
}

function payloadMember(decoded: DecodedPayload): string {
  if (decoded.kind === 'unreadable') return `"payloadError":${JSON.stringify(decoded.why)}`;
  if (decoded.kind === 'membership') return `"cluster":"${decoded.cluster}","membership":${membershipTextOf(decoded.membership)}`;
  return `"transactions":[${decoded.transactions.map(transactionJson).join(',')}]`;
}

function payloadLines(decoded: DecodedPayload | undefined): string[] {
  if (decoded === undefined) return [];
  if (decoded.kind === 'unreadable') return [`                    payload: ${decoded.why}`];
  if (decoded.kind === 'membership') {
    return [`                    of cluster ${decoded.cluster}: ${membershipTextOf(decoded.membership)}`];
  }
  return decoded.transactions.map((transaction) => `                ${transactionLine(transaction)}`);
}

function printedDamage({ part, position, bytes, what }: WalkedDamage, place: Place): Printed {
  const isHeader = part === 'write-header' || part === 'frame-header';
  const json = line({ kind: 'damage', ...place, position, bytes, part, ...(isHeader ? { headerChecksumHolds: false } : {}), what });
  return { json, text: () => `    ${at(position)}  DAMAGE, ${bytes} bytes: ${what}` };
}

function line(value: Record<string, unknown>): string {
  return JSON.stringify(value);
}

/** A checksum as its 8 hexadecimal digits. */
function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}

function at(position: number): string {
  return String(position).padStart(10);
}

function voidText(isVoid: boolean): string {
  return isVoid ? ', void' : '';
}
