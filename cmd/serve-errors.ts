// Why a node cannot start or go on, as an error with its next step and exit status.
import { GenesisError } from '../consensus/genesis.ts';
import { DivergenceError, LostEntriesError, MissingSnapshotError, RolledBackError } from '../consensus/node/events.ts';
import { WrongIncarnationError } from '../consensus/node/membership/formed.ts';
import { LogError } from '../log/errors.ts';
import { FormingError } from '../rpc/introducer.ts';
import { ListenError } from '../rpc/server-options.ts';
import { CommandError, EXIT } from './exit.ts';

/** From a running node. */
const HOW_TO_REPLACE =
  'replace this node by one with an id of its own: `ledgerline members replace ID --by NEW --peer HOST:PORT --client HOST:PORT`';

/** Another node says so, and what to do. */
export function rolledBack(message: string): CommandError {
  return new CommandError(message, { exit: EXIT.damage, code: 'ROLLED_BACK', hint: '' });
}

/** Maps what the layers throw; a broken assertion or any other error of the programmer stays what it is. */
export function serveError(error: unknown): unknown {
  if (error instanceof LogError) {
    const isDamage = error.code === 'CORRUPT';
    // The message already ends with the next step.
    const message = error.message.slice(`${error.code}: `.length);
    return new CommandError(message, { exit: isDamage ? EXIT.damage : EXIT.failed, code: error.code, hint: '', cause: error });
  }
  if (error instanceof ListenError) return new CommandError(error.message, { exit: EXIT.failed, code: 'LISTEN', hint: '', cause: error });
  if (error instanceof FormingError)
    return new CommandError(error.message, { exit: EXIT.failed, code: error.code, hint: '', cause: error });
  if (error instanceof GenesisError) {
    const hint = 'keep the directory and restore its genesis file from any other node of the cluster: it is the same on all';
    return new CommandError(error.message, { exit: EXIT.damage, code: 'BAD_GENESIS', hint, cause: error });
  }
  if (error instanceof WrongIncarnationError) {
    const hint = 'restore the old data directory of this node, or replace the member from a running node';
    return new CommandError(error.message, { exit: EXIT.failed, code: 'OTHER_INCARNATION', hint, cause: error });
  }
  if (error instanceof DivergenceError) {
    const hint =
      'keep this directory and leave this node down; `ledgerline status` shows the digests of the others at the ends of their logs, `ledgerline log verify DIR` what is wrong with files: where the ' +
      `others agree, this node is wrong: put its right data directory back, or ${HOW_TO_REPLACE}; where they do not, the other one may be`;
    return new CommandError(error.message, { exit: EXIT.damage, code: 'DIVERGENCE', hint, cause: error });
  }
  if (error instanceof RolledBackError) {
    const hint = `keep this directory for inspection; put the newest data directory of this node back, or ${HOW_TO_REPLACE}`;
    return new CommandError(error.message, { exit: EXIT.damage, code: 'ROLLED_BACK', hint, cause: error });
  }
  if (error instanceof LostEntriesError) {
    const hint = 'keep this directory and leave this node down; restore it from a copy of this same node at this same moment';
    return new CommandError(error.message, { exit: EXIT.damage, code: 'LOST_ENTRIES', hint, cause: error });
  }
  if (error instanceof MissingSnapshotError) {
    const hint =
      'keep this directory; put a snapshot of this node back into it, or replace the member from a running node, which then installs one of theirs';
    return new CommandError(error.message, { exit: EXIT.damage, code: 'MISSING_SNAPSHOT', hint, cause: error });
  }
  return error;
}
