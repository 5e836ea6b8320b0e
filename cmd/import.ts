// `ledgerline import`: a file of transactions, each committed once however often it is run. Blind writes under named keys, with a
// bounded number under way; the order of the file is the order of submission.
import type { TransactionInput } from '@ledgerline/client';
import { TYPE_BYTES_MAX } from '../consensus/limits.ts';
import { type ClientContext, type Context, withClient } from './context.ts';
import { parseDeltas } from './delta-json.ts';
import { CommandError, describeError, EXIT, type ExitCode, usageError } from './exit.ts';
import { parseFieldPath, valuesAt } from './field-path.ts';
import { formatOf, type ImportFormat, importFileBytes, importLines } from './import-records.ts';
import { maybeProgress } from './progress.ts';
import { type ClientFlags, parseWhole } from './settings.ts';
import { parsePartition } from './submit.ts';

/** Most transactions under way that can be asked for: bounds memory here and queues there. */
const WINDOW_MAX = 16_384;
/** A line that comes this near to the cluster's limits is sent alone, so that nothing after it has been sent if it is refused. */
const ALONE_SHARE = 1 / 16;
/** Bad lines that `--skip-bad` names one by one. */
const NAMED_BAD_LINES_MAX = 20;

export interface ImportArguments extends ClientFlags {
  readonly file: string;
  readonly format?: string | undefined;
  readonly keyField: string;
  readonly lockField: readonly string[];
  readonly deltasField?: string | undefined;
  readonly type: string;
  readonly header?: string | undefined;
  readonly skipBad: boolean;
  /** Transactions under way. */
  readonly window: string;
  readonly partition: string;
}

/** How a record becomes a transaction. */
export interface ImportPlan {
  readonly file: string;
  readonly format: ImportFormat;
  readonly keyField: readonly string[];
  readonly lockFields: readonly (readonly string[])[];
  /** Where a record has its deltas; they are submitted in place of the record. */
  readonly deltasField: readonly string[] | undefined;
  readonly type: string;
  readonly header: number;
  readonly skipBad: boolean;
  readonly window: number;
  readonly partition: number;
}

export interface ImportTotals {
  submitted: number;
  committed: number;
  duplicates: number;
  /** Of the two above, those that were not durable yet when they were acknowledged. */
  notDurable: number;
  bad: number;
}

export function parseImport(args: ImportArguments): ImportPlan {
  if (args.format !== undefined && args.format !== 'ndjson' && args.format !== 'csv') {
    throw usageError(`--format '${args.format}' is not known`, 'use ndjson or csv');
  }
  const typeBytes = Buffer.byteLength(args.type);
  if (typeBytes < 1 || typeBytes > TYPE_BYTES_MAX || args.type.startsWith('ledgerline.')) {
    throw usageError(
      `--type '${args.type}' is no type of a transaction`,
      `a type has 1 to ${TYPE_BYTES_MAX} bytes, and those that begin with ledgerline. are reserved`,
    );
  }
  return {
    file: args.file,
    format: args.format ?? formatOf(args.file),
    keyField: parsePath(args.keyField, '--key-field'),
    lockFields: args.lockField.map((path) => parsePath(path, '--lock-field')),
    deltasField: args.deltasField === undefined ? undefined : parsePath(args.deltasField, '--deltas-field'),
    type: args.type,
    header: args.header === undefined ? 0 : parseWhole(args.header, { name: '--header', min: 0, max: 0xffff_ffff }),
    skipBad: args.skipBad,
    window: parseWhole(args.window, { name: '--window', min: 1, max: WINDOW_MAX }),
    partition: parsePartition(args.partition),
  };
}

function parsePath(text: string, flag: string): readonly string[] {
  try {
    return parseFieldPath(text);
  } catch (cause) {
    throw usageError(
      `${flag}: ${cause instanceof Error ? cause.message : String(cause)}`,
      'a path is names separated by dots, * for every element',
    );
  }
}

