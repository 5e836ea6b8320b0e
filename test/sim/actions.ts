// What the nemesis does, as data: decided ahead of the run, so that a run can be replayed with some of it left out. All else that an action draws comes from its own seed.
import type { NodeId } from '../../consensus/types.ts';
import { type Plan, SUDDEN_FAULTS, type SuddenFault } from './plan.ts';
import type { Random } from './random.ts';

/** `beyond`: damages more than the promises allow. `members`: the operator changes who belongs to the cluster; `lost-disk`: a member loses all that it had. */
export type ActionKind = SuddenFault | 'beyond' | 'members' | 'lost-disk';

export interface PlannedAction {
  /** Simulated milliseconds since the faults began. */
  readonly at: number;
  readonly fault: ActionKind;
  /** Whom it strikes; `undefined`: chosen when it strikes, often the leader. */
  readonly node: NodeId | undefined;
  /** Of whatever else it draws. */
  readonly seed: number;
}

/** As it was carried out. */
export interface Action extends PlannedAction {
  readonly node: NodeId;
}

/** Mean time until the promises are exceeded, and between attempts at it. */
const BEYOND_MS = 4000;
/** Mean time between attempts at taking a disk away. */
const LOST_DISK_MS = 8000;

/** What happens in `ms` of faults. */
export function planActions(options: {
  readonly plan: Plan;
  readonly random: Random;
  readonly ms: number;
  readonly beyond: boolean;
}): PlannedAction[] {
  const { plan, random, ms, beyond } = options;
  const kinds = SUDDEN_FAULTS.filter((fault) => plan.faults.has(fault));
  const faults = kinds.length === 0 ? [] : spread(ms, plan.faultEveryMs, random.fork('faults'), (draw) => draw.pick(kinds));
  const exceeding = beyond ? spread(ms, BEYOND_MS, random.fork('beyond'), () => 'beyond' as const) : [];
  const members =
    plan.membership === undefined ? [] : spread(ms, plan.membership.everyMs, random.fork('members'), () => 'members' as const);
  const lost = plan.membership?.losesDisks === true ? spread(ms, LOST_DISK_MS, random.fork('lost-disk'), () => 'lost-disk' as const) : [];
  return [...faults, ...exceeding, ...members, ...lost].sort((left, right) => left.at - right.at);
}

function spread(ms: number, everyMs: number, random: Random, kind: (random: Random) => ActionKind): PlannedAction[] {
  const actions: PlannedAction[] = [];
  for (let at = random.exponential(everyMs); at < ms; at += random.exponential(everyMs)) {
    // Whole microseconds are kept exactly in a file, and read well.
    actions.push({ at: Math.round(at * 1000) / 1000, fault: kind(random), node: undefined, seed: random.next() });
  }
  return actions;
}
