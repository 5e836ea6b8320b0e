// `ledgerline snapshot`: takes snapshots, lists those of every node side by side, and makes the nodes check theirs.
import { setTimeout as delay } from 'node:timers/promises';
import type { NodeSnapshots, NodeVerdicts, Snapshot } from '@ledgerline/client';
import { type ClientContext, type Context, withClient } from './context.ts';
import { CommandError, EXIT, type ExitCode } from './exit.ts';
import type { ClientFlags } from './settings.ts';
import { parsePartition } from './submit.ts';
import { tableText } from './table.ts';
import { bytesAmount } from './units.ts';

/** Digits of a digest that a human compares. */
const DIGEST_DIGITS = 16;
/** Milliseconds between two looks for a snapshot that was asked for. */
const POLL_MS = 200;

export interface SnapshotArguments extends ClientFlags {
  readonly partition: string;
}

/** Takes one and waits until every node that answers has it, for the time-out at most. */
export async function runNow(args: SnapshotArguments, context: Context): Promise<ExitCode> {
  const partition = parsePartition(args.partition);
  return withClient(context, args, async (client) => {
    const index = await client.ledger.snapshots({ partition }).take({ signal: client.signal });
    const nodes = await waitFor(client, { partition, index });
    const document = { partition, index, nodes: nodes.map(({ node, snapshot }) => ({ node, snapshot: snapshotJson(snapshot) })) };
    client.render.document(document, () => snapshotTable(nodes.flatMap(({ node, snapshot }) => rowsOf(node, snapshot && [snapshot]))));
    const without = nodes.filter(({ snapshot, isAway }) => snapshot === undefined && !isAway).map(({ node }) => node);
    const away = nodes.filter(({ isAway }) => isAway).map(({ node }) => node);
    if (away.length > 0) client.render.note(`${away.join(', ')} did not answer: a node that was away takes it when it has caught up`);
    if (without.length === 0) return EXIT.ok;
    throw new CommandError(`the snapshot at index ${index} is not on ${without.join(', ')} yet`, {
      exit: EXIT.failed,
      code: 'NOT_THERE_YET',
      hint: 'ledgerline snapshot list shows it once it is',
    });
  });
}

interface NodeSnapshot {
  readonly node: string;
  readonly snapshot: Snapshot | undefined;
  /** It did not answer. */
  readonly isAway: boolean;
}

async function waitFor(client: ClientContext, what: { readonly partition: number; readonly index: number }): Promise<NodeSnapshot[]> {
  const end = performance.now() + client.settings.timeoutMs;
  for (;;) {
    const all = await client.ledger.snapshots(what).list({ signal: client.signal });
    const found = all.map(({ node, snapshots }) => ({
      node,
      snapshot: snapshots?.find(({ index }) => index === what.index),
      isAway: snapshots === undefined,
    }));
    const isThere = found.every(({ snapshot, isAway }) => isAway || snapshot !== undefined);
    if (isThere || performance.now() > end) return found;
    await delay(POLL_MS, undefined, { signal: client.signal });
  }
}

/** Exit 6 if two nodes have different states at one index. */
export async function runList(args: SnapshotArguments, context: Context): Promise<ExitCode> {
  const partition = parsePartition(args.partition);
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const nodes = await ledger.snapshots({ partition }).list({ signal });
    const differing = differences(nodes);
    const listed = nodes.map(({ node, snapshots }) => ({ node, snapshots: snapshots?.map(snapshotJson) ?? null }));
    render.document({ partition, agree: differing.length === 0, nodes: listed }, () =>
      snapshotTable(nodes.flatMap(({ node, snapshots }) => rowsOf(node, snapshots))),
    );
    if (differing.length === 0) {
      if (common(nodes).length > 0) render.note(`all nodes agree at index ${common(nodes).join(', ')}`);
      return EXIT.ok;
    }
    throw new CommandError(differing.join('; '), {
      exit: EXIT.damage,
      code: 'DIVERGED',
      hint: 'one of these nodes is damaged: compare with a third, stop the one that differs from the majority, and put one with an id of its own in its place: ledgerline members replace',
    });
  });
}

