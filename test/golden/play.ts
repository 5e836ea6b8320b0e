// The plays beside this file (in the source tree): finding, reading and running them. What they must cover is coverage.ts's.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Trace } from '../../consensus/core/trace.ts';
import { type Delivery, Interpreter } from './interpreter.ts';

/** Where the plays are, and README.md. */
export const PLAYS = join(dirname(fileURLToPath(import.meta.url)), '../../../test/golden');

/** File names of all plays, in order. */
export function playNames(): string[] {
  return readdirSync(PLAYS)
    .filter((file) => file.endsWith('.txt'))
    .sort();
}

export function readPlay(name: string): string {
  return readFileSync(join(PLAYS, name), 'utf8');
}

/** The script with every block's expected output replaced by what really happens, and the messages that arrived. Blocks are separated by empty lines. `onScene`: as `Interpreter` has it. */
export function runPlay(script: string, onScene?: () => Trace): { readonly text: string; readonly deliveries: readonly Delivery[] } {
  const interpreter = new Interpreter(onScene);
  const blocks = script.trimEnd().split(/\n{2,}/);
  const results = blocks.map((block) => {
    const lines = block.split('\n');
    const rule = lines.indexOf('----');
    const head = rule < 0 ? lines : lines.slice(0, rule);
    const commands = head.filter((line) => !line.startsWith('#'));
    const output = commands.flatMap((line) => interpreter.run(line));
    return commands.length === 0 ? block : [...head, '----', ...(output.length === 0 ? ['ok'] : output)].join('\n');
  });
  return { text: `${results.join('\n\n')}\n`, deliveries: interpreter.deliveries };
}
