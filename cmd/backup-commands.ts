// The commands about backups, as flags: each handler is in its own file and loaded when it is called.
import type { Argv } from 'yargs';
import { type CommandHost, checkSingle, SHARED } from './client-commands.ts';
import { usageError } from './exit.ts';
import { OUTPUT_FORMATS } from './render.ts';

const OUTPUT = { alias: 'o', type: 'string', requiresArg: true, choices: OUTPUT_FORMATS, describe: 'default table' } as const;
const DIR = { type: 'string', demandOption: true, describe: 'The directory of the backup' } as const;

/** Adds backup save, backup verify and restore. */
export function addBackupCommands(parser: Argv, host: CommandHost): Argv {
  return addRestore(addBackup(parser, host), host);
}

function addBackup(parser: Argv, { context, done }: CommandHost): Argv {
  return parser.command(
    'backup <command>',
    'Save what a cluster holds, and try out what was saved',
    (backup) =>
      backup
        .command(
          'save <dir>',
          'Save everything acknowledged so far from the running cluster; run again, it adds what is new, or goes on',
          (command) =>
            command
              .positional('dir', DIR)
              .options(SHARED)
              .option('snapshot', {
                type: 'boolean',
                default: false,
                describe: 'Take a snapshot of the cluster first, so that verify can compare states up to there',
              })
              .example('$0 backup save /backup/ledger', 'all of it the first time, then what is new'),
          async (argv) => {
            checkSingle(argv, []);
            const { run } = await import('./backup-save.ts');
            done(await run(argv, context));
          },
        )
        .command(
          'verify <dir>',
          'Check every byte, then restore it into a scratch directory, start a node on it and compare; exit 6 if anything differs',
          (command) =>
            command
              .positional('dir', DIR)
              .option('output', OUTPUT)
              .option('scratch', {
                type: 'string',
                requiresArg: true,
                describe: 'Directory with room for twice the backup (default: that for temporary files)',
              })
              .example('$0 backup verify /backup/ledger', 'sound, or where it is not'),
          async (argv) => {
            checkSingle(argv, []);
            const { run } = await import('./backup-verify.ts');
            done(await run(argv, context));
          },
        )
        .demandCommand(1, 'say which: save or verify'),
    () => {
      throw usageError('say which: save or verify', 'ledgerline backup --help lists them');
    },
  );
}

function addRestore(parser: Argv, { context, done }: CommandHost): Argv {
  return parser.command(
    'restore <dir>',
    'Make the data directory of a node from a backup; nodes restored alike form a new cluster',
    (command) =>
      command
        .positional('dir', DIR)
        .option('config', {
          type: 'string',
          demandOption: true,
          requiresArg: true,
          describe: 'Configuration of the node, as for serve; its data directory must be absent or empty',
        })
        .option('output', OUTPUT)
        .example('$0 restore /backup/ledger --config node.yaml', 'on every node, then start them'),
    async (argv) => {
      checkSingle(argv, []);
      const { run } = await import('./restore.ts');
      done(await run(argv, context));
    },
  );
}
