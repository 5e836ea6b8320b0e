// Every rule of the model is broken once, by the smallest change of a short valid history, and caught by its name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Configuration } from '../../consensus/configuration.ts';
import type { TraceEvent } from '../../consensus/core/trace.ts';
import { replayTraces } from './files.ts';
import { Hand, history, M, message, N1, N2, N3, persisted, receive, send, TICK } from './hand.ts';
import { BrokenRule, RULES, type Rule } from './rules.ts';

function isBroken(hand: Hand, rule: Rule): void {
  const isOfRule = (error: unknown) => {
    assert.ok(error instanceof BrokenRule, String(error));
    assert.equal(error.rule, rule, error.message);
    return true;
  };
  assert.throws(() => hand.replay(), isOfRule);
}

const hardState = (sequence: number, term: number, votedFor: typeof N1 | null): TraceEvent => ({
  event: 'hard-state',
  sequence,
  term,
  votedFor,
});
const became = (kind: 'became-pre-candidate' | 'became-candidate', term: number): TraceEvent => ({ event: 'role', change: { kind, term } });
const installed = (index: number, term: number): TraceEvent => ({
  event: 'input',
  input: { kind: 'installed', position: { index, term } },
});
const LEADER = { role: 'leader', leader: N1, lastIndex: 1, lastTerm: 1 } as const;
const LEADS: TraceEvent = { event: 'role', change: { kind: 'became-leader', term: 1, noOpIndex: 1 } };
const NO_OP: TraceEvent = { event: 'append', sequence: 2, from: 1, terms: [1], source: 'no-op' };
/** An append of the leader n1 in term 1. */
const append = (to: typeof N1, previousIndex: number, previousTerm: number, terms: number[], commit = 0) =>
  message(N1, to, { kind: 'append', term: 1, previousIndex, previousTerm, terms, sizes: terms.map(() => 1), commit });

/** The joint configuration on the way to n1 and n2, which the leader n1 appends as entry 2. */
const TO_TWO: Configuration = { voters: [N1, N2], outgoing: [N1, N2, N3], learners: [] };
const change = (sequence: number, configuration = TO_TWO): TraceEvent[] => [
  { event: 'input', input: { kind: 'propose', sizes: [1], configuration } },
  { event: 'append', sequence, from: 2, terms: [1], source: 'proposal' },
];

