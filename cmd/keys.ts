// `ledgerline lookup` and `ledgerline resolve`: what became of a key.
import { type Context, withClient } from './context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { ClientFlags } from './settings.ts';
import { parsePartition } from './submit.ts';
import { keyJson, parseKey } from './transaction-json.ts';

export interface KeyArguments extends ClientFlags {
  readonly key: string;
  /** The key is the hexadecimal one of a receipt. */
  readonly generated: boolean;
  readonly partition: string;
}

/** Asks without writing. `not-yet` promises nothing. */
export async function runLookup(args: KeyArguments, context: Context): Promise<ExitCode> {
  const key = parseKey(args.key, args);
  const partition = parsePartition(args.partition);
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const answer = await ledger.lookup(key, { partition, signal });
    const committed = answer.kind === 'committed';
    const isVoid = committed && answer.isVoid;
    const offset = committed ? answer.offset : null;
    render.document({ key: keyJson(key), partition, state: answer.kind, offset, void: isVoid }, () => {
      if (!committed) return 'not-yet: no committed transaction has this key so far (this is no promise; `ledgerline resolve` settles it)';
      return isVoid ? `void at offset ${answer.offset}: nothing can ever commit under this key` : `committed at offset ${answer.offset}`;
    });
    return EXIT.ok;
  });
}

/** Settles: whichever of the transaction and a void is first in the log. */
export async function runResolve(args: KeyArguments, context: Context): Promise<ExitCode> {
  const key = parseKey(args.key, args);
  const partition = parsePartition(args.partition);
  return withClient(context, args, async ({ ledger, render, signal }) => {
    const answer = await ledger.resolve(key, { partition, signal });
    const offset = answer.kind === 'committed' ? answer.offset : null;
    render.document({ key: keyJson(key), partition, state: answer.kind, offset }, () =>
      answer.kind === 'committed' ? `committed at offset ${answer.offset}` : 'void: it did not commit and never will',
    );
    return EXIT.ok;
  });
}
