// The client port: client.proto over `NodeService`. Streams are in submit-call.ts, tail-call.ts and read-call.ts, the single calls in
// client-calls.ts; here are the heartbeats of all streams, health, and what is said while the node has not formed.
import type { Server, ServerCredentials, ServerDuplexStream, ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import * as client from '@ledgerline/client/internal';
import { SERVER_CLOSE_MS } from '../consensus/limits.ts';
import type { NodeService } from '../consensus/service.ts';
import { CallFailure, failureOf, statusOf } from './call-failure.ts';
import * as calls from './client-calls.ts';
import type { LogRpc } from './events.ts';
import { HealthService } from './health.ts';
import { type OpenReading, ReadCall } from './read-call.ts';
import { openEntries, openSnapshot } from './readings.ts';
import { createServer, listen, shutDown } from './server-options.ts';
import { SharedMessages } from './shared-messages.ts';
import { SubmitCall } from './submit-call.ts';
import { TailCall } from './tail-call.ts';

export interface ClientServerOptions {
  /** host:port to listen on; port 0: any. */
  readonly address: string;
  readonly credentials: ServerCredentials;
  readonly log: LogRpc;
  /** What this node waits for while it has not formed, for clients that call too early. */
  readonly waitingFor: () => string;
}

interface Stream {
  beat(): void;
  fail(failure: CallFailure): void;
}

/** A stream that wrote nothing for one of these periods gets a heartbeat at its end: never more than `HEARTBEAT_MS` without a message. */
const BEAT_MS = client.HEARTBEAT_MS / 2;

export class ClientServer {
  readonly #server: Server;
  readonly #options: ClientServerOptions;
  readonly #streams = new Set<Stream>();
  readonly #shared = new Map<number, SharedMessages>();
  readonly #health = new HealthService();
  readonly #timer: NodeJS.Timeout;
  #node: NodeService | undefined;
  #isClosing = false;
  #port = 0;

  private constructor(server: Server, options: ClientServerOptions) {
    this.#server = server;
    this.#options = options;
    this.#timer = setInterval(() => this.#beat(), BEAT_MS);
  }

  /** Listens. Until `serve` every call is refused with what the node waits for. Throws `ListenError`. */
  static async listen(options: ClientServerOptions): Promise<ClientServer> {
    const server = createServer(client.MESSAGE_BYTES_MAX);
    const clientServer = new ClientServer(server, options);
    clientServer.#addServices();
    try {
      clientServer.#port = await listen(server, options.address, options.credentials);
    } catch (cause) {
      clearInterval(clientServer.#timer);
      throw cause;
    }
    return clientServer;
  }

  get port(): number {
    return this.#port;
  }

  /** From now on serves this node. Once only. */
  serve(node: NodeService): void {
    this.#node = node;
    this.#health.formed();
    this.#health.update(node);
  }

  /** Ends all streams with `SHUTTING_DOWN` and stops listening. Idempotent. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#timer);
    this.#health.stopping();
    const failure = new CallFailure('SHUTTING_DOWN', 'the node is shutting down: use another one');
    for (const stream of [...this.#streams]) stream.fail(failure);
    await shutDown(this.#server, SERVER_CLOSE_MS);
  }

  /** The node, if it can be used. Throws `CallFailure`. */
  #usable(): NodeService {
    if (this.#isClosing) throw new CallFailure('SHUTTING_DOWN', 'the node is shutting down: use another one');
    if (this.#node === undefined) throw new CallFailure('FORMING', `the node is forming: waiting for ${this.#options.waitingFor()}`);
    return this.#node;
  }

  #beat(): void {
    for (const stream of this.#streams) stream.beat();
    if (this.#node !== undefined) this.#health.update(this.#node);
  }

  #addServices(): void {
    this.#health.addTo(this.#server);
    this.#server.addService(client.ledgerService, {
      submit: (call: ServerDuplexStream<Buffer, Buffer>) => this.#openStream((options) => new SubmitCall(call, options), call, 'submit'),
      tail: (call: ServerWritableStream<Buffer, Buffer>) =>
        this.#openStream((options) => new TailCall(call, { ...options, shared: (partition) => this.#sharedOf(partition) }), call, 'tail'),
      lookup: this.#unary('lookup', calls.lookUp),
      resolve: this.#unary('resolve', calls.resolve),
      committedOffset: this.#unary('committedOffset', calls.readCommittedOffset),
      describe: this.#unary('describe', calls.describe),
      digestAt: this.#unary('digestAt', calls.digestAt),
      readState: this.#unary('readState', calls.readState),
      takeSnapshot: this.#unary('takeSnapshot', calls.takeSnapshot),
      transferLeadership: this.#unary('transferLeadership', calls.transferLeadership),
      changeMembers: this.#unary('changeMembers', calls.changeMembers),
      listSnapshots: this.#unary('listSnapshots', calls.listSnapshots),
      verifySnapshots: this.#unary('verifySnapshots', calls.verifySnapshots),
      fetchSnapshot: this.#reading(openSnapshot, 'fetchSnapshot'),
      readEntries: this.#reading(openEntries, 'readEntries'),
    });
  }

  #reading(open: OpenReading, name: string) {
    return (call: ServerWritableStream<Buffer, Buffer>): void =>
      this.#openStream((options) => new ReadCall(call, { ...options, open }), call, name);
  }

  #openStream<T extends Stream>(
    make: (options: { node: () => NodeService; failed: (failure: CallFailure) => void; ended: () => void }) => T,
    call: { getPeer(): string },
    name: string,
  ): void {
    let hasEnded = false;
    let stream: T | undefined;
    stream = make({
      node: () => this.#usable(),
      failed: (failure) => this.#sayFailed(failure, call.getPeer(), name),
      ended: () => {
        hasEnded = true;
        if (stream !== undefined) this.#streams.delete(stream);
      },
    });
    if (!hasEnded) this.#streams.add(stream);
  }

  #sharedOf(partition: number): SharedMessages {
    let shared = this.#shared.get(partition);
    if (shared === undefined) {
      shared = new SharedMessages();
      this.#shared.set(partition, shared);
    }
    return shared;
  }

  #unary(name: string, serve: (node: NodeService, request: Buffer) => Buffer | Promise<Buffer>) {
    const answer = async (request: Buffer): Promise<Buffer> => serve(this.#usable(), request);
    return (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>): void => {
      answer(call.request).then(
        (response) => callback(null, response),
        (cause: unknown) => {
          const failure = failureOf(cause);
          this.#sayFailed(failure, call.getPeer(), name);
          callback(statusOf(failure));
        },
      );
    };
  }

  /** Only what somebody should look into: clients that call too early or by an old address are none of it. */
  #sayFailed(failure: CallFailure, remote: string, call: string): void {
    if (failure.code !== 'INVALID' && failure.code !== 'INTERNAL' && failure.code !== 'VERSION_SKEW' && failure.code !== 'WRONG_CLUSTER')
      return;
    this.#options.log({ kind: 'client-refused', remote, call, code: failure.code, detail: failure.message });
  }
}
