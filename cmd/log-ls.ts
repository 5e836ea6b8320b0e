// `ledgerline log ls`: the partitions of a data directory, their segments, snapshots and hard state.

import { toHex } from '../log/bytes.ts';
import type { Inventory } from '../log/inspect/inventory.ts';
import type { PartitionInventory, SegmentInventory } from '../log/inspect/partition-inventory.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { findingText } from './log-finding.ts';
import { inventoryOf, type LogArguments, openLog } from './log-open.ts';
import { tableText } from './table.ts';

export async function run(args: LogArguments, context: Context): Promise<ExitCode> {
  const log = await openLog(args, context);
  const inventory = await inventoryOf(log);
  const partitions = inventory.partitions.filter(({ partition }) => log.partition === undefined || log.partition === partition);
  log.render.document(inventoryJson(inventory, partitions), () => inventoryText(inventory, partitions));
  const findings = [...inventory.findings, ...partitions.flatMap((partition) => partition.findings)];
  for (const finding of findings) log.render.note(findingText(inventory.path, finding));
  return EXIT.ok;
}

/** `null` for what is not known. */
function inventoryJson({ path, identity, genesis }: Inventory, partitions: readonly PartitionInventory[]): unknown {
  return {
    path,
    node: identity?.nodeId ?? null,
    incarnation: identity?.incarnation ?? null,
    cluster: genesis?.clusterId ?? null,
    partitions: partitions.map((partition) => ({
      partition: partition.partition,
      directory: partition.directory,
      base: { index: partition.base.index, term: partition.base.term, digest: toHex(partition.base.digest) },
      hardState: hardStateJson(partition),
      segments: partition.segments.map(segmentJson),
      snapshots: partition.snapshots.map(({ file, index, kind, bytes }) => ({ file, index, kind, bytes })),
    })),
  };
}

function hardStateJson({ hardState }: PartitionInventory): unknown {
  if (hardState === undefined) return null;
  const { term, votedFor, newestSegment, claim } = hardState;
  return { term, votedFor: votedFor ?? null, newestSegment, claim: claim ?? null };
}

/** The last live index: `null` in the newest segment, which only a walk knows. */
export function segmentJson(segment: SegmentInventory): Record<string, unknown> {
  const { file, sequence, firstIndex, bytes, header, state, limit, isSealed } = segment;
  const lastIndex = state === 'live' && limit !== undefined ? limit - 1 : null;
  return {
    file,
    sequence,
    state,
    sealed: isSealed,
    firstIndex,
    lastIndex,
    bytes,
    reason: header?.reason ?? null,
    edition: header?.edition ?? null,
  };
}

function inventoryText(inventory: Inventory, partitions: readonly PartitionInventory[]): string {
  const { path, identity, genesis } = inventory;
  const node = identity === undefined ? 'unknown' : `${identity.nodeId}, incarnation ${identity.incarnation}`;
  const lines = [`${path}`, `node ${node}   cluster ${genesis?.clusterId ?? 'none yet'}`];
  for (const partition of partitions) lines.push('', ...partitionLines(partition));
  return lines.join('\n');
}

function partitionLines({ partition, hardState, base, segments, snapshots }: PartitionInventory): string[] {
  const vote = hardState?.votedFor === undefined ? 'nobody' : hardState.votedFor;
  const state = hardState === undefined ? 'hard state unknown' : `term ${hardState.term}   voted for ${vote}`;
  const begin = base.index === 0 ? '' : `   begins behind entry ${base.index}`;
  const lines = [`partition ${partition}   ${state}${begin}`];
  lines.push(
    tableText({
      columns: ['segment', 'state', 'first', 'last', 'bytes', 'begun because'],
      rows: segments.map((segment) => [
        segment.name,
        segment.isSealed ? `${segment.state}, sealed` : segment.state,
        String(segment.firstIndex),
        segment.state !== 'live' ? '-' : segment.limit === undefined ? 'open' : String(segment.limit - 1),
        String(segment.bytes),
        segment.header?.reason ?? 'damaged header',
      ]),
    }),
  );
  if (snapshots.length === 0) return lines;
  lines.push(
    tableText({
      columns: ['snapshot at', 'state', 'bytes'],
      rows: snapshots.map(({ index, kind, bytes }) => [String(index), kind, String(bytes)]),
    }),
  );
  return lines;
}
