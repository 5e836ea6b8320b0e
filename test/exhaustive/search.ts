// Search over every world that can come of a scope, each looked at once: depth-first, in bursts that begin at any world not looked into yet, so that the first hundred thousand
// worlds are not all in one corner. Which ones is decided by a generator that always starts alike: the same scope is always searched alike.

import { defined } from '../../consensus/assert.ts';
import { nextRandom } from '../../consensus/core/random.ts';
import { Violation } from './history.ts';
import { Model, type World } from './model.ts';
import type { Scope } from './scopes.ts';
import { Visited } from './visited.ts';
import { type Step, Worlds } from './world.ts';

/** Worlds that are looked into one behind the other. */
const BURST = 32;
/** Every other burst begins among this part of the worlds that wait longest: there are fewer steps behind them. */
const OLD_PART = 16;
const PROGRESS_STATES = 100_000;

export interface SearchResult {
  /** Distinct worlds. */
  readonly states: number;
  /** Steps taken, most of them to worlds seen before. */
  readonly steps: number;
  /** Steps from the start to the furthest world. */
  readonly depth: number;
  /** Every world of the scope was seen. */
  readonly isComplete: boolean;
  readonly violation: FoundViolation | undefined;
}

export interface FoundViolation {
  readonly kind: string;
  readonly message: string;
  /** In words, the first one first. */
  readonly schedule: readonly string[];
}

/** How a world was reached. */
interface Trail {
  readonly before: Trail | undefined;
  readonly step: Step;
  readonly depth: number;
}

interface Waiting {
  readonly world: World;
  readonly trail: Trail | undefined;
}

export class Search {
  readonly #worlds: Worlds;
  readonly #visited = new Visited();
  readonly #model: Model;
  /** Seen, and not looked into yet. */
  readonly #waiting: Waiting[] = [];
  #steps = 0;
  #depth = 0;

  constructor(scope: Scope) {
    this.#model = new Model(scope);
    this.#worlds = new Worlds(this.#model, scope);
  }

  get model(): Model {
    return this.#model;
  }

  /** Goes on until all is seen, `statesMax` worlds are, or one of them must not be. */
  run(statesMax: number, progress: (states: number) => void = () => {}): SearchResult {
    this.#maybeAdd(this.#worlds.start, undefined);
    for (let count = 0, seed = 1; this.#visited.size < statesMax; count++) {
      if (count % BURST === 0) seed = this.#beginBurst(seed, count % (2 * BURST) === 0 ? OLD_PART : 1);
      const next = this.#waiting.pop();
      if (next === undefined) return this.#result(undefined);
      const found = this.#lookInto(next, progress);
      if (found !== undefined) return this.#result(found);
    }
    return this.#result(undefined);
  }

  #beginBurst(seed: number, part: number): number {
    const last = this.#waiting.length - 1;
    if (last < 1) return seed;
    const random = nextRandom(seed, Math.ceil((last + 1) / part));
    const chosen = defined(this.#waiting[random.value], 'a world that waits');
    this.#waiting[random.value] = defined(this.#waiting[last], 'a world that waits');
    this.#waiting[last] = chosen;
    return random.seed;
  }

  #lookInto({ world, trail }: Waiting, progress: (states: number) => void): FoundViolation | undefined {
    for (const step of this.#worlds.steps(world)) {
      this.#steps++;
      const next = { before: trail, step, depth: (trail?.depth ?? 0) + 1 };
      try {
        if (!this.#maybeAdd(this.#worlds.next(world, step), next)) continue;
      } catch (error) {
        return this.#found(next, error);
      }
      if (this.#visited.size % PROGRESS_STATES === 0) progress(this.#visited.size);
    }
    return undefined;
  }

  #maybeAdd(world: World, trail: Trail | undefined): boolean {
    const [high, low] = this.#model.hashOf(world);
    if (!this.#visited.maybeAdd(high, low)) return false;
    this.#waiting.push({ world, trail });
    this.#depth = Math.max(this.#depth, trail?.depth ?? 0);
    return true;
  }

  #found(trail: Trail, error: unknown): FoundViolation {
    const schedule: string[] = [];
    for (let at: Trail | undefined = trail; at !== undefined; at = at.before) schedule.unshift(this.#worlds.describe(at.step));
    const kind = error instanceof Violation ? error.kind : 'assertion';
    return { kind, message: error instanceof Error ? error.message : String(error), schedule };
  }

  #result(violation: FoundViolation | undefined): SearchResult {
    const isComplete = violation === undefined && this.#waiting.length === 0;
    return { states: this.#visited.size, steps: this.#steps, depth: this.#depth, isComplete, violation };
  }
}
