// A cluster of real grpc-js servers over loopback with one log in memory and scripted misbehaviour: what the SDK's tests run against. It knows
// the wire, not the rules: no locks, no durability.
import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import type { SnapshotPlace } from '@ledgerline/client';
import {
  type ChangeMembersAnswer,
  type CommittedOffsetAnswer,
  type DescribeResponse,
  decodeChangeMembersRequest,
  decodeDigestAtRequest,
  decodeLookupRequest,
  decodeResolveRequest,
  decodeSubmitRequest,
  decodeTailRequest,
  encodeChangeMembersResponse,
  encodeCommittedOffsetResponse,
  encodeDescribeResponse,
  encodeDigestAtResponse,
  encodeLookupResponse,
  encodeResolveResponse,
  encodeSubmitResponse,
  encodeTailMessage,
  encodeTakeSnapshotResponse,
  type IdentifiedResult,
  type LookupAnswer,
  ledgerService,
  parseEnvelope,
  type ResolveAnswer,
  type ServerHello,
  SNAPSHOT_INDEX_TRAILER,
  SNAPSHOT_OFFSET_TRAILER,
  type StatusCode,
  type StorageDescription,
  type TailBatch,
  voidEnvelope,
  type WireFollower,
  type WireIntendedSet,
  type WireKey,
  type WireMember,
  type WireMembersChange,
  type WireMembership,
  type WireResult,
} from '@ledgerline/client/internal';
import { FakeStorage } from './fake-storage.ts';

const HEARTBEAT_MS = 50;
export const LIMITS = { transactionBytesMax: 64 * 1024, locksMax: 8, lockRows: 1024, recentKeys: 1024 };

const SOUND: StorageDescription = {
  firstIndex: 1,
  logBytes: 4_096,
  stateIndex: 0,
  snapshotIndex: 0,
  damage: [],
  damagedRanges: 0,
  repairedRanges: 0,
  claim: undefined,
  scrubbedAt: 0,
  scrubbedIndex: 0,
  diverged: [],
  freeBytes: 1_000_000,
  isFull: false,
};

/** One log for all nodes: committed the moment it is appended. */
export class FakeLog {
  readonly transactions: Uint8Array[] = [];
  readonly keys = new Map<string, { readonly offset: number; readonly isVoid: boolean }>();
  readonly #listeners = new Set<() => void>();

