// The commands about the members of a running cluster, as flags: each handler is loaded when it is called.
import type { Argv } from 'yargs';
import { type CommandHost, checkSingle, SHARED } from './client-commands.ts';
import { DEFAULT_TIMEOUT } from './settings.ts';

/** How long a change waits by default until all partitions have converged. */
export const DEFAULT_WAIT = '10m';

const CHANGING = {
  ...SHARED,
  timeout: {
    type: 'string',
    requiresArg: true,
    describe: `How long to wait for all partitions, e.g. 30s or 10m (default ${DEFAULT_WAIT}; a single call has ${DEFAULT_TIMEOUT} at most)`,
  },
  wait: { type: 'boolean', default: true, describe: 'Wait until all partitions have converged; --no-wait does not' },
} as const;

const ADDRESSES = {
  peer: { type: 'string', requiresArg: true, demandOption: true, describe: 'host:port of the new node for the other nodes' },
  client: { type: 'string', requiresArg: true, demandOption: true, describe: 'host:port of the new node for clients' },
} as const;

const ID = { type: 'string', demandOption: true } as const;

/** Adds `members`. */
export function addMembersCommands(parser: Argv, host: CommandHost): Argv {
  return parser.command('members', 'Show and change which nodes belong to the cluster', (command) =>
    addRemovals(addAdditions(command, host), host).demandCommand(1, 'say which: list, add, promote, remove or replace'),
  );
}

function addAdditions(parser: Argv, { context, done }: CommandHost): Argv {
  return parser
    .command(
      'list',
      'Show every member, its role, and how far it and the partitions are',
      (command) => command.options(SHARED),
      async (argv) => {
        checkSingle(argv, []);
        const { runList } = await import('./members.ts');
        done(await runList(argv, context));
      },
    )
    .command(
      'add <id>',
      'Add a new node as a learner; it must be running and waiting to join',
      (command) =>
        command
          .positional('id', { ...ID, describe: 'Its id' })
          .options(CHANGING)
          .options(ADDRESSES),
      async (argv) => {
        checkSingle(argv, []);
        const { runAdd } = await import('./members.ts');
        done(await runAdd(argv, context));
      },
    )
    .command(
      'promote <id>',
      'Make a learner a voter, as soon as it has caught up',
      (command) => command.positional('id', { ...ID, describe: 'The learner' }).options(CHANGING),
      async (argv) => {
        checkSingle(argv, []);
        const { runPromote } = await import('./members.ts');
        done(await runPromote(argv, context));
      },
    );
}

function addRemovals(parser: Argv, { context, done }: CommandHost): Argv {
  return parser
    .command(
      'remove <id>',
      'Remove a node; it stops by itself once it hears of that',
      (command) =>
        command
          .positional('id', { ...ID, describe: 'The member' })
          .options(CHANGING)
          .option('force', {
            type: 'boolean',
            default: false,
            describe:
              'Even if those who are left could not reach a quorum now: the partitions follow once they can, and the node counts until then',
          }),
      async (argv) => {
        checkSingle(argv, []);
        const { runRemove } = await import('./members.ts');
        done(await runRemove(argv, context));
      },
    )
    .command(
      'replace <id>',
      'Let a new node, with an id that no node had before, take the place of another',
      (command) =>
        command
          .positional('id', { ...ID, describe: 'The member that goes' })
          .options(CHANGING)
          .option('by', { type: 'string', requiresArg: true, demandOption: true, describe: 'Id of the new node' })
          .options(ADDRESSES),
      async (argv) => {
        checkSingle(argv, []);
        const { runReplace } = await import('./members.ts');
        done(await runReplace(argv, context));
      },
    );
}
