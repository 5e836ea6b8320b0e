// The log starts anew behind an installed snapshot: from the moment the core says so, tables, key index and state wait, and once that is durable they are restored from the
// snapshot. A crash anywhere in between is made good by the next start. The same without a new log, where damage that nobody can repair lies before a snapshot.
import { assert, defined } from '../../assert.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { KeyIndex, SnapshotStore, StateStore } from '../../ports.ts';
import type { ClusterLimits, LogPosition, SnapshotInfo } from '../../types.ts';
import type { EntryReader } from '../entry-reader.ts';
import { loadSnapshot } from './snapshot-loading.ts';

export interface SnapshotRestorerOptions {
  readonly limits: ClusterLimits;
  /** Id of the cluster. */
  readonly cluster: string;
  readonly ledger: Ledger;
  readonly reader: EntryReader;
  readonly snapshots: SnapshotStore;
  readonly keyIndex: KeyIndex;
  readonly stateStore: StateStore;
  /** Nothing is applied, indexed or written to the state any more once it resolves. */
  readonly pause: () => Promise<unknown>;
  readonly isHalted: () => boolean;
  /** Whether this entry is behind what is applied, and committed and durable here; never on a leader. */
  readonly mayLeap: (index: number) => boolean;
  /** Tables, key index and state are those of the snapshot: go on behind it. */
  readonly onRestored: (info: SnapshotInfo) => void;
  readonly onFailure: (error: unknown) => void;
}

/** A reset of the log that is not durable yet. */
interface Reset {
  readonly sequence: number;
  readonly info: SnapshotInfo;
  readonly paused: Promise<unknown>;
}

export class SnapshotRestorer {
  readonly #options: SnapshotRestorerOptions;
  readonly #resets: Reset[] = [];
  /** Resets that are durable, of which the last is restored. */
  #pending = 0;
  #restoring: Promise<void> = Promise.resolve();

  constructor(options: SnapshotRestorerOptions) {
    this.#options = options;
  }

  /** Tables, key index and state are not what the log says. */
  get isActive(): boolean {
    return this.#resets.length > 0 || this.#pending > 0;
  }

  /** The log is to start anew behind the snapshot of `position`, in the write `sequence`; returns that snapshot. */
  begin(sequence: number, position: LogPosition): SnapshotInfo {
    const { snapshots, reader, pause, onFailure } = this.#options;
    const found = snapshots.list().find(({ index, term }) => index === position.index && term === position.term);
    const info = defined(found, 'the snapshot behind which the log starts anew');
    reader.resetBegins();
    const paused = pause();
    paused.catch(onFailure);
    this.#resets.push({ sequence, info, paused });
    return info;
  }

  /** What is to be applied next is damaged for good, and this snapshot, of an entry of this log, covers it: goes on from there, unless it is too early for that. */
  leap(info: SnapshotInfo): void {
    const { pause, isHalted, mayLeap, onFailure } = this.#options;
    if (isHalted() || this.isActive || !mayLeap(info.index)) return;
    this.#pending++;
    const paused = pause();
    this.#restoring = this.#restoring.then(() => this.#restore(info, paused)).catch(onFailure);
  }

  /** Everything up to `sequence` is durable. */
  durable(sequence: number): void {
    for (let reset = this.#resets[0]; reset !== undefined && reset.sequence <= sequence; reset = this.#resets[0]) {
      const { info, paused } = reset;
      this.#resets.shift();
      this.#options.reader.resetEnds();
      this.#pending++;
      this.#restoring = this.#restoring.then(() => this.#restore(info, paused)).catch(this.#options.onFailure);
    }
  }

  /** Resolves when nothing is restored any more. */
  async close(): Promise<void> {
    await this.#restoring;
  }

  async #restore(info: SnapshotInfo, paused: Promise<unknown>): Promise<void> {
    const { limits, cluster, ledger, snapshots, keyIndex, stateStore, isHalted, onRestored } = this.#options;
    await paused;
    if (!this.#isOvertaken()) {
      const { tables } = await loadSnapshot({ info, snapshots, keyIndex, stateStore, limits, cluster, wants: { keys: true, state: true } });
      if (!isHalted()) ledger.install(tables);
    }
    const isLast = !this.#isOvertaken();
    this.#pending--;
    assert(this.#pending >= 0, 'each snapshot is restored once');
    if (isLast) onRestored(info);
  }

  /** The node ends, or a later snapshot comes in the place of this one. */
  #isOvertaken(): boolean {
    return this.#options.isHalted() || this.#resets.length > 0 || this.#pending > 1;
  }
}
