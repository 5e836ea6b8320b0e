// `ledgerline dev` as its users see it: what it prints, what happens to its nodes when they die and when it dies.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import type { DevNode } from '../../cmd/dev-cluster.ts';
import { command, firstLine, isAlive, startCommand, temporaryDirectory, until } from './harness.ts';

interface Described {
  readonly url: string;
  readonly nodes: readonly DevNode[];
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resume) => child.once('close', resume));
}

function collectError(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

test('dev describes its cluster once there is a leader, reports a dead node, leaves it dead, and stops all on Ctrl-C', async () => {
  const child = startCommand(['dev', '--base-port', '0', '--partitions', '2', '-o', 'json']);
  const error = collectError(child);
  const over = ended(child);
  const { url, nodes } = JSON.parse(await firstLine(child)) as Described;
  assert.deepEqual(
    nodes.map((node) => node.id),
    ['n1', 'n2', 'n3'],
  );
  assert.equal(url, `ledgerline://${nodes.map((node) => node.client).join(',')}`);
  for (const node of nodes) {
    assert.deepEqual(Object.keys(node).sort(), ['client', 'command', 'data', 'id', 'peer', 'pid']);
    assert.match(node.client, /^127\.0\.0\.1:\d+$/);
    assert.match(node.peer, /^127\.0\.0\.1:\d+$/);
    assert.ok(isAlive(node.pid));
    assert.ok(existsSync(node.data));
    assert.match(node.command, / serve --config /);
  }
  const committed = await command(['submit', '--key', 'k', 'hello', '-o', 'json'], { url });
  assert.equal(committed.code, 0, committed.err);

  const [first] = nodes;
  assert.ok(first !== undefined);
  process.kill(first.pid, 'SIGKILL');
  await until('the death is reported', () => error().includes(`node ${first.id} ended by SIGKILL`));
  assert.match(error(), /stays down/);
  const after = await command(['lookup', 'k', '-o', 'json'], { url });
  assert.equal((JSON.parse(after.out) as { state: string }).state, 'committed');

  // The command that was printed starts it again, and SIGTERM ends it in good order.
  const byHand = spawn('sh', ['-c', `exec ${first.command}`], { stdio: 'ignore' });
  const handEnded = ended(byHand);
  const tail = await command(['tail', '--node', first.id, '-o', 'json', '--timeout', '30s'], { url });
  assert.equal((JSON.parse(tail.out) as unknown[]).length, 1, tail.err);
  byHand.kill('SIGTERM');
  assert.equal(await handEnded, 0);

  child.kill('SIGINT');
  assert.equal(await over, 0);
  for (const node of nodes) assert.equal(isAlive(node.pid), false);
  assert.equal(existsSync(first.data), false);
});

test('with --restart a dead node comes back and catches up, and one that was removed stays down', async () => {
  const child = startCommand(['dev', '--base-port', '0', '--restart', '-o', 'json']);
  const error = collectError(child);
  const over = ended(child);
  const { url, nodes } = JSON.parse(await firstLine(child)) as Described;
  const [first] = nodes;
  assert.ok(first !== undefined);
  process.kill(first.pid, 'SIGKILL');
  await until('the death is reported', () => error().includes('starting it again'));
  const submitted = await command(['submit', '--key', 'k', 'hello'], { url });
  assert.equal(submitted.code, 0, submitted.err);
  const tail = await command(['tail', '--node', first.id, '-o', 'json', '--timeout', '30s'], { url });
  assert.equal(tail.code, 0, tail.err);
  assert.equal((JSON.parse(tail.out) as unknown[]).length, 1);
  const removal = await command(['members', 'remove', first.id], { url });
  assert.equal(removal.code, 0, removal.err);
  await until('the end is reported', () => error().includes(`node ${first.id} ended with exit status 0`));
  assert.match(error(), /exit status 0 .*; it stays down/);
  child.kill('SIGTERM');
  assert.equal(await over, 0);
});

test('nodes end when dev is killed, and the same directory starts again with all that was committed', async (context) => {
  const directory = await temporaryDirectory(context);
  const args = ['dev', '--base-port', '0', '--data', directory, '-o', 'json'];
  const child = startCommand(args);
  const over = ended(child);
  const { url, nodes } = JSON.parse(await firstLine(child)) as Described;
  const submitted = await command(['submit', '--key', 'kept', 'hello'], { url });
  assert.equal(submitted.code, 0, submitted.err);
  child.kill('SIGKILL');
  await over;
  await until('the nodes end', () => nodes.every((node) => !isAlive(node.pid)));

  const wrong = await command([...args, '--partitions', '2']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /--partitions 1/);

  const again = startCommand(args);
  const ending = ended(again);
  const restarted = JSON.parse(await firstLine(again)) as Described;
  assert.equal(restarted.url, url);
  const found = await command(['lookup', 'kept', '-o', 'json'], { url });
  assert.equal((JSON.parse(found.out) as { state: string }).state, 'committed');
  again.kill('SIGINT');
  assert.equal(await ending, 0);
  for (const node of nodes) assert.ok(existsSync(node.data), 'data that were asked for stay');
});

test('--keep leaves the temporary directory', async (context) => {
  const child = startCommand(['dev', '--nodes', '1', '--base-port', '0', '--keep', '-o', 'json']);
  const over = ended(child);
  const { nodes } = JSON.parse(await firstLine(child)) as Described;
  const data = nodes[0]?.data ?? '';
  child.kill('SIGINT');
  assert.equal(await over, 0);
  assert.ok(existsSync(data));
  const { rm } = await import('node:fs/promises');
  context.after(() => rm(dirname(dirname(data)), { recursive: true }));
});

test('wrong flags of dev are refused before anything starts', async () => {
  for (const args of [
    ['--nodes', '0'],
    ['--nodes', '8'],
    ['--partitions', '0'],
    ['--partitions', '65'],
    ['--base-port', 'x'],
    ['--nodes'],
    ['-o', 'jsn'],
  ]) {
    const result = await command(['dev', ...args]);
    assert.equal(result.code, 2, `${args.join(' ')}: ${result.err}`);
    assert.equal(result.out, '');
  }
});
