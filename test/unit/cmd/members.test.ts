// `members` against one fake node over real gRPC: what the commands print and wait for, and their exit codes; and what is made of what leaders say.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ClusterMembers, PartitionMembers } from '@ledgerline/client';
import type { Context } from '../../../cmd/context.ts';
import { CommandError, describeError } from '../../../cmd/exit.ts';
import { runAdd, runList, runPromote, runRemove, runReplace } from '../../../cmd/members.ts';
import { memberLines, membersText, slowestText, stragglerText } from '../../../cmd/members-text.ts';
import { run as runStatus, statusText } from '../../../cmd/status.ts';
import type { NodeId } from '../../../consensus/types.ts';
import { type World, worldOf } from '../rpc/client-world.ts';

interface Printed {
  readonly code: number | undefined;
  readonly error: CommandError | undefined;
  readonly out: string;
  readonly err: string;
}

interface Host {
  readonly world: World;
  run<T>(handler: (args: T, context: Context) => Promise<number>, args: Omit<T, 'url' | 'config'>): Promise<Printed>;
}

async function hostOf(t: TestContext): Promise<Host> {
  const world = await worldOf(t);
  const flags = { url: `ledgerline://127.0.0.1:${world.server.port}`, timeout: '5s' };
  return {
    world,
    async run(handler, args) {
      const [out, err]: [string[], string[]] = [[], []];
      const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
      const context = { env: { XDG_CONFIG_HOME: '/nowhere' }, streams, signal: new AbortController().signal, isTerminal: false };
      const printed = (code: number | undefined, error?: CommandError): Printed => ({ code, error, out: out.join(''), err: err.join('') });
      try {
        return printed(await handler({ ...flags, ...args } as never, context));
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        return printed(undefined, error);
      }
    },
  };
}

const N4 = { id: 'n4', peer: 'n4:1', client: 'n4:2', wait: true };
const kinds = ({ world }: Host): string[] => world.node.changes.map(({ kind }) => kind);

test('add prints what is intended once all partitions have converged, and does nothing the second time', async (t) => {
  const host = await hostOf(t);
  const added = await host.run(runAdd, N4);
  assert.deepEqual([added.code, added.out], [0, 'changed: voters n1; learners n4\nall 2 partitions have converged\n']);
  const again = await host.run(runAdd, { ...N4, output: 'json' });
  assert.deepEqual(JSON.parse(again.out), {
    changed: false,
    intended: { voters: ['n1'], learners: ['n4'] },
    converged: true,
    stragglers: [],
  });
  const promoted = await host.run(runPromote, { id: 'n4', wait: true });
  assert.deepEqual([promoted.code, promoted.out.split('\n')[0]], [0, 'changed: voters n1, n4']);
  assert.equal((await host.run(runAdd, { ...N4, output: 'json' })).out.includes('"changed":false'), true);
  assert.equal((await host.run(runPromote, { id: 'n4', wait: true, output: 'json' })).out.includes('"changed":false'), true);
  assert.deepEqual(kinds(host), ['add', 'promote', 'promote']);
});

test('a member at another address is another one: the node decides about it', async (t) => {
  const host = await hostOf(t);
  await host.run(runAdd, N4);
  host.world.node.membersAnswer = () => ({ kind: 'members-refused', code: 'ALREADY_A_MEMBER', detail: 'n4 is at n4:1' });
  await assert.rejects(host.run(runAdd, { ...N4, peer: 'other:1' }), { code: 'ALREADY_A_MEMBER', message: 'n4 is at n4:1' });
});

test('a change waits for partitions that lag behind, and names them when the time is over', async (t) => {
  const host = await hostOf(t);
  const { node } = host.world;
  node.convergesAtOnce = false;
  const late = await host.run(runAdd, { ...N4, timeout: '300ms' });
  assert.deepEqual([late.error?.exit, late.error?.code, late.out], [1, 'NOT_CONVERGED', 'changed: voters n1; learners n4\n']);
  assert.equal(
    late.error?.message,
    'not converged within 300ms: partition 1, leader n1: n4 is not there yet; partition 2, leader n1: n4 is not there yet',
  );
  const running = host.run(runAdd, N4);
  setTimeout(() => node.converge(), 300);
  assert.deepEqual([(await running).code, (await running).out.split('\n')[0]], [0, 'nothing to change: voters n1; learners n4']);
});

