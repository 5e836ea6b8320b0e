// The commands that look into the log of a stopped node, as flags: each handler is in its own file and loaded when it is called.
import type { Argv } from 'yargs';
import { type CommandHost, checkSingle } from './client-commands.ts';
import { OUTPUT_FORMATS } from './render.ts';
import { DEFAULT_TIMEOUT } from './settings.ts';

const SHARED = {
  output: { alias: 'o', type: 'string', requiresArg: true, choices: OUTPUT_FORMATS, describe: 'default table' },
  partition: { type: 'string', requiresArg: true, describe: 'Only this partition (default: all)' },
  live: { type: 'boolean', default: false, describe: 'Read although a node has it open: a write under way then looks torn' },
} as const;

const DIR = { type: 'string', demandOption: true, describe: 'The data directory of a stopped node, or a copy of one' } as const;

/** Adds log ls, dump, verify, stats and repair. */
export function addLogCommands(parser: Argv, host: CommandHost): Argv {
  return parser.command('log', 'Look into the log of a stopped node, or of a copy, and repair it', (log) =>
    addRepair(addCheckCommands(addListCommands(log, host), host), host).demandCommand(1, 'say which: ls, dump, verify, stats or repair'),
  );
}

function addListCommands(log: Argv, { context, done }: CommandHost): Argv {
  return log
    .command(
      'ls <dir>',
      'List partitions, segments, snapshots and hard state',
      (command) => command.positional('dir', DIR).options(SHARED).example('$0 log ls /var/lib/ledgerline', 'what is in a data directory'),
      async (argv) => {
        checkSingle(argv, []);
        const { run } = await import('./log-ls.ts');
        done(await run(argv, context));
      },
    )
    .command(
      'dump <dir>',
      'Print every write and frame with its place and checksums, and what is damaged',
      (command) =>
        command
          .positional('dir', DIR)
          .options(SHARED)
          .option('from', { type: 'string', requiresArg: true, describe: 'First index' })
          .option('to', { type: 'string', requiresArg: true, describe: 'Last index' })
          .option('payload', { type: 'boolean', default: false, describe: 'Decode the transactions' })
          .option('void', { type: 'boolean', default: false, describe: 'Also segments that newer ones have made void' })
          .example('$0 log dump /var/lib/ledgerline -o ndjson', 'one line of JSON a frame')
          .example('$0 log dump DIR --from 731 --to 731 --payload', 'one entry with its transactions'),
      async (argv) => {
        checkSingle(argv, []);
        const { run } = await import('./log-dump.ts');
        done(await run(argv, context));
      },
    );
}

function addCheckCommands(log: Argv, { context, done }: CommandHost): Argv {
  return log
    .command(
      'verify <dir>',
      'Check every checksum, digest and file; exit 6 if anything is damaged, and say where',
      (command) =>
        command
          .positional('dir', DIR)
          .options(SHARED)
          .example('$0 log verify /var/lib/ledgerline', 'sound, or where it is not')
          .example('$0 log verify DIR -o ndjson', 'a line of JSON a finding, then the summary'),
      async (argv) => {
        checkSingle(argv, []);
        const { run } = await import('./log-verify.ts');
        done(await run(argv, context));
      },
    )
    .command(
      'stats <dir>',
      'Count entries, transactions, bytes, sizes of batches, terms and times',
      (command) =>
        command.positional('dir', DIR).options(SHARED).example('$0 log stats /var/lib/ledgerline --partition 1', 'one partition'),
      async (argv) => {
        checkSingle(argv, []);
        const { run } = await import('./log-stats.ts');
        done(await run(argv, context));
      },
    );
}

function addRepair(log: Argv, { context, done }: CommandHost): Argv {
  return log.command(
    'repair <dir>',
    'Put damaged entries of a stopped node back, from a node that runs; the only one that writes',
    (command) =>
      command
        .positional('dir', { ...DIR, describe: 'The data directory of a stopped node' })
        .option('output', SHARED.output)
        .option('partition', SHARED.partition)
        .option('from', { type: 'string', requiresArg: true, demandOption: true, describe: 'URL of a live node of the same cluster' })
        .option('node', { type: 'string', requiresArg: true, describe: 'Read from exactly this node' })
        .option('timeout', {
          type: 'string',
          requiresArg: true,
          describe: `For each call, e.g. 500ms or 10s (default ${DEFAULT_TIMEOUT})`,
        })
        .option('dry-run', { type: 'boolean', default: false, describe: 'Say what can be repaired, and write nothing' })
        .example('$0 log repair DIR --from ledgerline://n2:7401', 'afterwards it is verified'),
    async (argv) => {
      checkSingle(argv, []);
      const { run } = await import('./log-repair.ts');
      done(await run({ ...argv, live: false }, context));
    },
  );
}
