// The messages of membership as plain objects: what the codec decodes to and encodes from. The rest is in messages.ts.
import type { ClientHello, ServerHello } from './hello.ts';
import type { WireRefusal } from './messages.ts';

/** The server's `Member`. `incarnation` and `peerAddress` are empty if the node is of a version that does not say them. */
export interface WireMember {
  readonly id: string;
  readonly incarnation: string;
  readonly peerAddress: string;
  readonly clientAddress: string;
}

/** The server's `IntendedSet`. */
export interface WireIntendedSet {
  readonly voters: readonly string[];
  readonly learners: readonly string[];
}

/** What is in force in one partition on one node. */
export interface WireMembership extends WireIntendedSet {
  /** Not empty while it is joint. */
  readonly outgoing: readonly string[];
  readonly members: readonly WireMember[];
  /** Of the entry that says so; 0: the genesis. */
  readonly index: number;
  readonly isCommitted: boolean;
}

/** The server's `FollowerStatus`. */
export interface WireFollower {
  readonly id: string;
  readonly matchIndex: number;
  readonly isActive: boolean;
}

export interface WireNewMember {
  readonly id: string;
  readonly peerAddress: string;
  readonly clientAddress: string;
}

/** The server's `MembersChange`. */
export type WireMembersChange =
  | ({ readonly kind: 'add' } & WireNewMember)
  | { readonly kind: 'promote'; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string; readonly force: boolean }
  | { readonly kind: 'replace'; readonly id: string; readonly by: WireNewMember };

export interface ChangeMembersRequest {
  readonly hello: ClientHello | undefined;
  readonly change: WireMembersChange;
}

/** The server's codes of a `MembersRefusal`. */
export type WireMembersRefusalCode =
  | 'CHANGE_UNDER_WAY'
  | 'NO_QUORUM'
  | 'UNKNOWN_MEMBER'
  | 'ALREADY_A_MEMBER'
  | 'ID_USED'
  | 'LAST_VOTER'
  | 'TOO_MANY_MEMBERS'
  | 'UNREACHABLE'
  | 'ALREADY_FORMED';

/** Nothing was changed; `detail` says what is in the way, and the next step. */
export interface WireMembersRefusal {
  readonly kind: 'members-refused';
  readonly code: WireMembersRefusalCode;
  readonly detail: string;
}

export type ChangeMembersAnswer =
  | { readonly kind: 'members-changed'; readonly changed: boolean; readonly intended: WireIntendedSet }
  | WireMembersRefusal
  | WireRefusal;

export interface ChangeMembersResponse {
  readonly hello: ServerHello | undefined;
  readonly answer: ChangeMembersAnswer;
}
