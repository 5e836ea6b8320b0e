// The peer port: answers introductions, and takes the streams of other nodes once this node has formed. Every stream is judged by its
// hello, every message by the sender that the hello proved; what breaks a rule ends its own stream, with a reason on both sides, and
// disturbs nothing else.
import { Metadata, type Server, type ServerCredentials, type ServerReadableStream, type sendUnaryData } from '@grpc/grpc-js';
import {
  PEER_FRAME_BYTES_MAX,
  PEER_HELLO_BYTES_MAX,
  PEER_HELLO_TIMEOUT_MS,
  PEER_REFUSALS_SAID_MAX,
  PEER_REQUESTS_PENDING_MAX,
  SERVER_CLOSE_MS,
} from '../consensus/limits.ts';
import type { PeerMessage } from '../consensus/messages.ts';
import type { PeerRequestHandler } from '../consensus/ports.ts';
import type { NodeId } from '../consensus/types.ts';
import type { LaneName, LogRpc, PeerRefusal } from './events.ts';
import { answerPeer } from './peer-answers.ts';
import { decodeFrame } from './peer-codec.ts';
import { type Judgement, judge, judgeStart, type LogFacts, type MembershipFacts } from './peer-judge.ts';
import { type AskReply, decodeAsk, encodeAskReply } from './peer-requests-codec.ts';
import {
  ACCEPTED_METADATA,
  decodeIntroduction,
  decodeStreamStart,
  encodeIntroduceReply,
  encodeStreamEnd,
  type IntroduceReply,
  type Introduction,
  newsOf,
  type PeerHello,
  peerService,
  protocolRefusal,
  type StreamStart,
} from './peer-service.ts';
import { createServer, listen, shutDown } from './server-options.ts';
import { ProtocolError } from './wire-numbers.ts';

export interface PeerServerOptions {
  /** host:port to listen on; port 0: any. */
  readonly address: string;
  readonly credentials: ServerCredentials;
  readonly log: LogRpc;
  /** Answers a node that introduces itself, before and after this one has formed. */
  readonly introduce: (introduction: Introduction) => IntroduceReply;
  /** What this node waits for while it has not formed, for those who dial too early. */
  readonly waitingFor: () => string;
}

/** What a formed node judges streams and questions by, and who takes them. */
export interface ServedNode extends MembershipFacts, LogFacts {
  /** Takes the messages of proven peers, in their order per stream. What it throws is a programmer's error. */
  readonly receive: (from: NodeId, message: PeerMessage) => void;
  /** Answers the questions of proven peers about partitions 1 to `partitions`, also before these take part. */
  /** A stream of a node was accepted that the book does not name: answers go to the addresses in its hello. */
  readonly onStranger: (hello: PeerHello) => void;
  /** The last stream of such a node ended. */
  readonly onStrangerGone: (hello: PeerHello) => void;
  readonly answers?: { readonly partitions: number; readonly handler: PeerRequestHandler };
}

type StreamCall = ServerReadableStream<Buffer, Buffer>;

export class PeerServer {
  readonly #server: Server;
  readonly #options: PeerServerOptions;
  readonly #streams = new Map<string, PeerStream>();
  readonly #said = new Map<string, string>();
  /** Those who were strangers when they were accepted, with the hello of their newest stream. */
  readonly #strangers = new Map<NodeId, PeerHello>();
  #served: ServedNode | undefined;
  #pendingRequests = 0;
  #port = 0;

  private constructor(server: Server, options: PeerServerOptions) {
    this.#server = server;
    this.#options = options;
  }

