// The `PeerRequests` port over the simulated network: each question goes to the node that is running there, if one is, and comes back as late as any message, or not at all.
import { PEER_REQUEST_TIMEOUT_MS } from '../../consensus/limits.ts';
import type { PeerRequestHandler, PeerRequests } from '../../consensus/ports.ts';
import type { NodeId } from '../../consensus/types.ts';
import { copy, type SimNetwork } from './network.ts';
import type { SimProcess } from './process.ts';

/** The process that runs on a node now, and who answers in it. */
export interface Asked {
  readonly process: SimProcess;
  readonly handler: PeerRequestHandler;
  /** Whether it listens to this node. */
  readonly hears: (node: NodeId) => boolean;
}

type Answer<T> = { readonly value: T } | { readonly failure: string };

/** The questions of one life of `id`. */
export function simPeerRequests(options: {
  readonly id: NodeId;
  readonly process: SimProcess;
  readonly network: SimNetwork;
  readonly asked: (node: NodeId) => Asked | undefined;
  /** Whether this node has an address of that one. */
  readonly knows: (node: NodeId) => boolean;
}): PeerRequests {
  const { id, process, network, asked, knows } = options;
  const ask = <T>(to: NodeId, question: (handler: PeerRequestHandler) => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!knows(to)) {
        reject(new Error(`nobody knows where ${to} is`));
        return;
      }
      network.ask<Answer<T>>({
        from: id,
        to,
        timeoutMs: PEER_REQUEST_TIMEOUT_MS,
        ask: (answer) => {
          const there = asked(to);
          there?.process.deliver(() => {
            if (!there.hears(id)) {
              answer({ failure: 'refused' });
              return;
            }
            question(there.handler).then(
              (value) => answer({ value: copy(value) }),
              (error: unknown) => answer({ failure: String(error) }),
            );
          });
        },
        done: (answer) =>
          process.deliver(() => {
            if (answer === undefined) reject(new Error(`${to} does not answer`));
            else if ('failure' in answer) reject(new Error(answer.failure));
            else resolve(answer.value);
          }),
      });
    });
  return {
    logEnd: (node, partition) => ask(node, (handler) => handler.logEnd(partition)),
    entries: (node, request) => ask(node, (handler) => handler.entries(request)),
    committedOffset: (node, partition) => ask(node, (handler) => handler.committedOffset(partition)),
    snapshots: (node, partition) => ask(node, (handler) => handler.snapshots(partition)),
    snapshotBytes: (node, request) => ask(node, (handler) => handler.snapshotBytes(request)),
  };
}
