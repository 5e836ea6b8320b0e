// Makes the schedule of a violation as short as leaving out steps can: parts of it are left out, halves first, as long as the same kind of violation is still reached.
// Also plays a schedule again from its words alone.
import { Violation } from './history.ts';
import { Model } from './model.ts';
import { BUDGET_NAMES, type Scope } from './scopes.ts';
import type { FoundViolation } from './search.ts';
import { Worlds } from './world.ts';

/** The same scope, with enough of everything for any schedule. */
export function generous(scope: Scope): Scope {
  return { ...scope, budget: Object.fromEntries(BUDGET_NAMES.map((name) => [name, 9])) };
}

/** The violation that these steps lead to, with the steps up to it. Steps that cannot be taken are left out. */
export function play(scope: Scope, schedule: readonly string[]): FoundViolation | undefined {
  const worlds = new Worlds(new Model(scope), scope);
  const taken: string[] = [];
  let world = worlds.start;
  for (const words of schedule) {
    const step = worlds.steps(world).find((candidate) => worlds.describe(candidate) === words);
    if (step === undefined) continue;
    taken.push(words);
    try {
      world = worlds.next(world, step);
    } catch (error) {
      const kind = error instanceof Violation ? error.kind : 'assertion';
      return { kind, message: error instanceof Error ? error.message : String(error), schedule: taken };
    }
  }
  return undefined;
}

/** A schedule of the same kind of violation from which no single step can be left out. */
export function shortened(scope: Scope, violation: FoundViolation): FoundViolation {
  const wide = generous(scope);
  let best = play(wide, violation.schedule) ?? violation;
  for (let size = Math.ceil(best.schedule.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.schedule.length; ) {
      const shorter = play(wide, best.schedule.toSpliced(from, size));
      if (shorter !== undefined && shorter.kind === violation.kind && shorter.schedule.length < best.schedule.length) best = shorter;
      else from += size;
    }
  }
  return best;
}
