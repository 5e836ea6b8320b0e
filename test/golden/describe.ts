// Says in plain English what a core did. An entry is written index^term; `#3` is the write with sequence number 3.

import type { Configuration } from '../../consensus/configuration.ts';
import { majority } from '../../consensus/core/quorum.ts';
import type { ChangeHindrance, CoreEvent, Write } from '../../consensus/core/ready.ts';
import type { Message } from '../../consensus/messages.ts';
import type { LogPosition, NodeId } from '../../consensus/types.ts';
import type { Host, Outcome } from './host.ts';
import { configurationIn, type StoredEntry, type StoredLog } from './stored-log.ts';

/** `n1 -> n2: append after 3^1: 4^2 5^2; commit 3 [term 2]` */
export function describeMessage(message: Message): string {
  return `${message.from} -> ${message.to}: ${describeContent(message)} [term ${message.term}]`;
}

/** A message that leaves now. */
export function describeSent(message: Message, isLost: (message: Message) => boolean): string {
  return isLost(message) ? `${describeMessage(message)}, lost` : describeMessage(message);
}

function describeContent(message: Message): string {
  switch (message.kind) {
    case 'pre-vote-request':
      return `would you vote for me? my log ends at ${message.lastIndex}^${message.lastTerm}`;
    case 'pre-vote-reply':
      return message.granted ? 'I would vote for you' : 'I would not vote for you';
    case 'vote-request':
      return `vote for me, ${message.isTransfer ? 'my leader wants it, ' : ''}my log ends at ${message.lastIndex}^${message.lastTerm}`;
    case 'vote-reply':
      return message.granted ? 'you have my vote' : 'you do not get my vote';
    case 'append': {
      const entries = message.terms.map((term, position) => `${message.previousIndex + 1 + position}^${term}`);
      const what = entries.length === 0 ? 'nothing' : entries.join(' ');
      return `append after ${message.previousIndex}^${message.previousTerm}: ${what}; commit ${message.commit}`;
    }
    case 'append-accepted':
      return `accepted up to ${message.matchIndex}`;
    case 'append-received':
      return `received up to ${message.matchIndex}`;
    case 'append-rejected':
      return `rejected after ${message.rejectedIndex}, we may agree up to ${message.hintIndex}^${message.hintTerm}`;
    case 'install-snapshot':
      return `install my snapshot of ${message.index}^${message.indexTerm}`;
    case 'timeout-now':
      return 'stand for election now';
    case 'heartbeat':
      return `heartbeat; commit ${message.commit}; round ${message.round}`;
    case 'heartbeat-reply':
      return `heartbeat answered; round ${message.round}`;
  }
}

/** One line an effect, in the order in which a driver may act on them. `brief` leaves out writes and messages. */
export function describeReady(
  host: Host,
  { ready, replaced, restored }: Outcome,
  { brief, isLost }: { readonly brief: boolean; readonly isLost: (message: Message) => boolean },
): string[] {
  const { id } = host.config;
  const lines = ready.events.map((event) => `${id} ${describeEvent(host, event)}`);
  if (!brief && ready.write !== undefined) lines.push(`${id} writes #${ready.write.sequence}: ${describeWrite(ready.write, replaced)}`);
  if (!brief) {
    for (const message of ready.messages) lines.push(describeSent(message, isLost));
    const waits = ready.replySequence > host.persistedSequence;
    for (const reply of ready.replies) {
      lines.push(waits ? `after #${ready.replySequence}, ${describeMessage(reply)}` : describeSent(reply, isLost));
    }
  }
  if (ready.accepted !== undefined) lines.push(`${id} accepts up to ${ready.accepted.to}`);
  if (ready.install !== undefined)
    lines.push(`${id} needs the snapshot of ${describePlace(ready.install.position)} from ${ready.install.from}`);
  if (restored !== undefined) lines.push(`${id} restores the snapshot of ${describePlace(restored)}`);
  if (ready.commit !== undefined) {
    const { from, to } = ready.commit;
    lines.push(`${id} applies ${describeRun(host.memory.range(from, to), from)}`);
  }
  for (const read of ready.reads) lines.push(`${id} grants read ${read.id} at index ${read.index}`);
  for (const read of ready.rejectedReads) lines.push(`${id} rejects read ${read}`);
  if (ready.rejectedProposal) lines.push(`${id} rejects the proposal`);
  return lines;
}

const STEP_DOWN_REASONS = {
  'no-quorum': 'it does not hear from a majority',
  'higher-term': 'there is a later term',
  'held-back': 'its log is damaged',
  'slow-disk': 'others commit what its disk has been writing for long',
  removed: 'the members that are committed do not include it',
} as const;

const HINDRANCES: Readonly<Record<ChangeHindrance, string>> = {
  'not-leader': 'it does not lead',
  'handing-over': 'it hands over',
  starting: 'nothing of its own term is committed yet',
  'under-way': 'the change before is not committed yet',
};

export function describeHindrance(hindrance: ChangeHindrance): string {
  return HINDRANCES[hindrance];
}

