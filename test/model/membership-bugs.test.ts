// The model bites where members change: with a planted bug of membership, the golden plays do something that the thesis does not allow, and the model names the rule.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { defined } from '../../consensus/assert.ts';
import { plant, unplant } from '../bank/plant.ts';
import { EXHAUSTIVE_BUGS } from '../exhaustive/bugs.ts';
import { PLAYS, playNames } from '../golden/play.ts';
import { NO_ASSERTIONS } from './planted-bugs.ts';
import type { Rule } from './rules.ts';

/** The bugs are those that the exhaustive search finds, too. */
const CAUGHT: Readonly<Record<string, Rule>> = {
  'commit-by-new-half': 'leader-commit',
  'commit-by-old-half': 'leader-commit',
  'elected-by-new-half': 'stands-after-pre-vote',
  'elected-by-old-half': 'stands-after-pre-vote',
  'change-before-own-commit': 'change-in-turn',
  'change-while-one-is-under-way': 'change-in-turn',
  'cut-configuration-stays': 'configuration-in-force',
  'in-force-when-committed': 'configuration-in-force',
};

const files = playNames()
  .filter((name) => name.startsWith('membership-'))
  .map((name) => join(PLAYS, name));

describe('planted bugs of membership are caught from the traces of golden plays', { concurrency: 2 }, () => {
  for (const [name, rule] of Object.entries(CAUGHT)) {
    test(name, async () => {
      const found = EXHAUSTIVE_BUGS.find((bug) => bug.name === name);
      const { also = [], ...bug } = defined(found, name);
      const planted = { ...bug, name: `model-${name}`, also: [...also, NO_ASSERTIONS] };
      const root = plant(planted, ['consensus', 'test/golden', 'test/model']);
      try {
        const { stdout } = await promisify(execFile)(process.execPath, [`${root}test/model/play-worker.js`, ...files]);
        const broken = JSON.parse(stdout) as string[];
        assert.ok(broken.includes(rule), `broken: ${broken.join(', ') || 'none'}`);
      } finally {
        unplant(planted);
      }
    });
  }
});
