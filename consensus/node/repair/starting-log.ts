// How much of its log a partition takes part with. All of it, unless something is damaged. Where a snapshot covers the damage it begins behind that snapshot; where nothing does, and no
// other node has the entries, it ends before them, and what lay behind is claimed, as after an unclear end. Pure; asking the others is the repairer's.
import type { PartitionStorage } from '../../ports.ts';
import type { DamagedRange, LogBase, LogPosition, SnapshotInfo, TermRun } from '../../types.ts';

/** The log as the core is told of it. The storage may hold more: before its base, and behind its end, where what a leader appends cuts it off. */
export interface StartingLog {
  /** That of the storage, or the snapshot that covers damage. */
  readonly base: LogBase;
  /** That of `base` if there is none behind it. */
  readonly lastIndex: number;
  readonly termRuns: readonly TermRun[];
  readonly claim: LogPosition | undefined;
}

type InWhichItMayBe = Pick<StartingLog, 'base' | 'lastIndex' | 'termRuns'> & { readonly damage?: readonly DamagedRange[] };

type Stored = Pick<PartitionStorage, 'base' | 'lastIndex' | 'termRuns' | 'claim' | 'damage'>;

/**
 * `undefined`: some of the damage has to be repaired first. `isHopeless`: every other node has answered, and none has these entries, nor a snapshot that covers them and leads into this
 * log. Then only a leader can heal it, by a snapshot or by what it appends in their place.
 *
 * Why not all of it: nobody knows the terms of damaged entries for certain, so a leader's entries could be taken for them, and acknowledged, although they are not here; and as a leader this
 * node would name wrong ones. Why what lies behind the end is claimed, and not cut: it may have been acknowledged, so no log that is shorter may win by this node's vote; and it is there for
 * as long as nobody has anything better.
 */
export function startingLog(options: {
  readonly storage: Stored;
  /** Newest first. */
  readonly snapshots: readonly SnapshotInfo[];
  readonly isHopeless: (range: DamagedRange) => boolean;
}): StartingLog | undefined {
  const { storage, snapshots, isHopeless } = options;
  const { base, lastIndex, termRuns, claim, damage } = storage;
  if (damage.length === 0) return { base, lastIndex, termRuns, claim };
  const cover = snapshots.find((info) => isInLog(storage, info));
  const covered = cover?.index ?? 0;
  const needed = damage.filter((range) => range.to > covered);
  if (!needed.every(isHopeless)) return undefined;
  const first = needed[0];
  const start = cover !== undefined && damage.some((range) => range.from <= covered) ? baseOf(cover) : base;
  const end = first === undefined ? lastIndex : Math.max(covered, first.from - 1);
  const left = { base: start, lastIndex: end, termRuns: runsOf(termRuns, start.index + 1, end) };
  return { ...left, claim: first === undefined ? claim : later(claim, { index: lastIndex, term: termRuns.at(-1)?.term ?? base.term }) };
}

/**
 * The snapshot that takes the place of all that is damaged, where nobody has that any more: whoever leads sends it instead, so that the damage keeps nobody from leading. The oldest, since what
 * lies behind it is sent from the log.
 */
export function coverOfAll(options: {
  readonly damage: readonly DamagedRange[];
  /** Newest first. */
  readonly snapshots: readonly SnapshotInfo[];
  readonly doesNobodyHave: (range: DamagedRange) => boolean;
}): SnapshotInfo | undefined {
  const { damage, snapshots, doesNobodyHave } = options;
  if (damage.length === 0 || !damage.every(doesNobodyHave)) return undefined;
  return snapshots.findLast(({ index }) => damage.every(({ to }) => to <= index));
}

/** The runs of the entries `from`..`to` alone. */
function runsOf(runs: readonly TermRun[], from: number, to: number): TermRun[] {
  if (from > to) return [];
  const at = runs.findLastIndex((run) => run.firstIndex <= from);
  return runs
    .slice(Math.max(0, at))
    .filter((run) => run.firstIndex <= to)
    .map((run) => ({ firstIndex: Math.max(from, run.firstIndex), term: run.term }));
}

/** The log that begins right behind the snapshot. */
export function baseOf({ index, term, nextOffset, digest }: SnapshotInfo): LogBase {
  return { index, term, nextOffset, digest };
}

/**
 * Whether the snapshot is of an entry of this log, or of its base. One that is not was received, and the process ended before the log began anew behind it: the leader
 * will offer it again, and until then the log is what it was.
 */
export function isInLog(log: InWhichItMayBe, info: SnapshotInfo): boolean {
  const { base, lastIndex, termRuns, damage = [] } = log;
  if (info.index === base.index) return info.term === base.term;
  if (info.index < base.index || info.index > lastIndex) return false;
  // Of what term a damaged entry was may be a guess. But what is sound behind it leads on from its digest.
  const isFollowed = info.index < lastIndex && damage.every(({ from }) => from !== info.index + 1);
  const ending = damage.find(({ to }) => to === info.index);
  if (ending !== undefined && isFollowed) return ending.digest.every((byte, at) => byte === info.digest[at]);
  return termRuns.findLast((run) => run.firstIndex <= info.index)?.term === info.term;
}

/** Whether the snapshot is of an entry of this log, and others lie behind it. */
export function goesOnBehind(log: InWhichItMayBe, info: SnapshotInfo): boolean {
  return isInLog(log, info) && info.index < log.lastIndex;
}

/** The later of two places, in Raft's order of logs (§5.4.1). */
function later(left: LogPosition | undefined, right: LogPosition): LogPosition {
  if (left === undefined || left.term < right.term) return right;
  return left.term === right.term && left.index < right.index ? right : left;
}