  /** Listens. Until `serve` it only answers introductions. Throws `ListenError`. */
  static async listen(options: PeerServerOptions): Promise<PeerServer> {
    const server = createServer(PEER_FRAME_BYTES_MAX);
    const peerServer = new PeerServer(server, options);
    server.addService(peerService, {
      introduce: (call: { request: Buffer; getPeer(): string }, callback: sendUnaryData<Buffer>) => {
        callback(null, encodeIntroduceReply(peerServer.#introduce(call.request, call.getPeer())));
      },
      ask: (call: { request: Buffer; getPeer(): string }, callback: sendUnaryData<Buffer>) => {
        void peerServer.#ask(call.request, call.getPeer()).then((reply) => callback(null, encodeAskReply(reply)));
      },
      control: (call: StreamCall, callback: sendUnaryData<Buffer>) => peerServer.#open('control', call, callback),
      bulk: (call: StreamCall, callback: sendUnaryData<Buffer>) => peerServer.#open('bulk', call, callback),
    });
    peerServer.#port = await listen(server, options.address, options.credentials);
    return peerServer;
  }

  get port(): number {
    return this.#port;
  }

  /** From now on takes the streams and questions of the other members. Once only. */
  serve(served: ServedNode): void {
    this.#served = served;
  }

  /** The view is another one: every open stream is judged anew by its hello, and ends if it would be refused now. */
  membersChanged(): void {
    for (const stream of [...this.#streams.values()]) {
      const { hello } = stream;
      const judged = hello === undefined ? undefined : this.#judge(hello);
      if (judged?.kind === 'refused') stream.end(judged.refusal);
      else if (hello !== undefined && judged?.isStranger === true) this.#meet(hello);
    }
  }

  /** Ends all streams and stops listening. */
  async close(): Promise<void> {
    for (const stream of this.#streams.values()) stream.end({ code: 'REPLACED', detail: 'the node is shutting down' });
    await shutDown(this.#server, SERVER_CLOSE_MS);
  }

  #introduce(request: Buffer, remote: string): IntroduceReply {
    let introduction: Introduction;
    try {
      introduction = decodeIntroduction(request);
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
      const refusal: PeerRefusal = { code: 'MALFORMED', detail: `the introduction cannot be read: ${cause.message}` };
      this.#sayRefused('?', remote, refusal);
      return { kind: 'refused', refusal };
    }
    const refusal = protocolRefusal(introduction);
    if (refusal === undefined) return this.#options.introduce(introduction);
    this.#sayRefused(introduction.hello.node, remote, refusal);
    return { kind: 'refused', refusal };
  }

  /** Rejects only for a programmer's error. */
  async #ask(request: Buffer, remote: string): Promise<AskReply> {
    let asked: ReturnType<typeof decodeAsk>;
    try {
      asked = decodeAsk(request);
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
      return this.#refuseQuestion('?', remote, { code: 'MALFORMED', detail: `the question cannot be read: ${cause.message}` });
    }
    const { hello, question } = asked;
    const judged = this.#judge(hello);
    if (judged.kind === 'refused') return this.#refuseQuestion(hello.node, remote, judged.refusal);
    const answers = this.#served?.answers;
    if (answers === undefined) return { kind: 'failed', detail: 'the node does not answer yet' };
    if (question.partition > answers.partitions) {
      const detail = `partition ${question.partition} of ${answers.partitions}`;
      return this.#refuseQuestion(hello.node, remote, { code: 'MALFORMED', detail });
    }
    if (this.#pendingRequests >= PEER_REQUESTS_PENDING_MAX) {
      return { kind: 'failed', detail: `the node is answering ${PEER_REQUESTS_PENDING_MAX} others` };
    }
    this.#pendingRequests++;
    try {
      return await answerPeer(question, answers.handler);
    } finally {
      this.#pendingRequests--;
    }
  }

  #refuseQuestion(node: string, remote: string, refusal: PeerRefusal): AskReply {
    if (refusal.code !== 'FORMING') this.#sayRefused(node, remote, refusal);
    return { kind: 'refused', refusal };
  }

  #open(lane: LaneName, call: StreamCall, callback: sendUnaryData<Buffer>): void {
    const stream = new PeerStream(call, callback, {
      accept: (start) => this.#accept(lane, start, stream),
      message: (from, message) => this.#served?.receive(from, message),
      ended: (hello, refusal) => this.#handleEnded(lane, hello, stream, refusal),
    });
  }

  /** Why not, or `undefined` after the stream took the place of an older one of the same node. */
  #accept(lane: LaneName, start: StreamStart, stream: PeerStream): PeerRefusal | undefined {
    const { hello } = start;
    const judged = this.#judge(hello);
    if (judged.kind === 'refused') return judged.refusal;
    const refusal = this.#served === undefined ? undefined : judgeStart(start, this.#served);
    if (refusal !== undefined) return refusal;
    const key = `${lane} ${hello.node}`;
    const older = this.#streams.get(key);
    this.#streams.set(key, stream);
    older?.end(REPLACED_BY_NEWER);
    this.#said.delete(saidKey(hello.node, stream.remote));
    this.#options.log({ kind: 'peer-accepted', node: hello.node, lane, remote: stream.remote });
    if (judged.isStranger) this.#meet(hello);
    return undefined;
  }

  /** Whether this node talks to whoever said this hello. */
  #judge(hello: PeerHello): Judgement {
    if (this.#served !== undefined) return judge(hello, this.#served);
    return { kind: 'refused', refusal: { code: 'FORMING', detail: `the node is forming: waiting for ${this.#options.waitingFor()}` } };
  }

  #handleEnded(lane: LaneName, hello: PeerHello | undefined, stream: PeerStream, refusal: PeerRefusal | undefined): void {
    const key = `${lane} ${hello?.node ?? ''}`;
    if (this.#streams.get(key) === stream) this.#streams.delete(key);
    if (hello !== undefined) this.#maybeForget(hello);
    if (refusal === undefined || refusal.code === 'REPLACED' || refusal.code === 'FORMING') return;
    this.#sayRefused(hello?.node ?? '?', stream.remote, refusal);
  }

