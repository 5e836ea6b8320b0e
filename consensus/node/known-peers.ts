// All other nodes that this one knows of: those of its book, and those that others named when it looked further. They are asked for what is lost or damaged here.
import type { PeerRequests } from '../ports.ts';
import type { NodeId } from '../types.ts';
import { askElectors } from './electorate.ts';

export class KnownPeers {
  readonly #id: NodeId;
  readonly #partition: number;
  readonly #book: () => readonly NodeId[];
  readonly #peerRequests: PeerRequests;
  /** Named by others when they were asked last, and not in the book. */
  #named: readonly NodeId[] = [];

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

  /** Ascending, without this node. */
  all(): readonly NodeId[] {
    return [...new Set([...this.#book(), ...this.#named])].filter((id) => id !== this.#id).sort();
  }

  /**
   * All of them answered, and none has what is needed: asks them whom else they know, for this node may have lost that as well. True if somebody was not among those of before: nobody can
   * say yet that nobody has it. Who refuses (it leads, or the end of its own log is damaged) names nobody.
   */
  async lookFurther(): Promise<boolean> {
    const before = new Set(this.all());
    const round = await askElectors({
      id: this.#id,
      peers: this.all(),
      electors: [],
      ask: (node) => this.#peerRequests.logEnd(node, this.#partition),
    });
    const book = this.#book();
    this.#named = [...round.electors].filter((node) => !book.includes(node));
    return this.all().some((node) => !before.has(node));
  }
}
