// From a snapshot back into the tables, the key index and the state: whichever of them needs it, in one pass over its records.
import { type RestoredTables, TablesReader } from '../../ledger/tables.ts';
import { decodeMembership, type Membership, MembershipError } from '../../membership.ts';
import type { KeyIndex, SnapshotRecord, SnapshotSection, SnapshotStore, StateStore } from '../../ports.ts';
import { namedKeys, SnapshotRecordError, statePairs } from '../../snapshot-records.ts';
import type { ClusterLimits, SnapshotInfo } from '../../types.ts';

/** A snapshot that cannot be read: damaged, or not what this version writes. `SnapshotStore` has set it aside. */
export class UnusableSnapshotError extends Error {
  override readonly name = 'UnusableSnapshotError';
}

/** What `info` covers, as a place in the log and in the offsets. */
export function progressOf(info: SnapshotInfo): { readonly index: number; readonly offset: number } {
  return { index: info.index, offset: info.nextOffset - 1 };
}

/** What a snapshot holds beside what is loaded into the stores. */
export interface LoadedSnapshot {
  readonly tables: RestoredTables;
  /** In force at its entry; `undefined`: that of the genesis. */
  readonly membership: Membership | undefined;
}

/**
 * The tables and the membership of the snapshot; loads key index and state from it as asked. Rejects with `UnusableSnapshotError` if the snapshot is to blame: what was being
 * loaded is then empty.
 */
export async function loadSnapshot(options: {
  readonly info: SnapshotInfo;
  readonly snapshots: SnapshotStore;
  readonly keyIndex: KeyIndex;
  readonly stateStore: StateStore;
  readonly limits: ClusterLimits;
  /** Id of the cluster. */
  readonly cluster: string;
  readonly wants: { readonly keys: boolean; readonly state: boolean };
}): Promise<LoadedSnapshot> {
  const { info, snapshots, keyIndex, stateStore, limits, cluster, wants } = options;
  const { index, offset } = progressOf(info);
  const sections = new Sections(snapshots.read(index));
  try {
    let membership: Membership | undefined;
    for await (const record of sections.take('membership')) membership = decodeMembership(record, cluster);
    const reader = new TablesReader(limits);
    for await (const record of sections.take('tables')) reader.add(record);
    const tables = reader.finish();
    if (tables.appliedOffset !== offset) throw new UnusableSnapshotError(`its tables are of offset ${tables.appliedOffset}, not ${offset}`);
    if (wants.keys) await keyIndex.load(info.partition, namedKeys(sections.take('named-keys')), offset);
    if (!wants.state) return { tables, membership };
    for await (const _ of sections.take('named-keys')) {
      // Read on to the state, if nobody wanted the keys.
    }
    await stateStore.load(info.partition, statePairs(sections.take('state')), { index, offset });
    return { tables, membership };
  } catch (error) {
    // The stores report failures of their own as they are; what the snapshot did not give is its fault.
    const isItsFault = sections.hasFailed || error instanceof SnapshotRecordError || error instanceof MembershipError;
    if (!isItsFault) throw error;
    throw new UnusableSnapshotError(messageOf(sections.failure ?? error), { cause: error });
  } finally {
    await sections.close();
  }
}

/** The records of a snapshot, section by section, in the order of the file. */
class Sections {
  readonly #records: AsyncIterator<SnapshotRecord>;
  /** Read already, and of a later section than was asked for. */
  #next: SnapshotRecord | undefined;
  #isDone = false;
  hasFailed = false;
  failure: unknown;

  constructor(records: AsyncIterable<SnapshotRecord>) {
    this.#records = records[Symbol.asyncIterator]();
  }

  /** What is left of this section, if it is the one that comes next. */
  async *take(section: SnapshotSection): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const record = this.#next ?? (await this.#read());
      this.#next = record;
      if (record?.section !== section) return;
      this.#next = undefined;
      yield record.bytes;
    }
  }

  async close(): Promise<void> {
    if (!this.#isDone) await this.#records.return?.();
  }

  async #read(): Promise<SnapshotRecord | undefined> {
    if (this.#isDone) return undefined;
    try {
      const { value, done } = await this.#records.next();
      if (done === true) this.#isDone = true;
      return done === true ? undefined : value;
    } catch (error) {
      this.#isDone = true;
      this.hasFailed = true;
      this.failure = error;
      throw error;
    }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
