// `state`, `snapshot` and `status` against one fake node over real gRPC: what they print in each format, and their exit codes.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as sdk from '@ledgerline/client/internal';
import type { Context } from '../../../cmd/context.ts';
import { CommandError } from '../../../cmd/exit.ts';
import { runList, runNow, runVerify } from '../../../cmd/snapshot.ts';
import { runGet, runRange, type StateRangeArguments } from '../../../cmd/state.ts';
import { run as runStatus } from '../../../cmd/status.ts';
import { transactionOf, type World, worldOf } from '../rpc/client-world.ts';

interface Printed {
  readonly code: number | undefined;
  readonly error: CommandError | undefined;
  readonly out: string;
  readonly err: string;
}

interface Host {
  readonly world: World;
  /** Runs one handler with the flags that every command has. */
  run<T>(handler: (args: T, context: Context) => Promise<number>, args: Omit<T, 'url' | 'timeout' | 'config'>): Promise<Printed>;
}

async function hostOf(t: TestContext): Promise<Host> {
  const world = await worldOf(t);
  const flags = { url: `ledgerline://127.0.0.1:${world.server.port}`, timeout: '2s' };
  return {
    world,
    async run(handler, args) {
      let out = '';
      let err = '';
      const streams = {
        out: (text: string) => {
          out += text;
        },
        err: (text: string) => {
          err += text;
        },
      };
      const context = { env: { XDG_CONFIG_HOME: '/nowhere' }, streams, signal: new AbortController().signal, isTerminal: false };
      try {
        return { code: await handler({ ...flags, ...args } as never, context), error: undefined, out, err };
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        return { code: undefined, error, out, err };
      }
    },
  };
}

function commit({ partition }: World, ...deltas: sdk.WireDelta[]): void {
  const locks = deltas.flatMap((delta) => (delta.kind === 'record' ? [] : [{ mode: 'write' as const, name: delta.key }]));
  const bytes = transactionOf(partition.appliedOffset + 1, { data: new Uint8Array(0), deltas, locks });
  partition.commit([sdk.parseEnvelope(bytes, { transactionBytesMax: 4_096, locksMax: 8 })]);
}

const put = (key: string | Uint8Array, value: string | Uint8Array): sdk.WireDelta => ({
  kind: 'put',
  key: Buffer.from(key),
  value: Buffer.from(value),
});
const STATE = { at: 'linearizable', partition: '1' };

test('state get prints values in the order of the keys, and exits 1 if one is not there', async (t) => {
  const { world, run } = await hostOf(t);
  commit(world, put('alice', '500'), put('raw', Buffer.of(0xff, 0)));
  const table = await run(runGet, { ...STATE, keys: ['raw', 'alice'] });
  assert.deepEqual([table.code, table.out, table.err], [0, 'raw = 0xff00\nalice = 500\n', '-- state of partition 1 after offset 1 --\n']);
  const json = await run(runGet, { ...STATE, keys: ['alice', 'bob', 'raw'], output: 'json' });
  assert.equal(json.code, 1);
  assert.deepEqual(JSON.parse(json.out), [
    { key: 'alice', value: '500', offset: 1 },
    { key: 'bob', value: null, offset: 1 },
    { key: 'raw', valueBase64: '/wA=', offset: 1 },
  ]);
  assert.equal(json.err, '');
});

test('state range prints a prefix, bounds and a limit', async (t) => {
  const { world, run } = await hostOf(t);
  commit(world, put('a', '1'), put('b1', '2'), put('b2', '3'), put('c', '4'));
  const lines = async (args: Partial<StateRangeArguments>) => (await run(runRange, { ...STATE, ...args })).out.split('\n').slice(0, -1);
  assert.deepEqual(await lines({}), ['a = 1', 'b1 = 2', 'b2 = 3', 'c = 4']);
  assert.deepEqual(await lines({ prefix: 'b' }), ['b1 = 2', 'b2 = 3']);
  assert.deepEqual(await lines({ from: 'b2', to: 'c' }), ['b2 = 3']);
  assert.deepEqual(await lines({ limit: '2', output: 'ndjson' }), [
    '{"key":"a","value":"1","offset":1}',
    '{"key":"b1","value":"2","offset":1}',
  ]);
  assert.equal((await run(runRange, { ...STATE, prefix: 'x', output: 'json' })).out, '[]\n');
  for (const wrong of [{ prefix: 'b', from: 'a' }, { limit: '0' }, { at: '-1' }, { at: 'later' }, { partition: '0' }])
    assert.equal((await run(runRange, { ...STATE, ...wrong })).error?.exit, 2, JSON.stringify(wrong));
});