/** The transaction of one record. Throws a `RangeError` that says why the line is bad. */
export function transactionOf(record: { readonly value: unknown; readonly data: string }, plan: ImportPlan): TransactionInput {
  const keys = valuesAt(record.value, plan.keyField);
  const keyName = plan.keyField.join('.');
  if (keys.length !== 1) throw new RangeError(`${keys.length === 0 ? 'no' : 'more than one'} field '${keyName}' to take the key from`);
  const key = textOf(keys[0], `the key in '${keyName}'`);
  const keyBytes = Buffer.byteLength(key);
  if (keyBytes < 1 || keyBytes > 64) throw new RangeError(`the key in '${keyName}' has ${keyBytes} bytes, and a key has 1 to 64`);
  const names = new Set<string>();
  for (const path of plan.lockFields) {
    const values = valuesAt(record.value, path);
    if (values.length === 0) throw new RangeError(`no field '${path.join('.')}' to take a lock from`);
    for (const value of values) names.add(lockName(value, path.join('.')));
  }
  const locks = [...names].map((name) => ({ mode: 'write' as const, name }));
  const common = { type: plan.type, header: plan.header, locks, key, partition: plan.partition };
  if (plan.deltasField === undefined) return { ...common, data: record.data };
  const deltas = valuesAt(record.value, plan.deltasField);
  if (deltas.length !== 1) throw new RangeError(`no field '${plan.deltasField.join('.')}' to take the deltas from`);
  return { ...common, deltas: parseDeltas(deltas[0]) };
}

function lockName(value: unknown, path: string): string {
  const name = textOf(value, `the lock in '${path}'`);
  const bytes = Buffer.byteLength(name);
  if (bytes < 1 || bytes > 256) throw new RangeError(`the lock in '${path}' has ${bytes} bytes, and a lock's name has 1 to 256`);
  return name;
}

/** A number above 2^53 has lost digits already: two of them must not become one key. */
function textOf(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw new RangeError(`${what} is ${JSON.stringify(value) ?? 'nothing'}, neither a text nor a whole number below 2^53`);
}

export async function run(args: ImportArguments, context: Context): Promise<ExitCode> {
  const plan = parseImport(args);
  const bytes = await importFileBytes(plan.file);
  return withClient(context, args, async (client) => {
    const started = performance.now();
    const totals: ImportTotals = { submitted: 0, committed: 0, duplicates: 0, notDurable: 0, bad: 0 };
    const progress = await maybeProgress(client, { label: 'import', total: bytes, unit: 'bytes' });
    let failure: unknown;
    try {
      await new Importer(plan, { client, totals, onPosition: (position) => progress.update(position) }).run();
    } catch (error) {
      failure = error;
    } finally {
      progress.stop();
    }
    const seconds = Math.round(performance.now() - started) / 1000;
    const { submitted, committed, duplicates, notDurable, bad } = totals;
    const exceptions = { ...(notDurable > 0 ? { notDurable } : {}), ...(plan.skipBad ? { bad } : {}) };
    client.render.document({ submitted, committed, duplicates, seconds, ...exceptions }, () => {
      const skipped = bad === 0 || !plan.skipBad ? '' : `, ${bad} bad lines skipped`;
      const early = notDurable === 0 ? '' : `, ${notDurable} of them ACCEPTED and NOT DURABLE yet when they were acknowledged`;
      return `submitted ${submitted}: ${committed} committed, ${duplicates} duplicates${early}${skipped}, ${seconds} s`;
    });
    if (failure !== undefined) throw failure;
    return EXIT.ok;
  });
}

interface ImporterWorld {
  readonly client: ClientContext;
  readonly totals: ImportTotals;
  readonly onPosition: (position: number) => void;
}

/** One run over the file: sends in order, stops at the first failure, and waits for all that was sent. */
class Importer {
  readonly #plan: ImportPlan;
  readonly #world: ImporterWorld;
  readonly #underWay = new Set<Promise<void>>();
  readonly #keysUnderWay = new Set<string>();
  /** Replies come in any order: the failure of the lowest line whose outcome is unknown, since a script must not miss it, else of the lowest line. */
  #failure: { readonly line: number; readonly error: CommandError } | undefined;

