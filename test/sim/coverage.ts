// How often each thing that the simulator wants to see has happened: a fault that never strikes, or an answer that never comes, tests nothing.

import type { Message } from '../../consensus/messages.ts';
import type { Role } from '../../consensus/roles.ts';
import { LASTING_FAULTS, SUDDEN_FAULTS } from './plan.ts';

type MessageKind = Message['kind'];

export class Coverage {
  readonly #counts = new Map<string, number>();
  /** By kind and role: there are many messages. */
  readonly #received = new Map<MessageKind, Map<Role, number>>();

  hit(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** A node in this role received such a message. */
  received(kind: MessageKind, role: Role): void {
    let roles = this.#received.get(kind);
    if (roles === undefined) {
      roles = new Map();
      this.#received.set(kind, roles);
    }
    roles.set(role, (roles.get(role) ?? 0) + 1);
  }

  counts(): Readonly<Record<string, number>> {
    const counts = new Map(this.#counts);
    for (const [kind, roles] of this.#received) for (const [role, count] of roles) counts.set(receivedBy(kind, role), count);
    return Object.fromEntries(counts);
  }
}

export function receivedBy(kind: MessageKind, role: Role): string {
  return `received: ${kind}, as ${role}`;
}

/** Adds the counts of one run to those of many. */
export function addCounts(total: Map<string, { hits: number; runs: number }>, counts: Readonly<Record<string, number>>): void {
  for (const [what, hits] of Object.entries(counts)) {
    const so = total.get(what) ?? { hits: 0, runs: 0 };
    total.set(what, { hits: so.hits + hits, runs: so.runs + 1 });
  }
}

const ROLES: readonly Role[] = ['follower', 'pre-candidate', 'candidate', 'leader'];

/** Which messages there are. One that is sent and does not stand here fails the coverage test. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  'pre-vote-request',
  'pre-vote-reply',
  'vote-request',
  'vote-reply',
  'append',
  'append-accepted',
  'append-received',
  'append-rejected',
  'install-snapshot',
  'heartbeat',
  'heartbeat-reply',
  'timeout-now',
];

/**
 * What can happen, and so seldom that no 200 seeds can be held to it; `--coverage` over many seeds shows whether it does. None of the messages is impossible in any role, since each may
 * arrive late; all of them are in golden scenarios.
 */
export const SELDOM: ReadonlyMap<string, string> = new Map([
  [receivedBy('append-accepted', 'candidate'), 'who led stands again, for milliseconds, while an answer is still under way'],
  [receivedBy('append-rejected', 'candidate'), 'who led stands again, for milliseconds, while an answer is still under way'],
  [receivedBy('append-rejected', 'pre-candidate'), 'who led stands again while an answer is still under way'],
  [receivedBy('append-received', 'candidate'), 'the same, in the one cluster in seven that acknowledges what is received'],
  [receivedBy('append-received', 'pre-candidate'), 'the same, in the one cluster in seven that acknowledges what is received'],
  [receivedBy('vote-reply', 'pre-candidate'), 'an election timeout passes between a vote and its arrival'],
  [
    receivedBy('install-snapshot', 'pre-candidate'),
    'a node behind the compacted log loses its leader, and the offer overtakes the heartbeat',
  ],
  [receivedBy('install-snapshot', 'candidate'), 'a node behind the compacted log stands only if nobody in reach is further'],
  [receivedBy('install-snapshot', 'leader'), 'who needed a snapshot leads before an old offer of it arrives'],
  [receivedBy('timeout-now', 'pre-candidate'), 'the successor stands by itself while the request is under way, the only one of its term'],
  ['driver: install-failed', 'the leader drops the snapshot, or is lost, in the milliseconds in which it is fetched'],
  ['driver: snapshot-failed', 'a sync fails in the milliseconds in which a snapshot is written'],
  ['driver: write-queue-full', 'a disk stalls while much more arrives than it may hold back'],
  ['driver: began-anew', 'damage that shortened a log is repaired while the node runs; it has unit tests'],
]);

/** What 200 seeds must have seen at least once: every kind of fault, every message in every role, every branch of recovery, every way in which storage changes. */
export const MUST_HAPPEN: readonly string[] = [
  ...[...LASTING_FAULTS, ...SUDDEN_FAULTS].map((fault) => `fault: ${fault}`),
  ...MESSAGE_KINDS.flatMap((kind) => ROLES.map((role) => receivedBy(kind, role))).filter((what) => !SELDOM.has(what)),
  'core: configuration-changed',
  'core: claim-settled',
  'core: stepped-down',
  'core: stepped-down, removed',
  'core: transfer-began',
  'core: transfer-failed',
  'driver: claim',
  'driver: claim-dropped',
  'driver: compacted',
  'driver: damage-found',
  'driver: installed',
  'driver: installing',
  'driver: repaired',
  'driver: snapshot-damaged',
  'driver: snapshot-skipped',
  'driver: snapshot-taken',
  'driver: space-back',
  'driver: space-low',
  'driver: waiting-for-repair',
  'log: acknowledged entries claimed',
  'log: begun anew behind a snapshot',
  'log: claim dropped',
  'log: claim raised',
  'log: compacted',
  'log: conflicting suffix cut',
  'log: damage found at the start',
  'log: recovered behind a base',
  'log: recovered more than was promised',
  'log: recovered several segments',
  'log: repaired',
  'log: scrubber found damage',
  'log: torn write cut',
  'log: unclear end claimed',
  'lookup: committed',
  'lookup: not-yet',
  'fault: lost-disk',
  'joining: joined',
  'members: a change is cut off',
  'members: a follower loses its disk',
  'members: a leader loses its disk',
  'members: a new node begins with a snapshot',
  'members: a new node dies before it has joined',
  'members: a node ends in a joint configuration',
  'members: a node without its disk stays out',
  'members: add done',
  'members: heard from one who is removed',
  'members: heard from one who is stranger',
  'members: outcome unknown',
  'members: promote done',
  'members: refused ALREADY_A_MEMBER',
  'members: refused ALREADY_FORMED',
  'members: refused CHANGE_UNDER_WAY',
  'members: refused LAST_VOTER',
  'members: refused NO_QUORUM',
  'members: refused TOO_MANY_MEMBERS',
  'members: refused UNKNOWN_MEMBER',
  'members: refused UNREACHABLE',
  'members: remove done',
  'members: remove was so already',
  'members: replace done',
  'node: dies while starting',
  'node: fails with its disk',
  'node: has shut down',
  'node: is killed',
  'node: is told that it was removed',
  'node: loses key-index',
  'node: loses power and all',
  'node: loses power and garbage',
  'node: loses power and newest-first',
  'node: loses power and none',
  'node: loses power and sectors',
  'node: loses power and writes',
  'node: loses state',
  'node: resumes',
  'quorum phase: a node is cut off',
  'quorum phase: a node is deaf',
  'quorum phase: a node is down',
  'quorum phase: a node is mute',
  'quorum phase: a node is paused',
  'quorum phase: got on',
  'refused: CONFLICT, none',
  'refused: KEY_EXPIRED, none',
  'refused: KEY_REUSED, none',
  'refused: LEADERSHIP_LOST, unknown',
  'refused: NO_SPACE, none',
  'refused: OVERLOADED, none',
  'refused: STALE, none',
  'refused: VOID, none',
  'resolve: committed',
  'resolve: void',
  'rot: bits',
  'rot: cut short',
  'rot: garbage',
  'rot: hard state',
  'rot: helix',
  'rot: last write',
  'rot: lost segment',
  'rot: misdirected',
  'rot: seal',
  'rot: segment header',
  'rot: snapshot',
  'rot: what nobody else has',
  'rot: zeros',
  'snapshot: asked for',
  'snapshot: damaged one found at the start',
  'snapshot: read',
  'snapshot: received',
  'snapshot: taken',
  'state: get-many',
  'state: range',
  'submit: accepted',
  'submit: committed',
  'submit: duplicate',
];
