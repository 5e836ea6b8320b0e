// The error with which damaged entries reach whoever reads them: what can be repaired from other nodes, told from what ends the process.
import type { DamagedRange } from './types.ts';

/** Entries that were durable once can no longer be read. They are in `PartitionStorage.damage`, and can be repaired from other nodes. */
export class DamagedEntriesError extends Error {
  override readonly name = 'DamagedEntriesError';
  readonly range: DamagedRange;

  constructor(range: DamagedRange, options?: ErrorOptions) {
    super(`entries ${range.from}..${range.to} are damaged: ${range.why} (${range.file}, byte ${range.position})`, options);
    this.range = range;
  }
}
