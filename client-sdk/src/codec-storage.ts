// The codec of what a node says about its disk: the part `Storage` of Describe.
import type { ledgerline } from '../gen/client.js';
import { decodedUint } from './codec-parts.ts';
import type { StorageDescription, WireDamagedRange } from './messages.ts';
import { checkUint, checkUint32, WireError } from './wire.ts';

/** Damaged ranges that are described; all are counted. A disk that falls apart must not make Describe too large to send. */
export const DAMAGE_MAX = 16;

export function storageFields(storage: StorageDescription): ledgerline.client.v1.Storage.$Properties {
  const { claim } = storage;
  return {
    firstIndex: checkUint(storage.firstIndex, 'first_index'),
    logBytes: checkUint(storage.logBytes, 'log_bytes'),
    stateIndex: checkUint(storage.stateIndex, 'state_index'),
    snapshotIndex: checkUint(storage.snapshotIndex, 'snapshot_index'),
    damage: storage.damage.slice(0, DAMAGE_MAX).map(rangeFields),
    damagedRanges: checkUint32(storage.damagedRanges, 'damaged_ranges'),
    repairedRanges: checkUint32(storage.repairedRanges, 'repaired_ranges'),
    ...(claim === undefined ? {} : { claim: { index: checkUint(claim.index, 'claim'), term: checkUint(claim.term, 'claim') } }),
    scrubbedAt: checkUint(storage.scrubbedAt, 'scrubbed_at'),
    scrubbedIndex: checkUint(storage.scrubbedIndex, 'scrubbed_index'),
    diverged: [...storage.diverged],
    freeBytes: checkUint(storage.freeBytes, 'free_bytes'),
    isFull: storage.isFull,
  };
}

function rangeFields(range: WireDamagedRange): ledgerline.client.v1.DamagedRange.$Properties {
  const { file, why } = range;
  return { from: checkUint(range.from, 'from'), to: checkUint(range.to, 'to'), file, position: checkUint(range.position, 'position'), why };
}

export function storageOf(message: ledgerline.client.v1.Storage.$Properties | null | undefined): StorageDescription {
  if (!message) throw new WireError('a partition is described without its storage');
  const { claim } = message;
  return {
    firstIndex: decodedUint(message.firstIndex ?? 0, 'first_index'),
    logBytes: decodedUint(message.logBytes ?? 0, 'log_bytes'),
    stateIndex: decodedUint(message.stateIndex ?? 0, 'state_index'),
    snapshotIndex: decodedUint(message.snapshotIndex ?? 0, 'snapshot_index'),
    damage: (message.damage ?? []).map((range) => ({
      from: decodedUint(range.from ?? 0, 'from'),
      to: decodedUint(range.to ?? 0, 'to'),
      file: range.file ?? '',
      position: decodedUint(range.position ?? 0, 'position'),
      why: range.why ?? '',
    })),
    damagedRanges: message.damagedRanges ?? 0,
    repairedRanges: message.repairedRanges ?? 0,
    claim: claim ? { index: decodedUint(claim.index ?? 0, 'claim'), term: decodedUint(claim.term ?? 0, 'claim') } : undefined,
    scrubbedAt: decodedUint(message.scrubbedAt ?? 0, 'scrubbed_at'),
    scrubbedIndex: decodedUint(message.scrubbedIndex ?? 0, 'scrubbed_index'),
    diverged: message.diverged ?? [],
    freeBytes: decodedUint(message.freeBytes ?? 0, 'free_bytes'),
    isFull: message.isFull ?? false,
  };
}
