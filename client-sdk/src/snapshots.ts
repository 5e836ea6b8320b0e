// Snapshots of one partition on all nodes: taken, listed, verified, fetched; and the entries of its log, for backups.
import type { CallOptions } from './api.ts';
import type { LogEntry, NodeSnapshots, NodeVerdicts, Snapshot } from './api-storage.ts';
import {
  decodeEntriesMessage,
  decodeListSnapshotsResponse,
  decodeSnapshotChunk,
  decodeTakeSnapshotResponse,
  decodeVerifySnapshotsResponse,
  encodeFetchSnapshotRequest,
  encodePartitionRequest,
  encodeReadEntriesRequest,
} from './codec-snapshots.ts';
import { LedgerlineError } from './errors.ts';
import { checkOffset } from './input.ts';
import { callLeader, callNode } from './leader.ts';
import { NodeChoice } from './node-choice.ts';
import { type Reading, readAll } from './reading.ts';
import { type CallScope, type ClientContext, withScope } from './scope.ts';
import { refusalError } from './submit-call.ts';

/** A node that does not answer holds a list up for so long, milliseconds. */
const NODE_MS = 2_000;

export interface FetchOptions extends CallOptions {
  /** Read from exactly this node. Default: any that has it. */
  readonly node?: string | undefined;
  /** Bytes to leave out at the beginning: those that an earlier fetch got. Default 0. */
  readonly position?: number | undefined;
}

export interface EntriesOptions extends CallOptions {
  readonly partition?: number | undefined;
  /** First index. Default 1. */
  readonly from?: number | undefined;
  /** Last index. Default: what the node has applied when it is asked. */
  readonly to?: number | undefined;
  readonly node?: string | undefined;
}

/** The snapshots of one partition. */
export class PartitionSnapshots {
  readonly partition: number;
  readonly #context: ClientContext;

  constructor(context: ClientContext, partition: number) {
    this.#context = context;
    this.partition = partition;
  }

  /**
   * Makes every node take a snapshot; resolves with its index once the point is committed. The files follow: `list` says when they are there. Nothing is
   * lost if the answer is, and another attempt takes another snapshot, so the outcome of a failure is always `none`.
   */
  async take(options: CallOptions = {}): Promise<number> {
    const { cluster } = this.#context;
    return withScope(this.#context, { ...options, partition: this.partition }, async (scope) => {
      // A leader takes one at a time.
      const busy = 'is still writing a snapshot';
      const call = { method: 'takeSnapshot', request: this.#request, decode: decodeTakeSnapshotResponse, writes: false, busy } as const;
      const answer = await callLeader(cluster, scope, call);
      if (answer.kind === 'refused') throw refusalError(scope, answer);
      return answer.index;
    });
  }

  /** What every node has, by node id. */
  async list(options: CallOptions = {}): Promise<readonly NodeSnapshots[]> {
    return this.#ofAllNodes<NodeSnapshots>(
      options,
      NODE_MS,
      async (node, scope) => ({ node, snapshots: await this.#listOf(node, scope) }),
      (node) => ({
        node,
        snapshots: undefined,
      }),
    );
  }

  async #listOf(node: string, scope: CallScope): Promise<readonly Snapshot[]> {
    const decode = (bytes: Buffer) => {
      const { hello, snapshots } = decodeListSnapshotsResponse(bytes);
      return { hello, answer: { kind: 'listed' as const, snapshots } };
    };
    const answer = await this.#ask(scope, { method: 'listSnapshots', decode, node });
    if (answer.kind === 'refused') throw refusalError(scope, answer);
    return answer.snapshots;
  }

