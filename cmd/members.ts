// `ledgerline members`: who belongs to the cluster, and changes of that, each of which waits until all partitions have converged.
import type { IntendedSet, MembersChange, MembersChanged } from '@ledgerline/client';
import { type ClientContext, type Context, withClient } from './context.ts';
import { CommandError, EXIT, type ExitCode, usageError } from './exit.ts';
import { DEFAULT_WAIT } from './members-commands.ts';
import { intendedText, membersJson, membersText, stragglersJson, stragglerText } from './members-text.ts';
import { type Waited, waitForPartitions } from './members-wait.ts';
import { type ClientFlags, DEFAULT_TIMEOUT, parseDuration } from './settings.ts';

/** Exit 4 if a partition has no leader. */
export async function runList(args: ClientFlags, context: Context): Promise<ExitCode> {
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const members = await ledger.members({ signal });
    render.document(membersJson(members), () => membersText(members));
    return members.partitions.every(({ leader }) => leader !== '') ? EXIT.ok : EXIT.noQuorum;
  });
}

interface ChangeArguments extends ClientFlags {
  readonly id: string;
  readonly wait: boolean;
}

export interface AddArguments extends ChangeArguments {
  readonly peer: string;
  readonly client: string;
}

export async function runAdd(args: AddArguments, context: Context): Promise<ExitCode> {
  const { id, peer, client } = args;
  return runChange(args, context, { kind: 'add', id, peerAddress: peer, clientAddress: client });
}

export async function runPromote(args: ChangeArguments, context: Context): Promise<ExitCode> {
  return runChange(args, context, { kind: 'promote', id: args.id });
}

export async function runRemove(args: ChangeArguments & { readonly force: boolean }, context: Context): Promise<ExitCode> {
  return runChange(args, context, { kind: 'remove', id: args.id, force: args.force });
}

export interface ReplaceArguments extends AddArguments {
  readonly by: string;
}

export async function runReplace(args: ReplaceArguments, context: Context): Promise<ExitCode> {
  const { id, by, peer, client } = args;
  if (by === id)
    throw usageError(`${id} cannot be replaced by itself`, 'an id is used once: give the new node an id that no node had before');
  return runChange(args, context, { kind: 'replace', id, by: { id: by, peerAddress: peer, clientAddress: client } });
}

/** A connected command with the time for all its waiting. */
interface Waiting {
  readonly client: ClientContext;
  /** `performance.now()` at which to give up. */
  readonly end: number;
  readonly timeout: string;
}

/** `--timeout` is for the waiting; a single call gets no more than ever. */
async function withWait<T>(context: Context, args: ClientFlags, body: (waiting: Waiting) => Promise<T>): Promise<T> {
  const timeout = args.timeout ?? DEFAULT_WAIT;
  const ms = parseDuration(timeout, '--timeout');
  const isShort = ms < parseDuration(DEFAULT_TIMEOUT, 'default');
  const flags: ClientFlags = { url: args.url, output: args.output, config: args.config, timeout: isShort ? args.timeout : undefined };
  return withClient(context, flags, (client) => body({ client, end: performance.now() + ms, timeout }));
}

async function runChange(args: ChangeArguments, context: Context, change: MembersChange): Promise<ExitCode> {
  return withWait(context, args, async (waiting) => {
    const { client } = waiting;
    if (change.kind === 'add') {
      const already = await alreadyThere(client, change);
      if (already !== undefined) return finish(waiting, { changed: false, intended: already }, { wait: args.wait });
    }
    const gone = args.wait ? await goneOf(client, change) : undefined;
    const result = await client.ledger.changeMembers(change, { signal: client.signal });
    return finish(waiting, result, { wait: args.wait, gone });
  });
}

/** The intended set, if it names this node at these addresses: also a voter need not be added. */
async function alreadyThere(
  { ledger, signal }: ClientContext,
  add: MembersChange & { readonly kind: 'add' },
): Promise<IntendedSet | undefined> {
  const { intended, members } = await ledger.members({ signal });
  const isIntended = intended.voters.includes(add.id) || intended.learners.includes(add.id);
  const isSame = members.some(
    ({ id, peerAddress, clientAddress }) => id === add.id && peerAddress === add.peerAddress && clientAddress === add.clientAddress,
  );
  return isIntended && isSame ? intended : undefined;
}

/** Who is not to be known any more after this change. */
async function goneOf({ ledger, signal }: ClientContext, change: MembersChange) {
  if (change.kind !== 'remove' && change.kind !== 'replace') return undefined;
  const { members } = await ledger.members({ signal });
  return members.find(({ id }) => id === change.id);
}

interface Finish {
  readonly wait: boolean;
  readonly gone?: { readonly id: string; readonly incarnation: string } | undefined;
}

/** Waits if that is wanted, and says what came of it. Exit 1 with those that lag behind when the time is over. */
async function finish(waiting: Waiting, { changed, intended }: MembersChanged, { wait, gone }: Finish): Promise<ExitCode> {
  const { client, end } = waiting;
  const waited = wait ? await waitForPartitions(client, { intended, gone, end }) : undefined;
  sayResult(client, { changed, intended }, waited);
  if (waited !== undefined && !waited.isConverged) throw notConverged(waiting, waited);
  return EXIT.ok;
}

function sayResult({ render, ledger }: ClientContext, { changed, intended }: MembersChanged, waited: Waited | undefined): void {
  const converged = waited?.isConverged ?? null;
  const stragglers = waited?.isConverged === false ? stragglersJson(waited.members?.stragglers ?? []) : [];
  render.document({ changed, intended, converged, stragglers }, () => {
    const lines = [`${changed ? 'changed' : 'nothing to change'}: ${intendedText(intended)}`];
    if (converged)
      lines.push(ledger.partitions === 1 ? 'the partition has converged' : `all ${ledger.partitions} partitions have converged`);
    if (waited === undefined) lines.push('the partitions converge on it: ledgerline members list shows how far they are');
    return lines.join('\n');
  });
}

function notConverged({ timeout }: Waiting, { members }: Waited): CommandError {
  const words = members?.stragglers.map(stragglerText) ?? ['no node answers'];
  const why =
    words.length === 0
      ? 'the leader of partition 1 has not heard of the change yet, or still knows of the member that went'
      : words.join('; ');
  return new CommandError(`not converged within ${timeout}: ${why}`, {
    exit: EXIT.failed,
    code: 'NOT_CONVERGED',
    hint: 'the change is made, and the partitions go on by themselves once the nodes that are named are up: ledgerline members list shows how far they are, and the same command again waits for them',
  });
}
