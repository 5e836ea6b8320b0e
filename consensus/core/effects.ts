// Collects the effects of one step while it runs; `raft.ts` turns them into a `Ready`.
import { assert } from '../assert.ts';
import type { AppendEntries, CoreEvent, HeldMessage, PromptMessage } from './ready.ts';

export class Effects {
  readonly messages: PromptMessage[] = [];
  readonly replies: HeldMessage[] = [];
  readonly reads: { readonly id: number; readonly index: number }[] = [];
  readonly rejectedReads: number[] = [];
  readonly events: CoreEvent[] = [];
  rejectedProposal = false;
  append: AppendEntries | undefined;

  /** Notes the one append that a step can make. */
  setAppend(append: AppendEntries): void {
    assert(this.append === undefined, 'a step appends once');
    this.append = append;
  }
}
