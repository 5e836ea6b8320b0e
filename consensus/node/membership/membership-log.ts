// The membership entries of one log, so far as they can matter: which membership is in force at which index, committed or not (thesis §4.1). Follows what is appended, cut off and begun
// anew, and forgets what was superseded before the last applied entry. Whom they name is for others.
import { assert, defined } from '../../assert.ts';
import type { MembershipAt } from '../../members-view.ts';
import { decodeMembership } from '../../membership.ts';
import type { Entry } from '../../types.ts';

export class MembershipLog {
  /** Ascending by index. The first is in force where the memory begins. */
  #all: MembershipAt[];

  /** `first`: in force at the snapshot that the log goes on from, with its index; or that of the genesis, with index 0. */
  constructor(first: MembershipAt, later: readonly MembershipAt[] = []) {
    this.#all = [first];
    this.#add(later);
  }

  /** From the one in force at the last applied entry on. */
  get all(): readonly MembershipAt[] {
    return this.#all;
  }

  /** Of the one in force at the last applied entry: committed, hence. */
  get settledIndex(): number {
    return this.#first.index;
  }

  /** In force at the end of the log. */
  get newest(): MembershipAt {
    return defined(this.#all.at(-1), 'a membership');
  }

  /** In force at this entry, which is not before the last applied one. */
  at(index: number): MembershipAt {
    return this.#all.findLast((one) => one.index <= index) ?? this.#first;
  }

  /** Entries are appended from `fromIndex` on, in the place of whatever was there; these are the memberships among them. */
  append(fromIndex: number, later: readonly MembershipAt[]): void {
    while (this.newest.index >= fromIndex) {
      assert(this.#all.length > 1, 'what is in force at an applied entry is not cut off');
      this.#all.pop();
    }
    this.#add(later);
  }

  /** The log begins anew behind a snapshot. */
  reset(first: MembershipAt): void {
    this.#all = [first];
  }

  /** All up to here is applied: what was superseded before cannot come back. */
  applied(index: number): void {
    const at = this.#all.findLastIndex((one) => one.index <= index);
    if (at > 0) this.#all = this.#all.slice(at);
  }

  get #first(): MembershipAt {
    return defined(this.#all[0], 'a membership');
  }

  #add(later: readonly MembershipAt[]): void {
    for (const one of later) {
      assert(one.index > this.newest.index, 'membership entries ascend');
      this.#all.push(one);
    }
  }
}

/** The memberships of this cluster among these entries. Throws `MembershipError` for what this version cannot read: it must not be skipped. */
export function membershipsAmong(entries: readonly Pick<Entry, 'index' | 'type' | 'payload'>[], cluster: string): MembershipAt[] {
  const found: MembershipAt[] = [];
  for (const { index, type, payload } of entries) {
    const membership = type === 'membership' ? decodeMembership(payload, cluster) : undefined;
    if (membership !== undefined) found.push({ index, membership });
  }
  return found;
}
