// The snapshots of all nodes of one partition: each is of a committed snapshot-point and holds exactly what was committed up to there; those of one
// point are the same everywhere; and no log is dropped above what two of them cover.
import type { DamagedRange, LogBase, NodeId, SnapshotInfo } from '../../consensus/types.ts';
import type { CommittedLog } from './committed-log.ts';
import type { Report } from './violation.ts';

export class SnapshotChecker {
  readonly #committed: CommittedLog;
  readonly #report: Report;
  /** By index: the first one, and whose it is. */
  readonly #seen = new Map<number, { readonly node: NodeId; readonly info: SnapshotInfo }>();

  /** Of entries that are not known to be committed yet: the only voter knows it before anybody can hear of it. */
  #unchecked: { readonly node: NodeId; readonly info: SnapshotInfo }[] = [];

  constructor(options: { readonly committed: CommittedLog; readonly report: Report }) {
    this.#committed = options.committed;
    this.#report = options.report;
  }

  /** `node` has finished this one, taken or received. */
  finished(node: NodeId, info: SnapshotInfo): void {
    this.checkKnown();
    const first = this.#seen.get(info.index);
    if (first === undefined) {
      this.#seen.set(info.index, { node, info });
      this.#unchecked.push({ node, info });
      this.checkKnown();
    } else if (Buffer.compare(first.info.fileDigest, info.fileDigest) !== 0 || first.info.bytes !== info.bytes) {
      this.#report('state', `the snapshots of entry ${info.index} on ${first.node} and ${node} differ`);
    }
  }

  /** Checks those whose entries are known to be committed by now. */
  checkKnown(): void {
    const isKnown = ({ info }: { readonly info: SnapshotInfo }) => info.index <= this.#committed.lastIndex;
    for (const { node, info } of this.#unchecked.filter(isKnown)) this.#check(node, info);
    this.#unchecked = this.#unchecked.filter((one) => !isKnown(one));
  }

  /** All is known now: nobody may have a snapshot of anything else. */
  finish(): void {
    this.checkKnown();
    for (const { node, info } of this.#unchecked) this.#check(node, info);
  }

  /**
   * The log of `node` was compacted up to `base`; `snapshots` were its sound ones, newest first, and `damage` its damage. The newest alone may cover what is dropped where
   * damage takes the way from the older one anyway.
   */
  compacted(
    node: NodeId,
    {
      base,
      snapshots,
      damage,
    }: { readonly base: LogBase; readonly snapshots: readonly SnapshotInfo[]; readonly damage: readonly DamagedRange[] },
  ): void {
    const [newest = 0, older = 0] = snapshots.map(({ index }) => index);
    const isCutOff = damage.some(({ from, to }) => from > older && to <= newest);
    if (base.index > (isCutOff ? newest : older)) {
      const indexes = snapshots.map(({ index }) => index).join(', ');
      this.#report('retention', `the log of ${node} is dropped up to entry ${base.index}, its snapshots are of [${indexes}]`);
    }
  }

  #check(node: NodeId, info: SnapshotInfo): void {
    const entry = this.#committed.entries[info.index];
    const isOfLog =
      entry?.type === 'snapshot-point' &&
      entry.term === info.term &&
      entry.firstOffset === info.nextOffset &&
      Buffer.compare(entry.digest, info.digest) === 0;
    if (!isOfLog) this.#report('state', `the snapshot of ${node} at entry ${info.index} is of no committed snapshot-point`);
    if (Buffer.compare(this.#committed.state.digestAt(info.nextOffset - 1), info.stateDigest) !== 0) {
      this.#report('state', `the snapshot of ${node} at entry ${info.index} is not the state of offset ${info.nextOffset - 1}`);
    }
    let namedKeys = 0;
    for (const { key, offset } of this.#committed.byKey.values()) if (offset < info.nextOffset && key.startsWith('named:')) namedKeys++;
    if (namedKeys !== info.namedKeys) {
      this.#report('state', `the snapshot of ${node} at entry ${info.index} has ${info.namedKeys} named keys, not ${namedKeys}`);
    }
  }
}
