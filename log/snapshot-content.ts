// What the records of a snapshot must be besides whole: sections in their order, one membership at most, named keys and state ascending. Counts and digests them on the
// way; the writer and the reader go through the same checks, so that nothing is written that would be refused later.
import { createHash, type Hash } from 'node:crypto';
import { MembershipError, readMembership } from '../consensus/membership.ts';
import type { SnapshotSection } from '../consensus/ports.ts';
import { decodeNamedKeysRecord, decodeStateRecord, SnapshotRecordError } from '../consensus/snapshot-records.ts';

const ORDER: readonly SnapshotSection[] = ['membership', 'tables', 'named-keys', 'state'];

export class SnapshotContent {
  records = 0;
  namedKeys = 0;
  stateKeys = 0;
  readonly #nextOffset: number;
  readonly #stateHash: Hash = createHash('sha256');
  /** Place in `ORDER` of the section that was added to last. */
  #section = -1;
  #lastKey: Uint8Array | undefined;

  /** `nextOffset` is that of the snapshot: no key of it can have been used later. */
  constructor(nextOffset: number) {
    this.#nextOffset = nextOffset;
  }

  /** Takes the next record in. Throws `SnapshotRecordError`. */
  add(section: SnapshotSection, record: Uint8Array): void {
    const place = ORDER.indexOf(section);
    if (place < this.#section) throw new SnapshotRecordError(`a record of section ${section} comes too late`);
    if (place === this.#section && section === 'membership') throw new SnapshotRecordError('a second membership');
    if (section === 'membership') checkMembership(record);
    if (place > this.#section) this.#lastKey = undefined;
    this.#section = place;
    this.records++;
    if (section === 'named-keys') this.#addNamedKeys(record);
    if (section === 'state') this.#addState(record);
  }

  /** SHA-256 over the records of the state. Once, at the end. */
  stateDigest(): Uint8Array {
    return new Uint8Array(this.#stateHash.digest());
  }

  #addNamedKeys(record: Uint8Array): void {
    const keys = decodeNamedKeysRecord(record, this.#lastKey);
    for (const key of keys) {
      if (key.record.offset >= this.#nextOffset) throw new SnapshotRecordError('a named key is of an offset behind the snapshot');
    }
    this.namedKeys += keys.length;
    this.#lastKey = keys.at(-1)?.id.slice() ?? this.#lastKey;
  }

  #addState(record: Uint8Array): void {
    const pairs = decodeStateRecord(record, this.#lastKey);
    this.stateKeys += pairs.length;
    this.#lastKey = pairs.at(-1)?.key.slice() ?? this.#lastKey;
    this.#stateHash.update(record);
  }
}

/** Of whatever cluster it is: the snapshot that a restored one begins with may hold that of the cluster before. */
function checkMembership(record: Uint8Array): void {
  try {
    readMembership(record);
  } catch (error) {
    if (!(error instanceof MembershipError)) throw error;
    throw new SnapshotRecordError(error.message, { cause: error });
  }
}