  append(bytes: Uint8Array): WireResult {
    const { key, isVoid } =
      bytes[2] === 0x0a && Buffer.from(bytes).includes('ledgerline.void') ? voidKey(bytes) : parseEnvelope(bytes, LIMITS);
    const id = Buffer.from(key.id).toString('hex');
    const known = this.keys.get(id);
    if (known !== undefined) {
      if (known.isVoid && !isVoid) return { kind: 'refused', code: 'VOID', outcome: 'none', offset: known.offset };
      return { kind: 'committed', offset: known.offset, duplicate: true };
    }
    this.transactions.push(Buffer.from(bytes));
    this.keys.set(id, { offset: this.transactions.length, isVoid });
    for (const listener of this.#listeners) listener();
    return { kind: 'committed', offset: this.transactions.length, duplicate: false };
  }

  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function voidKey(bytes: Uint8Array): { key: { id: Uint8Array }; isVoid: boolean } {
  return { key: { id: bytes.subarray(bytes.length - 16) }, isVoid: true };
}

/** What a script makes of one submitted transaction; `undefined`: what an honest node would; `lost`: no answer at all. */
export type SubmitScript = (transaction: {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly commit: () => WireResult;
}) => WireResult | 'lost' | undefined;

export class FakeNode {
  readonly id: string;
  readonly cluster: FakeCluster;
  readonly #server = new Server();
  readonly #streams = new Set<ServerDuplexStream<Buffer, Buffer> | ServerWritableStream<Buffer, Buffer>>();
  address = '';
  incarnation = '0'.repeat(32);
  /** Answers nothing, sends no heartbeat: paused. */
  isSilent = false;
  /** Cut off from its cluster: knows no leader, applies nothing more if `appliedMax` says so. */
  isCutOff = false;
  /** How far this node has applied the log; `undefined`: all of it. */
  appliedMax: number | undefined;
  submitScript: SubmitScript = () => undefined;
  /** Results of one message are sent in this order. */
  reorder: (results: IdentifiedResult[]) => IdentifiedResult[] = (results) => results;
  /** Messages of each tail after which the stream breaks. */
  tailCut: number | undefined;
  /** Each tail sends nothing for so long after its first message, as over a slow link on which a large one is under way, milliseconds. */
  tailHoldMs = 0;
  /** What tails send in place of the log. */
  tailScript: ((batch: TailBatch) => TailBatch) | undefined;
  tailStatus: { readonly code: StatusCode; readonly offset?: number; readonly snapshot?: SnapshotPlace } | undefined;
  lookupScript: ((key: WireKey) => LookupAnswer) | undefined;
  resolveScript: ((key: WireKey) => ResolveAnswer) | undefined;
  committedScript: (() => CommittedOffsetAnswer) | undefined;
  changeScript: ((change: WireMembersChange) => ChangeMembersAnswer) | undefined;
  readonly changes: WireMembersChange[] = [];
  /** What this node says in place of what is so. */
  membersScript: { readonly members?: readonly WireMember[]; readonly intended?: WireIntendedSet } = {};
  /** By partition: what differs from the intended set as all voters, and from followers that are all there. */
  membershipScript: (partition: number) => { readonly membership?: Partial<WireMembership>; readonly followers?: readonly WireFollower[] } =
    () => ({});
  storage: StorageDescription = SOUND;
  readonly stored = new FakeStorage(this);
  submits = 0;
  submitMessages: number[] = [];
  tails = 0;
  /** How often it introduced itself. */
  hellos = 0;

  constructor(id: string, cluster: FakeCluster) {
    this.id = id;
    this.cluster = cluster;
  }

  get transactions(): readonly Uint8Array[] {
    return this.cluster.log.transactions;
  }

  get applied(): number {
    return Math.min(this.appliedMax ?? Number.POSITIVE_INFINITY, this.cluster.log.transactions.length);
  }

  get hello(): ServerHello {
    this.hellos++;
    return { cluster: this.cluster.id, node: this.id, incarnation: this.incarnation, protocol: this.cluster.protocol };
  }

  async start(port = 0): Promise<void> {
    this.#server.addService(ledgerService, {
      ...this.#storageHandlers(),
      submit: (call: ServerDuplexStream<Buffer, Buffer>) => this.#submit(call),
      tail: (call: ServerWritableStream<Buffer, Buffer>) => this.#tail(call),
      lookup: this.#unary((request) => {
        const { key } = decodeLookupRequest(request);
        const found = this.cluster.log.keys.get(keyId(key));
        const answer: LookupAnswer = found === undefined ? { kind: 'not-yet' } : { kind: 'committed', ...found };
        return encodeLookupResponse({ hello: this.hello, answer: this.#orNotLeader() ?? this.lookupScript?.(key) ?? answer });
      }),
      resolve: this.#unary((request) => {
        const { key } = decodeResolveRequest(request);
        return encodeResolveResponse({ hello: this.hello, answer: this.#orNotLeader() ?? this.resolveScript?.(key) ?? this.#resolve(key) });
      }),
      committedOffset: this.#unary(() => {
        const answer: CommittedOffsetAnswer = { kind: 'offset', offset: this.cluster.log.transactions.length };
        return encodeCommittedOffsetResponse({ hello: this.hello, answer: this.#orNotLeader() ?? this.committedScript?.() ?? answer });
      }),
      changeMembers: this.#unary((request) => {
        const { change } = decodeChangeMembersRequest(request);
        this.changes.push(change);
        const answer = this.changeScript?.(change) ?? { kind: 'members-changed', changed: true, intended: this.intended };
        return encodeChangeMembersResponse({ hello: this.hello, answer: this.#orNotLeader() ?? answer });
      }),
      describe: this.#unary(() => encodeDescribeResponse(this.#describe())),
      digestAt: this.#unary((request) => {
        const { index } = decodeDigestAtRequest(request);
        return encodeDigestAtResponse({
          hello: this.hello,
          digest: index <= this.applied ? new Uint8Array(32).fill(index % 256) : undefined,
        });
      }),
    });
    const bound = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, found) =>
        error === null ? resolve(found) : reject(error),
      );
    });
    this.address = `127.0.0.1:${bound}`;
  }

  /** The handlers that fake-storage.ts answers. */
  #storageHandlers() {
    const { stored } = this;
    const stream = (serve: (call: ServerWritableStream<Buffer, Buffer>) => void) => (call: ServerWritableStream<Buffer, Buffer>) => {
      if (!this.isSilent) serve(call);
    };
    return {
      readState: this.#unary((request) => stored.readState(request)),
      takeSnapshot: this.#unary((request) => {
        const answer = this.#orNotLeader();
        return answer === undefined ? stored.takeSnapshot(request) : encodeTakeSnapshotResponse({ hello: this.hello, answer });
      }),
      listSnapshots: this.#unary(() => stored.listSnapshots()),
      verifySnapshots: this.#unary(() => stored.verifySnapshots()),
      fetchSnapshot: stream((call) => stored.fetchSnapshot(call)),
      readEntries: stream((call) => stored.readEntries(call)),
    };
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  /** Breaks all streams, as a crash would. */
  breakStreams(): void {
    for (const stream of this.#streams) stream.emit('error', { code: status.UNAVAILABLE, details: 'scripted break' });
  }

  #unary(answer: (request: Buffer) => Buffer) {
    return (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>): void => {
      if (!this.isSilent) callback(null, answer(call.request));
    };
  }

  #orNotLeader(): (WireResult & { readonly kind: 'refused' }) | undefined {
    if (this.cluster.leader === this.id) return undefined;
    return { kind: 'refused', code: 'NOT_LEADER', outcome: 'none', ...(this.cluster.hint === '' ? {} : { leader: this.cluster.hint }) };
  }

  #resolve(key: WireKey): ResolveAnswer {
    const result = this.cluster.log.append(voidEnvelope(key).bytes);
    const isVoid = this.cluster.log.keys.get(keyId(key))?.isVoid ?? false;
    if (result.kind === 'refused') return result;
    return { kind: isVoid ? 'void' : 'committed', offset: result.offset };
  }

  get members(): readonly WireMember[] {
    const all = [...this.cluster.nodes.values()].map(({ id, address, incarnation }) => ({
      id,
      incarnation,
      peerAddress: `${id}:1`,
      clientAddress: this.cluster.advertise(id, address),
    }));
    return this.membersScript.members ?? all;
  }

  get intended(): WireIntendedSet {
    return this.membersScript.intended ?? { voters: this.members.map(({ id }) => id).sort(), learners: [] };
  }

  #membershipOf(partition: number): { readonly membership: WireMembership; readonly followers: readonly WireFollower[] } {
    const { membership, followers } = this.membershipScript(partition);
    const all = this.members.filter(({ id }) => id !== this.id).map(({ id }) => ({ id, matchIndex: this.applied, isActive: true }));
    const asIntended = { ...this.intended, outgoing: [], members: this.members, index: 0, isCommitted: true };
    const isLeader = this.cluster.leader === this.id;
    return { membership: { ...asIntended, ...membership }, followers: isLeader ? (followers ?? all) : [] };
  }

  #describe(): DescribeResponse {
    const { applied } = this;
    return {
      hello: this.hello,
      protocolMin: 1,
      protocolMax: 1,
      members: this.members,
      intended: this.intended,
      limits: LIMITS,
      acknowledge: this.cluster.acknowledge,
      partitions: Array.from({ length: this.cluster.partitions }, (_, position) => ({
        partition: position + 1,
        role: this.cluster.leader === this.id ? ('leader' as const) : ('follower' as const),
        term: this.cluster.term,
        leader: this.cluster.leader || undefined,
        lastIndex: applied,
        commitIndex: applied,
        appliedIndex: applied,
        appliedOffset: applied,
        firstOffset: 1,
        storage: this.storage,
        ...this.#membershipOf(position + 1),
      })),
    };
  }

  #heartbeats(call: ServerDuplexStream<Buffer, Buffer> | ServerWritableStream<Buffer, Buffer>, send: () => void): void {
    this.#streams.add(call);
    const timer = setInterval(() => {
      if (!this.isSilent) send();
    }, HEARTBEAT_MS);
    const stop = (): void => {
      clearInterval(timer);
      this.#streams.delete(call);
    };
    for (const event of ['cancelled', 'error', 'close', 'finish']) call.on(event, stop);
  }

  #submit(call: ServerDuplexStream<Buffer, Buffer>): void {
    let isFirst = true;
    const send = (results: IdentifiedResult[], partition: number): void => {
      call.write(
        encodeSubmitResponse({
          hello: isFirst ? this.hello : undefined,
          partition,
          appliedOffset: this.applied,
          leader: this.cluster.leader || undefined,
          results,
        }),
      );
      isFirst = false;
    };
    this.#heartbeats(call, () => {
      if (!isFirst) send([], 1);
    });
    call.on('end', () => call.end());
    call.on('data', (bytes: Buffer) => {
      if (this.isSilent) return;
      const { firstId, transactions, partition } = decodeSubmitRequest(bytes);
      if (isFirst) send([], partition);
      if (transactions.length > 0) this.submitMessages.push(transactions.length);
      const results: IdentifiedResult[] = [];
      for (const [position, transaction] of transactions.entries()) {
        this.submits++;
        const result = this.#admit(firstId + position, transaction);
        if (result !== 'lost') results.push({ id: firstId + position, result });
      }
      if (results.length > 0) send(this.reorder(results), partition);
    });
  }

  #admit(id: number, bytes: Uint8Array): WireResult | 'lost' {
    const commit = (): WireResult => this.cluster.log.append(bytes);
    return this.submitScript({ id, bytes, commit }) ?? this.#orNotLeader() ?? commit();
  }

  #tail(call: ServerWritableStream<Buffer, Buffer>): void {
    this.tails++;
    if (this.isSilent) return;
    if (this.tailStatus !== undefined) {
      const metadata = new Metadata();
      metadata.set('ledgerline-code', this.tailStatus.code);
      if (this.tailStatus.offset !== undefined) metadata.set('ledgerline-offset', String(this.tailStatus.offset));
      if (this.tailStatus.snapshot !== undefined) {
        metadata.set(SNAPSHOT_INDEX_TRAILER, String(this.tailStatus.snapshot.index));
        metadata.set(SNAPSHOT_OFFSET_TRAILER, String(this.tailStatus.snapshot.offset));
      }
      call.emit('error', { code: status.OUT_OF_RANGE, details: 'scripted', metadata });
      return;
    }
    const { fromOffset, toOffset, partition } = decodeTailRequest(call.request);
    let next = fromOffset;
    let messages = 0;
    let hello: ServerHello | undefined = this.hello;
    let isOver = false;
    let isWritable = true;
    const send = (batches: TailBatch[]): void => {
      isWritable = call.write(
        encodeTailMessage({
          hello,
          partition,
          appliedOffset: this.applied,
          leader: this.isCutOff ? undefined : this.cluster.leader || undefined,
          batches,
        }),
      );
      hello = undefined;
    };
    const heldUntil = performance.now() + this.tailHoldMs;
    const isHeld = (): boolean => performance.now() < heldUntil;
    const pump = (): void => {
      while (!isOver && !isHeld() && isWritable && !this.isSilent && next <= this.applied && (toOffset === undefined || next <= toOffset)) {
        const batch = this.#batch(next, messages === 0);
        send([this.tailScript?.(batch) ?? batch]);
        next = batch.firstOffset + batch.count;
        messages++;
        if (this.tailCut !== undefined && messages >= this.tailCut) {
          isOver = true;
          call.emit('error', { code: status.UNAVAILABLE, details: 'scripted cut' });
        }
      }
      if (!isOver && toOffset !== undefined && next > toOffset) {
        isOver = true;
        call.end();
      }
    };
    send([]);
    this.#heartbeats(call, () => {
      if (!isOver && !isHeld()) send([]);
      pump();
    });
    call.on('drain', () => {
      isWritable = true;
      pump();
    });
    const stop = this.cluster.log.onAppend(pump);
    for (const event of ['cancelled', 'error', 'close', 'finish']) call.on(event, stop);
    pump();
  }

  /** Batches of three, aligned: the first of a stream may begin before the offset that was asked for. */
  #batch(offset: number, isFirst: boolean): TailBatch {
    const first = isFirst ? offset - ((offset - 1) % 3) : offset;
    const transactions = this.cluster.log.transactions.slice(first - 1, Math.min(first + 2 - ((first - 1) % 3), this.applied));
    return {
      firstOffset: first,
      index: Math.ceil(first / 3),
      term: 1,
      timestamp: first,
      count: transactions.length,
      transactions: Buffer.concat(transactions),
    };
  }
}

