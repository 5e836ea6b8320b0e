// What is said while a cluster forms (DESIGN §5), and the door of the state machine that decides: consensus/node/forming.ts implements
// it, rpc drives it. Types only.
import type { Genesis, NodeId } from './types.ts';

/** `saving`: was handed a genesis and is making it durable, hence no longer free to join another. */
export type FormingState = 'unformed' | 'saving' | 'formed';

/** What a node says of itself while a cluster forms, and what a formed node answers to one that has not. */
export interface FormingHello {
  readonly node: NodeId;
  readonly incarnation: string;
  /** `configurationTextOf` its configuration. */
  readonly configuration: string;
  readonly state: FormingState;
  /** The genesis text, exactly when `state` is `formed`. */
  readonly genesis: string | undefined;
}

export type FormingInput =
  /** `FORMING_TICK_MS` have passed. */
  | { readonly kind: 'tick' }
  /** The node at `dialed`'s address answered our introduction. */
  | { readonly kind: 'answered'; readonly dialed: NodeId; readonly hello: FormingHello }
  /** Our introduction to `dialed` failed or was refused. */
  | { readonly kind: 'silent'; readonly dialed: NodeId; readonly reason: string }
  /** Someone introduced itself to us; a reason to dial it at once, and no more than that. */
  | { readonly kind: 'introduced'; readonly hello: FormingHello }
  /** The genesis of the last `save` is durable. */
  | { readonly kind: 'saved' };

/** Why a node can never join as it is; somebody has to act, and `message` says how. */
export interface FormingFailure {
  readonly code: 'OTHER_INCARNATION' | 'NOT_A_MEMBER' | 'OTHER_CONFIGURATION' | 'BAD_GENESIS';
  readonly node: NodeId;
  readonly message: string;
}

/** What this node waits for, by node: `genesis` is said of the one that has to compose it. */
export interface FormingWait {
  readonly node: NodeId;
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
  | { readonly kind: 'formed'; readonly clusterId: string };

/** The effects of one step. */
export interface FormingReady {
  /** Introduce this node, with `hello()`, to these. */
  readonly introduceTo: readonly NodeId[];
  /** Make this genesis durable, then input `saved`. */
  readonly save: Genesis | undefined;
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