  constructor(plan: ImportPlan, world: ImporterWorld) {
    this.#plan = plan;
    this.#world = world;
  }

  async run(): Promise<void> {
    try {
      for await (const item of importLines(this.#plan.file, this.#plan.format)) {
        if (this.#failure !== undefined) break;
        this.#world.client.signal.throwIfAborted();
        if (item.kind === 'bad') this.#handleBad(item.line, item);
        else await this.#handleRecord(item);
        this.#world.onPosition(item.position);
      }
    } finally {
      // Also when the file could not be read on: what was sent is counted.
      while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    }
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async #handleRecord(item: { readonly line: number; readonly value: unknown; readonly data: string }): Promise<void> {
    let input: TransactionInput;
    try {
      input = transactionOf(item, this.#plan);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#handleBad(item.line, { reason: error.message });
      return;
    }
    const key = String(input.key);
    const { transactionBytesMax, locksMax } = this.#world.client.ledger.limits;
    const isNearLimits = item.data.length > transactionBytesMax * ALONE_SHARE || (input.locks?.length ?? 0) > locksMax * ALONE_SHARE;
    const alone = isNearLimits || this.#keysUnderWay.has(key);
    while (this.#underWay.size >= (alone ? 1 : this.#plan.window)) await Promise.race(this.#underWay);
    if (this.#failure !== undefined) return;
    this.#keysUnderWay.add(key);
    const sent: Promise<void> = this.#send(item.line, input).finally(() => {
      this.#underWay.delete(sent);
      this.#keysUnderWay.delete(key);
    });
    this.#underWay.add(sent);
    if (alone) await sent;
  }

  /** Never rejects: a failure is kept for `run`. */
  async #send(line: number, input: TransactionInput): Promise<void> {
    const { client, totals } = this.#world;
    totals.submitted++;
    try {
      const receipt = await client.ledger.submit(input, { signal: client.signal });
      if (receipt.duplicate) totals.duplicates++;
      else totals.committed++;
      if (!receipt.durable) totals.notDurable++;
    } catch (error) {
      this.#handleRefusal(line, error);
    }
  }

  #handleRefusal(line: number, error: unknown): void {
    const report = describeError(error);
    const isLinesFault = ['TOO_LARGE', 'TOO_MANY_LOCKS', 'KEY_REUSED', 'VOID', 'INVALID'].includes(report.code);
    if (isLinesFault) {
      this.#handleBad(line, { reason: `${report.code}: ${report.message}` });
      return;
    }
    this.#fail(
      line,
      new CommandError(`line ${line}: ${report.message}`, {
        exit: report.exit,
        code: report.code,
        hint: 'run the same command again: what is committed already is recognised by its key and added once',
        cause: error,
      }),
    );
  }

  #handleBad(line: number, { reason, isLast }: { readonly reason: string; readonly isLast?: true }): void {
    const { totals, client } = this.#world;
    totals.bad++;
    const message = `${this.#plan.file}: line ${line}: ${reason}`;
    if (this.#plan.skipBad && isLast === undefined) {
      if (totals.bad <= NAMED_BAD_LINES_MAX) client.render.note(`skipped ${message}`);
      if (totals.bad === NAMED_BAD_LINES_MAX) client.render.note('further bad lines are only counted');
      return;
    }
    const hint =
      isLast === undefined
        ? 'correct the line and run the same command again, or pass over such lines with --skip-bad'
        : 'correct the line and run the same command again: nothing after it could be read';
    this.#fail(line, new CommandError(message, { exit: EXIT.failed, code: 'BAD_LINE', hint }));
  }

  #fail(line: number, error: CommandError): void {
    const before = this.#failure;
    const isUnknown = error.exit === EXIT.outcomeUnknown;
    const isFirst = before === undefined || (isUnknown === (before.error.exit === EXIT.outcomeUnknown) ? line < before.line : isUnknown);
    if (isFirst) this.#failure = { line, error };
  }
}