  /** Makes every node, or one, read its snapshots again and check them whole. That takes time: `deadlineMs` is for all of it. */
  async verify(options: CallOptions & { readonly node?: string | undefined } = {}): Promise<readonly NodeVerdicts[]> {
    const decode = (bytes: Buffer) => {
      const { hello, verdicts } = decodeVerifySnapshotsResponse(bytes);
      return { hello, answer: { kind: 'verified' as const, verdicts } };
    };
    const one = async (node: string, scope: CallScope): Promise<NodeVerdicts> => {
      const answer = await this.#ask(scope, { method: 'verifySnapshots', decode, node, isLong: true });
      if (answer.kind === 'refused') throw refusalError(scope, answer);
      return { node, verdicts: answer.verdicts };
    };
    const { node } = options;
    if (node !== undefined) return [await withScope(this.#context, { ...options, partition: this.partition }, (scope) => one(node, scope))];
    return this.#ofAllNodes(options, undefined, one, (id) => ({ node: id, verdicts: undefined }));
  }

  /** The bytes of a snapshot's file. What was fetched is not verified: its SHA-256 is in the trailer, as log/FORMAT.md says. */
  fetch(index: number, options: FetchOptions = {}): AsyncIterable<Uint8Array> {
    checkOffset(index, { min: 1, what: 'index' });
    const position = checkOffset(options.position ?? 0, { min: 0, what: 'position' });
    const reading = this.#fetching(index, position);
    return readAll(this.#context, reading, { ...options, partition: this.partition, node: options.node });
  }

  #fetching(index: number, from: number): Reading<Uint8Array> {
    const { cluster } = this.#context;
    const { partition } = this;
    let position = from;
    let snapshot: Snapshot | undefined;
    return {
      method: 'fetchSnapshot',
      request: () => encodeFetchSnapshotRequest({ hello: cluster.hello(), partition, index, position }),
      take(bytes) {
        const chunk = decodeSnapshotChunk(bytes);
        if (chunk.snapshot !== undefined) {
          if (snapshot !== undefined && Buffer.compare(snapshot.fileDigest, chunk.snapshot.fileDigest) !== 0)
            throw new LedgerlineError('PROTOCOL', `${chunk.hello?.node} has another snapshot at index ${index} than the node before it`);
          snapshot = chunk.snapshot;
        }
        if (chunk.data.length === 0) return { hello: chunk.hello, item: undefined };
        if (chunk.position !== position) throw new LedgerlineError('PROTOCOL', `byte ${chunk.position} came where ${position} comes next`);
        position += chunk.data.length;
        return { hello: chunk.hello, item: chunk.data };
      },
      isComplete: () => snapshot !== undefined && position === snapshot.bytes,
    };
  }

  readonly #request = (): Buffer => encodePartitionRequest({ hello: this.#context.cluster.hello(), partition: this.partition });

  #ask<T extends { readonly kind: string }>(
    scope: CallScope,
    ask: {
      readonly method: 'listSnapshots' | 'verifySnapshots';
      readonly decode: Parameters<typeof callNode<T>>[2]['decode'];
      readonly node: string;
      readonly isLong?: true;
    },
  ) {
    const { cluster } = this.#context;
    const choice = new NodeChoice(cluster, ask.node);
    return callNode<T>(cluster, scope, { ...ask, request: this.#request, writes: false }, () => choice.next());
  }

  /** Asks every member. One that does not answer becomes `absent`; the call fails only when it is over, or none answered. */
  #ofAllNodes<T>(
    options: CallOptions,
    nodeMs: number | undefined,
    one: (node: string, scope: CallScope) => Promise<T>,
    absent: (node: string) => T,
  ): Promise<readonly T[]> {
    return withScope(this.#context, { ...options, partition: this.partition }, async (all) => {
      let answered = 0;
      let failure: unknown;
      const ask = async (node: string): Promise<T> => {
        try {
          const deadlineMs = Math.min(all.remainingMs, nodeMs ?? Number.POSITIVE_INFINITY);
          const answer = await withScope(this.#context, { partition: this.partition, deadlineMs, signal: all.signal }, (scope) =>
            one(node, scope),
          );
          answered++;
          return answer;
        } catch (cause) {
          failure = cause;
          return absent(node);
        }
      };
      const answers = await Promise.all(this.#context.cluster.members.map(ask));
      if (answered === 0 || options.signal?.aborted) {
        all.check();
        throw failure;
      }
      return answers;
    });
  }
}

/** Entries of every type, in order. */
export function readEntries(context: ClientContext, partition: number, options: EntriesOptions): AsyncIterable<readonly LogEntry[]> {
  const from = checkOffset(options.from ?? 1, { min: 1, what: 'from' });
  const to = options.to === undefined ? undefined : checkOffset(options.to, { min: 0, what: 'to' });
  let next = from;
  let end = to;
  const reading: Reading<readonly LogEntry[]> = {
    method: 'readEntries',
    request: () => encodeReadEntriesRequest({ hello: context.cluster.hello(), partition, fromIndex: next, toIndex: end }),
    take(bytes) {
      const { hello, appliedIndex, entries } = decodeEntriesMessage(bytes);
      // The end is where the first node was that answered; a later one may be behind it for a while.
      end ??= appliedIndex;
      for (const entry of entries) {
        if (entry.index !== next) throw new LedgerlineError('PROTOCOL', `entry ${entry.index} came where ${next} comes next`);
        next++;
      }
      return { hello, item: entries.length === 0 ? undefined : entries };
    },
    isComplete: () => end !== undefined && next > end,
  };
  return readAll(context, reading, { ...options, partition, node: options.node });
}
