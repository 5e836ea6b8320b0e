// `ledgerline log verify`: every checksum, digest and file of a data directory; exit 6 with the place of any damage.
import { toHex } from '../log/bytes.ts';
import { type Finding, isDamage } from '../log/inspect/finding.ts';
import { type VerifiedPartition, verifyDirectory } from '../log/inspect/verify.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { findingJson, findingText } from './log-finding.ts';
import { asCommandError, inventoryOf, type LogArguments, type OpenLog, openLog } from './log-open.ts';
import { maybeProgress } from './progress.ts';

/** Findings that are listed; of a directory with more, only their number is said. */
const FINDINGS_MAX = 1_000;

export async function run(args: LogArguments, context: Context): Promise<ExitCode> {
  const log = await openLog(args, context);
  const verified = await verify(log, context);
  if (verified === undefined) return EXIT.interrupted;
  const { findings, partitions, damaged, more } = verified;
  const isSound = damaged === 0;
  const { render, path } = log;
  const summary = { sound: isSound, damagedPlaces: damaged, notListed: more, partitions: partitions.map(partitionJson) };
  if (render.format === 'json') render.document({ ...summary, findings: findings.map(findingJson) }, () => '');
  else if (render.format === 'ndjson') render.document({ kind: 'summary', ...summary }, () => '');
  else render.document(summary, () => summaryText(path, verified));
  return isSound ? EXIT.ok : EXIT.damage;
}

interface Verified {
  readonly findings: readonly Finding[];
  readonly partitions: readonly VerifiedPartition[];
  readonly damaged: number;
  readonly more: number;
}

/** Findings are printed as they come, unless they are to be one document; `undefined`: interrupted. */
async function verify(log: OpenLog, context: Context): Promise<Verified | undefined> {
  const { render, disk, path, partition } = log;
  const inventory = await inventoryOf(log);
  const total = inventory.partitions
    .filter((found) => partition === undefined || found.partition === partition)
    .flatMap(({ segments, snapshots }) => [...segments.filter(({ state }) => state === 'live'), ...snapshots])
    .reduce((sum, { bytes }) => sum + bytes, 0);
  const bar = await maybeProgress({ ...context, render }, { label: 'verifying', total, unit: 'bytes' });
  let done = 0;
  const progress = (bytes: number): void => {
    done += bytes;
    bar.update(Math.min(done, total));
  };
  const findings: Finding[] = [];
  let damaged = 0;
  let more = 0;
  const run = verifyDirectory(disk, path, { partition, progress });
  try {
    for (;;) {
      const next = await asCommandError(() => run.next());
      if (next.done === true) return { findings, partitions: next.value, damaged, more };
      if (context.signal.aborted) return undefined;
      if (isDamage(next.value)) damaged++;
      if (findings.length >= FINDINGS_MAX) {
        more++;
        continue;
      }
      findings.push(next.value);
      if (render.format === 'ndjson') render.document({ kind: 'finding', ...findingJson(next.value) }, () => '');
    }
  } finally {
    bar.stop();
  }
}

function partitionJson(partition: VerifiedPartition): Record<string, unknown> {
  const { end, snapshots, liveSegments, entries, transactions, baseIndex } = partition;
  return {
    partition: partition.partition,
    baseIndex,
    lastIndex: end.lastIndex,
    lastTerm: end.lastTerm,
    lastOffset: end.nextOffset - 1,
    digest: end.lastDigest === undefined ? null : toHex(end.lastDigest),
    entries,
    transactions,
    liveSegments,
    snapshots,
  };
}

function summaryText(path: string, { findings, partitions, damaged, more }: Verified): string {
  const lines = findings.map((finding) => findingText(path, finding));
  if (more > 0) lines.push(`and ${more} more`);
  for (const { partition, baseIndex, end, entries, transactions, liveSegments, snapshots } of partitions) {
    const digest = end.lastDigest === undefined ? 'unknown' : toHex(end.lastDigest);
    const kept = snapshots.length === 0 ? 'no snapshot' : `snapshots at ${snapshots.join(' and ')}`;
    const range = entries === 0 ? `empty behind entry ${baseIndex}` : `entries ${baseIndex + 1} to ${end.lastIndex}`;
    lines.push(
      `partition ${partition}: ${range}, ${plural(transactions, 'transaction')}, ${plural(liveSegments, 'segment')}, ${kept}, digest ${digest}`,
    );
  }
  lines.push(damaged === 0 ? 'sound' : `DAMAGED: ${plural(damaged, 'place')}`);
  return lines.join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
