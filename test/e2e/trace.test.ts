// A cluster of real processes that writes its trace while clients write and nodes are killed: what its nodes did is Raft as the paper has it, by the trace alone.
import assert from 'node:assert/strict';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ledgerline } from '@ledgerline/client';
import { replayFiles } from '../model/files.ts';
import { leaderOf, ready, startCluster, temporaryDirectory } from './harness.ts';

const TRANSACTIONS = 40;

test('the traces of three nodes, two of them killed and started again, are what the paper allows', async (context) => {
  const cluster = await startCluster(context, { isTraced: true });
  await using ledger = await Ledgerline.connect(cluster.url);
  const submit = async () => {
    await Promise.all(Array.from({ length: TRANSACTIONS }, (_, at) => ledger.submit({ type: 'note.v1', data: String(at) })));
  };
  await submit();
  const leader = await leaderOf(cluster);
  const follower = cluster.ids().find((id) => id !== leader) ?? '';
  for (const id of [leader, follower]) {
    await cluster.kill(id, 'SIGKILL');
    await submit();
    cluster.startNode(id);
    await ready(cluster, { everyNode: true });
  }
  await submit();
  await cluster.stop('SIGTERM');
  const files = cluster.ids().map((id) => cluster.traceFile(id));
  const records = await replayFiles(files);
  context.diagnostic(`${records} records`);
  assert.ok(records > 500);

  // And the same files with one record too few, or one number changed, are not allowed.
  const directory = await temporaryDirectory(context);
  const changed = async (change: (lines: string[]) => string[]) => {
    const copy = join(directory, 'changed.ndjson');
    await writeFile(copy, change((await readFile(cluster.traceFile(leader), 'utf8')).split('\n')).join('\n'));
    return files.map((file) => (file === cluster.traceFile(leader) ? copy : file));
  };
  const isVoteRequest = (line: string) => line.includes('"event":"send"') && line.includes('"kind":"vote-request"');
  await assert.rejects(replayFiles(await changed((lines) => lines.filter((line) => !isVoteRequest(line)))), /record-order/);
  const early = (line: string) => (line.includes('"kind":"append-accepted"') ? line.replace(/"waitsFor":\d+/, '"waitsFor":0') : line);
  await assert.rejects(replayFiles(await changed((lines) => lines.map(early))), /sent-when-durable/);
  await appendFile(cluster.traceFile(follower), '{"run":');
  assert.equal(await replayFiles(files), records, 'a line that a kill cut short is none');
});
