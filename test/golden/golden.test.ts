// Runs every scenario beside this file (in the source tree) and compares what the cores did with what the script says. `UPDATE_GOLDEN=1` rewrites
// the scripts; the difference is then reviewed like code.
import { strictEqual } from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Interpreter } from './interpreter.ts';

const SCRIPTS = join(dirname(fileURLToPath(import.meta.url)), '../../../test/golden');

/** The script with every block's expected output replaced by what really happens. Blocks are separated by empty lines. */
function rerun(script: string): string {
  const interpreter = new Interpreter();
  const blocks = script.trimEnd().split(/\n{2,}/);
  const results = blocks.map((block) => {
    const lines = block.split('\n');
    const rule = lines.indexOf('----');
    const head = rule < 0 ? lines : lines.slice(0, rule);
    const commands = head.filter((line) => !line.startsWith('#'));
    const output = commands.flatMap((line) => interpreter.run(line));
    return commands.length === 0 ? block : [...head, '----', ...(output.length === 0 ? ['ok'] : output)].join('\n');
  });
  return `${results.join('\n\n')}\n`;
}

for (const name of readdirSync(SCRIPTS).filter((file) => file.endsWith('.txt'))) {
  test(`golden: ${name}`, () => {
    const path = join(SCRIPTS, name);
    const script = readFileSync(path, 'utf8');
    const actual = rerun(script);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, actual);
    else strictEqual(actual, script);
  });
}
