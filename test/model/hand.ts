// Traces made by hand, for tests of the model: each step is written down as its events and what they change of the node's state. And one short valid history to break.
import type { TraceEvent, TraceRecord, TraceState } from '../../consensus/core/trace.ts';
import type { Message } from '../../consensus/messages.ts';
import type { NodeId, TermRun } from '../../consensus/types.ts';
import { Model } from './model.ts';

export const [N1, N2, N3] = ['n1', 'n2', 'n3'] as [NodeId, NodeId, NodeId];
const ZERO = { index: 0, term: 0 };

const EMPTY: TraceState = {
  term: 0,
  role: 'follower',
  votedFor: null,
  leader: null,
  commitIndex: 0,
  appliedIndex: 0,
  lastIndex: 0,
  lastTerm: 0,
  persistedIndex: 0,
  base: ZERO,
  snapshot: ZERO,
  claim: null,
  isHeldBack: false,
  voters: [N1, N2, N3],
  outgoing: [],
  learners: [],
};

interface Writer {
  run: number;
  number: number;
  step: number;
  state: TraceState;
}

/** Messages without their addresses are written by `from` and `to`. */
type Body = Message extends infer M ? (M extends Message ? Omit<M, 'from' | 'to'> : never) : never;

export function message(from: NodeId, to: NodeId, body: Body): Message {
  return { ...body, from, to } as Message;
}

export function send(sent: Message, waitsFor = 0): TraceEvent {
  return { event: 'send', message: sent, waitsFor };
}

export function receive(received: Message): TraceEvent {
  return { event: 'receive', message: received };
}

export const TICK: TraceEvent = { event: 'input', input: { kind: 'tick' } };

export function persisted(sequence: number): TraceEvent {
  return { event: 'input', input: { kind: 'persisted', sequence } };
}

export class Hand {
  readonly steps: TraceRecord[][] = [];
  readonly #writers = new Map<NodeId, Writer>();

