// `ledgerline submit`: one transaction from the command line, and its receipt.
import type { DeltaInput, KeyInput, LedgerlineError, SubmitReceipt, TransactionInput } from '@ledgerline/client';
import { type Context, withClient } from './context.ts';
import { parseDeltas } from './delta-json.ts';
import { CommandError, EXIT, type ExitCode, usageError } from './exit.ts';
import { type ClientFlags, parseWhole } from './settings.ts';
import { shellLine } from './shell.ts';
import { readStandardInput } from './standard-input.ts';
import { keyJson, keyText, parseLock } from './transaction-json.ts';

export interface SubmitArguments extends ClientFlags {
  readonly data?: string | undefined;
  /** The data come from standard input. */
  readonly stdin: boolean;
  /** In place of data: JSON as `delta-json.ts` reads it. */
  readonly deltas?: string | undefined;
  readonly type: string;
  readonly header?: string | undefined;
  readonly lock: readonly string[];
  readonly key?: string | undefined;
  readonly seen?: string | undefined;
  readonly partition: string;
}

export async function run(args: SubmitArguments, context: Context): Promise<ExitCode> {
  const input = parseSubmit(args);
  const data = args.deltas !== undefined ? undefined : (args.data ?? (await readStandardInput(context.signal)));
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const receipt = await ledger.submit({ ...input, data }, { signal }).catch((error: unknown) => {
      throw nameKey(error, input.partition);
    });
    const { partition, offset, duplicate, durable } = receipt;
    render.document({ partition, offset, duplicate, durable, key: keyJson(receipt.key) }, () => receiptText(receipt));
    return EXIT.ok;
  });
}

/** The receipt as one line. */
export function receiptText({ partition, offset, duplicate, durable, key }: SubmitReceipt): string {
  const verb = durable ? 'committed' : 'ACCEPTED';
  const said = duplicate ? `was ${verb} before under this key, at` : `${verb} at`;
  const where = durable ? 'synced on a quorum' : 'received by a quorum and NOT DURABLE yet: a crash can lose it';
  return `${said} offset ${offset} of partition ${partition}, ${where} (key ${keyText(key)})`;
}

/** An unknown outcome with the command that settles it: a generated key is known to nobody else. Any other error as it is. */
function nameKey(error: unknown, partition: number | undefined): unknown {
  if (!isUnsettled(error)) return error;
  const key = keyJson(error.key);
  const typed = typeof key === 'string' ? [key] : 'generated' in key ? [key.generated, '--generated'] : undefined;
  if (typed === undefined) return error;
  const command = shellLine(['ledgerline', 'resolve', ...typed, '--partition', String(partition ?? 1)]);
  return new CommandError(error.message, {
    exit: EXIT.outcomeUnknown,
    code: error.code,
    hint: `the transaction may be in the log, now or later; settle it with: ${command}`,
    cause: error,
  });
}

function isUnsettled(error: unknown): error is LedgerlineError & { readonly key: KeyInput } {
  return error instanceof Error && 'outcome' in error && error.outcome === 'unknown' && 'key' in error && error.key !== undefined;
}

/** Checks what was typed before a connection is opened: everything but the data. */
export function parseSubmit(args: SubmitArguments): Omit<TransactionInput, 'data'> {
  const sources = [args.data !== undefined, args.stdin, args.deltas !== undefined].filter((isGiven) => isGiven);
  if (sources.length !== 1) {
    throw usageError('give the data either as an argument or with --stdin, or --deltas', 'e.g. ledgerline submit --type note.v1 hello');
  }
  const header = args.header === undefined ? 0 : parseWhole(args.header, { name: '--header', min: 0, max: 0xffff_ffff });
  const locks = args.lock.map(parseLock);
  const partition = parsePartition(args.partition);
  const seen = args.seen === undefined ? undefined : parseWhole(args.seen, { name: '--seen', min: 0, max: Number.MAX_SAFE_INTEGER });
  if (seen === undefined && locks.some((lock) => lock.mode === 'read')) {
    throw usageError('a read lock needs --seen', 'say up to which offset you had read the log, e.g. --seen 17');
  }
  return {
    type: args.type,
    header,
    locks,
    partition,
    ...(args.deltas === undefined ? {} : { deltas: typedDeltas(args.deltas) }),
    ...(args.key === undefined ? {} : { key: args.key }),
    ...(seen === undefined ? {} : { seen }),
  };
}

function typedDeltas(text: string): DeltaInput[] {
  try {
    return parseDeltas(JSON.parse(text));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw usageError(`--deltas: ${message}`, `a JSON list, e.g. --deltas '[{"put":"alice","value":"500"},{"delete":"bob"}]'`);
  }
}

/** A partition number as typed; whether the cluster has it is the cluster's to say. */
export function parsePartition(text: string): number {
  return parseWhole(text, { name: '--partition', min: 1, max: 0xffff_ffff });
}
