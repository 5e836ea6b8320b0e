// Plants a bug in a private copy of the built code, and runs the simulator that was copied with it.
import { type ChildProcess, fork } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SimulationResult } from '../sim/simulation.ts';
import type { Change, PlantedBug } from './bank.ts';

/** Root of the build that this file is part of, and of the project around it: copies lie there, so that packages resolve. */
const BUILD = fileURLToPath(new URL('../../', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const COPIED = ['consensus', 'log', 'rpc', 'test/sim'];

/** What a seed came to. */
export type Outcome = Pick<SimulationResult, 'violation'>;

/** No seed takes nearly so long, nor so much memory: a bug makes some process run on for ever. */
const SEED_MS_MAX = 30_000;
const HEAP_MIB = 1024;

/** A bug as changes of text. */
export type Patch = Pick<PlantedBug, 'name' | 'also'> & Change;

/** Of this process alone: two runs of the bank do not disturb each other. */
function rootOf(bug: Patch): string {
  return `${PROJECT}build-bank/${bug.name}-${process.pid}/`;
}

/** The file's text with the bug in it. Throws unless `find` stands in it exactly once. */
export function withBug(text: string, bug: Pick<Patch, 'name'> & Change): string {
  const parts = text.split(bug.find);
  if (parts.length !== 2) {
    throw new Error(`${bug.name}: stands ${parts.length - 1} times in ${bug.file}, not once: ${bug.find}`);
  }
  return parts.join(bug.replace);
}

/** Copies these parts of the build, with the bug in them; resolves to the copy's root. */
export async function plant(bug: Patch, copied: readonly string[] = COPIED): Promise<string> {
  const root = rootOf(bug);
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  const options = { recursive: true, filter: (source: string) => !/\.(d\.ts|map|tsbuildinfo)$/.test(source) };
  for (const part of copied) await cp(`${BUILD}${part}`, `${root}${part}`, options);
  for (const change of [bug, ...(bug.also ?? [])]) {
    const file = `${root}${change.file}`;
    await writeFile(file, withBug(await readFile(file, 'utf8'), { ...change, name: bug.name }));
  }
  return root;
}

export async function unplant(bug: Patch): Promise<void> {
  await rm(rootOf(bug), { recursive: true, force: true });
}

/** Runs seeds with the bug in a process of its own. A process that dies, or takes too long, counts as a failed node; the next seed gets a new one. */
export class BuggySimulator {
  readonly #root: string;
  #worker: ChildProcess | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  run(seed: number): Promise<Outcome> {
    const worker = this.#worker ?? this.#start();
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(watch);
        worker.removeAllListeners();
        act();
      };
      const fails = (message: string) => {
        this.#worker = undefined;
        worker.kill('SIGKILL');
        resolve({ violation: { kind: 'node-failed', message } });
      };
      const watch = setTimeout(() => settle(() => fails(`the simulator hangs at seed ${seed}`)), SEED_MS_MAX);
      worker.once('message', (result) => settle(() => resolve(result as SimulationResult)));
      worker.once('error', (error) => settle(() => reject(error)));
      worker.once('exit', (code) => settle(() => fails(`the simulator ended with code ${code} at seed ${seed}`)));
      worker.send(seed);
    });
  }

  close(): void {
    this.#worker?.removeAllListeners();
    this.#worker?.kill('SIGKILL');
  }

  #start(): ChildProcess {
    return fork(`${this.#root}test/sim/seed-worker.js`, ['cheap'], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${HEAP_MIB}`],
    });
  }
}

/** Whether the violation, if any, is one that the bug must cause. */
export function isCaught(bug: PlantedBug, result: Outcome): boolean {
  return result.violation !== undefined && bug.expects.includes(result.violation.kind);
}
