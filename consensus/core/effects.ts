// Collects the effects of one step while it runs; `raft.ts` turns them into a `Ready`.
import { assert } from '../assert.ts';
import type { LogPosition, NodeId } from '../types.ts';
import type { AppendEntries, CoreEvent, HeldMessage, PromptMessage, Ready } from './ready.ts';

export class Effects {
  readonly messages: PromptMessage[] = [];
  readonly replies: HeldMessage[] = [];
  readonly reads: { readonly id: number; readonly index: number }[] = [];
  readonly rejectedReads: number[] = [];
  readonly events: CoreEvent[] = [];
  rejectedProposal = false;
  append: AppendEntries | undefined;
  /** A majority has received so much. */
  accepted: Ready['accepted'];
  /** The log was reset to begin behind this. */
  reset: LogPosition | undefined;
  /** Leaves with the Ready only if the term is durable. */
  install: { readonly from: NodeId; readonly position: LogPosition } | undefined;

  /** Notes the one reset that a step can make. */
  setReset(base: LogPosition): void {
    assert(this.append === undefined && this.reset === undefined, 'a step resets or appends, once');
    this.reset = base;
  }

  /** Notes the one append that a step can make. */
  setAppend(append: AppendEntries): void {
    assert(this.append === undefined && this.reset === undefined, 'a step resets or appends, once');
    this.append = append;
  }
}
