// A leader's snapshot covers the beginning of what is damaged, and those who have the rest are slow to say so: nothing that lies behind is thrown away meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryBody } from '../../../../../consensus/types.ts';
import { TestCluster } from '../cluster.ts';

test('a log does not begin anew behind a leader’s snapshot before the others were asked for what is damaged behind it, however long they take', async () => {
  const cluster = await TestCluster.started(3, { retention: { keep: 'snapshot' } });
  const [damaged, ...others] = cluster.hosts;
  assert.ok(damaged !== undefined);
  damaged.log.compact = async () => undefined;
  for (let number = 0; number < 2; number++) {
    await cluster.commitMany(12);
    await cluster.snapshot();
  }
  await cluster.commitMany(3);
  await cluster.caughtUp();
  for (const host of cluster.hosts) await cluster.stop(host);
  const end = damaged.log.lastIndex;
  const point = damaged.snapshots.list()[0]?.index ?? 0;
  damaged.log.spoil(2, point + 2, { noticed: true });
  damaged.snapshots.kept.length = 0;
  for (const { id } of others) cluster.liars.set(id, { entries: async () => [], snapshots: async () => [] });
  for (const host of cluster.hosts) await cluster.start(host);
  await cluster.time.until(() => cluster.said(damaged, 'install-failed').length > 0);
  assert.equal(cluster.partition(damaged).status().lastIndex, 1, 'it takes part with the beginning');
  for (const { id, log } of others) {
    const entries = async ({ from }: { readonly from: number }): Promise<EntryBody[]> => {
      await new Promise<void>((resume) => void cluster.time.after(1_500, resume));
      return from > log.base.index ? [log.at(from)] : [];
    };
    cluster.liars.set(id, { entries });
  }
  await cluster.time.until(() => cluster.said(damaged, 'began-anew').at(-1)?.lastIndex === end || damaged.log.base.index > 0);
  assert.deepEqual(
    damaged.log.calls.filter((call) => call.startsWith('re')),
    [`repair ${point + 1}..${point + 2}`],
  );
  cluster.liars.clear();
  await cluster.caughtUp();
  await cluster.time.pass(2_000);
  await cluster.close();
});
