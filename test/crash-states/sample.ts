// Which states to try when not all can be: a share of each class, spread evenly over all places, the same for the same numbers.
import { defined } from '../../consensus/assert.ts';
import { Random } from '../sim/random.ts';
import { ALL_LOST, type CrashClass, KILL } from './crash.ts';
import { type CrashStep, type Explorer, formatState, type Run, type StateId, type StateResult } from './explorer.ts';

/** Of all states tried, those that crash a second time, inside the recovery. */
const INSIDE_SHARE = 0.4;
/** Of the rest, at most so many that are numbered; what they do not fill is random. */
const CORE_SHARE = 0.45;
const PREFIX_SHARE = 0.35;
/** Crashes inside one recovery, which was recorded for them. */
const INSIDE_PLACES = 4;

/** States that `make test` tries, of all workloads together. */
export const CI_STATES = 20_000;
/** By default. */
const FAILURES_MAX = 3;

/** What one of several workloads gets. */
export function shareOf(states: number, workloads: number): number {
  return Math.ceil(states / workloads);
}

export interface Failure {
  readonly state: string;
  readonly story: string;
  readonly message: string;
}

type Part = NonNullable<SampleOptions['part']>;

export interface Tally {
  tried: number;
  opened: number;
  unclear: number;
  readonly failures: Failure[];
}

export interface SampleOptions {
  readonly workload: string;
  readonly count: number;
  readonly seed: number;
  readonly part?: { readonly number: number; readonly of: number };
  /** It stops when it has found so many. Default 3. */
  readonly failuresMax?: number;
}

function newTally(): Tally {
  return { tried: 0, opened: 0, unclear: 0, failures: [] };
}

/**
 * Tries `count` states of one workload, chosen by `seed`. `part`: of the numbered states only every `of`-th, so that
 * several samples share them out. `every`: called now and then with what was done so far.
 */
export async function sample(explorer: Explorer, options: SampleOptions & { readonly every?: (tally: Tally) => void }): Promise<Tally> {
  const { workload, count, seed, part = { number: 0, of: 1 }, failuresMax = FAILURES_MAX } = options;
  const tally = newTally();
  const run = await explorer.run(workload).catch((error: unknown) => {
    tally.failures.push({
      state: workload,
      story: 'without a crash',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return undefined;
  });
  if (run === undefined) return tally;
  const random = new Random(seed).fork(workload);
  const inside = Math.floor(count * INSIDE_SHARE);
  for (const id of depthOne(run, { workload, count: count - inside, random, part })) {
    if (tally.failures.length >= failuresMax) return tally;
    add(tally, id, await explorer.try(id));
    if (tally.tried % 256 === 0) options.every?.(tally);
  }
  for (let round = 0; tally.tried < count && tally.failures.length < failuresMax; round++) {
    // Every other time a mere kill, at each place in turn: the next start then finds much that is only in the page cache.
    const kill: CrashStep = { cut: defined(run.cuts[(seed + (round >> 1)) % run.cuts.length], 'a place'), kind: 'core', number: KILL };
    const id: StateId = { workload, steps: [round % 2 === 0 ? kill : randomStep(run, random)] };
    const places = Math.min(INSIDE_PLACES, count - tally.tried);
    for (const [state, result] of await explorer.tryInside(id, (inside) => insideStep(inside, random), places)) add(tally, state, result);
    if (tally.tried % 64 === 0) options.every?.(tally);
  }
  return tally;
}

function add(tally: Tally, id: StateId, result: StateResult): void {
  tally.tried++;
  if (result.kind === 'violated') {
    tally.failures.push({ state: formatState(id), story: result.story, message: result.error.stack ?? result.error.message });
  } else tally[result.kind]++;
}

function* depthOne(run: Run, options: { workload: string; count: number; random: Random; part: Part }): Generator<StateId> {
  const { workload, count, random, part } = options;
  let left = count;
  for (const [kind, share] of [
    ['core', CORE_SHARE],
    ['prefix', PREFIX_SHARE],
  ] as const) {
    for (const step of spread(run, kind, { count: Math.floor(count * share), random, part })) {
      left--;
      yield { workload, steps: [step] };
    }
  }
  for (; left > 0; left--) {
    const cut = random.pick(run.cuts);
    yield { workload, steps: [{ cut, kind: 'random', number: random.next() }] };
  }
}

/** Up to `count` of the numbered states of a class that are of this part, evenly spread from a random start. */
function* spread(
  run: Run,
  kind: Exclude<CrashClass, 'random'>,
  options: { readonly count: number; readonly random: Random; readonly part: Part },
): Generator<CrashStep> {
  const { count, random, part } = options;
  const sizes = run.cuts.map((cut) => {
    const { place } = run.place(cut);
    return { cut, size: kind === 'core' ? place.coreCount : place.prefixCount };
  });
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  const ours = Math.max(0, Math.ceil((total - part.number) / part.of));
  const wanted = Math.min(count, ours);
  const start = random.fraction();
  let passed = 0;
  let at = 0;
  for (let number = 0; number < wanted; number++) {
    const position = part.number + part.of * Math.floor(((number + start) * ours) / wanted);
    while (position - passed >= defined(sizes[at], 'a place').size) {
      passed += defined(sizes[at], 'a place').size;
      at++;
    }
    yield { cut: defined(sizes[at], 'a place').cut, kind, number: position - passed };
  }
}

function randomStep(run: Run, random: Random): CrashStep {
  const cut = random.pick(run.cuts);
  const { coreCount } = run.place(cut).place;
  if (random.chance(0.5)) return { cut, kind: 'core', number: random.integer(0, coreCount - 1) };
  return { cut, kind: 'random', number: random.next() };
}

/** Often everything that is not synced is lost: the harshest that a recovery can meet. */
function insideStep(recovery: Run, random: Random): CrashStep {
  const cut = random.pick(recovery.cuts);
  return random.chance(0.4) ? { cut, kind: 'core', number: ALL_LOST } : randomStep(recovery, random);
}
