// Bugs of the bug bank (test/bank) that show in a trace, and the rule by which the model must catch each, with a seed that does. Their stories and texts are the bank's.
import { defined } from '../../consensus/assert.ts';
import { BANK, type PlantedBug } from '../bank/bank.ts';
import type { Rule } from './rules.ts';

export interface CaughtBug {
  readonly bug: PlantedBug;
  /** Any of these. */
  readonly rules: readonly Rule[];
  readonly seed: number;
}

interface Listed {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly seed: number;
  /** The core's assertions stay on: without them the simulated node runs on for ever. */
  readonly asserts?: true;
}

const CAUGHT: readonly Listed[] = [
  { name: 'acknowledged-before-sync', rules: ['sent-when-durable'], seed: 1 },
  { name: 'matching-prefix-truncated', rules: ['truncate-conflict'], seed: 1 },
  { name: 'leader-counts-itself-before-sync', rules: ['leader-commit'], seed: 1 },
  { name: 'vote-request-before-own-vote', rules: ['sent-when-durable'], seed: 1 },
  { name: 'old-term-committed-by-count', rules: ['leader-commit'], seed: 2 },
  { name: 'two-votes-a-term', rules: ['one-vote-a-term'], seed: 2 },
  { name: 'shorter-log-gets-vote', rules: ['vote-up-to-date'], seed: 1 },
  { name: 'vote-not-written', rules: ['hard-state-written'], seed: 7 },
  { name: 'persisted-by-index', rules: ['state-says-so', 'sent-when-durable'], seed: 18 },
  { name: 'heartbeat-commits-beyond-match', rules: ['sender-may'], seed: 1 },
  { name: 'append-commits-beyond-match', rules: ['follower-commit'], seed: 1 },
  { name: 'append-not-synced', rules: ['recovers-what-was-durable'], seed: 2, asserts: true },
  { name: 'vote-not-synced', rules: ['recovers-what-was-durable'], seed: 2, asserts: true },
  { name: 'read-without-quorum', rules: ['read-confirmed'], seed: 1 },
  { name: 'read-before-own-commit', rules: ['read-confirmed'], seed: 2 },
  { name: 'old-heartbeat-confirms-read', rules: ['sender-may'], seed: 6 },
  { name: 'accepted-when-sent', rules: ['accepted-by-majority'], seed: 3 },
];

/** The core's own assertions would end the node before the trace shows what it did wrong: they are off, as a rule. */
export const NO_ASSERTIONS = { file: 'consensus/assert.js', find: 'if (!condition)', replace: 'if (condition === undefined)' };

export const CAUGHT_BUGS: readonly CaughtBug[] = CAUGHT.map((listed) => ({ bug: bugOf(listed), rules: listed.rules, seed: listed.seed }));

function bugOf({ name, asserts }: Listed): PlantedBug {
  const bug = defined(
    BANK.find((banked) => banked.name === name),
    name,
  );
  return { ...bug, name: `model-${name}`, also: [...(bug.also ?? []), ...(asserts === true ? [] : [NO_ASSERTIONS])] };
}

/** For every day: any history shows them. */
export const DAILY_BUGS: readonly CaughtBug[] = CAUGHT_BUGS.slice(0, 4);

/** What a copy of the build must have in it to run the model. */
export const COPIED = ['consensus', 'log', 'rpc', 'test/sim', 'test/model'] as const;
