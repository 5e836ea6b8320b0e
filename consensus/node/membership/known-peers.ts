// All other nodes that this one knows of: those of its book, those that others named when it looked further, and those who speak to it. They are asked for what is lost or damaged here.
import type { PeerLogEnd, PeerRequests } from '../../ports.ts';
import type { NodeId } from '../../types.ts';
import { askElectors } from './electorate.ts';

export class KnownPeers {
  readonly #id: NodeId;
  readonly #partition: number;
  readonly #book: () => readonly NodeId[];
  readonly #peerRequests: PeerRequests;
  /** Named by others when they were asked last, and not in the book. */
  #named: readonly NodeId[] = [];
  /** Spoke to this node: its book, and all that others know, may have been lost. */
  readonly #met = new Set<NodeId>();
  /**
   * Did not answer then, and of those who did none said that its vote counts: removed, as far as can be told, while this node was away, and perhaps it never comes back. Who is no member any
   * more is not to be waited for without end: it is asked again and again, and whoever looks further does not wait for its answer.
   */
  readonly #gone = new Set<NodeId>();
  /** Of those the ones that are being asked. */
  readonly #asking = new Set<NodeId>();

  constructor(options: {
    readonly id: NodeId;
    readonly partition: number;
    /** Of this node. */
    readonly book: () => readonly NodeId[];
    readonly peerRequests: PeerRequests;
  }) {
    this.#id = options.id;
    this.#partition = options.partition;
    this.#book = options.book;
    this.#peerRequests = options.peerRequests;
  }

  /** This node, whose identity was checked, speaks: it is there, whoever else knows of it. */
  meet(node: NodeId): void {
    this.#met.add(node);
    this.#gone.delete(node);
  }

  /** Ascending, without this node, and without those who are gone. */
  all(): readonly NodeId[] {
    return this.#everyone().filter((node) => !this.#gone.has(node));
  }

  #everyone(): readonly NodeId[] {
    return [...new Set([...this.#book(), ...this.#named, ...this.#met])].filter((id) => id !== this.#id).sort();
  }

  /**
   * None of those who answer has what is needed: asks them whom else they know, for this node may have lost that as well, and who is a member no more. True if somebody was not among those
   * of before: nobody can say yet that nobody has it. Who refuses, because the end of its own log is damaged, names nobody.
   */
  async lookFurther(): Promise<boolean> {
    const before = this.all();
    for (const node of this.#gone) this.#askInBackground(node);
    const round = await askElectors({
      id: this.#id,
      peers: before,
      electors: [],
      settledIndex: 0,
      ask: (node) => this.#logEnd(node),
    });
    const book = this.#book();
    this.#named = [...round.electors].filter((node) => !book.includes(node));
    for (const node of round.electors) this.#gone.delete(node);
    // On nobody's word, nobody is.
    const isAway = (node: NodeId) => round.answers.size > 0 && !round.answers.has(node) && !round.electors.has(node);
    for (const node of before) if (isAway(node)) this.#gone.add(node);
    return this.all().some((node) => !before.includes(node));
  }

  #logEnd(node: NodeId): Promise<PeerLogEnd> {
    return this.#peerRequests.logEnd(node, this.#partition);
  }

  #askInBackground(node: NodeId): void {
    if (this.#asking.has(node)) return;
    this.#asking.add(node);
    this.#logEnd(node).then(
      () => {
        this.#asking.delete(node);
        this.#gone.delete(node);
      },
      () => this.#asking.delete(node),
    );
  }
}
