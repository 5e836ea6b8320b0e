// n2's peer port and transports to it, over loopback with real gRPC, for the tests of peers.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { credentials, ServerCredentials } from '@grpc/grpc-js';
import { encodeBatch } from '../../../consensus/batch.ts';
import type { LogEnds, Rollback } from '../../../consensus/log-ends.ts';
import type { MembersView } from '../../../consensus/members-view.ts';
import type { BookMember } from '../../../consensus/membership.ts';
import type { PeerMessage } from '../../../consensus/messages.ts';
import type { NodeId } from '../../../consensus/types.ts';
import type { RpcEvent } from '../../../rpc/events.ts';
import { PeerBook } from '../../../rpc/peer-book.ts';
import { PeerServer } from '../../../rpc/peer-server.ts';
import { encodeStreamStart, type PeerHello } from '../../../rpc/peer-service.ts';
import { GrpcPeerTransport } from '../../../rpc/peer-transport.ts';

export const N1 = 'n1' as NodeId;
export const N2 = 'n2' as NodeId;
export const N3 = 'n3' as NodeId;
export const CLUSTER = 'c'.repeat(64);
export const INCARNATIONS: Record<string, string> = { n1: '1'.repeat(32), n2: '2'.repeat(32), n3: '3'.repeat(32) };
export const MEMBERS = [N1, N2, N3].map((id) => memberOf(id));
export const OWN = { memberSince: 0, peerAddress: 'n1:7501', clientAddress: 'n1:7401' };
export const HELLO: PeerHello = { cluster: CLUSTER, node: N1, incarnation: '1'.repeat(32), protocolMin: 1, protocolMax: 1, to: N2, ...OWN };

/** Of a cluster of one partition. */
export const LOG_ENDS: LogEnds = { run: 'a'.repeat(16), indexes: [7] };

/** The first frame of n1's streams to n2. */
export function startFrame(changes: Partial<PeerHello> = {}, logEnds = LOG_ENDS): Buffer {
  return encodeStreamStart({ hello: { ...HELLO, ...changes }, logEnds });
}

export function memberOf(id: NodeId, changes: Partial<BookMember> = {}): BookMember {
  const incarnation = INCARNATIONS[id] ?? '';
  return { id, incarnation, peerAddress: `${id}:7501`, clientAddress: `${id}:7401`, memberSince: 0, ...changes };
}

export interface Receiver {
  readonly server: PeerServer;
  readonly received: PeerMessage[];
  readonly events: RpcEvent[];
  /** Assign another, and call `membersChanged`. */
  view: MembersView;
  /** Strangers that came (+) and went (-). */
  readonly strangers: string[];
  /** What nodes said of their logs when their streams were to be accepted. */
  readonly logEnds: LogEnds[];
  /** What they have forgotten. */
  rollback: Rollback | undefined;
}

/** n2's peer port. */
export async function receiverAt(t: TestContext, options: { port?: number; serves?: boolean } = {}): Promise<Receiver> {
  const received: PeerMessage[] = [];
  const events: RpcEvent[] = [];
  const server = await PeerServer.listen({
    address: `127.0.0.1:${options.port ?? 0}`,
    credentials: ServerCredentials.createInsecure(),
    log: (event) => events.push(event),
    introduce: () => ({ kind: 'refused', refusal: { code: 'FORMING', detail: 'not in this test' } }),
    waitingFor: () => 'n3',
  });
  const receiver: Receiver = {
    server,
    received,
    events,
    view: { book: MEMBERS, appliedIndex: 10 },
    strangers: [],
    logEnds: [],
    rollback: undefined,
  };
  if (options.serves !== false) serve(receiver);
  t.after(() => server.close());
  return receiver;
}

export function serve(receiver: Receiver): void {
  receiver.server.serve({
    clusterId: CLUSTER,
    id: N2,
    view: () => receiver.view,
    partitions: 1,
    judgeLogs: (_, ends) => {
      receiver.logEnds.push(ends);
      return receiver.rollback;
    },
    receive: (_, message) => receiver.received.push(message),
    onStranger: ({ node, peerAddress }) => receiver.strangers.push(`+${node} ${peerAddress}`),
    onStrangerGone: ({ node }) => receiver.strangers.push(`-${node}`),
  });
}

export interface Sender {
  readonly transport: GrpcPeerTransport;
  /** Whom it dials. */
  readonly book: PeerBook;
  readonly events: RpcEvent[];
  readonly lost: NodeId[];
  readonly removedBy: NodeId[];
  /** Who says that this node has forgotten what it acknowledged. */
  readonly rolledBackBy: NodeId[];
}

/** n1's transport to n2. */
export function senderTo(
  t: TestContext,
  port: number,
  changes: { clusterId?: string; incarnation?: string; id?: NodeId; to?: NodeId; memberSince?: number; logEnds?: () => LogEnds } = {},
): Sender {
  const events: RpcEvent[] = [];
  const lost: NodeId[] = [];
  const removedBy: NodeId[] = [];
  const rolledBackBy: NodeId[] = [];
  const book = new PeerBook(changes.id ?? N1, [memberOf(changes.to ?? N2, { peerAddress: `127.0.0.1:${port}` })]);
  const transport = new GrpcPeerTransport({
    clusterId: changes.clusterId ?? CLUSTER,
    id: changes.id ?? N1,
    incarnation: changes.incarnation ?? '1'.repeat(32),
    own: () => ({ ...OWN, memberSince: changes.memberSince ?? 0 }),
    logEnds: changes.logEnds ?? (() => LOG_ENDS),
    book,
    credentials: credentials.createInsecure(),
    log: (event) => events.push(event),
    unreachable: (node) => lost.push(node),
    removed: (by) => removedBy.push(by),
    rolledBack: (by) => rolledBackBy.push(by),
  });
  t.after(() => transport.close());
  transport.dial();
  return { transport, book, events, lost, removedBy, rolledBackBy };
}

export function heartbeat(round: number, changes: { from?: NodeId; to?: NodeId } = {}): PeerMessage {
  return { partition: 1, message: { kind: 'heartbeat', from: N1, to: N2, term: 1, commit: 0, round, ...changes } };
}

export function appendOf(bytes: number): PeerMessage {
  const id = new Uint8Array(16);
  const data = new Uint8Array(bytes).fill(5);
  const payload = encodeBatch([
    { key: { kind: 'generated', id, birth: 0 }, content: id, seen: undefined, locks: [], isVoid: false, hasDeltas: false, bytes: data },
  ]);
  const entry = { term: 1, type: 'batch' as const, timestamp: 1, firstOffset: 1, count: 1, payload };
  return {
    partition: 1,
    message: {
      kind: 'append',
      from: N1,
      to: N2,
      term: 1,
      previousIndex: 0,
      previousTerm: 0,
      terms: [1],
      sizes: [payload.length + 128],
      commit: 0,
    },
    entries: [entry],
    digestBefore: new Uint8Array(32),
  };
}

export async function until(condition: () => boolean, what: string, ms = 5_000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    assert.ok(performance.now() < end, `${what}: not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function isConnected({ transport }: Sender): boolean {
  return transport.connections().every(({ control, bulk }) => control && bulk);
}
