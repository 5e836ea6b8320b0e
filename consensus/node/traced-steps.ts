// The steps of a core, and beside them, if somebody wants one, their trace. A step's records are handed out before anything of it is carried out: what another node can have
// received is in the trace, also when the process is killed the next moment.
import type { Raft } from '../core/raft.ts';
import type { Input, Ready } from '../core/ready.ts';
import { eventOfInput, eventsOfStep, placed, type TraceEvent } from '../core/trace.ts';
import type { StartingLog } from './repair/starting-log.ts';
import type { ReplicaOptions } from './replica-options.ts';

export interface TracedStepsOptions extends Pick<ReplicaOptions, 'id' | 'partition' | 'trace'> {
  /** What the core began with. */
  readonly start: { readonly log: Pick<StartingLog, 'termRuns'> };
}

/** `raft.step`, traced if `trace` is there. */
export function stepsOf(raft: Raft, options: TracedStepsOptions): (input: Input) => Ready {
  const { id: node, partition, trace, start } = options;
  if (trace === undefined) return (input) => raft.step(input);
  let step = 0;
  let state = raft.traced();
  const tell = (events: readonly TraceEvent[]) => trace(placed(events, { node, partition, step, state }));
  tell([{ event: 'start', termRuns: start.log.termRuns, configurations: raft.configurations() }]);
  return (input) => {
    const before = state;
    step++;
    try {
      const ready = raft.step(input);
      state = raft.traced();
      tell(eventsOfStep({ before, input, ready, after: state }));
      return ready;
    } catch (error) {
      tell([eventOfInput(input), { event: 'failed', why: error instanceof Error ? error.message : String(error) }]);
      throw error;
    }
  };
}
