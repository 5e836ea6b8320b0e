// Makes a failing history small: leaves out what the nemesis did and what the plan turned on, piece by piece, for as long as the same kind of promise is still broken.
// Whatever is left out moves everything that follows; so each try is made with a few seeds of the world.
import type { Action } from './actions.ts';
import { LASTING_FAULTS, type Plan } from './plan.ts';
import { hashText } from './random.ts';
import type { Script } from './script.ts';
import type { Outcome } from './seed-process.ts';

/** With how many seeds of the world it is tried to leave out everything at once, and a piece. */
const SEEDS_AT_ONCE = 6;
const SEEDS_A_PIECE = 2;

export interface ShrinkOptions {
  /** Fails when it is run. */
  readonly script: Script;
  readonly run: (script: Script) => Promise<Outcome>;
  /** No more than so many runs. */
  readonly runsMax: number;
  readonly onSmaller: (script: Script, runs: number) => void;
}

/** Resolves to the smallest script that was found to fail in the same way. */
export async function shrink(options: ShrinkOptions): Promise<Script> {
  const shrinker = new Shrinker(options);
  await shrinker.shrink();
  return shrinker.best;
}

/** A simpler plan, or the same where there is nothing to simplify. */
type Simplification = (plan: Plan) => Plan;

const without = (fault: (typeof LASTING_FAULTS)[number] | 'slow-disk'): Simplification => {
  return (plan) => (plan.faults.has(fault) ? { ...plan, faults: new Set([...plan.faults].filter((one) => one !== fault)) } : plan);
};

const SIMPLIFICATIONS: readonly Simplification[] = [
  (plan) => (plan.nodes > 3 ? { ...plan, nodes: 3 } : plan),
  (plan) => (plan.partitions > 1 ? { ...plan, partitions: 1 } : plan),
  (plan) => (plan.hasQuorumPhase ? { ...plan, hasQuorumPhase: false } : plan),
  ...LASTING_FAULTS.map(without),
  without('slow-disk'),
  (plan) => (plan.clientsPerPartition > 1 ? { ...plan, clientsPerPartition: 1 } : plan),
  (plan) =>
    plan.storage.retention.keep === 'everything' ? plan : { ...plan, storage: { ...plan.storage, retention: { keep: 'everything' } } },
  (plan) => (plan.acknowledge === undefined ? plan : { ...plan, acknowledge: undefined }),
  (plan) => (plan.deltaShare > 0 ? { ...plan, deltaShare: 0 } : plan),
  (plan) => (plan.namedShare > 0 ? { ...plan, namedShare: 0 } : plan),
  (plan) => (plan.dataBytesMax > 0 ? { ...plan, dataBytesMax: 0 } : plan),
  (plan) => (plan.membership === undefined ? plan : { ...plan, membership: undefined }),
  (plan) => (plan.driftShare > 0 ? { ...plan, driftShare: 0 } : plan),
];

class Shrinker {
  best: Script;
  readonly #options: ShrinkOptions;
  #runs = 0;

  constructor(options: ShrinkOptions) {
    this.best = options.script;
    this.#options = options;
  }

  async shrink(): Promise<void> {
    await this.#fails({ ...this.best, actions: [] }, SEEDS_AT_ONCE);
    for (let before = ''; before !== sizeOf(this.best); ) {
      before = sizeOf(this.best);
      await this.#dropActions();
      await this.#shorten();
      for (const simplify of SIMPLIFICATIONS) {
        const plan = simplify(this.best.plan);
        if (plan !== this.best.plan) await this.#fails({ ...this.best, plan, actions: actionsOn(plan, this.best.actions) }, SEEDS_A_PIECE);
      }
    }
    // What struck nobody is no part of it.
    const struck = new Set<string>(this.best.actions.map(({ fault }) => fault));
    const lasting = new Set<string>(LASTING_FAULTS);
    const faults = new Set([...this.best.plan.faults].filter((fault) => lasting.has(fault) || struck.has(fault)));
    await this.#fails({ ...this.best, plan: { ...this.best.plan, faults } }, 1);
  }

  /** Delta debugging (Zeller): larger pieces first, then smaller ones. */
  async #dropActions(): Promise<void> {
    for (let size = Math.ceil(this.best.actions.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let from = 0; from < this.best.actions.length; ) {
        const { actions } = this.best;
        const isDropped = await this.#fails({ ...this.best, actions: actions.toSpliced(from, size) }, SEEDS_A_PIECE);
        if (!isDropped) from += size;
      }
    }
  }

  /** All may happen sooner; and where it breaks only when the faults are over, they may be over sooner. */
  async #shorten(): Promise<void> {
    for (const share of [0.1, 0.5]) {
      const actions = this.best.actions.map((action) => ({ ...action, at: Math.round(action.at * share) }));
      if (await this.#fails({ ...this.best, actions, faultsMs: Math.ceil(this.best.faultsMs * share) }, SEEDS_A_PIECE)) break;
    }
    for (let share = 0.25; share < 1; share += 0.25) {
      const faultsMs = Math.ceil(Math.max(this.best.faultsMs * share, this.best.actions.at(-1)?.at ?? 0));
      if (faultsMs < this.best.faultsMs && (await this.#fails({ ...this.best, faultsMs }, SEEDS_A_PIECE))) return;
    }
  }

  /** Whether this fails in the same way with one of so many seeds; then it is the best so far. */
  async #fails(script: Script, seeds: number): Promise<boolean> {
    const { run, runsMax, onSmaller } = this.#options;
    for (let variant = 0; variant < seeds && this.#runs < runsMax; variant++) {
      const seed = variant === 0 ? script.seed : hashText(`${script.seed} ${variant}`);
      this.#runs++;
      const outcome = await run({ ...script, seed });
      if (outcome.violation?.kind !== script.violation) continue;
      // What was to come after it belongs to it no more.
      const { actions = script.actions, faultsMs = script.faultsMs } = outcome;
      this.best = { ...script, seed, actions, faultsMs: Math.ceil(faultsMs), story: outcome.violation.message.split('\n')[0] ?? '' };
      onSmaller(this.best, this.#runs);
      return true;
    }
    return false;
  }
}

function actionsOn({ nodes, membership }: Plan, actions: readonly Action[]): Action[] {
  const onMembers = new Set<string>(['members', 'lost-disk']);
  const isLeft = ({ node, fault }: Action) =>
    Number(node.slice(1)) <= nodes + (membership?.spares ?? 0) && (membership !== undefined || !onMembers.has(fault));
  return actions.filter(isLeft);
}

/** Grows smaller, and then stays, as the script does. */
function sizeOf({ actions, plan, faultsMs }: Script): string {
  return JSON.stringify([actions.length, faultsMs, { ...plan, faults: [...plan.faults] }]);
}
