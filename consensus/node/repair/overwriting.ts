// Whether a leader's appends may take the place of what lies behind the end of the log that this node takes part with (starting-log.ts). What is sound there may be the last copy of an entry,
// and the leader may be the first who has what is damaged before it: this node may not even have known of it. So the leader is asked for that, some times, before anything is cut off.
import { REPAIR_HELPLESS_ATTEMPTS } from '../../limits.ts';
import type { NodeId } from '../../types.ts';
import type { Repairer } from './repairer.ts';

/** A leader that would cut something off, and how often repairing had been tried when it first wanted to. */
interface Cutting {
  readonly leader: NodeId;
  readonly term: number;
  readonly attemptsBefore: number;
}

export class Overwriting {
  readonly #repairer: Pick<Repairer, 'attempts' | 'isSilent'>;
  #cutting: Cutting | undefined;

  constructor(repairer: Pick<Repairer, 'attempts' | 'isSilent'>) {
    this.#repairer = repairer;
  }

  /** Until it may the append counts as lost on the way. A leader that has damage of its own finds it when it is asked, and leads no more. */
  mayCut(leader: NodeId, term: number): boolean {
    if (this.#cutting?.leader !== leader || this.#cutting.term !== term) {
      this.#cutting = { leader, term, attemptsBefore: this.#repairer.attempts };
    }
    return this.#repairer.attempts - this.#cutting.attemptsBefore > REPAIR_HELPLESS_ATTEMPTS && !this.#repairer.isSilent(leader);
  }
}
