// The golden scenarios (test/golden) are Raft as the paper has it: every scene of every play is replayed against the model.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playNames, readPlay } from '../golden/play.ts';
import { replayPlay } from './scenes.ts';

for (const name of playNames()) {
  test(`what the cores do in ${name} is what the paper allows`, () => {
    const { broken, steps } = replayPlay(readPlay(name));
    assert.deepEqual(broken, []);
    assert.ok(steps > 0);
  });
}
