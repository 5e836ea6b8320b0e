// The explorer bites: each planted bug is found within the states that `make test` tries of its workload.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plant, unplant } from '../bank/plant.ts';
import { PLANTED } from './planted-bugs.ts';
import { StateWorker } from './pool.ts';
import { CI_STATES, shareOf } from './sample.ts';
import { WORKLOADS } from './workloads.ts';

const COPIED = ['consensus', 'log', 'test/sim', 'test/crash-states', 'test/unit/log'];

describe('crash states find', { concurrency: 2 }, () => {
  for (const bug of PLANTED) {
    test(`${bug.name}: ${bug.story}`, async (context) => {
      const root = plant(bug, COPIED);
      const worker = new StateWorker({ file: `${root}test/crash-states/state-worker.js` });
      try {
        const count = shareOf(CI_STATES, WORKLOADS.length);
        const tally = await worker.run({ workload: bug.workload, count, seed: 1, failuresMax: 1 });
        const [failure] = tally.failures;
        assert.ok(failure !== undefined, `none of ${tally.tried} states shows it`);
        context.diagnostic(`${failure.state}: ${failure.story}: ${failure.message.split('\n')[0]}`);
      } finally {
        worker.close();
        unplant(bug);
      }
    });
  }
});
