// `ledgerline tail` and `ledgerline get`: the committed log as any node, or exactly one node, serves it.
import type { CommittedTransaction, TailState } from '@ledgerline/client';
import { maybeText } from './bytes-text.ts';
import { type ClientContext, type Context, withClient } from './context.ts';
import { deltaText } from './delta-json.ts';
import { CommandError, EXIT, type ExitCode, usageError } from './exit.ts';
import { type ClientFlags, parseWhole } from './settings.ts';
import { parsePartition } from './submit.ts';
import { tableText } from './table.ts';
import { dataText, keyText, transactionJson } from './transaction-json.ts';

export interface TailArguments extends ClientFlags {
  readonly from: string;
  readonly to?: string | undefined;
  readonly follow: boolean;
  readonly type?: string | undefined;
  readonly node?: string | undefined;
  readonly partition: string;
}

/** What to read, checked. */
export interface TailPlan {
  readonly partition: number;
  readonly from: number;
  readonly to: number | undefined;
  readonly follow: boolean;
  readonly type: string | undefined;
  readonly node: string | undefined;
}

export function parseTail(args: TailArguments): TailPlan {
  // Offset 0 is "nothing", so to start after it is to start at 1.
  const from = Math.max(1, parseWhole(args.from, { name: '--from', min: 0, max: Number.MAX_SAFE_INTEGER }));
  const to = args.to === undefined ? undefined : parseWhole(args.to, { name: '--to', min: 1, max: Number.MAX_SAFE_INTEGER });
  if (to !== undefined && to < from) throw usageError(`--to ${to} is before --from ${from}`, 'both ends belong to the range');
  return { partition: parsePartition(args.partition), from, to, follow: args.follow, type: args.type, node: args.node };
}

/** Without `follow` ends at the offset that was committed when it was called, by ReadIndex. */
export async function runTail(args: TailArguments, context: Context): Promise<ExitCode> {
  const plan = parseTail(args);
  return withClient(context, args, async (client) => {
    const records = client.render.records();
    try {
      const end = await endOf(plan, client);
      if (end === undefined || end >= plan.from) {
        for await (const transaction of read(client, { ...plan, to: end })) {
          if (plan.type !== undefined && transaction.type !== plan.type) continue;
          records.record(transactionJson(transaction), () => transactionLine(transaction));
        }
      }
      return context.signal.aborted ? EXIT.interrupted : EXIT.ok;
    } finally {
      records.end();
    }
  });
}

export interface GetArguments extends ClientFlags {
  readonly offset: string;
  readonly node?: string | undefined;
  readonly partition: string;
}

/** One transaction; exit 1 when nothing is committed there yet. */
export async function runGet(args: GetArguments, context: Context): Promise<ExitCode> {
  const offset = parseWhole(args.offset, { name: 'OFFSET', min: 1, max: Number.MAX_SAFE_INTEGER });
  const partition = parsePartition(args.partition);
  return withClient(context, args, async (client) => {
    const committed = await client.ledger.committedOffset({ partition, signal: client.signal });
    if (offset > committed) {
      throw new CommandError(`offset ${offset} of partition ${partition} is not committed: the last one is ${committed}`, {
        exit: EXIT.failed,
        code: 'NOT_FOUND',
        hint: `ledgerline tail --from ${offset} -f waits for it`,
      });
    }
    const plan: TailPlan = { partition, from: offset, to: offset, follow: false, type: undefined, node: args.node };
    for await (const transaction of read(client, plan)) {
      client.render.jsonDocument(transactionJson(transaction), () => transactionTable(transaction));
    }
    return context.signal.aborted ? EXIT.interrupted : EXIT.ok;
  });
}

async function endOf(plan: TailPlan, client: ClientContext): Promise<number | undefined> {
  if (plan.follow) return plan.to;
  const committed = await client.ledger.committedOffset({ partition: plan.partition, signal: client.signal });
  return Math.min(plan.to ?? committed, committed);
}

