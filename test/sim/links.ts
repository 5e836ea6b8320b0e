// Shapes of broken networks, as the links that fail, each in one direction. The partial ones are those of Cloudflare's outage of November 2020 and of
// the paper on Omni-Paxos (EuroSys 2023): nobody is cut off, and yet not everybody reaches everybody.
import type { NodeId } from '../../consensus/types.ts';

/** From whom to whom nothing gets. */
export type FailedLink = readonly [from: NodeId, to: NodeId];

/** Between a group and the rest, both ways or one way only. */
export function cutBetween(
  group: readonly NodeId[],
  all: readonly NodeId[],
  ways: { readonly outwards: boolean; readonly inwards: boolean },
): FailedLink[] {
  const links: FailedLink[] = [];
  for (const inside of group) {
    for (const outside of all) {
      if (group.includes(outside)) continue;
      if (ways.outwards) links.push([inside, outside]);
      if (ways.inwards) links.push([outside, inside]);
    }
  }
  return links;
}

/** Quorum loss: everybody reaches `hub`, and nobody else anyone. */
export function starAround(hub: NodeId, all: readonly NodeId[]): FailedLink[] {
  return failing(all, (from, to) => from !== hub && to !== hub);
}

/** Each reaches only those next to it. */
export function chainOf(inOrder: readonly NodeId[]): FailedLink[] {
  return failing(inOrder, (from, to) => Math.abs(inOrder.indexOf(from) - inOrder.indexOf(to)) > 1);
}

/** Who reaches, both ways, a majority that includes itself. */
export function whoReachesQuorum(all: readonly NodeId[], failed: readonly FailedLink[]): NodeId[] {
  const isCut = (from: NodeId, to: NodeId) => failed.some(([failedFrom, failedTo]) => failedFrom === from && failedTo === to);
  return all.filter((node) => all.filter((other) => !isCut(node, other) && !isCut(other, node)).length * 2 > all.length);
}

function failing(all: readonly NodeId[], isFailed: (from: NodeId, to: NodeId) => boolean): FailedLink[] {
  return all.flatMap((from) => all.filter((to) => to !== from && isFailed(from, to)).map((to): FailedLink => [from, to]));
}
