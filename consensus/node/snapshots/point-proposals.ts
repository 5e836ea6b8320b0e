// Proposes snapshot-points on the leader: when enough log has gathered, and when somebody asks. When that is is snapshot-points.ts's, what becomes of a point snapshot-taker.ts's.
import type { Timers } from '../../ports.ts';
import type { EntryBody, Refusal, RefusalCode } from '../../types.ts';
import { type SnapshotPoint, SnapshotPoints } from './snapshot-points.ts';

export interface PointProposalsOptions {
  readonly intervalBytes: number;
  readonly lastSnapshotBytes: () => number;
  /** This node leads, and admits. */
  readonly isReady: () => boolean;
  readonly isFull: () => boolean;
  /** A point that is applied now is not skipped here. */
  readonly canTake: () => boolean;
  readonly isHalted: () => boolean;
  /** Of the entry that is proposed next. */
  readonly nextIndex: () => number;
  readonly propose: (body: Pick<EntryBody, 'type' | 'count' | 'payload'>) => void;
  readonly leaderHint: () => Pick<Refusal, 'leader'>;
  readonly guard: (work: () => void) => void;
  readonly timers: Pick<Timers, 'endOfTurn'>;
}

export class PointProposals {
  readonly points: SnapshotPoints;
  readonly #options: PointProposalsOptions;

  constructor(options: PointProposalsOptions) {
    this.#options = options;
    this.points = new SnapshotPoints(options);
  }

  /** Proposes one, unless a snapshot is being written here; resolves with its index once it is applied. */
  take(): Promise<SnapshotPoint | Refusal> {
    const { isReady, isFull, canTake, isHalted, leaderHint, guard } = this.#options;
    return new Promise((resolve) => {
      const refuse = (code: RefusalCode, hint = {}) => resolve({ kind: 'refused', code, outcome: 'none', ...hint });
      guard(() => {
        if (!isReady()) refuse('NOT_LEADER', leaderHint());
        else if (isFull()) refuse('NO_SPACE');
        else if (!canTake()) refuse('OVERLOADED');
        else this.#propose(resolve);
      });
      if (isHalted()) refuse('SHUTTING_DOWN');
    });
  }

  /** Proposes one at the end of this turn, if it is due then. */
  soon(): void {
    const { isReady, canTake, guard, timers } = this.#options;
    const propose = () => {
      if (isReady() && this.points.isDue && canTake()) this.#propose();
    };
    timers.endOfTurn(() => guard(propose));
  }

  #propose(resolve?: (result: SnapshotPoint | Refusal) => void): void {
    // Known before the step: in a cluster of one the point may be applied within it.
    this.points.proposed(this.#options.nextIndex(), resolve);
    this.#options.propose({ type: 'snapshot-point', count: 0, payload: new Uint8Array(0) });
  }
}
