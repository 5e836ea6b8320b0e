// Tail messages of one partition, encoded once for all readers that stand at the same place: at the head all of them do.
import { encodeTailMessage, type TailBatch } from '@ledgerline/client/internal';
import { batchTransactions } from '../consensus/batch.ts';
import { TAIL_SHARED_MESSAGES_MAX } from '../consensus/limits.ts';
import type { PartitionStatus } from '../consensus/service.ts';
import type { Entry } from '../consensus/types.ts';

export class SharedMessages {
  /** By first and last index and what the message says beside them; in the order of their making. */
  readonly #messages = new Map<string, Buffer>();

  /** One message with these batches, the same Buffer for every reader that asks for the same. `entries` is not empty. */
  encode(entries: readonly Entry[], status: PartitionStatus): Buffer {
    const key = `${entries[0]?.index} ${entries.length} ${status.appliedOffset} ${status.leader ?? ''}`;
    const known = this.#messages.get(key);
    if (known !== undefined) return known;
    const { partition, appliedOffset, leader } = status;
    const message = encodeTailMessage({ hello: undefined, partition, appliedOffset, leader, batches: entries.map(tailBatchOf) });
    for (const oldest of this.#messages.keys()) {
      if (this.#messages.size < TAIL_SHARED_MESSAGES_MAX) break;
      this.#messages.delete(oldest);
    }
    this.#messages.set(key, message);
    return message;
  }
}

function tailBatchOf(entry: Entry): TailBatch {
  const { firstOffset, index, term, timestamp, count, payload } = entry;
  return { firstOffset, index, term, timestamp, count, transactions: batchTransactions(payload) };
}
