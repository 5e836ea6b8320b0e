// Runs workloads on a recording disk, crashes them wherever a call ends, starts again, and holds what it finds against what was promised: it
// opens, acknowledged entries are there, nothing is invented, a second start finds the same. Also crashes inside the recovery.
import { defined } from '../../consensus/assert.ts';
import { type CrashClass, CrashPlace, loseUnsynced } from './crash.ts';
import { type Expectation, NOTHING, Violation } from './expectation.ts';
import { DiskState, RecordingDisk } from './recording-disk.ts';
import { Session } from './session.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

/** One crash: after so many events of the run, and which of the states there. */
export interface CrashStep {
  readonly cut: number;
  readonly kind: CrashClass;
  readonly number: number;
}

/** One state, reproducible: the crashes one after the other, each but the first inside the recovery from the one before. */
export interface StateId {
  readonly workload: string;
  readonly steps: readonly CrashStep[];
}

/** `unclear`: garbage, which the log declined to judge: it opened with a claim. `opened`: all promises were kept. */
export type StateResult =
  | { readonly kind: 'opened' | 'unclear' }
  | { readonly kind: 'violated'; readonly error: Error; readonly story: string };

/** `rotation 17:prefix:212 4:core:3` */
export function formatState(id: StateId): string {
  return [id.workload, ...id.steps.map(({ cut, kind, number }) => `${cut}:${kind}:${number}`)].join(' ');
}

export function parseState(text: string): StateId {
  const [workload = '', ...steps] = text.trim().split(/\s+/);
  const parsed = steps.map((step) => {
    const match = /^(\d+):(core|prefix|random):(\d+)$/.exec(step);
    if (match === null) throw new RangeError(`not a crash: ${step}`);
    return { cut: Number(match[1]), kind: match[2] as CrashClass, number: Number(match[3]) };
  });
  if (parsed.length === 0) throw new RangeError('a state has at least one crash: WORKLOAD CUT:CLASS:NUMBER …');
  return { workload, steps: parsed };
}

/** A run, and every place in it where it can be crashed. */
export class Run {
  /** Positions among the events, before each call that changes something, and behind the last. */
  readonly cuts: readonly number[];
  readonly #places = new Map<number, { readonly place: CrashPlace; readonly expectation: Expectation }>();

  private constructor(before: DiskState, disk: RecordingDisk<Expectation>, from: number) {
    const cuts: number[] = [];
    let expectation: Expectation = NOTHING;
    const state = before;
    for (let at = 0; at <= disk.events.length; at++) {
      const event = disk.events[at];
      const call = event?.call;
      if (event !== undefined && call === undefined) expectation = event.mark;
      else {
        const changes = call === undefined || call.kind !== 'open' || call.create;
        if (changes && at >= from) {
          cuts.push(at);
          this.#places.set(at, { place: new CrashPlace(state.clone(), call), expectation });
        }
        if (call !== undefined) state.perform(call);
      }
    }
    this.cuts = cuts;
  }

  static async ofWorkload(workload: Workload): Promise<Run> {
    const disk = new RecordingDisk<Expectation>(new DiskState());
    const session = Session.recorded(disk, NOTHING);
    await workload.before?.(session);
    const from = disk.events.length;
    await workload.run(session);
    await backgroundWork();
    return new Run(new DiskState(), disk, from);
  }

  /** What starts on `state` and, if it can, appends and saves; the error with which that ended, if any. */
  static async ofRecovery(state: DiskState, expectation: Expectation): Promise<{ readonly run: Run; readonly error: unknown }> {
    const before = state.clone();
    const disk = new RecordingDisk<Expectation>(state);
    const session = Session.recorded(disk, expectation, 2);
    let error: unknown;
    try {
      await session.open();
      await workOn(session);
    } catch (thrown) {
      error = thrown;
    }
    await backgroundWork();
    session.kill();
    return { run: new Run(before, disk, 0), error };
  }

