// Appends that other nodes send, before the core sees them: their bytes are checked against the log in front of them, which may have to be read for it. Drops what cannot
// be right and what there is no room for, as if it were lost on the way: the leader sends it again.

import type { ConfigurationChange } from '../core/ready.ts';
import { DamagedEntriesError } from '../damage.ts';
import { WRITE_QUEUE_BYTES_MAX } from '../limits.ts';
import type { Append } from '../messages.ts';
import type { EntryBody, LogBase, LogPosition, NodeId } from '../types.ts';
import type { EntryCache } from './entry-cache.ts';
import type { Material } from './entry-composer.ts';
import type { EntryReader } from './entry-reader.ts';
import type { NodeEvent } from './events.ts';
import { behind, checkReceivedAppend, type ReceivedAppend } from './repair/log-checks.ts';

export interface ReceivedAppendsOptions {
  readonly partition: number;
  readonly cache: EntryCache;
  readonly reader: EntryReader;
  /** Of this log, written or not. */
  readonly lastIndex: () => number;
  /** Where this log begins, as the core knows it. */
  readonly base: () => LogBase;
  /** Whether the log has an entry of exactly this term at this index. */
  readonly holds: (position: LogPosition) => boolean;
  /** Bytes that wait for the disk. */
  readonly queuedBytes: () => number;
  readonly isFull: () => boolean;
  /** Those of membership entries among these bodies, the first of which is at `fromIndex`. */
  readonly changesOf: (bodies: readonly EntryBody[], fromIndex: number) => readonly ConfigurationChange[];
  /** It is for the core. */
  readonly accept: (message: Append, changes: readonly ConfigurationChange[], material: Material) => void;
  readonly guard: (work: () => void) => void;
  readonly observe: (event: NodeEvent) => void;
  readonly onFailure: (error: unknown) => void;
}

export class ReceivedAppends {
  readonly #options: ReceivedAppendsOptions;

  constructor(options: ReceivedAppendsOptions) {
    this.#options = options;
  }

  /** From a peer whose identity was checked. */
  receive(from: NodeId, append: ReceivedAppend): void {
    const { partition, reader, lastIndex, base, queuedBytes, isFull, guard, observe, onFailure } = this.#options;
    if (queuedBytes() > WRITE_QUEUE_BYTES_MAX) {
      observe({ kind: 'write-queue-full', partition, bytes: queuedBytes() });
      return;
    }
    if (isFull() && append.entries.length > 0) return;
    const { previousIndex } = append.message;
    const known = this.#knownAt(previousIndex);
    if (known !== undefined || previousIndex < base().index || previousIndex > lastIndex()) {
      this.#accept(from, append, known);
      return;
    }
    reader.read({ from: previousIndex, to: previousIndex, bytesMax: 1 }).then(
      // The log may have been overwritten during the read: what is in memory now is newer.
      ([read]) => guard(() => this.#accept(from, append, this.#knownAt(previousIndex) ?? (read && behind(read)))),
      (error) => (error instanceof DamagedEntriesError ? guard(() => this.#acceptBehindDamage(from, append)) : onFailure(error)),
    );
  }

  /**
   * What stands at `previousIndex` is damaged. If it is of the leader's term it is the leader's entry, and being repaired: the append is dropped, and comes again. If not, nobody
   * may have it, so that it is never repaired: the core rejects, which needs no bytes, and what the leader has there takes its place.
   */
  #acceptBehindDamage(from: NodeId, append: ReceivedAppend): void {
    const { previousIndex: index, previousTerm: term } = append.message;
    if (!this.#options.holds({ index, term })) this.#accept(from, append, undefined);
  }

  /** The entry at `index`, or the beginning of the log, if memory has it. */
  #knownAt(index: number): LogBase | undefined {
    const base = this.#options.base();
    if (index === base.index) return base;
    const entry = this.#options.cache.get(index);
    return entry === undefined ? undefined : behind(entry);
  }

  /** `previous`: what this log holds at `previousIndex`, if anything. */
  #accept(from: NodeId, append: ReceivedAppend, previous: LogBase | undefined): void {
    const { partition, observe, changesOf, accept } = this.#options;
    const { message, entries, digestBefore } = append;
    const reason = checkReceivedAppend({ partition, from, append, previous });
    if (reason === undefined) accept(message, changesOf(entries, message.previousIndex + 1), { bodies: entries, digestBefore });
    else observe({ kind: 'append-dropped', partition, from, reason });
  }
}
