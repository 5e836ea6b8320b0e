// Depth-first search over every world that can come of a scope, each looked at once.
import { defined } from '../../consensus/assert.ts';
import { Violation } from './history.ts';
import { Model, type World } from './model.ts';
import type { Scope } from './scopes.ts';
import { Visited } from './visited.ts';
import { type Step, Worlds } from './world.ts';

export interface SearchResult {
  /** Distinct worlds. */
  readonly states: number;
  /** Steps taken, most of them to worlds seen before. */
  readonly steps: number;
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

interface Frame {
  readonly world: World;
  readonly steps: readonly Step[];
  taken: number;
}

export class Search {
  readonly #worlds: Worlds;
  readonly #visited = new Visited();
  readonly #model: Model;
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
    const stack: Frame[] = [];
    this.#enter(stack, this.#worlds.start);
    while (stack.length > 0 && this.#visited.size < statesMax) {
      const frame = defined(stack.at(-1), 'a frame');
      const step = frame.steps[frame.taken++];
      if (step === undefined) {
        stack.pop();
        continue;
      }
      this.#steps++;
      let next: World;
      try {
        next = this.#worlds.next(frame.world, step);
      } catch (error) {
        return this.#result(false, this.#found(stack, error));
      }
      if (this.#enter(stack, next) && this.#visited.size % 100_000 === 0) progress(this.#visited.size);
    }
    return this.#result(stack.length === 0, undefined);
  }

  #enter(stack: Frame[], world: World): boolean {
    const [high, low] = this.#model.hashOf(world);
    if (!this.#visited.maybeAdd(high, low)) return false;
    stack.push({ world, steps: this.#worlds.steps(world), taken: 0 });
    this.#depth = Math.max(this.#depth, stack.length - 1);
    return true;
  }

  #found(stack: readonly Frame[], error: unknown): FoundViolation {
    const schedule = stack.map(({ steps, taken }) => this.#worlds.describe(defined(steps[taken - 1], 'a step')));
    const kind = error instanceof Violation ? error.kind : 'assertion';
    return { kind, message: error instanceof Error ? error.message : String(error), schedule };
  }

  #result(isComplete: boolean, violation: FoundViolation | undefined): SearchResult {
    return { states: this.#visited.size, steps: this.#steps, depth: this.#depth, isComplete, violation };
  }
}
