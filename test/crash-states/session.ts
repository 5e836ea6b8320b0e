// One process that uses a data directory on a recording disk: it marks what it may be held to before and after each call, and checks what it
// finds whenever it opens.
import { assert, defined } from '../../consensus/assert.ts';
import type { PartitionStorage } from '../../consensus/ports.ts';
import type { Entry, NodeId } from '../../consensus/types.ts';
import { type DataDirectory, openDataDirectory } from '../../log/data-directory.ts';
import { entryAfter, NODE } from '../unit/log/fixture.ts';
import { type AllowedLog, checkDirectory, checkPartition, type Expectation } from './expectation.ts';
import type { RecordingDisk } from './recording-disk.ts';

export const ROOT = '/data';
/** A handful of entries fills a segment. */
const SIZES = { firstSegmentBytes: 6 * 1024, segmentBytes: 7 * 1024 };
/** Entries that the log never held, up to the base that a `reset` is given. */
const SKIPPED = 3;

/** Bytes of a payload: `dense` has no zero byte, `sparse` few that are not zero, `zeros` none. */
export type Payload = number | { readonly zeros: number } | { readonly sparse: number };

export class Session {
  readonly disk: RecordingDisk<Expectation>;
  /** Told apart by their processes, so that an incarnation that was not durable is not given out twice. */
  readonly #process: number;
  #expectation: Expectation;
  #data: DataDirectory | undefined;
  #storage: PartitionStorage | undefined;

  constructor(disk: RecordingDisk<Expectation>, expectation: Expectation, process = 1) {
    this.disk = disk;
    this.#process = process;
    this.#expectation = expectation;
    disk.mark(expectation);
  }

  get expectation(): Expectation {
    return this.#expectation;
  }

  get storage(): PartitionStorage {
    return defined(this.#storage, 'an open partition');
  }

  /** Opens the directory and partition 1, and checks both. From then on what was found is promised. */
  async open(): Promise<void> {
    await this.openDirectory();
    this.#storage = await defined(this.#data, 'an open directory').openPartition(1);
    this.#expect(await checkPartition(this.#storage, this.#expectation));
  }

  async openDirectory(): Promise<void> {
    const newIncarnation = (): string => this.#process.toString(16).padStart(32, '0');
    this.#data = await openDataDirectory({ disk: this.disk, path: ROOT, nodeId: NODE, newIncarnation, ...SIZES });
    this.#expect(checkDirectory(this.#data, this.#expectation));
  }

  async saveGenesis(text: string): Promise<void> {
    this.#expect({ ...this.#expectation, genesis: [...this.#expectation.genesis, text] });
    await defined(this.#data, 'an open directory').saveGenesis(text);
    this.#expect({ ...this.#expectation, genesis: [text] });
  }

  async save(term: number, votedFor: NodeId | undefined): Promise<void> {
    const saved = { term, votedFor };
    this.#expect({ ...this.#expectation, hardStates: [...this.#expectation.hardStates, saved] });
    await this.storage.saveHardState(saved);
    this.#expect({ ...this.#expectation, hardStates: [saved] });
  }

  /** One append of entries with these payloads, of the term of the hard state; behind index `after`, by default behind the last. */
  async append(payloads: readonly Payload[], after = this.storage.lastIndex): Promise<void> {
    const log = this.#log;
    const kept = log.history.slice(0, after - log.historyBase);
    const history = [...kept, ...this.#entries(payloads, kept.at(-1))];
    const outcome: AllowedLog = { ...log, history, atLeast: after };
    const isCut = after < this.storage.lastIndex;
    this.#expect({ ...this.#expectation, logs: isCut ? [log, outcome] : [outcome] });
    await this.storage.append(history.slice(kept.length));
    assert(this.storage.lastIndex === log.historyBase + history.length, 'the log ends behind what was appended');
    this.#expect({ ...this.#expectation, logs: [{ ...outcome, atLeast: this.storage.lastIndex }] });
  }

  async compact(throughIndex: number): Promise<void> {
    const log = this.#log;
    this.#expect({ ...this.#expectation, logs: [{ ...log, baseTo: Math.max(log.baseTo, throughIndex) }] });
    await this.storage.compact(throughIndex);
  }

  /** As after the installation of a snapshot of a point behind the end of this log. */
  async reset(): Promise<void> {
    const skipped = this.#entries(
      Array.from({ length: SKIPPED }, () => 10),
      this.#log.history.at(-1),
    );
    const base = defined(skipped.at(-1), 'an entry');
    const { index } = base;
    const fresh: AllowedLog = { historyBase: index - 1, history: [base], atLeast: index, baseFrom: index, baseTo: index };
    this.#expect({ ...this.#expectation, logs: [this.#log, fresh] });
    await this.storage.reset({ index, term: base.term, nextOffset: base.firstOffset + base.count, digest: base.digest });
    this.#expect({ ...this.#expectation, logs: [fresh] });
  }

  /** The process is killed and another begins, while all is in the page cache. */
  async restart(): Promise<Session> {
    const next = new Session(this.disk, this.#expectation, this.#process + 1);
    await next.open();
    return next;
  }

  get #log(): AllowedLog {
    assert(this.#expectation.logs.length === 1, 'nothing is under way');
    return defined(this.#expectation.logs[0], 'a log');
  }

  #entries(payloads: readonly Payload[], previous: Entry | undefined): Entry[] {
    const { term } = this.storage.hardState;
    const entries: Entry[] = [];
    let last = previous;
    for (const payload of payloads) {
      last = entryAfter(last, { term, payload: payloadOf(payload, (last?.index ?? 0) * 7 + term) });
      entries.push(last);
    }
    return entries;
  }

  #expect(expectation: Expectation): void {
    this.#expectation = expectation;
    this.disk.mark(expectation);
  }
}

function payloadOf(payload: Payload, salt: number): Uint8Array {
  if (typeof payload === 'number') return Uint8Array.from({ length: payload }, (_, at) => 1 + ((at * 7 + salt) % 255));
  if ('zeros' in payload) return new Uint8Array(payload.zeros);
  return Uint8Array.from({ length: payload.sparse }, (_, at) => (at % 700 === 300 ? 1 + (salt % 255) : 0));
}
