// The public types of membership: who belongs to the cluster, how far each partition is on the way there, and how that is changed. Shapes only.

/** One node. */
export interface Member {
  readonly id: string;
  /** 32 hexadecimal digits, made with the data directory: a node that comes back with another one is refused. */
  readonly incarnation: string;
  /** host:port for the other nodes, and for clients. */
  readonly peerAddress: string;
  readonly clientAddress: string;
}

/** The nodes that the operators want in every partition; ascending by id. */
export interface IntendedSet {
  readonly voters: readonly string[];
  readonly learners: readonly string[];
}

/** How far a member is, as the leader of the partition knows it. */
export interface MemberProgress {
  readonly id: string;
  /** Index up to which its log is that of the leader. */
  readonly matchIndex: number;
  /** It answered within the last election timeout. */
  readonly isActive: boolean;
}

/** One partition, as its leader sees it; without a leader as the node that knows the newest membership does. */
export interface PartitionMembers {
  readonly partition: number;
  /** `''` while there is none. */
  readonly leader: string;
  readonly voters: readonly string[];
  /** Not empty while the membership is joint: everything needs a majority of `voters` and one of `outgoing`. */
  readonly outgoing: readonly string[];
  readonly learners: readonly string[];
  /** Index of the entry that says so; 0: as the cluster was formed. */
  readonly index: number;
  readonly isCommitted: boolean;
  /** Of the leader's log; 0 without a leader. */
  readonly lastIndex: number;
  /** Everyone who takes part, the leader too; empty without a leader. */
  readonly progress: readonly MemberProgress[];
  /** It is committed, by a leader that answered, that the members are those of the intended set. */
  readonly isConverged: boolean;
  /** Who is intended and not yet there as intended; who is there and is no longer intended. */
  readonly missing: readonly string[];
  readonly leaving: readonly string[];
}

export interface ClusterMembers {
  readonly intended: IntendedSet;
  /** Everyone who is intended, or still belongs to a partition; ascending by id. */
  readonly members: readonly Member[];
  readonly partitions: readonly PartitionMembers[];
  /** The partitions that have not converged on the intended set. */
  readonly stragglers: readonly PartitionMembers[];
}

/** A node that is to join: it runs, waits to join, and belongs to no cluster. */
export interface NewMember {
  readonly id: string;
  readonly peerAddress: string;
  readonly clientAddress: string;
}

/** A change of the intended set. Each is idempotent. */
export type MembersChange =
  /** A new node, as a learner. */
  | ({ readonly kind: 'add' } & NewMember)
  /** A learner is to be a voter as soon as it has caught up. */
  | { readonly kind: 'promote'; readonly id: string }
  /** `force`: even if those who are left could not reach a quorum now. */
  | { readonly kind: 'remove'; readonly id: string; readonly force?: boolean | undefined }
  /** A new node, with an id of its own, takes the place of a voter or learner, in one change once it has caught up. */
  | { readonly kind: 'replace'; readonly id: string; readonly by: NewMember };

/** `changed`: by this call; otherwise the intended set was so already, also if an attempt of this call whose answer was lost had made it so. */
export interface MembersChanged {
  readonly changed: boolean;
  readonly intended: IntendedSet;
}