/**
 * Reads the plan's range. A tail resumes by itself for ever; one that has an end gives up when nothing has arrived for the time-out,
 * so that a script does not hang on a node that is away.
 */
async function* read(client: ClientContext, plan: TailPlan): AsyncGenerator<CommittedTransaction> {
  const { ledger, settings, signal } = client;
  const idle = new AbortController();
  let state: TailState | undefined;
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    clearTimeout(timer);
    if (!plan.follow) timer = setTimeout(() => idle.abort(), settings.timeoutMs);
  };
  const options = {
    partition: plan.partition,
    from: plan.from,
    signal: AbortSignal.any([signal, idle.signal]),
    onState: (next: TailState) => {
      state = next;
      if (plan.follow) noteState(client, next);
    },
    ...(plan.to === undefined ? {} : { to: plan.to }),
    ...(plan.node === undefined ? {} : { node: plan.node }),
  };
  let last = plan.from - 1;
  arm();
  try {
    for await (const transaction of ledger.tail(options)) {
      last = transaction.offset;
      arm();
      yield transaction;
      // Whoever reads our output may have taken longer than the time-out: that was not the node's doing.
      arm();
    }
  } catch (error) {
    if (!idle.signal.aborted && !signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  if (signal.aborted || plan.to === undefined || last >= plan.to) return;
  throw stalled(plan, { last, state, timeoutMs: settings.timeoutMs });
}

function stalled(plan: TailPlan, seen: { last: number; state: TailState | undefined; timeoutMs: number }): CommandError {
  const source = plan.node === undefined ? 'no node' : `node ${plan.node}`;
  const cause = seen.state?.kind === 'reconnecting' && seen.state.cause instanceof Error ? `: ${seen.state.cause.message}` : '';
  return new CommandError(`${source} delivered nothing after offset ${seen.last} for ${seen.timeoutMs} ms${cause}`, {
    exit: EXIT.unreachable,
    code: 'UNREACHABLE',
    hint: plan.node === undefined ? 'see ledgerline status' : 'start that node, or leave --node out to read from any other',
  });
}

function noteState(client: ClientContext, state: TailState): void {
  if (!client.isTerminal) return;
  if (state.kind === 'live') client.render.note(`-- live at offset ${state.offset} --`);
  if (state.kind === 'reconnecting') client.render.note(`-- reconnecting, attempt ${state.attempt} --`);
}

/** One line for a human: offset, time, type, data, locks, key. */
export function transactionLine(transaction: CommittedTransaction): string {
  const time = new Date(transaction.timestamp).toISOString().slice(11, 23);
  const locks = transaction.locks.length === 0 ? '' : `   locks ${transaction.locks.map(lockText).join(' ')}`;
  const data = contentText(transaction).replaceAll('\n', ' ');
  return `${String(transaction.offset).padStart(8)}  ${time}  ${transaction.type}  ${data}${locks}   key ${keyText(transaction.key)}`;
}

function transactionTable(transaction: CommittedTransaction): string {
  const { partition, offset, index, term, timestamp, type, header, seen, locks } = transaction;
  return tableText({
    columns: ['field', 'value'],
    rows: [
      ['partition', String(partition)],
      ['offset', String(offset)],
      ['index', String(index)],
      ['term', String(term)],
      ['timestamp', new Date(timestamp).toISOString()],
      ['type', type],
      ['header', String(header)],
      ['key', keyText(transaction.key)],
      ['seen', seen === undefined ? 'blind' : String(seen)],
      ['locks', locks.map(lockText).join(' ')],
      transaction.deltas.length > 0 ? ['deltas', contentText(transaction)] : ['data', contentText(transaction)],
    ],
  });
}

function contentText({ data, deltas }: CommittedTransaction): string {
  return deltas.length > 0 ? deltas.map(deltaText).join(', ') : dataText(data);
}

function lockText(lock: CommittedTransaction['locks'][number]): string {
  return `${lock.mode}:${maybeText(lock.name) ?? Buffer.from(lock.name).toString('hex')}`;
}
