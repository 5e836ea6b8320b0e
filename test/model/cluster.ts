// What the model knows of the whole group beyond its nodes: the messages that were sent, the leaders that were elected, the entries that are committed. This is what Figure 3's
// properties are about, and no node of a real cluster can see it.
import type { Configuration } from '../../consensus/configuration.ts';
import type { Message } from '../../consensus/messages.ts';
import type { LogPosition, NodeId } from '../../consensus/types.ts';
import type { Instance, Log, ModelNode } from './model-node.ts';

interface Sending {
  readonly by: Instance;
  readonly waitsFor: number;
  /** Of the entries of an append. */
  readonly terms: readonly number[];
}

export interface Elected {
  readonly node: NodeId;
  /** Its log when it was elected. */
  readonly log: Log;
}

export class ModelCluster {
  readonly nodes = new Map<NodeId, ModelNode>();
  /** By term. */
  readonly leaders = new Map<number, Elected>();
  /** `committed[index]`: the term of the entry there. */
  readonly committed: Log = [0];
  /** `committedIn[index]`: the first term whose leader has committed it. */
  readonly committedIn: number[] = [0];
  /** Entries up to here were committed, and compacted somewhere, before the trace began: their terms show only where a log still has them. */
  compactedBefore = 0;
  /** Before the first membership entry. */
  genesis: Configuration | undefined;
  /** Membership entries up to here were there before the trace began, and are not all known. */
  changesUnknownUpTo = 0;
  /** What membership entries say, by index and term. */
  readonly #changes = new Map<string, Configuration>();
  readonly #sent = new Map<string, Sending[]>();
  /** Of every entry that any log held, by index and term: the term of the entry before it. */
  readonly #before = new Map<string, number>();

  noteSent(message: Message, { by, waitsFor }: Omit<Sending, 'terms'>): void {
    const key = keyOf(message);
    const terms = termsOf(message);
    const others = this.#sent.get(key);
    if (others === undefined) this.#sent.set(key, [{ by, waitsFor, terms }]);
    // The same message, sent again by the same instance, leaves when the first of them does.
    else if (!others.some((other) => other.by === by && other.waitsFor <= waitsFor && isBeginning(terms, other.terms)))
      others.push({ by, waitsFor, terms });
  }

  /**
   * Whether such a message was sent at all, and whether one of those can have left. A message may arrive late, more than once, or never; of the entries of an append
   * the last ones may be left off, but not all.
   */
  sendingOf(message: Message): 'never-sent' | 'held' | 'left' {
    const terms = termsOf(message);
    const sendings = (this.#sent.get(keyOf(message)) ?? []).filter((sending) => isBeginning(terms, sending.terms));
    if (sendings.length === 0) return 'never-sent';
    return sendings.some(({ by, waitsFor }) => waitsFor <= by.persistedSequence) ? 'left' : 'held';
  }

  noteChange({ index, term }: LogPosition, configuration: Configuration): void {
    this.#changes.set(`${index}^${term}`, configuration);
  }

  /** `undefined`: no membership entry, as far as is known. */
  changeAt({ index, term }: LogPosition): Configuration | undefined {
    return this.#changes.get(`${index}^${term}`);
  }

  /** In force at a committed entry; `undefined`: it may have been said before the trace began. */
  changeUpTo(index: number): Configuration | undefined {
    for (let at = index; at > 0; at--) {
      const known = this.changeAt({ index: at, term: this.committed[at] ?? 0 });
      if (known !== undefined) return known;
      if (at <= this.changesUnknownUpTo) return undefined;
    }
    return this.genesis;
  }

  /** Takes note of an entry and of the one before it; answers whether every log so far agrees (Log Matching, by induction). */
  maybeNoteEntry({ index, term }: LogPosition, termBefore: number | undefined): boolean {
    if (termBefore === undefined) return true;
    const key = `${index}^${term}`;
    const known = this.#before.get(key);
    if (known === undefined) this.#before.set(key, termBefore);
    return known === undefined || known === termBefore;
  }
}

function termsOf(message: Message): readonly number[] {
  return message.kind === 'append' ? message.terms : [];
}

/** What carries entries is the beginning of no other than such. */
function isBeginning(terms: readonly number[], whole: readonly number[]): boolean {
  if (terms.length === 0 || terms.length > whole.length) return terms.length === whole.length;
  return terms.every((term, position) => term === whole[position]);
}

/** Equal for equal messages, however they were built, but for the entries of appends. Sizes are for windows; what is false or absent is the same on the wire. */
function keyOf(message: Message): string {
  let key = '';
  for (const [name, value] of Object.entries(message).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (name !== 'sizes' && name !== 'terms' && value !== undefined && value !== false) key += `${name} ${value};`;
  }
  return key;
}