test('--no-wait does not wait', async (t) => {
  const host = await hostOf(t);
  host.world.node.convergesAtOnce = false;
  const { code, out } = await host.run(runAdd, { ...N4, wait: false, output: 'json' });
  assert.deepEqual(
    [code, JSON.parse(out)],
    [0, { changed: true, intended: { voters: ['n1'], learners: ['n4'] }, converged: null, stragglers: [] }],
  );
});

test('remove waits until nobody knows the member any more', async (t) => {
  const host = await hostOf(t);
  await host.run(runAdd, N4);
  const { node } = host.world;
  const removed = await host.run(runRemove, { id: 'n4', force: false, wait: true });
  assert.deepEqual([removed.code, removed.out.split('\n')[0]], [0, 'changed: voters n1']);
  await host.run(runAdd, N4);
  const book = node.book;
  node.converge = () => {
    for (const partition of node.partitions) partition.membership = { ...partition.membership, learners: [] };
    node.book = book;
  };
  const late = await host.run(runRemove, { id: 'n4', force: true, wait: true, timeout: '300ms' });
  assert.match(late.error?.message ?? '', /still knows of the member that went/);
  assert.deepEqual(node.changes.at(-1), { kind: 'remove', id: 'n4', force: true });
});

test('replace is one change under another id', async (t) => {
  const host = await hostOf(t);
  await host.run(runAdd, N4);
  const replaced = await host.run(runReplace, { ...N4, id: 'n1', by: 'n5', peer: 'n5:1', client: 'n5:2' });
  assert.deepEqual([replaced.code, replaced.out.split('\n')[0]], [0, 'changed: voters n5; learners n4']);
  assert.deepEqual(kinds(host), ['add', 'replace']);
});

test('the order in which a node names who is intended does not matter', async (t) => {
  const host = await hostOf(t);
  const { node } = host.world;
  await host.run(runAdd, { ...N4, id: 'a4' });
  // Real nodes answer a change with the set as it was put together, and describe themselves with the sorted one.
  node.membersAnswer = (change) => {
    const { voters, learners } = node.intended;
    if (change.kind !== 'promote') return undefined;
    node.intended = { ...node.intended, voters: [change.id, ...voters].sort(), learners: learners.filter((id) => id !== change.id) };
    node.converge();
    return { kind: 'members-changed', changed: true, intended: { ...node.intended, voters: [...node.intended.voters].reverse() } };
  };
  const promoted = await host.run(runPromote, { id: 'a4', wait: true });
  assert.deepEqual([promoted.code, promoted.out.split('\n')[0]], [0, 'changed: voters a4, n1']);
});

test('nobody takes the place of itself: an id is used once', async (t) => {
  const host = await hostOf(t);
  const { error } = await host.run(runReplace, { ...N4, by: 'n4' });
  assert.deepEqual([error?.exit, kinds(host)], [2, []]);
});

test('refusals have their exit codes', async (t) => {
  const host = await hostOf(t);
  const { node } = host.world;
  for (const [code, exit] of [
    ['UNKNOWN_MEMBER', 2],
    ['UNREACHABLE', 3],
    ['NO_QUORUM', 4],
    ['LAST_VOTER', 1],
  ] as const) {
    node.membersAnswer = () => ({ kind: 'members-refused', code, detail: code });
    const error = await host.run(runRemove, { id: 'n9', force: false, wait: true }).catch((cause: unknown) => cause);
    assert.deepEqual([describeError(error).exit, describeError(error).outcome, describeError(error).message], [exit, 'none', code]);
  }
});

test('list shows every member in each format', async (t) => {
  const host = await hostOf(t);
  const { node, partition } = host.world;
  node.convergesAtOnce = false;
  await host.run(runAdd, { ...N4, wait: false });
  partition.membership = {
    ...partition.membership,
    learners: ['n4' as NodeId],
    members: node.book.map((one) => ({ ...one, memberSince: 0 })),
  };
  partition.followers = [{ id: 'n4' as NodeId, matchIndex: 0, isActive: true }];
  const table = await host.run(runList, {});
  assert.equal(table.code, 0);
  assert.match(table.out, /n1 +voter +aaaaaaaa +h:1 +h:2 +2\/2 +0 +yes\n/);
  assert.match(table.out, /n4 +coming +00000000 +n4:1 +n4:2 +1\/2 +0 +yes\n/);
  assert.match(table.out, /\n! partition 2, leader n1: n4 is not there yet\n/);
  const json = JSON.parse((await host.run(runList, { output: 'json' })).out) as ClusterMembers;
  assert.deepEqual(json.intended, { voters: ['n1'], learners: ['n4'] });
  assert.deepEqual(json.stragglers, [{ partition: 2, why: 'partition 2, leader n1: n4 is not there yet' }]);
  assert.equal((await host.run(runList, { output: 'ndjson' })).out.split('\n').length, 2);
});