  #meet(stranger: PeerHello): void {
    this.#strangers.set(stranger.node, stranger);
    this.#served?.onStranger(stranger);
  }

  #maybeForget({ node }: PeerHello): void {
    const stranger = this.#strangers.get(node);
    if (stranger === undefined || [...this.#streams.values()].some(({ hello }) => hello?.node === node)) return;
    this.#strangers.delete(node);
    this.#served?.onStrangerGone(stranger);
  }

  /** Logged when it changes, by who it claims to be and where it comes from; not once an attempt. */
  #sayRefused(node: string, remote: string, refusal: PeerRefusal): void {
    const key = saidKey(node, remote);
    if (this.#said.get(key) === newsOf(refusal)) return;
    if (this.#said.size >= PEER_REFUSALS_SAID_MAX) this.#said.clear();
    this.#said.set(key, newsOf(refusal));
    this.#options.log({ kind: 'peer-refused', node, remote, refusal });
  }
}

const REPLACED_BY_NEWER: PeerRefusal = { code: 'REPLACED', detail: 'a newer stream of the same node replaced this one' };

/** By node and host: ports change with every attempt. */
function saidKey(node: string, remote: string): string {
  return `${node} ${remote.replace(/:\d+$/, '')}`;
}

interface StreamOwner {
  readonly accept: (start: StreamStart) => PeerRefusal | undefined;
  readonly message: (from: NodeId, message: PeerMessage) => void;
  /** Once, however the stream ended; with a refusal if it was this side's doing. */
  readonly ended: (hello: PeerHello | undefined, refusal: PeerRefusal | undefined) => void;
}

/** One incoming stream: a hello, then frames. */
class PeerStream {
  readonly remote: string;
  readonly #call: StreamCall;
  readonly #callback: sendUnaryData<Buffer>;
  readonly #owner: StreamOwner;
  readonly #helloTimer: NodeJS.Timeout;
  #hello: PeerHello | undefined;
  #hasEnded = false;

  constructor(call: StreamCall, callback: sendUnaryData<Buffer>, owner: StreamOwner) {
    this.remote = call.getPeer();
    this.#call = call;
    this.#callback = callback;
    this.#owner = owner;
    this.#helloTimer = setTimeout(() => {
      this.end({ code: 'MALFORMED', detail: `no Hello within ${PEER_HELLO_TIMEOUT_MS} ms` });
    }, PEER_HELLO_TIMEOUT_MS);
    call.on('data', (bytes: Buffer) => this.#handleFrame(bytes));
    call.on('end', () => this.end(undefined));
    call.on('cancelled', () => this.end(undefined));
    // Whatever it was, the stream is over; `cancelled` or `end` follows or came before.
    call.on('error', () => this.end(undefined));
  }

  /** What the stream began with, once it has. */
  get hello(): PeerHello | undefined {
    return this.#hello;
  }

  /** Ends the stream and tells the other side why. Later frames are ignored. */
  end(refusal: PeerRefusal | undefined): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearTimeout(this.#helloTimer);
    this.#callback(null, encodeStreamEnd(refusal));
    this.#owner.ended(this.#hello, refusal);
  }

  #handleFrame(bytes: Buffer): void {
    if (this.#hasEnded) return;
    try {
      if (this.#hello === undefined) this.#handleHello(bytes);
      else for (const message of this.#read(bytes, this.#hello)) this.#owner.message(message.message.from, message);
    } catch (cause) {
      if (!(cause instanceof ProtocolError)) throw cause;
      this.end({ code: 'MALFORMED', detail: `a frame broke the peer protocol: ${cause.message}` });
    }
  }

  #handleHello(bytes: Buffer): void {
    if (bytes.length > PEER_HELLO_BYTES_MAX) throw new ProtocolError(`a first frame of ${bytes.length} bytes`);
    const start = decodeStreamStart(bytes);
    clearTimeout(this.#helloTimer);
    this.#hello = start.hello;
    const refusal = this.#owner.accept(start);
    if (refusal !== undefined) {
      this.end(refusal);
      return;
    }
    const accepted = new Metadata();
    accepted.set(ACCEPTED_METADATA, '1');
    this.#call.sendMetadata(accepted);
  }

  /** All messages of a frame, or none of them. */
  #read(bytes: Buffer, hello: PeerHello): PeerMessage[] {
    const messages = decodeFrame(bytes);
    for (const { message } of messages) {
      if (message.from !== hello.node) throw new ProtocolError(`a message from ${message.from} on the stream of ${hello.node}`);
      if (message.to !== hello.to) throw new ProtocolError(`a message to ${message.to} on a stream to ${hello.to}`);
    }
    return messages;
  }
}
