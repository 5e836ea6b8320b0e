// `ledgerline log stats`: what the log of each partition consists of.

import type { PartitionInventory } from '../log/inspect/partition-inventory.ts';
import { type Distribution, PartitionStats } from '../log/inspect/stats.ts';
import { walkDirectory } from '../log/inspect/walk-directory.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { inventoryOf, type LogArguments, openLog } from './log-open.ts';
import { tableText } from './table.ts';

/** Terms that a table lists, the newest; JSON has all. */
const TERMS_SHOWN = 20;

interface Counted {
  readonly partition: PartitionInventory;
  readonly stats: PartitionStats;
}

export async function run(args: LogArguments, context: Context): Promise<ExitCode> {
  const log = await openLog(args, context);
  const inventory = await inventoryOf(log);
  const counted: Counted[] = [];
  const everything = { partition: log.partition, withVoid: false, from: 1, to: Number.MAX_SAFE_INTEGER };
  for await (const found of walkDirectory(log.disk, inventory, everything)) {
    if (context.signal.aborted) return EXIT.interrupted;
    if (found.kind === 'partition') counted.push({ partition: found.partition, stats: new PartitionStats() });
    const current = counted.at(-1);
    if (found.kind === 'segment') current?.stats.beginSegment(found.segment);
    if (found.kind === 'record') current?.stats.add(found.segment, found.record);
    if (found.kind === 'unreadable') current?.stats.addUnreadable();
  }
  log.render.document({ path: log.path, partitions: counted.map(statsJson) }, () => counted.map(statsText).join('\n\n'));
  const damaged = counted.flatMap(({ stats }) => stats.segments).reduce((sum, { damagedPlaces }) => sum + damagedPlaces, 0);
  if (damaged > 0) log.render.note(`${damaged} places could not be read and are not counted: ledgerline log verify ${log.path}`);
  return EXIT.ok;
}

function statsJson({ partition, stats }: Counted): Record<string, unknown> {
  const { entries, transactions, writes, payloadBytes, transactionBytes, framingBytes, terms, segments } = stats;
  return {
    partition: partition.partition,
    baseIndex: partition.base.index,
    entries: { total: entries['no-op'] + entries.batch + entries['snapshot-point'] + entries.membership, ...entries },
    transactions,
    writes,
    bytes: sizesOf({ partition, stats }),
    payloadBytes,
    transactionBytes,
    framingBytes,
    firstTimestamp: segments.find((segment) => segment.entries > 0)?.firstTimestamp ?? null,
    lastTimestamp: segments.findLast((segment) => segment.entries > 0)?.lastTimestamp ?? null,
    transactionsPerBatch: stats.transactionsPerBatch,
    bytesPerBatch: stats.bytesPerBatch,
    entriesPerWrite: stats.entriesPerWrite,
    terms,
    segments: segments.map(({ segment, ...counts }) => ({ file: segment.file, bytes: segment.bytes, ...counts })),
  };
}

/** Bytes of files by what they are. */
function sizesOf({ partition }: Counted): { live: number; void: number; snapshots: number } {
  const sizes = { live: 0, void: 0, snapshots: 0 };
  for (const { state, bytes } of partition.segments) sizes[state === 'live' ? 'live' : 'void'] += bytes;
  for (const { bytes } of partition.snapshots) sizes.snapshots += bytes;
  return sizes;
}

function statsText(counted: Counted): string {
  const { partition, stats } = counted;
  const { entries, transactions, writes, payloadBytes, transactionBytes, framingBytes, terms, segments } = stats;
  const sizes = sizesOf(counted);
  const used = segments.filter((segment) => segment.entries > 0);
  const first = used[0]?.firstTimestamp;
  const last = used.at(-1)?.lastTimestamp;
  const times = first === undefined || last === undefined ? '-' : `${new Date(first).toISOString()} to ${new Date(last).toISOString()}`;
  const overhead =
    transactionBytes === 0 ? '-' : `${percent(framingBytes + payloadBytes - transactionBytes, transactionBytes)} of the transactions`;
  const rows: [string, string][] = [
    [
      'entries',
      `${entries.batch} batches, ${entries['no-op']} no-ops, ${entries['snapshot-point']} snapshot points, ${entries.membership} memberships`,
    ],
    ['transactions', String(transactions)],
    ['writes', String(writes)],
    ['times', times],
    ['bytes of files', `${sizes.live} live, ${sizes.void} void, ${sizes.snapshots} in snapshots`],
    ['bytes of transactions', String(transactionBytes)],
    ['overhead', `${framingBytes + payloadBytes - transactionBytes} bytes, ${overhead}`],
    ['transactions a batch', distributionText(stats.transactionsPerBatch)],
    ['bytes a batch', distributionText(stats.bytesPerBatch)],
    ['entries a write', distributionText(stats.entriesPerWrite)],
  ];
  const shown = terms.slice(-TERMS_SHOWN);
  return [
    `partition ${partition.partition}`,
    tableText({ columns: ['what', 'value'], rows }),
    tableText({
      columns: ['term', 'first', 'last', 'entries'],
      rows: shown.map(({ term, firstIndex, lastIndex }) => [term, firstIndex, lastIndex, lastIndex - firstIndex + 1].map(String)),
    }),
    tableText({
      columns: ['segment', 'first', 'last', 'entries', 'transactions', 'payload bytes', 'file bytes'],
      rows: segments.map(({ segment, firstIndex, lastIndex, entries: count, transactions: sum, payloadBytes: bytes }) => [
        segment.name,
        ...[firstIndex, lastIndex, count, sum, bytes, segment.bytes].map(String),
      ]),
    }),
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** `1 to 64, 12.5 on average: 3 up to 1, 20 up to 16`. */
function distributionText({ count, sum, min, max, buckets }: Distribution): string {
  if (count === 0) return '-';
  const list = buckets.map((bucket) => `${bucket.count} up to ${bucket.upTo}`).join(', ');
  return `${min} to ${max}, ${(sum / count).toFixed(1)} on average: ${list}`;
}