/** By rule: a history that breaks it in its last step, and nothing else before. */
const BROKEN: Readonly<Record<Rule, () => Hand>> = {
  'record-order': () => {
    const hand = history('candidate');
    const [record] = hand.steps.at(-2) ?? [];
    assert.ok(record !== undefined);
    hand.steps.push([{ ...record, remaining: 0 }]);
    return hand;
  },
  'state-says-so': () => history('candidate-durable').step(N1, [TICK], { commitIndex: 1 }),
  'message-was-sent': () => history('candidate-durable').step(N1, [receive(M.vote)]),
  'sent-when-durable': () =>
    history('candidate-durable', { before: true }).step(N2, [receive(M.askVote(N2)), hardState(1, 1, N1), send(M.vote, 1)], {
      term: 1,
      votedFor: N1,
    }),
  'term-rises': () => history('started').step(N3, [TICK, hardState(1, 1, null)], { term: 1 }),
  'one-vote-a-term': () => secondVote(),
  'hard-state-written': () =>
    history('voted', { before: true }).step(N2, [receive(M.askVote(N2)), send(M.vote, 1)], { term: 1, votedFor: N1 }),
  'vote-up-to-date': () => {
    const log = { term: 1, lastIndex: 1, lastTerm: 1, persistedIndex: 1 };
    const ask = message(N1, N2, { kind: 'vote-request', term: 2, lastIndex: 0, lastTerm: 0, isTransfer: false });
    return standing(
      new Hand()
        .start(N1, { term: 1 })
        .start(N2, log, [{ firstIndex: 1, term: 1 }])
        .start(N3, { term: 1 }),
      N3,
    ).step(N2, [receive(ask), hardState(1, 2, N1)], { term: 2, votedFor: N1 });
  },
  'claim-binds': () =>
    new Hand().start(N1, { claim: { index: 1, term: 0 } }).step(N1, [TICK, became('became-pre-candidate', 1)], { role: 'pre-candidate' }),
  'stands-after-pre-vote': () =>
    history('pre-candidate').step(N1, [TICK, became('became-candidate', 1), hardState(1, 1, N1)], {
      role: 'candidate',
      term: 1,
      votedFor: N1,
    }),
  'leader-has-majority': () => history('candidate-durable').step(N1, [TICK, LEADS, NO_OP], LEADER),
  'election-safety': () => history('leader').step(N3, [receive(M.noOp(N3)), hardState(1, 1, null)], { term: 1, leader: N2 }),
  'leader-completeness': () => incompleteLeader(),
  'leader-append-only': () =>
    history('told').step(
      N1,
      [
        { event: 'input', input: { kind: 'propose', sizes: [1] } },
        { event: 'append', sequence: 3, from: 2, terms: [2], source: 'proposal' },
      ],
      {
        lastIndex: 2,
        lastTerm: 2,
      },
    ),
  'append-consistency': () =>
    withThree(history('told'), append(N3, 1, 1, [1], 1)).step(
      N3,
      [receive(append(N3, 1, 1, [1], 1)), hardState(1, 1, null), { event: 'append', sequence: 1, from: 1, terms: [1], source: 'message' }],
      { term: 1, leader: N1, lastIndex: 1, lastTerm: 1 },
    ),
  'truncate-conflict': () =>
    withThree(history('told'), append(N2, 0, 0, [1, 1])).step(
      N2,
      [
        receive(append(N2, 0, 0, [1, 1])),
        { event: 'truncate', from: 1, to: 1 },
        { event: 'append', sequence: 3, from: 1, terms: [1, 1], source: 'message' },
      ],
      { lastIndex: 2, persistedIndex: 0 },
    ),
  'log-matching': () =>
    new Hand()
      .start(N1, { term: 2, lastIndex: 2, lastTerm: 2, persistedIndex: 2 }, [{ firstIndex: 1, term: 2 }])
      .start(N2, { term: 2, lastIndex: 2, lastTerm: 2, persistedIndex: 2 }, [
        { firstIndex: 1, term: 1 },
        { firstIndex: 2, term: 2 },
      ]),
  'follower-commit': () =>
    withThree(history('told', { before: true }), append(N2, 1, 1, [1], 1)).step(
      N2,
      [
        receive(append(N2, 1, 1, [1], 1)),
        { event: 'append', sequence: 3, from: 2, terms: [1], source: 'message' },
        { event: 'commit', from: 1, to: 2 },
      ],
      { lastIndex: 2, commitIndex: 2 },
    ),
  'leader-commit': () => history('leader-durable').step(N1, [TICK, { event: 'commit', from: 1, to: 1 }], { commitIndex: 1 }),
  'state-machine-safety': () => {
    const heartbeat = message(N1, N2, { kind: 'heartbeat', term: 1, commit: 1, round: 0 });
    return history('told', { before: true })
      .step(N1, [TICK, send(heartbeat)])
      .start(N2, { term: 1, votedFor: N1, persistedIndex: 1, lastIndex: 1, lastTerm: 1 }, [{ firstIndex: 1, term: 1 }])
      .step(N2, [receive(heartbeat), { event: 'commit', from: 1, to: 2 }], { leader: N1, commitIndex: 2 });
  },
  'accepted-by-majority': () => history('leader').step(N1, [TICK, { event: 'accepted', to: 1 }]),
  'configuration-in-force': () => history('appended').step(N2, [TICK], { voters: [N1, N2] }),
  'change-in-turn': () => history('leader-durable').step(N1, change(2), { ...TO_TWO, lastIndex: 2 }),
  'membership-entry': () => {
    const sent = append(N2, 1, 1, [1], 1);
    return history('told')
      .step(N1, [...change(3), send(sent)], { ...TO_TWO, lastIndex: 2 })
      .step(N2, [receive(sent), { event: 'append', sequence: 3, from: 2, terms: [1], source: 'message' }], { lastIndex: 2 });
  },
  'only-voters-stand': () =>
    new Hand().start(N1, { voters: [N2, N3] }).step(N1, [TICK, became('became-pre-candidate', 1)], { role: 'pre-candidate' }),
  'removed-leader': () =>
    history('told').step(N1, [TICK, { event: 'role', change: { kind: 'stepped-down', term: 1, reason: 'removed' } }], { role: 'follower' }),
  'apply-committed': () => history('append-durable').step(N2, [TICK, { event: 'apply', from: 1, to: 1 }]),
  'sender-may': () => history('told').step(N2, [TICK, send(message(N2, N3, { kind: 'heartbeat', term: 1, commit: 0, round: 0 }))]),
  'acknowledges-what-it-holds': () =>
    history('appended', { before: true }).step(N2, [receive(M.noOp(N2)), send(M.accepted, 1)], { leader: N1 }),
  'snapshot-committed': () =>
    history('append-durable').step(N2, [{ event: 'input', input: { kind: 'snapshotted', position: { index: 1, term: 1 } } }], {
      snapshot: { index: 1, term: 1 },
    }),
  'reset-by-snapshot': () =>
    history('told').step(N2, [installed(1, 1), { event: 'reset', sequence: 3, base: { index: 1, term: 1 } }], {
      base: { index: 1, term: 1 },
      snapshot: { index: 1, term: 1 },
    }),
  'read-confirmed': () =>
    history('told')
      .step(N1, [{ event: 'input', input: { kind: 'read', id: 1 } }])
      .step(N1, [TICK, { event: 'read-granted', id: 1, index: 1 }]),
  'recovers-what-was-durable': () => history('told').start(N2, { term: 1, votedFor: N1 }),
  'core-failed': () => history('told').step(N1, [TICK, { event: 'failed', why: 'a term never falls' }]),
};

