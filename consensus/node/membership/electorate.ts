// Asks everyone who may hold what this node lost, and whoever an answer names besides. Why not only those of the configuration in force here: this node may have lost the very membership entry
// that brought in those who hold what it acknowledged; but a majority of those of before had to have it, and their answers name the others (thesis §4.3).
import { type Configuration, electorsOf } from '../../configuration.ts';
import type { PeerLogEnd } from '../../ports.ts';
import type { NodeId } from '../../types.ts';

/** What one round of questions brought. */
export interface Round<Answer> {
  /** Of everyone who answered. */
  readonly answers: ReadonlyMap<NodeId, Answer>;
  /** Everyone else who must answer: those who were to be asked first, and whose vote counts in a configuration that an answer named. */
  readonly electors: ReadonlySet<NodeId>;
  /** All electors answered. */
  readonly isComplete: boolean;
}

/**
 * Who must answer a node that has this configuration at the end of its log, and may have lost the next. Its electors; but who is the only one was by itself the majority of before, and nobody
 * else of those had to have the entry: then its learners, of whom every voter that comes was one.
 */
export function electorsToAsk(configuration: Configuration, id: NodeId): readonly NodeId[] {
  const electors = electorsOf(configuration);
  return electors.some((elector) => elector !== id) ? electors : configuration.learners;
}

export async function askElectors<Answer extends Pick<PeerLogEnd, 'electors' | 'last'>>(options: {
  /** Of this node, which is not asked. */
  readonly id: NodeId;
  /** Asked, too; but nobody waits for those of them who are no electors. */
  readonly peers: readonly NodeId[];
  readonly electors: readonly NodeId[];
  /**
   * A committed membership entry that is held here, or 0: what is committed behind it is committed by the electors of it and of later ones. So a log that ends before it names nobody who
   * matters, and may name those who are gone for good.
   */
  readonly settledIndex: number;
  readonly ask: (node: NodeId) => Promise<Answer>;
}): Promise<Round<Answer>> {
  const { id, settledIndex, ask } = options;
  const asked = new Set<NodeId>([id]);
  const answers = new Map<NodeId, Answer>();
  const electors = new Set(options.electors.filter((elector) => elector !== id));
  let next = [...new Set([...options.peers, ...electors])].filter((node) => node !== id);
  while (next.length > 0) {
    for (const node of next) asked.add(node);
    const settled = await Promise.allSettled(next.map((node) => ask(node)));
    for (const [at, result] of settled.entries()) {
      const node = next[at];
      if (node === undefined || result.status === 'rejected') continue;
      const { last, electors: named } = result.value;
      answers.set(node, result.value);
      if (last.index >= settledIndex) for (const elector of named) if (elector !== id) electors.add(elector);
    }
    next = [...electors].filter((node) => !asked.has(node));
  }
  return { answers, electors, isComplete: [...electors].every((node) => answers.has(node)) };
}
