// What a step of the core was, as plain data for whoever checks it from outside: TRACE.md says what every field means. Computes; numbering the records, writing
// them and judging them are others'. Nothing in here runs unless somebody asked for a trace.
import type { Message } from '../messages.ts';
import type { Role } from '../roles.ts';
import type { HardState, LogPosition, NodeId, TermRun } from '../types.ts';
import type { AppendEntries, ConfigurationChange, CoreEvent, Input, Ready } from './ready.ts';
import type { State } from './state.ts';

/** What of a node's state every record says; none is `null`. */
export interface TraceState {
  readonly term: number;
  readonly role: Role;
  readonly votedFor: NodeId | null;
  readonly leader: NodeId | null;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly lastIndex: number;
  readonly lastTerm: number;
  readonly persistedIndex: number;
  readonly base: LogPosition;
  readonly snapshot: LogPosition;
  readonly claim: LogPosition | null;
  readonly isHeldBack: boolean;
  readonly voters: readonly NodeId[];
  /** While the configuration is joint, those of its other half. */
  readonly outgoing: readonly NodeId[];
  readonly learners: readonly NodeId[];
}

/** One thing that happened, in the order of TRACE.md, §3. */
export type TraceEvent =
  /** The first of an instance: what it recovered, beside what `state` says. */
  | { readonly event: 'start'; readonly termRuns: readonly TermRun[]; readonly configurations: readonly ConfigurationChange[] }
  | { readonly event: 'input'; readonly input: Exclude<Input, { readonly kind: 'receive' }> }
  /** `changes`: the membership entries among those of an append, if there are any. */
  | { readonly event: 'receive'; readonly message: Message; readonly changes?: readonly ConfigurationChange[] }
  | { readonly event: 'role'; readonly change: CoreEvent }
  | { readonly event: 'hard-state'; readonly sequence: number; readonly term: number; readonly votedFor: NodeId | null }
  | { readonly event: 'truncate'; readonly from: number; readonly to: number }
  | {
      readonly event: 'append';
      readonly sequence: number;
      readonly from: number;
      readonly terms: readonly number[];
      readonly source: AppendEntries['source']['kind'];
    }
  | { readonly event: 'reset'; readonly sequence: number; readonly base: LogPosition }
  | { readonly event: 'commit'; readonly from: number; readonly to: number }
  | { readonly event: 'accepted'; readonly to: number }
  | { readonly event: 'apply'; readonly from: number; readonly to: number }
  | { readonly event: 'send'; readonly message: Message; readonly waitsFor: number }
  | { readonly event: 'install'; readonly from: NodeId; readonly position: LogPosition }
  | { readonly event: 'read-granted'; readonly id: number; readonly index: number }
  | { readonly event: 'read-rejected'; readonly id: number }
  /** A broken assertion: the instance is of no more use. */
  | { readonly event: 'failed'; readonly why: string };

interface TracePlace {
  readonly node: NodeId;
  readonly partition: number;
  /** Counts the steps of an instance; 0 is its start. */
  readonly step: number;
  /** How many records of the same step are still to come. */
  readonly remaining: number;
  /** After the step. */
  readonly state: TraceState;
}

/** A record as the driver hands it out. */
export type TracedEvent = TraceEvent & TracePlace;

/** A record of a trace. */
export type TraceRecord = { readonly run: number; readonly number: number } & TracedEvent;

/** Takes all records of one step. */
export type Trace = (step: readonly TracedEvent[]) => void;

/** Where the trace of one run of a node goes. */
export interface TraceSink {
  /** Rises from one process of the node to the next. */
  readonly run: number;
  /** Takes all records of one step, before anything of it is carried out. Must not throw. */
  readonly write: (records: readonly TraceRecord[]) => void;
}

/** What a record says of this state. */
export function traceStateOf(state: State): TraceState {
  const { log } = state;
  const { voters, outgoing, learners } = state.configurations.current;
  return {
    term: state.term,
    role: state.role.kind,
    votedFor: state.votedFor ?? null,
    leader: state.leader ?? null,
    commitIndex: state.commitIndex,
    appliedIndex: state.appliedIndex,
    lastIndex: log.lastIndex,
    lastTerm: log.lastTerm,
    persistedIndex: state.durability.persistedIndex,
    base: log.base,
    snapshot: state.snapshot,
    claim: state.claim ?? null,
    isHeldBack: state.isHeldBack,
    voters,
    outgoing,
    learners,
  };
}

/** Everything that happened in a step, in the order in which TRACE.md lists it. */
export function eventsOfStep(step: {
  readonly before: TraceState;
  readonly input: Input;
  readonly ready: Ready;
  readonly after: TraceState;
}): TraceEvent[] {
  const { before, input, ready, after } = step;
  const events: TraceEvent[] = [eventOfInput(input)];
  for (const change of ready.events) events.push({ event: 'role', change });
  if (ready.write !== undefined) events.push(...eventsOfWrite(ready.write, before));
  if (after.commitIndex > before.commitIndex) events.push({ event: 'commit', from: before.commitIndex + 1, to: after.commitIndex });
  if (ready.accepted !== undefined) events.push({ event: 'accepted', to: ready.accepted.to });
  if (ready.commit !== undefined) events.push({ event: 'apply', from: ready.commit.from, to: ready.commit.to });
  for (const message of ready.messages) events.push({ event: 'send', message, waitsFor: 0 });
  for (const message of ready.replies) events.push({ event: 'send', message, waitsFor: ready.replySequence });
  if (ready.install !== undefined) events.push({ event: 'install', from: ready.install.from, position: ready.install.position });
  for (const { id, index } of ready.reads) events.push({ event: 'read-granted', id, index });
  for (const id of ready.rejectedReads) events.push({ event: 'read-rejected', id });
  return events;
}

/** What came in. */
export function eventOfInput(input: Input): TraceEvent {
  if (input.kind !== 'receive') return { event: 'input', input };
  const { message, changes = [] } = input;
  return { event: 'receive', message, ...(changes.length === 0 ? {} : { changes }) };
}

function eventsOfWrite({ sequence, hardState, reset, append }: NonNullable<Ready['write']>, before: TraceState): TraceEvent[] {
  const events: TraceEvent[] = [];
  if (hardState !== undefined) events.push(eventOfHardState(sequence, hardState));
  if (reset !== undefined) events.push({ event: 'reset', sequence, base: reset });
  if (append === undefined) return events;
  const { fromIndex: from, terms, source } = append;
  if (from <= before.lastIndex) events.push({ event: 'truncate', from, to: before.lastIndex });
  events.push({ event: 'append', sequence, from, terms, source: source.kind });
  return events;
}

function eventOfHardState(sequence: number, { term, votedFor }: HardState): TraceEvent {
  return { event: 'hard-state', sequence, term, votedFor: votedFor ?? null };
}

/** Gives every record its place. All are of one step, and of one state after it. */
export function placed(events: readonly TraceEvent[], place: Omit<TracePlace, 'remaining'>): TracedEvent[] {
  return events.map((event, position) => ({ ...event, ...place, remaining: events.length - 1 - position }));
}

/** Numbers the records of one run of a node, all its partitions together, from 1 on. */
export function traceTo({ run, write }: TraceSink): Trace {
  let number = 0;
  return (step) => write(step.map((event) => ({ run, number: ++number, ...event })));
}
