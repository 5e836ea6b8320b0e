#!/usr/bin/env node
// The `ledgerline` command: turns arguments into one call of one handler, and what it returns or throws into an exit code.
// Handlers are loaded when they are called, so that every command starts quickly.
import yargs, { type Argv } from 'yargs';
import { addBackupCommands } from './backup-commands.ts';
import { addClientCommands } from './client-commands.ts';
import type { Context } from './context.ts';
import { CommandError, describeError, EXIT, type ExitCode, usageError } from './exit.ts';
import { addLogCommands } from './log-commands.ts';
import { addMembersCommands } from './members-commands.ts';
import { Renderer } from './render.ts';
import { addServerCommands } from './server-commands.ts';
import { outputFormat } from './settings.ts';
import { addStorageCommands } from './storage-commands.ts';
import { VERSION } from './version.ts';

/** Runs one command line; never throws. */
async function main(args: readonly string[]): Promise<ExitCode> {
  const interrupted = new AbortController();
  const context: Context = {
    env: process.env,
    streams: { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) },
    signal: interrupted.signal,
    isTerminal: process.stderr.isTTY === true,
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());
  let exit: ExitCode = EXIT.ok;
  try {
    await parser(args, context, (code) => {
      exit = code;
    }).parseAsync();
    return exit;
  } catch (error) {
    if (interrupted.signal.aborted && !(error instanceof CommandError)) return EXIT.interrupted;
    const report = describeError(error);
    new Renderer(outputFormat(flagValue(args, ['-o', '--output']), process.env), context.streams).error(report);
    return report.exit;
  }
}

function parser(args: readonly string[], context: Context, done: (code: ExitCode) => void): Argv {
  const base = yargs([...args])
    .scriptName('ledgerline')
    .usage('$0 <command>\n\nA replicated write-ahead log for ledgers.')
    .parserConfiguration({ 'greedy-arrays': false, 'dot-notation': false })
    .version(VERSION)
    .help()
    .alias('help', 'h')
    .strict()
    .recommendCommands()
    .demandCommand(1, 'say which command')
    .exitProcess(false)
    .wrap(Math.min(120, process.stdout.columns ?? 100))
    .epilogue(
      'Settings: flag, then LEDGERLINE_URL | LEDGERLINE_TIMEOUT | LEDGERLINE_OUTPUT, then the config file, then the default.\n' +
        'Exit codes: 0 ok, 1 failed, 2 usage, 3 unreachable, 4 no quorum, 5 conflict, 6 damage found, 7 outcome unknown.',
    )
    .fail((message, error) => {
      // yargs' own errors are about what was typed; anything else comes out of a handler.
      if (error !== undefined && error?.name !== 'YError') throw error;
      throw usageError(message, 'ledgerline --help lists the commands, ledgerline <command> --help its flags');
    });
  const host = { context, done };
  const client = addBackupCommands(addStorageCommands(addMembersCommands(addClientCommands(base, host), host), host), host);
  return addLogCommands(addServerCommands(client, host), host);
}

/** The value of a flag before anything was parsed, to render an error in the format that was asked for. */
function flagValue(args: readonly string[], names: readonly string[]): string | undefined {
  for (const [at, arg] of args.entries()) {
    if (names.includes(arg)) return args[at + 1];
    const name = names.find((candidate) => arg.startsWith(`${candidate}=`));
    if (name !== undefined) return arg.slice(name.length + 1);
  }
  return undefined;
}

// A reader that has seen enough (`tail | head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  process.stderr.write(`ledgerline: ${error.code ?? 'IO'}: the output cannot be written: ${error.message}\n`);
  process.exit(EXIT.failed);
});
process.exitCode = await main(process.argv.slice(2));
