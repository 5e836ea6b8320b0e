// Plants a bug in a private copy of the built code, in which the simulator that was copied with it runs. The copy's files are links to those of the build,
// all but the changed ones: nobody writes to them. Much is planted in each run of the tests, and copying bytes costs ten times as much.
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Copies these parts of the build, with the bug in them; returns the copy's root. */
export function plant(bug: Patch, copied: readonly string[] = COPIED): string {
  const root = rootOf(bug);
  unplant(bug);
  for (const part of copied) linkFolder(`${BUILD}${part}`, `${root}${part}`);
  for (const change of [bug, ...(bug.also ?? [])]) {
    const file = `${root}${change.file}`;
    const text = withBug(readFileSync(file, 'utf8'), { ...change, name: bug.name });
    // Another file of that name: through the link the bug would get into the build itself.
    rmSync(file);
    writeFileSync(file, text, { flag: 'wx' });
  }
  return root;
}

function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isDirectory()) linkFolder(`${from}/${name}`, `${to}/${name}`);
    else if (!/\.(d\.ts|map|tsbuildinfo)$/.test(name)) linkSync(`${from}/${name}`, `${to}/${name}`);
  }
}

export function unplant(bug: Patch): void {
  rmSync(rootOf(bug), { recursive: true, force: true });
}

/** A process that runs seeds with the bug in that copy; the discovery is left to the simulator's own checkers. */
export function buggySimulator(root: string, limits: Limits = 'usual'): SeedProcess {
  return new SeedProcess({ root, invariants: 'cheap', limits });
}

/** Whether the violation, if any, is one that the bug must cause. */
export function isCaught(bug: PlantedBug, result: Outcome): boolean {
  return result.violation !== undefined && bug.expects.includes(result.violation.kind);
}
