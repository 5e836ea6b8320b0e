// `--shrink SEED`: runs a seed, makes its history small while it fails in the same way, and writes that as a script, with what happens in it.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BANK } from '../bank/bank.ts';
import { plant, unplant } from '../bank/plant.ts';
import { type Limits, type Script, scriptText } from './script.ts';
import { type Outcome, SeedProcess } from './seed-process.ts';
import { shrink } from './shrink.ts';

const BUILD = fileURLToPath(new URL('../../', import.meta.url));
const SCRIPTS = fileURLToPath(new URL('../../../test/sim/scripts/', import.meta.url));
const RUNS_MAX = 400;
/** Of what happened on the way: the last so many events that a reader wants. */
const STEPS_MAX = 40;
const NOISE = /^ *[\d.]+ n\d (heartbeat|heartbeat-reply) /;

export interface ShrinkCommand {
  readonly seed: number;
  readonly beyond: boolean;
  /** A bug of the bank that is planted first. */
  readonly bug: string | undefined;
  /** Without it one named after the seed or the bug, in test/sim/scripts. */
  readonly out: string | undefined;
}

/** Resolves to the script's path; `undefined` if the seed does not fail. */
export async function shrinkSeed({ seed, beyond, bug: name, out }: ShrinkCommand): Promise<string | undefined> {
  const bug = BANK.find((one) => one.name === name);
  if (name !== undefined && bug === undefined) throw new Error(`there is no planted bug ${name}`);
  const limits: Limits = bug === undefined && seed % 2 === 0 ? 'small' : 'usual';
  const root = bug === undefined ? BUILD : plant(bug);
  const simulator = new SeedProcess({ root, invariants: bug === undefined ? 'all' : 'cheap', limits, beyond });
  try {
    const first = await simulator.run(seed);
    const script = scriptOf(first, { seed, limits, bug: name });
    if (script === undefined) return undefined;
    console.log(`seed ${seed}: ${script.violation}: ${script.story}: ${script.actions.length} actions`);
    const run = (script: Script) => simulator.run({ script, isTraced: false });
    const onSmaller = ({ actions, faultsMs, plan }: Script, runs: number) =>
      console.error(`${runs} runs: ${actions.length} actions in ${faultsMs} ms, ${plan.nodes} nodes, ${plan.faults.size} faults`);
    const small = await shrink({ script, run, runsMax: RUNS_MAX, onSmaller });
    const last = await simulator.run({ script: small, isTraced: true });
    const steps = (last.lastEvents ?? []).filter((line) => !NOISE.test(line)).slice(-STEPS_MAX);
    const path = out ?? `${SCRIPTS}${name ?? `seed-${seed}`}.json`;
    await writeFile(path, scriptText({ ...small, steps }));
    console.log(`${script.actions.length} actions became ${small.actions.length}: ${path}`);
    return path;
  } finally {
    simulator.close();
    if (bug !== undefined) unplant(bug);
  }
}

/** The history of a seed that failed, as a script. */
function scriptOf(outcome: Outcome, given: Pick<Script, 'seed' | 'limits' | 'bug'>): Script | undefined {
  const { violation, plan, actions, faultsMs, beyond } = outcome;
  if (violation === undefined) return undefined;
  if (plan === undefined || actions === undefined || faultsMs === undefined || beyond === undefined) {
    throw new Error(`seed ${given.seed} ends its process, and cannot be shrunk: ${violation.message}`);
  }
  const story = violation.message.split('\n')[0] ?? '';
  return { ...given, story, beyond, faultsMs: Math.ceil(faultsMs), plan, actions, violation: violation.kind, steps: [] };
}
