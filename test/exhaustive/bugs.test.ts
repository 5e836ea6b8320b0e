// The exhaustive search bites: every planted bug of the core is found, in its scope, within its number of states.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { plant, unplant } from '../bank/plant.ts';
import { EXHAUSTIVE_BUGS, type ExhaustiveBug } from './bugs.ts';
import type { SearchResult } from './search.ts';

const RUN_MS_MAX = 120_000;

describe('bugs that the exhaustive search finds', { concurrency: 2 }, () => {
  for (const bug of EXHAUSTIVE_BUGS) {
    test(`${bug.name}: ${bug.story}`, async () => {
      const root = plant(bug, ['consensus', 'test/exhaustive', 'test/golden']);
      try {
        const { violation, states } = await search(root, bug);
        assert.ok(violation !== undefined, `not found within ${states} states`);
        assert.ok(bug.expects.includes(violation.kind), `${violation.kind}: ${violation.message}`);
      } finally {
        unplant(bug);
      }
    });
  }
});

function search(root: string, { scope, statesMax }: ExhaustiveBug): Promise<SearchResult> {
  const file = `${root}test/exhaustive/main.js`;
  return new Promise((resolve, reject) => {
    const options = { timeout: RUN_MS_MAX, maxBuffer: 2 ** 20 };
    execFile(process.execPath, [file, '--only', scope, '--states', String(statesMax), '--json'], options, (error, stdout) => {
      if (stdout === '') reject(error);
      else resolve(JSON.parse(stdout) as SearchResult);
    });
  });
}
