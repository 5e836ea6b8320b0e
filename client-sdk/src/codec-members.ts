// The codec of ChangeMembers, and of what Describe says about members. Encoders throw RangeError on the caller's mistakes, decoders WireError on
// anything that is not the message.
import { ledgerline } from '../gen/client.js';
import {
  clientHelloOf,
  decoded,
  decodedUint,
  finished,
  fromClient,
  fromServer,
  refusalFields,
  refusalOf,
  serverHelloOf,
} from './codec-parts.ts';
import type {
  ChangeMembersRequest,
  ChangeMembersResponse,
  WireFollower,
  WireIntendedSet,
  WireMember,
  WireMembersChange,
  WireMembership,
  WireMembersRefusalCode,
  WireNewMember,
} from './messages-members.ts';
import { checkUint, WireError } from './wire.ts';

const v1 = ledgerline.client.v1;

/** Position = number on the wire. */
const MEMBERS_REFUSAL_CODES: readonly (WireMembersRefusalCode | undefined)[] = [
  undefined,
  'CHANGE_UNDER_WAY',
  'NO_QUORUM',
  'UNKNOWN_MEMBER',
  'ALREADY_A_MEMBER',
  'ID_USED',
  'LAST_VOTER',
  'TOO_MANY_MEMBERS',
  'UNREACHABLE',
  'ALREADY_FORMED',
];

export function encodeChangeMembersRequest({ hello, change }: ChangeMembersRequest): Buffer {
  return finished(v1.ChangeMembersRequest.encode({ ...fromClient(hello), ...changeFields(change) }));
}

function changeFields(change: WireMembersChange): ledgerline.client.v1.ChangeMembersRequest.$Properties {
  switch (change.kind) {
    case 'add':
      return { add: newMemberFields(change) };
    case 'promote':
      return { promote: change.id };
    case 'remove':
      return { remove: { id: change.id, force: change.force } };
    case 'replace':
      return { replace: { id: change.id, by: newMemberFields(change.by) } };
  }
}

function newMemberFields({
  id,
  peerAddress,
  clientAddress,
}: WireNewMember): ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties {
  return { id, peerAddress, clientAddress };
}

export function decodeChangeMembersRequest(bytes: Uint8Array): ChangeMembersRequest {
  const message = decoded('ChangeMembersRequest', () => v1.ChangeMembersRequest.decode(bytes));
  return { hello: clientHelloOf(message.hello), change: changeOf(message) };
}

function changeOf({ add, promote, remove, replace }: ledgerline.client.v1.ChangeMembersRequest.$Properties): WireMembersChange {
  if (add) return { kind: 'add', ...newMemberOf(add) };
  if (remove) return { kind: 'remove', id: remove.id ?? '', force: remove.force ?? false };
  if (replace) {
    if (!replace.by) throw new WireError('nobody is named who takes the place');
    return { kind: 'replace', id: replace.id ?? '', by: newMemberOf(replace.by) };
  }
  if (promote === null || promote === undefined) throw new WireError('the change is missing');
  return { kind: 'promote', id: promote };
}

function newMemberOf(message: ledgerline.client.v1.ChangeMembersRequest.NewMember.$Properties): WireNewMember {
  return { id: message.id ?? '', peerAddress: message.peerAddress ?? '', clientAddress: message.clientAddress ?? '' };
}

export function encodeChangeMembersResponse({ hello, answer }: ChangeMembersResponse): Buffer {
  return finished(v1.ChangeMembersResponse.encode({ ...fromServer(hello), ...answerFields(answer) }));
}

function answerFields(answer: ChangeMembersResponse['answer']): ledgerline.client.v1.ChangeMembersResponse.$Properties {
  if (answer.kind === 'refused') return { refusal: refusalFields(answer) };
  if (answer.kind === 'members-changed') return { changed: { changed: answer.changed, intended: intendedFields(answer.intended) } };
  const code = MEMBERS_REFUSAL_CODES.indexOf(answer.code);
  if (code < 1) throw new RangeError(`${answer.code} is not a code of a members refusal`);
  return { membersRefusal: { code, detail: answer.detail } };
}

export function decodeChangeMembersResponse(bytes: Uint8Array): ChangeMembersResponse {
  const message = decoded('ChangeMembersResponse', () => v1.ChangeMembersResponse.decode(bytes));
  const hello = serverHelloOf(message.hello);
  if (message.refusal) return { hello, answer: refusalOf(message.refusal) };
  if (message.membersRefusal) {
    const code = MEMBERS_REFUSAL_CODES[message.membersRefusal.code ?? 0];
    if (code === undefined) throw new WireError(`members refusal code ${message.membersRefusal.code} is unknown`);
    return { hello, answer: { kind: 'members-refused', code, detail: message.membersRefusal.detail ?? '' } };
  }
  if (!message.changed?.intended) throw new WireError('the answer is missing');
  const { changed, intended } = message.changed;
  return { hello, answer: { kind: 'members-changed', changed: changed ?? false, intended: intendedOf(intended) } };
}

// ---- Parts of Describe

export function intendedFields({ voters, learners }: WireIntendedSet): ledgerline.client.v1.IntendedSet.$Properties {
  return { voters: [...voters], learners: [...learners] };
}

export function intendedOf(message: ledgerline.client.v1.IntendedSet.$Properties): WireIntendedSet {
  return { voters: message.voters ?? [], learners: message.learners ?? [] };
}

export function memberFields({ id, incarnation, peerAddress, clientAddress }: WireMember): ledgerline.client.v1.Member.$Properties {
  return { id, incarnation, peerAddress, clientAddress };
}

export function memberOf(message: ledgerline.client.v1.Member.$Properties): WireMember {
  const { id, incarnation, peerAddress, clientAddress } = message;
  return { id: id ?? '', incarnation: incarnation ?? '', peerAddress: peerAddress ?? '', clientAddress: clientAddress ?? '' };
}

export function membershipFields(membership: WireMembership): ledgerline.client.v1.Membership.$Properties {
  return {
    ...intendedFields(membership),
    outgoing: [...membership.outgoing],
    members: membership.members.map(memberFields),
    index: checkUint(membership.index, 'index'),
    isCommitted: membership.isCommitted,
  };
}

/** `members` are those of the description: a node of a version before there were memberships has all of them as voters. */
export function membershipOf(
  message: ledgerline.client.v1.Membership.$Properties | null | undefined,
  members: readonly WireMember[],
): WireMembership {
  if (!message) return { ...votersOf(members), outgoing: [], members, index: 0, isCommitted: true };
  return {
    ...intendedOf(message),
    outgoing: message.outgoing ?? [],
    members: (message.members ?? []).map(memberOf),
    index: decodedUint(message.index ?? 0, 'index'),
    isCommitted: message.isCommitted ?? false,
  };
}

/** All of them as voters. */
export function votersOf(members: readonly WireMember[]): WireIntendedSet {
  return { voters: members.map(({ id }) => id).sort(), learners: [] };
}

export function followerFields({ id, matchIndex, isActive }: WireFollower): ledgerline.client.v1.Follower.$Properties {
  return { id, matchIndex: checkUint(matchIndex, 'match_index'), isActive };
}

export function followerOf(message: ledgerline.client.v1.Follower.$Properties): WireFollower {
  return { id: message.id ?? '', matchIndex: decodedUint(message.matchIndex ?? 0, 'match_index'), isActive: message.isActive ?? false };
}