test('state reads ask for what --at says', async (t) => {
  const { world, run } = await hostOf(t);
  for (const at of ['linearizable', 'local', '0']) await run(runGet, { ...STATE, at, keys: ['a'] });
  assert.deepEqual(
    world.partition.stateReads.map(({ at }) => at),
    [{ kind: 'linearizable' }, { kind: 'local' }, { kind: 'at-least', offset: 0 }],
  );
  await assert.rejects(run(runGet, { ...STATE, at: '7', keys: ['a'] }), { code: 'OVERLOADED' });
  await assert.rejects(run(runGet, { ...STATE, node: 'n9', keys: ['a'] }), { code: 'UNKNOWN_NODE' });
});

test('snapshot now prints the snapshot of every node once it is there', async (t) => {
  const { world, run } = await hostOf(t);
  commit(world, put('a', '1'));
  const taken = await run(runNow, { partition: '1', output: 'json' });
  const { index, nodes } = JSON.parse(taken.out) as { index: number; nodes: { node: string; snapshot: Record<string, unknown> }[] };
  assert.deepEqual([taken.code, index, nodes[0]?.node, nodes[0]?.snapshot.offset, nodes[0]?.snapshot.stateKeys], [0, 2, 'n1', 1, 1]);
  assert.match((await run(runNow, { partition: '1' })).out, /n1 +3 +1 +\d+ B +1 +[0-9a-f]{16}\n/);
  world.partition.takeSnapshot = async () => ({ kind: 'snapshot-point', index: 99 });
  const late = await run(runNow, { partition: '1', timeout: '1s' } as never);
  assert.deepEqual([late.error?.exit, late.error?.code], [1, 'NOT_THERE_YET']);
});

test('snapshot list shows what every node has', async (t) => {
  const { world, run } = await hostOf(t);
  assert.match((await run(runList, { partition: '1' })).out, /n1 +none/);
  commit(world, put('a', '1'));
  await world.partition.takeSnapshot();
  const listed = await run(runList, { partition: '1', output: 'json' });
  const { agree, nodes } = JSON.parse(listed.out) as { agree: boolean; nodes: { snapshots: { index: number; stateDigest: string }[] }[] };
  assert.deepEqual([listed.code, agree, nodes[0]?.snapshots.map(({ index }) => index)], [0, true, [2]]);
  assert.match(nodes[0]?.snapshots[0]?.stateDigest ?? '', /^[0-9a-f]{64}$/);
});

test('snapshot verify exits 6 with the place of damage', async (t) => {
  const { world, run } = await hostOf(t);
  await world.partition.takeSnapshot();
  const sound = await run(runVerify, { partition: '1' });
  assert.deepEqual([sound.code, /n1 +1 +sound/.test(sound.out)], [0, true]);
  world.partition.snapshotErrors.set(1, 'snapshot-1: chunk 4 at byte 4194304: CRC');
  const damaged = await run(runVerify, { partition: '1', output: 'json' });
  assert.deepEqual([damaged.error?.exit, damaged.error?.code], [6, 'DAMAGED']);
  assert.match(damaged.error?.message ?? '', /n1: snapshot at index 1: .*byte 4194304/);
  assert.deepEqual((JSON.parse(damaged.out) as { nodes: unknown }).nodes, [
    { node: 'n1', snapshots: [{ index: 1, sound: false, error: 'snapshot-1: chunk 4 at byte 4194304: CRC' }] },
  ]);
});

test('status says in words what somebody should look after, and all of it in JSON', async (t) => {
  const { world, run } = await hostOf(t);
  const well = await run(runStatus, {});
  assert.deepEqual([well.code, well.out.includes('!')], [0, false]);
  const range = {
    from: 3,
    to: 4,
    digestBefore: new Uint8Array(32),
    digest: new Uint8Array(32),
    file: 'x.segment',
    position: 4_096,
    why: 'CRC',
  };
  const { partition } = world;
  partition.storage = {
    ...partition.storage,
    damage: [range, range, range],
    claim: { index: 9, term: 2 },
    isFull: true,
    freeBytes: 3 * 1024 ** 2,
  };
  const worn = await run(runStatus, {});
  assert.match(worn.out, /! n1, partition 1: log damaged, repairing 3 ranges \(first: entries 3 to 4, x\.segment at byte 4096: CRC\)\n/);
  assert.match(worn.out, /! n1, partition 1: the end of its log is unclear up to index 9, term 2/);
  assert.match(worn.out, /! n1: disk full, read-only \(3\.0 MiB free\)/);
  const json = JSON.parse((await run(runStatus, { output: 'json' })).out) as {
    partitions: { nodes: { storage: Record<string, unknown> }[] }[];
    attention: string[];
  };
  assert.equal(json.attention.length, 3);
  const { damage, claim, isFull } = json.partitions[0]?.nodes[0]?.storage ?? {};
  assert.deepEqual([(damage as unknown[]).length, claim, isFull], [3, { index: 9, term: 2 }, true]);
});
