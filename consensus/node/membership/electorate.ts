// Asks everyone who may hold what this node lost, and whoever an answer names besides. Why not only those of the configuration in force here: this node may have lost the very membership entry
// that brought in those who hold what it acknowledged; but a majority of those of before had to have it, and their answers name the others (thesis §4.3).
import { type Configuration, electorsOf } from '../../configuration.ts';
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

export async function askElectors<Answer extends { readonly electors: readonly NodeId[] }>(options: {
  /** Of this node, which is not asked. */
  readonly id: NodeId;
  /** Asked, too; but nobody waits for those of them who are no electors. */
  readonly peers: readonly NodeId[];
  readonly electors: readonly NodeId[];
  readonly ask: (node: NodeId) => Promise<Answer>;
}): Promise<Round<Answer>> {
  const { id, ask } = options;
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
      answers.set(node, result.value);
      for (const elector of result.value.electors) if (elector !== id) electors.add(elector);
    }
    next = [...electors].filter((node) => !asked.has(node));
  }
  return { answers, electors, isComplete: [...electors].every((node) => answers.has(node)) };
}