test('status shows a joint membership', async (t) => {
  const host = await hostOf(t);
  assert.equal((await host.run(runStatus, {})).out.includes('joint'), false);
  host.world.partition.membership = { ...host.world.partition.membership, outgoing: ['n1' as NodeId, 'n2' as NodeId] };
  assert.match((await host.run(runStatus, {})).out, /\njoint membership: from n1, n2 to n1\n/);
  const nodes = [{ id: 'n4', role: 'learner' as const, last: 1, applied: 1, digest: '', storage: undefined }];
  const common = { leader: 'n1', term: 1, committed: 1, digestIndex: 1, joint: undefined };
  assert.match(statusText({ cluster: 'c', acknowledge: 'durable', partitions: [{ partition: 1, ...common, nodes }] }), /n4 +learner/);
});

// ---- What leaders say

const AT = { index: 1, isCommitted: true, lastIndex: 100, outgoing: [], learners: [] };
const there = (id: string, matchIndex = 100, isActive = true) => ({ id, matchIndex, isActive });

function membersOf(...partitions: Partial<PartitionMembers>[]): ClusterMembers {
  const all = partitions.map((changes, at): PartitionMembers => {
    const voters = ['n1', 'n2'];
    const common = { partition: at + 1, leader: 'n1', voters, ...AT, isConverged: true, missing: [], leaving: [] };
    return { ...common, progress: [there('n1'), there('n2')], ...changes };
  });
  const members = ['n1', 'n2', 'n3', 'n9'].map((id) => ({
    id,
    incarnation: id.repeat(16),
    peerAddress: `${id}:1`,
    clientAddress: `${id}:2`,
  }));
  const intended = { voters: ['n1', 'n2'], learners: ['n3'] };
  return { intended, members, partitions: all, stragglers: all.filter(({ isConverged }) => !isConverged) };
}

test('roles, lag and activity are put together from all partitions', () => {
  const lines = memberLines(
    membersOf(
      { missing: ['n3'], leaving: ['n9'], progress: [there('n1'), there('n2', 90), there('n9', 5, false)] },
      { progress: [there('n1'), there('n2', 99, false), there('n3', 40)] },
      { leader: '', progress: [], lastIndex: 0 },
    ),
  );
  assert.deepEqual(
    lines.map(({ id, role, converged, lag, active, followed }) => [id, role, converged, lag, active, followed]),
    [
      ['n1', 'voter', 3, 0, 2, 2],
      ['n2', 'voter', 3, 10, 1, 2],
      ['n3', 'coming', 2, 60, 1, 1],
      ['n9', 'leaving', 2, 95, 0, 1],
    ],
  );
  assert.deepEqual(memberLines(membersOf({ progress: [there('n3')] })).map(({ role, lag }) => [role, lag])[2], ['learner', 0]);
  assert.match(membersText(membersOf({ leader: '', progress: [] })), /n1 +voter +n1n1n1n1 +n1:1 +n1:2 +1\/1 +unknown$/m);
});

test('a straggler says what it waits for', () => {
  const text = (changes: Partial<PartitionMembers>) => stragglerText(membersOf(changes).partitions[0] ?? assert.fail());
  assert.equal(text({ leader: '' }), 'partition 1 has no leader that answers');
  assert.equal(
    text({ missing: ['n2', 'n3'], leaving: ['n9'], progress: [there('n2', 7), there('n3', 9, false)] }),
    'partition 1, leader n1: n2 is not there yet (at index 7 of 100), n3 is not there yet (it does not answer, and is at index 9 of 100), n9 has not left yet',
  );
  assert.equal(text({ outgoing: ['n1'] }), 'partition 1, leader n1: its membership is joint still');
  assert.equal(text({ isCommitted: false }), 'partition 1, leader n1: its membership is not committed yet');
});

test('the slowest member is the one furthest behind its own leader', () => {
  assert.equal(slowestText(membersOf({})), undefined);
  assert.equal(slowestText(membersOf({ progress: [there('n2', 90)] }, { progress: [there('n3', 40)] })), 'n3 at index 40 of 100');
});
