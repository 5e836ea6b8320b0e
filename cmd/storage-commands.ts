// The commands about state and snapshots of a running cluster, as flags: each handler is in its own file and loaded when it is called.
import type { Argv } from 'yargs';
import { type CommandHost, checkSingle, NODE, PARTITION, SHARED } from './client-commands.ts';

const AT = {
  type: 'string',
  requiresArg: true,
  default: 'linearizable',
  describe: 'linearizable, an offset that must be in, or local: whatever the node has',
} as const;

/** Adds `state` and `snapshot`. */
export function addStorageCommands(parser: Argv, host: CommandHost): Argv {
  return parser
    .command('state', 'Read the state that the deltas of the log amount to', (command) =>
      addStateCommands(command, host).demandCommand(1, 'say which: get or range'),
    )
    .command('snapshot', 'Take, list and verify snapshots', (command) =>
      addSnapshotCommands(command, host).demandCommand(1, 'say which: now, list or verify'),
    );
}

function addStateCommands(parser: Argv, { context, done }: CommandHost): Argv {
  return parser
    .command(
      'get <keys..>',
      'Print the values of keys; exit 1 if one is not there',
      (command) =>
        command
          .positional('keys', { type: 'string', array: true, demandOption: true, describe: 'The keys' })
          .options(SHARED)
          .option('at', AT)
          .option('node', NODE)
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, ['keys']);
        const { runGet } = await import('./state.ts');
        done(await runGet(argv, context));
      },
    )
    .command(
      'range',
      'Print keys and values in order',
      (command) =>
        command
          .options(SHARED)
          .option('prefix', { type: 'string', requiresArg: true, describe: 'Only keys that begin so' })
          .option('from', { type: 'string', requiresArg: true, describe: 'First key' })
          .option('to', { type: 'string', requiresArg: true, describe: 'Key before which to end' })
          .option('limit', { type: 'string', requiresArg: true, describe: 'Keys at most' })
          .option('at', AT)
          .option('node', NODE)
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, []);
        const { runRange } = await import('./state.ts');
        done(await runRange(argv, context));
      },
    );
}

function addSnapshotCommands(parser: Argv, { context, done }: CommandHost): Argv {
  return parser
    .command(
      'now',
      'Take a snapshot on every node and wait until it is there',
      (command) => command.options(SHARED).option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, []);
        const { runNow } = await import('./snapshot.ts');
        done(await runNow(argv, context));
      },
    )
    .command(
      'list',
      'Show the snapshots of every node, and whether their states agree; exit 6 if not',
      (command) => command.options(SHARED).option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, []);
        const { runList } = await import('./snapshot.ts');
        done(await runList(argv, context));
      },
    )
    .command(
      'verify',
      'Make the nodes read their snapshots again and check them; exit 6 if one is damaged',
      (command) =>
        command
          .options(SHARED)
          .option('node', { type: 'string', requiresArg: true, describe: 'Only this node' })
          .option('partition', PARTITION),
      async (argv) => {
        checkSingle(argv, []);
        const { runVerify } = await import('./snapshot.ts');
        done(await runVerify(argv, context));
      },
    );
}