/** `n1 n2 n4, jointly with n1 n2 n3; learner n5` */
export function describeConfiguration({ voters, outgoing, learners }: Configuration): string {
  const jointly = outgoing.length === 0 ? '' : `, jointly with ${outgoing.join(' ')}`;
  const beside = learners.length === 0 ? '' : `; ${learners.length === 1 ? 'learner' : 'learners'} ${learners.join(' ')}`;
  return `${voters.join(' ')}${jointly}${beside}`;
}

/** `2 of 3`, if it is among them; in a joint configuration `2 of n1 n2 n4 and 2 of n1 n2 n3` */
function describeQuorum({ voters, outgoing }: Configuration, id: NodeId): string {
  if (outgoing.length === 0 && voters.includes(id)) return `${majority(voters.length)} of ${voters.length}`;
  const halves = [voters, outgoing].filter((half) => half.length > 0);
  return halves.map((half) => `${majority(half.length)} of ${half.join(' ')}`).join(' and ');
}

function describeEvent(host: Host, event: CoreEvent): string {
  switch (event.kind) {
    case 'became-follower':
      return `becomes follower in term ${event.term}`;
    case 'became-pre-candidate':
      return `becomes pre-candidate for term ${event.term}, needs ${describeQuorum(host.raft.status().configuration, host.config.id)}`;
    case 'became-candidate':
      return `becomes candidate in term ${event.term}`;
    case 'became-leader':
      return `becomes leader of term ${event.term}, its first entry is ${event.noOpIndex}^${event.term}`;
    case 'leader-changed':
      return event.leader === undefined ? `knows no leader in term ${event.term}` : `knows ${event.leader} as leader of term ${event.term}`;
    case 'stepped-down':
      return `steps down as leader of term ${event.term}: ${STEP_DOWN_REASONS[event.reason]}`;
    case 'transfer-began':
      return `hands over to ${event.to}, proposes nothing`;
    case 'transfer-failed':
      return `gives up handing over to ${event.to}`;
    case 'configuration-changed':
      return `has the members ${describeConfiguration(event.configuration)}`;
    case 'claim-settled':
      return `is bound no more by its claim of ${describePlace(event.claim)}`;
  }
}

function describeWrite({ hardState, reset, append }: Write, replaced: readonly StoredEntry[]): string {
  const parts: string[] = [];
  if (hardState !== undefined) parts.push(`term ${hardState.term}, vote ${hardState.votedFor ?? 'none'}`);
  if (append !== undefined) {
    const inPlaceOf = replaced.length === 0 ? '' : ` in place of ${describeRun(replaced, append.fromIndex)}`;
    parts.push(`entries ${append.terms.map((term, position) => `${append.fromIndex + position}^${term}`).join(' ')}${inPlaceOf}`);
  }
  if (reset !== undefined)
    parts.push(`the log anew behind ${describePlace(reset)}${replaced.length === 0 ? '' : `, without its ${count(replaced)}`}`);
  return parts.join('; ');
}

function count(entries: readonly StoredEntry[]): string {
  return entries.length === 1 ? 'entry' : `${entries.length} entries`;
}

/** `n1 leader, term 2; log 1^1 2^2, durable up to 1; commit 0` */
export function describeHost(host: Host): string {
  const { id } = host.config;
  if (!host.up) {
    const { hardState, log, claim } = host.disk;
    return `${id} down; on disk term ${hardState.term}, vote ${hardState.votedFor ?? 'none'}; log ${describeLog(log)}${describeClaim(claim)}`;
  }
  const status = host.raft.status();
  const log = describeLog(host.memory);
  const durable = status.persistedIndex === status.lastIndex ? '' : `, durable up to ${status.persistedIndex}`;
  const held = status.isHeldBack ? '; held back' : '';
  const hasChanged = configurationIn([...host.applied, ...host.memory.entries]) !== undefined;
  const members = hasChanged ? `; members ${describeConfiguration(status.configuration)}` : '';
  const rest = `${describeClaim(status.claim)}${held}${members}`;
  return `${id} ${status.role}, term ${status.term}; log ${log}${durable}; commit ${status.commitIndex}${rest}`;
}

function describeClaim(claim: LogPosition | undefined): string {
  return claim === undefined ? '' : `; claims ${describePlace(claim)}`;
}

/** `5^2`, or `?^2` if nobody knows how far. */
function describePlace({ index, term }: LogPosition): string {
  return `${index === Number.MAX_SAFE_INTEGER ? '?' : index}^${term}`;
}

/** `(4^2) 5^2`: begins behind 4^2. */
function describeLog({ base, entries }: StoredLog): string {
  if (base.index === 0) return describeRun(entries, 1);
  return [`(${describePlace(base)})`, ...(entries.length === 0 ? [] : [describeRun(entries, base.index + 1)])].join(' ');
}

function describeRun(entries: readonly StoredEntry[], from: number): string {
  return entries.length === 0 ? 'empty' : entries.map(({ term }, position) => `${from + position}^${term}`).join(' ');
}