  /** The node starts, for the first time or again, with this state. */
  start(node: NodeId, state: Partial<TraceState> = {}, termRuns: readonly TermRun[] = []): this {
    const run = (this.#writers.get(node)?.run ?? 0) + 1;
    const begun = { ...EMPTY, ...state };
    this.#writers.set(node, { run, number: 0, step: -1, state: begun });
    const { voters, outgoing, learners } = begun;
    const configurations = [{ index: begun.snapshot.index, configuration: { voters, outgoing, learners } }];
    return this.step(node, [{ event: 'start', termRuns, configurations }]);
  }

  /** One step: what happened in it, and what of the state is another after it. */
  step(node: NodeId, events: readonly TraceEvent[], changes: Partial<TraceState> = {}): this {
    const writer = this.#writers.get(node);
    if (writer === undefined) throw new Error(`${node} has not started`);
    writer.step++;
    writer.state = { ...writer.state, ...changes };
    const { run, step, state } = writer;
    const records = events.map((event, position): TraceRecord => {
      return { ...event, run, number: ++writer.number, node, partition: 1, step, remaining: events.length - 1 - position, state };
    });
    this.steps.push(records);
    return this;
  }

  /** Throws `BrokenRule`. */
  replay(): Model {
    const model = new Model();
    for (const step of this.steps) model.replay(step);
    return model;
  }
}

export const M = {
  askPreVote: (to: NodeId) => message(N1, to, { kind: 'pre-vote-request', term: 1, lastIndex: 0, lastTerm: 0 }),
  preVote: message(N2, N1, { kind: 'pre-vote-reply', term: 1, granted: true }),
  askVote: (to: NodeId) => message(N1, to, { kind: 'vote-request', term: 1, lastIndex: 0, lastTerm: 0, isTransfer: false }),
  vote: message(N2, N1, { kind: 'vote-reply', term: 1, granted: true }),
  noOp: (to: NodeId) => message(N1, to, { kind: 'append', term: 1, previousIndex: 0, previousTerm: 0, terms: [1], sizes: [1], commit: 0 }),
  accepted: message(N2, N1, { kind: 'append-accepted', term: 1, matchIndex: 1 }),
  told: message(N1, N2, { kind: 'append', term: 1, previousIndex: 1, previousTerm: 1, terms: [], sizes: [], commit: 1 }),
};

/** The steps of a short history in their order: n1 is elected in term 1 by itself and n2, and commits its no-op, which n2 hears of. */
const HISTORY: readonly (readonly [string, (hand: Hand) => Hand])[] = [
  ['started', (hand) => hand.start(N1).start(N2).start(N3)],
  [
    'pre-candidate',
    (hand) =>
      hand.step(
        N1,
        [TICK, { event: 'role', change: { kind: 'became-pre-candidate', term: 1 } }, send(M.askPreVote(N2)), send(M.askPreVote(N3))],
        {
          role: 'pre-candidate',
        },
      ),
  ],
  ['pre-voted', (hand) => hand.step(N2, [receive(M.askPreVote(N2)), send(M.preVote)])],
  [
    'candidate',
    (hand) =>
      hand.step(
        N1,
        [
          receive(M.preVote),
          { event: 'role', change: { kind: 'became-candidate', term: 1 } },
          { event: 'hard-state', sequence: 1, term: 1, votedFor: N1 },
          send(M.askVote(N2), 1),
          send(M.askVote(N3), 1),
        ],
        { role: 'candidate', term: 1, votedFor: N1 },
      ),
  ],
  ['candidate-durable', (hand) => hand.step(N1, [persisted(1)])],
  [
    'voted',
    (hand) =>
      hand.step(N2, [receive(M.askVote(N2)), { event: 'hard-state', sequence: 1, term: 1, votedFor: N1 }, send(M.vote, 1)], {
        term: 1,
        votedFor: N1,
      }),
  ],
  ['vote-durable', (hand) => hand.step(N2, [persisted(1)])],
  [
    'leader',
    (hand) =>
      hand.step(
        N1,
        [
          receive(M.vote),
          { event: 'role', change: { kind: 'became-leader', term: 1, noOpIndex: 1 } },
          { event: 'append', sequence: 2, from: 1, terms: [1], source: 'no-op' },
          send(M.noOp(N2)),
          send(M.noOp(N3)),
        ],
        { role: 'leader', leader: N1, lastIndex: 1, lastTerm: 1 },
      ),
  ],
  [
    'appended',
    (hand) =>
      hand.step(N2, [receive(M.noOp(N2)), { event: 'append', sequence: 2, from: 1, terms: [1], source: 'message' }, send(M.accepted, 2)], {
        leader: N1,
        lastIndex: 1,
        lastTerm: 1,
      }),
  ],
  ['append-durable', (hand) => hand.step(N2, [persisted(2)], { persistedIndex: 1 })],
  ['leader-durable', (hand) => hand.step(N1, [persisted(2)], { persistedIndex: 1 })],
  [
    'committed',
    (hand) =>
      hand.step(N1, [receive(M.accepted), { event: 'commit', from: 1, to: 1 }, { event: 'apply', from: 1, to: 1 }, send(M.told)], {
        commitIndex: 1,
      }),
  ],
  [
    'told',
    (hand) => hand.step(N2, [receive(M.told), { event: 'commit', from: 1, to: 1 }, { event: 'apply', from: 1, to: 1 }], { commitIndex: 1 }),
  ],
];

/** The history up to and including the step of this name; `before`: without it. */
export function history(name: string, { before = false }: { readonly before?: boolean } = {}): Hand {
  const hand = new Hand();
  for (const [own, play] of HISTORY) {
    if (own === name && before) return hand;
    play(hand);
    if (own === name) return hand;
  }
  throw new Error(`the history has no ${name}`);
}