/** The leader n1 sends this as well. */
function withThree(hand: Hand, sent: ReturnType<typeof append>): Hand {
  if (sent.kind !== 'append' || sent.previousIndex + sent.terms.length < 2) return hand.step(N1, [TICK, send(sent)]);
  return hand.step(
    N1,
    [
      { event: 'input', input: { kind: 'propose', sizes: [1] } },
      { event: 'append', sequence: 3, from: 2, terms: [1], source: 'proposal' },
      send(sent),
    ],
    { lastIndex: 2, persistedIndex: 1 },
  );
}

/** n1, with an empty log in term 1, stands in term 2 after a pre-vote of this node. */
function standing(hand: Hand, voter: typeof N1): Hand {
  const ask = (to: typeof N1) => message(N1, to, { kind: 'pre-vote-request', term: 2, lastIndex: 0, lastTerm: 0 });
  const answer = message(voter, N1, { kind: 'pre-vote-reply', term: 2, granted: true });
  const vote = (to: typeof N1) => message(N1, to, { kind: 'vote-request', term: 2, lastIndex: 0, lastTerm: 0, isTransfer: false });
  return hand
    .step(N1, [TICK, became('became-pre-candidate', 2), send(ask(voter))], { role: 'pre-candidate' })
    .step(voter, [receive(ask(voter)), send(answer)])
    .step(N1, [receive(answer), became('became-candidate', 2), hardState(1, 2, N1), send(vote(N2), 1), send(vote(N3), 1)], {
      role: 'candidate',
      term: 2,
      votedFor: N1,
    })
    .step(N1, [persisted(1)]);
}

/** n1 and n3 stand in term 1, n2 votes for n1, and then for n3. */
function secondVote(): Hand {
  const asksPre = message(N3, N2, { kind: 'pre-vote-request', term: 1, lastIndex: 0, lastTerm: 0 });
  const preVote = message(N2, N3, { kind: 'pre-vote-reply', term: 1, granted: true });
  const asks = message(N3, N2, { kind: 'vote-request', term: 1, lastIndex: 0, lastTerm: 0, isTransfer: false });
  return history('candidate-durable')
    .step(N3, [TICK, became('became-pre-candidate', 1), send(asksPre)], { role: 'pre-candidate' })
    .step(N2, [receive(asksPre), send(preVote)])
    .step(N3, [receive(preVote), became('became-candidate', 1), hardState(1, 1, N3), send(asks, 1)], {
      role: 'candidate',
      term: 1,
      votedFor: N3,
    })
    .step(N3, [persisted(1)])
    .step(N2, [receive(M.askVote(N2)), hardState(1, 1, N1), send(M.vote, 1)], { term: 1, votedFor: N1 })
    .step(N2, [receive(asks), hardState(2, 1, N3)], { votedFor: N3 });
}