function keyId(key: WireKey): string {
  return Buffer.from(voidEnvelope(key).key.id).toString('hex');
}

export class FakeCluster {
  id = 'c'.repeat(64);
  protocol = 1;
  acknowledge: 'durable' | 'received' = 'durable';
  partitions = 1;
  term = 1;
  readonly log = new FakeLog();
  readonly nodes = new Map<string, FakeNode>();
  /** Id of the node that accepts submits, `''` for none. */
  leader = 'n1';
  #hint: string | undefined;
  /** The address that nodes give for each other. */
  advertise: (id: string, address: string) => string = (_, address) => address;

  /** Whom followers name as leader. */
  get hint(): string {
    return this.#hint ?? this.leader;
  }

  set hint(node: string) {
    this.#hint = node;
  }

  static async start(count = 3): Promise<FakeCluster> {
    const cluster = new FakeCluster();
    for (let number = 1; number <= count; number++) {
      const node = new FakeNode(`n${number}`, cluster);
      cluster.nodes.set(node.id, node);
      await node.start();
    }
    return cluster;
  }

  node(id: string): FakeNode {
    const node = this.nodes.get(id);
    if (node === undefined) throw new Error(`no node ${id}`);
    return node;
  }

  get url(): string {
    return `ledgerline://${[...this.nodes.values()].map(({ address }) => address).join(',')}`;
  }

  elect(id: string): void {
    this.leader = id;
    this.term++;
  }

  stop(): void {
    for (const node of this.nodes.values()) node.stop();
  }
}
