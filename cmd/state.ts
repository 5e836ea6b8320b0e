// `ledgerline state`: what the deltas of the log amount to, by key or by range, as any node, or exactly one node, answers.
import type { ReadAt, StateEntry } from '@ledgerline/client';
import { bytesMember, bytesText } from './bytes-text.ts';
import { type ClientContext, type Context, withClient } from './context.ts';
import { EXIT, type ExitCode, usageError } from './exit.ts';
import { type ClientFlags, parseWhole } from './settings.ts';
import { parsePartition } from './submit.ts';

export interface StateArguments extends ClientFlags {
  readonly at: string;
  readonly node?: string | undefined;
  readonly partition: string;
}

export interface StateGetArguments extends StateArguments {
  readonly keys: readonly string[];
}

/** Prints the values in the order of the keys; exit 1 if one of them is not there. */
export async function runGet(args: StateGetArguments, context: Context): Promise<ExitCode> {
  const options = parseReading(args);
  return withClient(context, args, async (client) => {
    const { values, offset } = await client.ledger.state(options).multiGet(args.keys, { ...options, signal: client.signal });
    const records = client.render.records();
    let missing = 0;
    for (const [position, key] of args.keys.entries()) {
      const value = values[position];
      if (value === undefined) missing++;
      const member = value === undefined ? { value: null } : bytesMember('value', value);
      records.record(JSON.stringify({ key, ...member, offset }), () =>
        value === undefined ? `${key} is not there` : `${key} = ${bytesText(value)}`,
      );
    }
    records.end();
    noteOffset(client, options.partition, { first: offset, last: offset });
    return missing === 0 ? EXIT.ok : EXIT.failed;
  });
}

export interface StateRangeArguments extends StateArguments {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly prefix?: string | undefined;
  readonly limit?: string | undefined;
}

/** Prints keys and values in the order of the keys' bytes. */
export async function runRange(args: StateRangeArguments, context: Context): Promise<ExitCode> {
  const { prefix, from, to } = args;
  const options = parseReading(args);
  if (prefix !== undefined && (from !== undefined || to !== undefined))
    throw usageError('--prefix excludes --from and --to', 'give one or the other');
  const limit = args.limit === undefined ? undefined : parseWhole(args.limit, { name: '--limit', min: 1, max: Number.MAX_SAFE_INTEGER });
  return withClient(context, args, async (client) => {
    const range = client.ledger.state(options).range({ ...options, prefix, from, to, limit, signal: client.signal });
    const records = client.render.records();
    let offsets: { first: number; last: number } | undefined;
    try {
      for await (const { offset, entries } of range.pages()) {
        offsets = { first: offsets?.first ?? offset, last: offset };
        for (const entry of entries) records.record(entryJson(entry), () => `${bytesText(entry.key)} = ${bytesText(entry.value)}`);
      }
    } finally {
      records.end();
    }
    if (offsets !== undefined) noteOffset(client, options.partition, offsets);
    return EXIT.ok;
  });
}

function entryJson({ key, value, offset }: StateEntry): string {
  return JSON.stringify({ ...bytesMember('key', key), ...bytesMember('value', value), offset });
}

/** The JSON carries the offset with every entry; a human is told once. */
function noteOffset(client: ClientContext, partition: number, offsets: { readonly first: number; readonly last: number }): void {
  if (client.render.format !== 'table') return;
  const { first, last } = offsets;
  const exact = `-- state of partition ${partition} after offset ${first} --`;
  client.render.note(first === last ? exact : `-- state of partition ${partition}, read in pages after offsets ${first} to ${last} --`);
}

function parseReading(args: StateArguments): { readonly partition: number; readonly at: ReadAt; readonly node: string | undefined } {
  return { partition: parsePartition(args.partition), at: parseAt(args.at), node: args.node };
}

function parseAt(text: string): ReadAt {
  if (text === 'linearizable' || text === 'local') return text;
  return parseWhole(text, { name: '--at', min: 0, max: Number.MAX_SAFE_INTEGER });
}