/** n3 knows that entry 1^1 is committed; n1, which does not have it, is elected by n2, which does not have it either. */
function incompleteLeader(): Hand {
  const committed = {
    term: 1,
    lastIndex: 1,
    lastTerm: 1,
    persistedIndex: 1,
    commitIndex: 1,
    appliedIndex: 1,
    snapshot: { index: 1, term: 1 },
  };
  const ask = message(N1, N2, { kind: 'vote-request', term: 2, lastIndex: 0, lastTerm: 0, isTransfer: false });
  const vote = message(N2, N1, { kind: 'vote-reply', term: 2, granted: true });
  return standing(
    new Hand()
      .start(N1, { term: 1 })
      .start(N2, { term: 1 })
      .start(N3, committed, [{ firstIndex: 1, term: 1 }]),
    N2,
  )
    .step(N2, [receive(ask), hardState(1, 2, N1), send(vote, 1)], { term: 2, votedFor: N1 })
    .step(N2, [persisted(1)])
    .step(
      N1,
      [
        receive(vote),
        { event: 'role', change: { kind: 'became-leader', term: 2, noOpIndex: 1 } },
        { event: 'append', sequence: 2, from: 1, terms: [2], source: 'no-op' },
      ],
      { role: 'leader', leader: N1, lastIndex: 1, lastTerm: 2 },
    );
}

test('a short valid history is allowed', () => {
  assert.equal(history('told').replay().records > 30, true);
});

for (const rule of Object.keys(RULES) as Rule[]) {
  test(`${rule}: ${RULES[rule]}`, () => {
    const hand = BROKEN[rule]();
    isBroken(hand, rule);
    hand.steps.pop();
    hand.replay();
  });
}

/** n1 leads, has committed its no-op and appended the joint configuration, which n2 or n3 has acknowledged durably. */
function joint(by: typeof N1): Hand {
  const sent = append(by, 1, 1, [1], 1);
  const accepted = message(by, N1, { kind: 'append-accepted', term: 1, matchIndex: 2 });
  const hand = history('told').step(N1, [...change(3), send(sent)], { ...TO_TWO, lastIndex: 2 });
  hand.step(N1, [persisted(3)], { persistedIndex: 2 });
  const received: TraceEvent = { event: 'receive', message: sent, changes: [{ index: 2, configuration: TO_TWO }] };
  if (by === N3) {
    const all = append(N3, 0, 0, [1, 1], 1);
    hand.step(N1, [TICK, send(all)]);
    const both: TraceEvent = { ...received, message: all };
    const entries: TraceEvent = { event: 'append', sequence: 1, from: 1, terms: [1, 1], source: 'message' };
    hand.step(N3, [both, hardState(1, 1, null), entries, { event: 'commit', from: 1, to: 1 }, send(accepted, 1)], {
      ...TO_TWO,
      term: 1,
      leader: N1,
      lastIndex: 2,
      lastTerm: 1,
      commitIndex: 1,
    });
    hand.step(N3, [persisted(1)], { persistedIndex: 2 });
  } else {
    const entry: TraceEvent = { event: 'append', sequence: 3, from: 2, terms: [1], source: 'message' };
    hand.step(N2, [received, entry, send(accepted, 3)], { ...TO_TWO, lastIndex: 2 });
    hand.step(N2, [persisted(3)], { persistedIndex: 2 });
  }
  return hand.step(N1, [receive(accepted), { event: 'commit', from: 2, to: 2 }], { commitIndex: 2 });
}

test('in a joint configuration a majority of both halves commits, and not one of the outgoing half alone', () => {
  joint(N2).replay();
  isBroken(joint(N3), 'leader-commit');
});

test('a joint configuration is left for its new half, and for nothing else', () => {
  const left = (configuration: Configuration) => {
    const events: TraceEvent[] = [
      { event: 'input', input: { kind: 'propose', sizes: [1], configuration } },
      { event: 'append', sequence: 4, from: 3, terms: [1], source: 'proposal' },
    ];
    return joint(N2).step(N1, events, { ...configuration, lastIndex: 3 });
  };
  left({ voters: [N1, N2], outgoing: [], learners: [] }).replay();
  isBroken(left({ voters: [N1, N3], outgoing: [], learners: [] }), 'change-in-turn');
  isBroken(left({ voters: [N1], outgoing: [N1, N2], learners: [] }), 'change-in-turn');
});

test('the traces of nodes are replayed in an order that could have been, whatever order they come in', () => {
  const { steps } = history('told');
  const byNode = [N3, N2, N1].map((node) => steps.filter((step) => step[0]?.node === node));
  assert.equal(replayTraces(byNode), history('told').replay().records);
});

test('a message whose sender’s trace lacks it is named, once nothing else can go on', () => {
  const { steps } = history('told');
  const without = [N1, N2, N3].map((node) => steps.filter((step) => step[0]?.node === node && (node !== N2 || (step[0]?.step ?? 0) < 2)));
  assert.throws(() => replayTraces(without), /message-was-sent: n2 never sent .*vote-reply/);
});
