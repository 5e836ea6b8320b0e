// The demo in a short form: it passes, says so in its last line, and leaves nothing behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { command } from './harness.ts';

test('the demo moves money through killed nodes and passes its own verdict', async (context) => {
  const result = await command(['demo', '--seconds', '8', '--clients', '4']);
  const lines = result.out.trimEnd().split('\n');
  assert.match(lines.at(-1) ?? '', /^VERDICT PASS/, `${result.out}${result.err}`);
  assert.equal(result.code, 0);
  assert.match(result.err, /killed the leader n\d with SIGKILL/);
  for (const label of ['acknowledged', 'lost', 'duplicated', 'out of order', 'money', 'chain digests', 'longest without', 'p50 / p99']) {
    assert.ok(result.out.includes(label), label);
  }
  const acknowledged = Number(/acknowledged +(\d+)/.exec(result.out)?.[1]);
  assert.ok(acknowledged > 100, `${acknowledged} transfers`);
  context.diagnostic(lines.filter((line) => /acknowledge|p50/.test(line)).join('; '));
});
