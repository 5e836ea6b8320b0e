// `ledgerline transfer-leader`: hands the leadership of a partition over, and says who leads.
import { type Context, withClient } from './context.ts';
import { CommandError, EXIT, type ExitCode } from './exit.ts';
import type { ClientFlags } from './settings.ts';
import { parsePartition } from './submit.ts';

export interface TransferLeaderArguments extends ClientFlags {
  readonly partition: string;
  readonly to?: string | undefined;
}

/** Exit 1 if the successor did not take over. */
export async function run(args: TransferLeaderArguments, context: Context): Promise<ExitCode> {
  const partition = parsePartition(args.partition);
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const { leader, isTaken, changed } = await ledger.transferLeadership({ partition, to: args.to, signal });
    if (!isTaken) {
      throw new CommandError(`${args.to ?? 'no other node'} did not take over partition ${partition}: the leader is the one from before`, {
        exit: EXIT.failed,
        code: 'NOT_TAKEN',
        hint: 'ledgerline status shows which nodes are up and how far their logs are; damaged ones do not lead',
      });
    }
    const words = changed ? `${leader} leads partition ${partition} now` : `${leader} leads partition ${partition} already`;
    render.document({ partition, leader, changed }, () => words);
    return EXIT.ok;
  });
}
