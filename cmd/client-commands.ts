// The commands that talk to a running cluster, as flags: each handler is in its own file and loaded when it is called.
import type { Argv } from 'yargs';
import type { Context } from './context.ts';
import { type ExitCode, usageError } from './exit.ts';
import { DEFAULT_TIMEOUT, DEFAULT_URL } from './settings.ts';

/** What a command table needs to run its handlers. */
export interface CommandHost {
  readonly context: Context;
  readonly done: (code: ExitCode) => void;
}

export const SHARED = {
  url: { type: 'string', requiresArg: true, describe: `The cluster (LEDGERLINE_URL; default ${DEFAULT_URL})` },
  timeout: {
    type: 'string',
    requiresArg: true,
    describe: `For each call with its retries, e.g. 500ms or 10s (default ${DEFAULT_TIMEOUT})`,
  },
  output: { alias: 'o', type: 'string', requiresArg: true, describe: 'table, json or ndjson (default table)' },
  config: {
    type: 'string',
    requiresArg: true,
    describe: 'Client configuration file (LEDGERLINE_CONFIG; default ~/.config/ledgerline/config.yaml)',
  },
} as const;

export const PARTITION = { type: 'string', requiresArg: true, default: '1', describe: 'Partition, from 1' } as const;
export const NODE = { type: 'string', requiresArg: true, describe: 'Read from exactly this node' } as const;

/** Refuses a flag with one value that was given more than once: which one was meant is not ours to guess. */
export function checkSingle(argv: Readonly<Record<string, unknown>>, lists: readonly string[]): void {
  for (const [name, value] of Object.entries(argv)) {
    if (Array.isArray(value) && name !== '_' && name.length > 1 && !lists.includes(name)) {
      throw usageError(`--${name} was given ${value.length} times`, 'give it once');
    }
  }
}

const LIST_FLAGS = ['lock', 'lock-field', 'lockField'];

/** Adds submit, import, tail, get, status, transfer-leader, health, lookup and resolve. */
export function addClientCommands(parser: Argv, host: CommandHost): Argv {
  return addKeyCommands(addReadCommands(addWriteCommands(parser, host), host), host);
}

function addWriteCommands(parser: Argv, { context, done }: CommandHost): Argv {
  return parser
    .command(
      'submit [data]',
      'Commit one transaction and print its receipt',
      (command) =>
        command
          .positional('data', { type: 'string', describe: 'The data' })
          .option('stdin', { type: 'boolean', default: false, describe: 'Read the data from standard input' })
          .options(SHARED)
          .option('deltas', {
            type: 'string',
            requiresArg: true,
            describe: 'Changes of the state in place of data: a JSON list of {"put":KEY,"value":VALUE}, {"delete":KEY}, {"record":DATA}',
          })
          .option('type', { type: 'string', requiresArg: true, default: 'transaction', describe: 'Type, e.g. transfer.v1' })
          .option('header', { type: 'string', requiresArg: true, describe: 'A number for the application, 0 to 4294967295' })
          .option('lock', {
            type: 'string',
            array: true,
            requiresArg: true,
            default: [],
            describe: 'MODE:NAME, repeatable; MODE is write, read or append',
          })
          .option('key', { type: 'string', requiresArg: true, describe: 'Idempotency key, at most 64 bytes (default: a generated one)' })
          .option('seen', { type: 'string', requiresArg: true, describe: 'Offset up to which you had read the log (default: blind)' })
          .option('partition', PARTITION)
          .example(`$0 submit --type transfer.v1 --lock write:alice --lock write:bob '{"from":"alice","to":"bob","cents":"500"}'`, ''),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { run } = await import('./submit.ts');
        done(await run(argv, context));
      },
    )
    .command(
      'import <file>',
      'Commit every line of an NDJSON or CSV file, each once however often it is run',
      (command) =>
        command
          .positional('file', { type: 'string', demandOption: true, describe: 'The file' })
          .options(SHARED)
          .option('format', { type: 'string', requiresArg: true, describe: 'ndjson or csv (default: by the name of the file)' })
          .option('key-field', { type: 'string', requiresArg: true, default: 'id', describe: 'Path of the idempotency key in a line' })
          .option('lock-field', {
            type: 'string',
            array: true,
            requiresArg: true,
            default: [],
            describe: 'Path of lock names, e.g. postings.*.account',
          })
          .option('deltas-field', {
            type: 'string',
            requiresArg: true,
            describe: 'Path of a list of deltas in a line, submitted in place of the line',
          })
          .option('type', { type: 'string', requiresArg: true, default: 'import', describe: 'Type of every transaction' })
          .option('header', { type: 'string', requiresArg: true, describe: 'A number for the application, 0 to 4294967295' })
          .option('window', { type: 'string', requiresArg: true, default: '1024', describe: 'Transactions under way at once' })
          .option('skip-bad', {
            type: 'boolean',
            default: false,
            describe: 'Name and pass over bad lines instead of stopping at the first',
          })
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { run } = await import('./import.ts');
        done(await run(argv, context));
      },
    );
}

