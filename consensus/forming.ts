// What is said while a cluster forms, or a node joins one (DESIGN §5), and the door of the state machines that decide: consensus/node/membership/forming.ts and joining.ts implement
// it, rpc drives it. Types only.
import type { MembershipAt } from './members-view.ts';
import type { Genesis, NodeId } from './types.ts';

/** `saving`: was handed a genesis and is making it durable, hence no longer free to join another. */
export type FormingState = 'unformed' | 'saving' | 'formed';

/** What a node says of itself while a cluster forms, and what a formed node answers to one that has not. */
export interface FormingHello {
  readonly node: NodeId;
  readonly incarnation: string;
  /** `configurationTextOf` its configuration; empty: it is to join, whatever that is. */
  readonly configuration: string;
  readonly state: FormingState;
  /** The genesis text, exactly when `state` is `formed`. */
  readonly genesis: string | undefined;
  /** The newest of partition 1 that is applied there, only when `state` is `formed`, and not while the node is starting. */
  readonly membership: MembershipAt | undefined;
}

/** What is to be durable before a node is formed: first `joined`, if there is one, then the genesis. */
export interface FormingSave {
  readonly genesis: Genesis;
  /** By which this node joined, if the genesis does not name it: it names this incarnation. */
  readonly joined: MembershipAt | undefined;
}

export type FormingInput =
  /** `FORMING_TICK_MS` have passed. */
  | { readonly kind: 'tick' }
  /** Our introduction to `dialed`, as in `FormingReady.introduceTo`, was answered. */
  | { readonly kind: 'answered'; readonly dialed: string; readonly hello: FormingHello }
  /** Our introduction to `dialed` failed or was refused. */
  | { readonly kind: 'silent'; readonly dialed: string; readonly reason: string }
  /** Someone introduced itself to us; a reason to dial it at once, and no more than that. */
  | { readonly kind: 'introduced'; readonly hello: FormingHello }
  /** All of the last `save` is durable. */
  | { readonly kind: 'saved' };

/** Why a node can never join as it is; somebody has to act, and `message` says how. */
export interface FormingFailure {
  readonly code: 'OTHER_INCARNATION' | 'NOT_A_MEMBER' | 'OTHER_CONFIGURATION' | 'BAD_GENESIS';
  readonly node: NodeId;
  readonly message: string;
}

/** What this node waits for: of a node by its id, or of what is behind an address. */
export interface FormingWait {
  readonly node: string;
  readonly reason: string;
}

export type FormingEvent =
  | { readonly kind: 'waiting'; readonly waits: readonly FormingWait[] }
  | {
      readonly kind: 'configuration-differs';
      readonly node: NodeId;
      readonly key: string;
      readonly ours: string;
      readonly theirs: string;
    }
  | { readonly kind: 'stranger'; readonly node: string; readonly reason: string }
  | { readonly kind: 'composed'; readonly clusterId: string }
  | { readonly kind: 'handed-a-genesis'; readonly clusterId: string; readonly by: NodeId }
  /** Handed a genesis, and a membership, at this index of partition 1, that names this node. */
  | { readonly kind: 'joined'; readonly clusterId: string; readonly by: NodeId; readonly index: number }
  | { readonly kind: 'formed'; readonly clusterId: string };

/** The effects of one step. */
export interface FormingReady {
  /** Introduce this node, with `hello()`, to these: initial members by their id, those whom it is to join by their peer address. */
  readonly introduceTo: readonly string[];
  /** Make this durable, then input `saved`. */
  readonly save: FormingSave | undefined;
  /** Set in the step that formed, never again. */
  readonly formed: Genesis | undefined;
  /** Set in the step that found it out; nothing happens after it. */
  readonly failed: FormingFailure | undefined;
  readonly events: readonly FormingEvent[];
}

/** One node's part in forming its cluster; also the answers of a node that has formed. Pure: I/O and time are the caller's. */
export interface FormingMachine {
  /** The genesis once it is durable here. */
  readonly genesis: Genesis | undefined;
  /** What this node says of itself right now. */
  hello(): FormingHello;
  /** What this node waits for before it is part of a cluster; empty once it has formed. */
  waits(): readonly FormingWait[];
  step(input: FormingInput): FormingReady;
}