/** A sentence for every index at which the states of two nodes differ. */
export function differences(nodes: readonly NodeSnapshots[]): string[] {
  const byIndex = new Map<number, Map<string, string[]>>();
  for (const { node, snapshots } of nodes) {
    for (const { index, stateDigest } of snapshots ?? []) {
      const digests = byIndex.get(index) ?? new Map<string, string[]>();
      byIndex.set(index, digests);
      const digest = Buffer.from(stateDigest).toString('hex');
      digests.set(digest, [...(digests.get(digest) ?? []), node]);
    }
  }
  return [...byIndex]
    .filter(([, digests]) => digests.size > 1)
    .map(([index, digests]) => {
      const groups = [...digests].map(([digest, group]) => `${group.join(', ')} have ${digest.slice(0, DIGEST_DIGITS)}`);
      return `the states at index ${index} differ: ${groups.join('; ')}`;
    });
}

/** Indexes of snapshots that more than one node has. */
function common(nodes: readonly NodeSnapshots[]): number[] {
  const counts = new Map<number, number>();
  for (const { snapshots } of nodes) for (const { index } of snapshots ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([index]) => index);
}

export interface SnapshotVerifyArguments extends SnapshotArguments {
  readonly node?: string | undefined;
}

/** Exit 6 with the place if one is damaged, exit 3 if a node could not be asked. */
export async function runVerify(args: SnapshotVerifyArguments, context: Context): Promise<ExitCode> {
  const partition = parsePartition(args.partition);
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const nodes = await ledger.snapshots({ partition }).verify({ node: args.node, signal });
    const verdicts = nodes.map(({ node, verdicts: found }) => ({
      node,
      snapshots: found?.map(({ index, error }) => ({ index, sound: error === undefined, error: error ?? null })) ?? null,
    }));
    render.document({ partition, nodes: verdicts }, () =>
      tableText({ columns: ['node', 'index', 'verdict'], rows: nodes.flatMap(verdictRows) }),
    );
    const damaged = nodes.flatMap(({ node, verdicts: found }) =>
      (found ?? []).filter(({ error }) => error !== undefined).map(({ index, error }) => `${node}: snapshot at index ${index}: ${error}`),
    );
    if (damaged.length > 0) {
      throw new CommandError(damaged.join('; '), {
        exit: EXIT.damage,
        code: 'DAMAGED',
        hint: 'a damaged snapshot is set aside and never used: ledgerline snapshot now takes another',
      });
    }
    const away = nodes.filter(({ verdicts: found }) => found === undefined).map(({ node }) => node);
    if (away.length === 0) return EXIT.ok;
    throw new CommandError(`${away.join(', ')} did not answer: their snapshots are not verified`, {
      exit: EXIT.unreachable,
      code: 'UNREACHABLE',
      hint: 'start them, or give them more time with --timeout',
    });
  });
}

function verdictRows({ node, verdicts }: NodeVerdicts): string[][] {
  if (verdicts === undefined) return [[node, '', 'did not answer']];
  if (verdicts.length === 0) return [[node, '', 'has no snapshot']];
  return verdicts.map(({ index, error }) => [node, String(index), error ?? 'sound']);
}

function snapshotJson(snapshot: Snapshot | undefined): unknown {
  if (snapshot === undefined) return null;
  const { index, term, offset, timestamp, bytes, stateKeys, namedKeys, digest, stateDigest, fileDigest } = snapshot;
  const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');
  const digests = { digest: hex(digest), stateDigest: hex(stateDigest), fileDigest: hex(fileDigest) };
  return { index, term, offset, timestamp, bytes, stateKeys, namedKeys, ...digests };
}

function rowsOf(node: string, snapshots: readonly Snapshot[] | undefined): string[][] {
  if (snapshots === undefined) return [[node, 'did not answer, or has it not yet', '', '', '', '']];
  if (snapshots.length === 0) return [[node, 'none', '', '', '', '']];
  return snapshots.map(({ index, offset, bytes, stateKeys, stateDigest }) => [
    node,
    String(index),
    String(offset),
    bytesAmount(bytes),
    String(stateKeys),
    Buffer.from(stateDigest).toString('hex').slice(0, DIGEST_DIGITS),
  ]);
}

function snapshotTable(rows: readonly (readonly string[])[]): string {
  return tableText({ columns: ['node', 'index', 'offset', 'size', 'keys', 'state digest'], rows });
}