  place(cut: number): { readonly place: CrashPlace; readonly expectation: Expectation } {
    return defined(this.#places.get(cut), `a place to crash at ${cut}`);
  }
}

/** All that goes on without being waited for: on a disk without time it ends with this turn of the event loop. */
function backgroundWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What a process does that was started again: repairs, settles, goes on. */
async function workOn(session: Session): Promise<void> {
  await session.repair();
  if (session.storage.lastIndex % 2 === 0) await session.dropClaim();
  await session.save(session.storage.hardState.term + 1, undefined);
  await session.append([77]);
  await session.receiveNewest();
}

export class Explorer {
  readonly #workloads: ReadonlyMap<string, Workload>;
  readonly #runs = new Map<string, Promise<Run>>();

  constructor(workloads: readonly Workload[] = WORKLOADS) {
    this.#workloads = new Map(workloads.map((workload) => [workload.name, workload]));
  }

  run(name: string): Promise<Run> {
    const known = this.#runs.get(name);
    if (known !== undefined) return known;
    const run = Run.ofWorkload(defined(this.#workloads.get(name), `a workload ${name}`));
    this.#runs.set(name, run);
    return run;
  }

  /** Tries one state. */
  async try(id: StateId): Promise<StateResult> {
    const [first, ...inside] = id.steps;
    const story: string[] = [];
    let run = await this.run(id.workload);
    let crashed = crash(run, defined(first, 'a crash'), story);
    for (const step of inside) {
      const recovery = await Run.ofRecovery(crashed.state, crashed.expectation);
      if (recovery.error !== undefined) return failed(recovery.error, story);
      run = recovery.run;
      crashed = crash(run, step, story, crashed.isGarbage);
    }
    return verify(crashed, story);
  }

  /** Crashes inside the recovery from one state, `places` times, as `pick` says. Returns what it tried. */
  async tryInside(id: StateId, pick: (recovery: Run) => CrashStep, places: number): Promise<[StateId, StateResult][]> {
    const [first] = id.steps;
    const story: string[] = [];
    const crashed = crash(await this.run(id.workload), defined(first, 'a crash'), story);
    const recovery = await Run.ofRecovery(crashed.state, crashed.expectation);
    if (recovery.error !== undefined) return [[id, failed(recovery.error, story)]];
    const results: [StateId, StateResult][] = [];
    for (let count = 0; count < places; count++) {
      const step = pick(recovery.run);
      const more = [...story];
      results.push([{ ...id, steps: [...id.steps, step] }, await verify(crash(recovery.run, step, more, crashed.isGarbage), more)]);
    }
    return results;
  }
}

interface Crashed {
  readonly state: DiskState;
  readonly expectation: Expectation;
  readonly isGarbage: boolean;
  /** Whether the process after it also goes on working. */
  readonly works: boolean;
}

/** `wasGarbage`: a crash before it left some, which may still be there. */
function crash(run: Run, step: CrashStep, story: string[], wasGarbage = false): Crashed {
  const { place, expectation } = run.place(step.cut);
  const { state, text, isGarbage } = place.crash(step.kind, step.number);
  story.push(`after ${step.cut} events: ${text}`);
  return { state, expectation, isGarbage: isGarbage || wasGarbage, works: (step.cut + step.number) % 2 === 0 };
}

/** Starts, works a little or not, loses everything that is not durable, starts again: the same must be there. */
async function verify(crashed: Crashed, story: readonly string[]): Promise<StateResult> {
  const { state, expectation, isGarbage, works } = crashed;
  try {
    const first = Session.recorded(new RecordingDisk(state), expectation, 3);
    await first.open();
    const isUnclear = first.storage.claim !== undefined;
    if (isUnclear && !isGarbage) throw new Violation('a crash without garbage left an unclear write');
    if (works) await workOn(first);
    const { claim } = first.storage;
    first.kill();
    const second = Session.recorded(new RecordingDisk(loseUnsynced(state)), first.expectation, 4);
    await second.open();
    const { recovery } = second.storage;
    if (recovery.tornBytes > 0) throw new Violation('the second start cut again what the first had cut');
    if (JSON.stringify(second.storage.claim) !== JSON.stringify(claim)) throw new Violation('the second start claims something else');
    return { kind: isUnclear ? 'unclear' : 'opened' };
  } catch (error) {
    return failed(error, story);
  }
}

function failed(error: unknown, story: readonly string[]): StateResult {
  const cause = error instanceof Error ? error : new Error(String(error));
  return { kind: 'violated', error: cause, story: story.join('; then ') };
}
