// `ledgerline health`: what each node of the URL says to a health check, for containers and scripts. Asks no quorum and follows no leader.
import { credentials } from '@grpc/grpc-js';
import { LedgerlineError } from '@ledgerline/client';
import { parseUrl } from '@ledgerline/client/internal';
import { askHealth, HEALTH_CHECKS, type HealthAnswer, type HealthCheckName } from '../rpc/health-client.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, usageError } from './exit.ts';
import { Renderer } from './render.ts';
import { type ClientFlags, clientSettings } from './settings.ts';
import { tableText } from './table.ts';

export interface HealthArguments extends ClientFlags {
  readonly check: string;
}

/** Exit 0 if every node serves, 3 if one does not answer, else 1. */
export async function run(args: HealthArguments, context: Context): Promise<ExitCode> {
  const check = parseCheck(args.check);
  const { url, timeoutMs, output } = await clientSettings(args, context.env);
  const nodes = await Promise.all(
    addressesOf(url).map(async (address) => {
      const { signal } = context;
      return { address, answer: await askHealth({ address, check, timeoutMs, signal, credentials: credentials.createInsecure() }) };
    }),
  );
  const json = nodes.map(({ address, answer }) => ({ address, health: answer.kind, reason: reasonOf(answer) ?? null }));
  new Renderer(output, context.streams).document({ check, nodes: json }, () =>
    tableText({
      columns: ['node', check],
      rows: nodes.map(({ address, answer }) => [address, [answer.kind, reasonOf(answer)].filter((text) => text !== undefined).join(': ')]),
    }),
  );
  if (nodes.some(({ answer }) => answer.kind === 'no-answer')) return EXIT.unreachable;
  return nodes.every(({ answer }) => answer.kind === 'serving') ? EXIT.ok : EXIT.failed;
}

function parseCheck(text: string): HealthCheckName {
  const check = HEALTH_CHECKS.find((known) => known === text);
  if (check === undefined) throw usageError(`--check: unknown health check '${text}'`, `use one of ${HEALTH_CHECKS.join(', ')}`);
  return check;
}

function addressesOf(url: string): string[] {
  try {
    return parseUrl(url);
  } catch (error) {
    if (!LedgerlineError.is(error)) throw error;
    throw usageError(error.message, error.hint);
  }
}

function reasonOf(answer: HealthAnswer): string | undefined {
  return answer.kind === 'no-answer' ? answer.reason : undefined;
}
