// The commands that run nodes, as flags: each handler is in its own file and loaded when it is called.
import type { Argv } from 'yargs';
import { type CommandHost, checkSingle } from './client-commands.ts';
import { OUTPUT_FORMATS } from './render.ts';

const OUTPUT = { alias: 'o', type: 'string', requiresArg: true, choices: OUTPUT_FORMATS, describe: 'default table' } as const;

/** Adds serve, dev and demo. */
export function addServerCommands(parser: Argv, { context, done }: CommandHost): Argv {
  return parser
    .command(
      'serve',
      'Run one node from its configuration file',
      (command) =>
        command
          .option('config', {
            type: 'string',
            demandOption: true,
            requiresArg: true,
            describe: 'Configuration file; deploy/node.yaml explains it',
          })
          .option('trace', {
            type: 'string',
            requiresArg: true,
            describe: 'Append every step of the core to this file; consensus/core/TRACE.md explains the records',
          })
          .option('output', OUTPUT)
          .option('exit-with-parent', { type: 'boolean', default: false, hidden: true }),
      async (argv) => {
        checkSingle(argv, []);
        const { run } = await import('./serve.ts');
        done(await run(argv, context));
      },
    )
    .command(
      'dev',
      'Run a cluster of real processes on this machine',
      (command) =>
        command
          .option('nodes', { type: 'string', requiresArg: true, default: '3', describe: 'Number of nodes, 1 to 7' })
          .option('data', {
            type: 'string',
            requiresArg: true,
            describe: 'Directory for all nodes (default: a temporary one, removed on exit)',
          })
          .option('base-port', {
            type: 'string',
            requiresArg: true,
            default: '7400',
            describe: 'Clients at P+1, P+2 ..., peers at P+101 ...; 0 takes free ports',
          })
          .option('partitions', { type: 'string', requiresArg: true, default: '1', describe: 'Number of partitions' })
          .option('keep', { type: 'boolean', default: false, describe: 'Keep the temporary directory' })
          .option('restart', { type: 'boolean', default: false, describe: 'Start a node again when it dies' })
          .option('output', OUTPUT),
      async (argv) => {
        checkSingle(argv, []);
        const { run } = await import('./dev.ts');
        done(await run(argv, context));
      },
    )
    .command(
      'demo',
      'Move money through three nodes while they are killed, and check that none was lost',
      (command) =>
        command
          .option('seconds', { type: 'string', requiresArg: true, default: '15', describe: 'How long to move money' })
          .option('clients', { type: 'string', requiresArg: true, default: '6', describe: 'Payment clients' })
          .option('accounts', { type: 'string', requiresArg: true, default: '200', describe: 'Accounts' })
          .option('output', OUTPUT),
      async (argv) => {
        checkSingle(argv, []);
        const { run } = await import('./demo.ts');
        done(await run(argv, context));
      },
    );
}