function addReadCommands(parser: Argv, { context, done }: CommandHost): Argv {
  return parser
    .command(
      'tail',
      'Print the committed log up to what is committed now, or follow it',
      (command) =>
        command
          .options(SHARED)
          .option('from', { type: 'string', requiresArg: true, default: '1', describe: 'First offset' })
          .option('to', { type: 'string', requiresArg: true, describe: 'Last offset' })
          .option('follow', { alias: 'f', type: 'boolean', default: false, describe: 'Wait for more' })
          .option('type', { type: 'string', requiresArg: true, describe: 'Only transactions of this type' })
          .option('node', NODE)
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { runTail } = await import('./tail.ts');
        done(await runTail(argv, context));
      },
    )
    .command(
      'get <offset>',
      'Print the transaction at an offset',
      (command) =>
        command
          .positional('offset', { type: 'string', demandOption: true, describe: 'The offset, from 1' })
          .options(SHARED)
          .option('node', NODE)
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { runGet } = await import('./tail.ts');
        done(await runGet(argv, context));
      },
    )
    .command(
      'status',
      'Show leaders, offsets and chain digests of every node',
      (command) => command.options(SHARED),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { run } = await import('./status.ts');
        done(await run(argv, context));
      },
    )
    .command(
      'transfer-leader',
      'Hand the leadership of a partition over to another node',
      (command) =>
        command.options(SHARED).option('partition', PARTITION).option('to', {
          type: 'string',
          requiresArg: true,
          describe: 'The node that is to lead; without it whoever can take over soonest',
        }),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { run } = await import('./transfer-leader.ts');
        done(await run(argv, context));
      },
    )
    .command(
      'health',
      'Ask each node of the URL whether it is well; exit 0 if all are',
      (command) =>
        command.options(SHARED).option('check', {
          type: 'string',
          requiresArg: true,
          default: 'readiness',
          describe: 'readiness: it knows its leaders; liveness: it answers',
        }),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { run } = await import('./health.ts');
        done(await run(argv, context));
      },
    );
}

function addKeyCommands(parser: Argv, { context, done }: CommandHost): Argv {
  const generated = { type: 'boolean', default: false, describe: 'KEY is the 32 hexadecimal digits of a generated key' } as const;
  return parser
    .command(
      'lookup <key>',
      'Ask whether a transaction with this key is committed',
      (command) =>
        command
          .positional('key', { type: 'string', demandOption: true, describe: 'The idempotency key' })
          .options(SHARED)
          .option('generated', generated)
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { runLookup } = await import('./keys.ts');
        done(await runLookup(argv, context));
      },
    )
    .command(
      'resolve <key>',
      'Settle a key: it is committed, or it never will be',
      (command) =>
        command
          .positional('key', { type: 'string', demandOption: true, describe: 'The idempotency key' })
          .options(SHARED)
          .option('generated', generated)
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, LIST_FLAGS);
        const { runResolve } = await import('./keys.ts');
        done(await runResolve(argv, context));
      },
    );
}
