// What a running node offers to its servers (rpc) and its command (cmd): the driver implements it, gRPC exposes it.
import type { Role } from './roles.ts';
import type { Entry, Genesis, Key, LookupResult, NodeId, Refusal, ResolveResult, Submission, SubmitResult } from './types.ts';

/**
 * Gets the position in the message and its result. `isVoid`: what is committed at the result's offset is a void (only a void submission is
 * told so, every other is refused with `VOID`).
 */
export type SubmitReply = (position: number, result: SubmitResult, isVoid: boolean) => void;

/** One client stream. Its transactions are admitted in their order; replies come in any order, each exactly once. */
export interface SubmitStream {
  /** Refuses with `OVERLOADED` before anything is appended. */
  submit(submissions: readonly Submission[], reply: SubmitReply): void;
  /** The client is gone: replies still to come are dropped. What was admitted stays admitted. */
  close(): void;
}

export interface PartitionStatus {
  readonly partition: number;
  readonly role: Role;
  readonly term: number;
  readonly leader: NodeId | undefined;
  readonly lastIndex: number;
  readonly commitIndex: number;
  readonly appliedIndex: number;
  readonly appliedOffset: number;
}

/** One partition on this node. Once it is closed it refuses what can be refused, and its log reads as if nothing more were there. */
export interface PartitionService {
  readonly partition: number;
  status(): PartitionStatus;
  openSubmitStream(): SubmitStream;
  /** From what this node has applied; `not-yet` promises nothing. */
  lookup(key: Key): Promise<LookupResult>;
  /** `submission` is the void that settles its key (`isVoid`, no locks). */
  resolve(submission: Submission): Promise<ResolveResult>;
  /** The committed offset by ReadIndex: at least everything that was acknowledged anywhere before the call. Leader only. */
  committedOffset(): Promise<{ readonly kind: 'offset'; readonly offset: number } | Refusal>;
  /** The first offset that can still be read: 1 while nothing is compacted. */
  firstOffset(): number;
  /** Applied batches from the one that holds `fromOffset` on, about `bytesMax` of them; none if nothing is there yet. */
  readApplied(options: { readonly fromOffset: number; readonly bytesMax: number }): Promise<readonly Entry[]>;
  /** Calls back whenever more was applied; many entries may share one call. Returns the cancellation. */
  onApplied(callback: () => void): () => void;
  /** Chain digest (32 bytes) of the entry at an applied index; `undefined` if it is not applied here yet. */
  digestAt(index: number): Promise<Uint8Array | undefined>;
}

/** The whole node. */
export interface NodeService {
  readonly id: NodeId;
  readonly genesis: Genesis;
  /** `undefined` for a number that the genesis does not have. Partitions are numbered from 1. */
  partition(number: number): PartitionService | undefined;
}
