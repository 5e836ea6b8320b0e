// Plants a bug in a private copy of the built code, in which the simulator that was copied with it runs.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../sim/script.ts';
import { type Outcome, SeedProcess } from '../sim/seed-process.ts';
import type { Change, PlantedBug } from './bank.ts';

/** Root of the build that this file is part of, and of the project around it: copies lie there, so that packages resolve. */
const BUILD = fileURLToPath(new URL('../../', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const COPIED = ['consensus', 'log', 'rpc', 'test/sim'];

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

/** A process that runs seeds with the bug in that copy; the discovery is left to the simulator's own checkers. */
export function buggySimulator(root: string, limits: Limits = 'usual'): SeedProcess {
  return new SeedProcess({ root, invariants: 'cheap', limits });
}

/** Whether the violation, if any, is one that the bug must cause. */
export function isCaught(bug: PlantedBug, result: Outcome): boolean {
  return result.violation !== undefined && bug.expects.includes(result.violation.kind);
}
