// What the tests of the client port share: a server on loopback over a fake node, and a raw client that shows every message and status.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import {
  Client,
  type ClientDuplexStream,
  type ClientReadableStream,
  credentials,
  type Metadata,
  ServerCredentials,
  type ServiceError,
} from '@grpc/grpc-js';
import * as sdk from '@ledgerline/client/internal';
import { ClientServer } from '../../../rpc/client-server.ts';
import type { RpcEvent } from '../../../rpc/events.ts';
import { FakeNode, type FakePartition } from './fake-node.ts';

export const HELLO: sdk.ClientHello = { cluster: undefined, protocolMin: 1, protocolMax: 1, client: 'test' };

export interface World {
  readonly node: FakeNode;
  readonly partition: FakePartition;
  readonly server: ClientServer;
  readonly client: Client;
  readonly events: RpcEvent[];
}

export async function worldOf(t: TestContext, options: { serves?: boolean } = {}): Promise<World> {
  const node = new FakeNode();
  const events: RpcEvent[] = [];
  const server = await ClientServer.listen({
    address: '127.0.0.1:0',
    credentials: ServerCredentials.createInsecure(),
    log: (event) => events.push(event),
    waitingFor: () => 'n2',
  });
  if (options.serves !== false) server.serve(node);
  const client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.enable_retries': 0,
    'grpc.max_receive_message_length': sdk.MESSAGE_BYTES_MAX,
  });
  t.after(async () => {
    client.close();
    await server.close();
  });
  const [partition] = node.partitions;
  return { node, partition: partition ?? assert.fail(), server, client, events };
}

export interface Failure {
  readonly status: number;
  readonly code: string | undefined;
  readonly offset: string | undefined;
  readonly details: string;
}

export function failureOf(error: ServiceError): Failure {
  const trailer = (metadata: Metadata, key: string): string | undefined => metadata.get(key)[0]?.toString();
  return {
    status: error.code,
    code: trailer(error.metadata, sdk.CODE_TRAILER),
    offset: trailer(error.metadata, sdk.OFFSET_TRAILER),
    details: error.details,
  };
}

export interface Stream<T> {
  readonly messages: T[];
  /** `undefined` if it ended well. */
  readonly ended: Promise<Failure | undefined>;
  next(count: number): Promise<void>;
}

export function observe<T>(
  call: ClientReadableStream<Buffer> | ClientDuplexStream<Buffer, Buffer>,
  decode: (bytes: Uint8Array) => T,
): Stream<T> {
  const messages: T[] = [];
  let wake: () => void = () => undefined;
  let isOver = false;
  const ended = new Promise<Failure | undefined>((resolve) => {
    const finish = (failure: Failure | undefined): void => {
      isOver = true;
      resolve(failure);
      wake();
    };
    call.on('data', (bytes: Buffer) => {
      messages.push(decode(bytes));
      wake();
    });
    call.on('error', (error: ServiceError) => finish(failureOf(error)));
    call.on('end', () => setImmediate(() => finish(undefined)));
  });
  const next = async (count: number): Promise<void> => {
    while (messages.length < count) {
      assert.ok(!isOver, `the stream ended after ${messages.length} messages`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { messages, ended, next };
}

export function openSubmit({ client }: World) {
  const { path, requestSerialize, responseDeserialize } = sdk.ledgerService.submit;
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  return { call, ...observe(call, sdk.decodeSubmitResponse) };
}

/** Any stream that answers one request. */
export function openReading<T>(
  { client }: World,
  name: 'fetchSnapshot' | 'readEntries',
  options: { request: Buffer; decode: (bytes: Uint8Array) => T },
) {
  const { path, requestSerialize, responseDeserialize } = sdk.ledgerService[name];
  const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, options.request);
  return { call, ...observe(call, options.decode) };
}

export function openTail({ client }: World, request: Partial<sdk.TailRequest>) {
  const { path, requestSerialize, responseDeserialize } = sdk.ledgerService.tail;
  const message = sdk.encodeTailRequest({ hello: HELLO, partition: 1, fromOffset: 1, toOffset: undefined, ...request });
  const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, message);
  return { call, ...observe(call, sdk.decodeTailMessage) };
}

export function callUnary({ client }: World, name: keyof typeof sdk.ledgerService, request: Buffer): Promise<Buffer> {
  const { path, requestSerialize, responseDeserialize } = sdk.ledgerService[name];
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, value) => {
      if (error === null) resolve(value ?? Buffer.alloc(0));
      else reject(error);
    });
  });
}

export function transactionOf(number: number, changes: Partial<sdk.TransactionFields> = {}): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(number, 12);
  return sdk.encodeTransaction({
    type: 'transfer.v1',
    header: 0,
    locks: [],
    key: { kind: 'generated', bytes },
    seen: undefined,
    data: Buffer.from(`data ${number}`),
    ...changes,
  });
}

export function submitRequest(firstId: number, transactions: readonly Uint8Array[], changes: Partial<sdk.SubmitRequest> = {}): Buffer {
  return sdk.encodeSubmitRequest({ hello: firstId === 1 ? HELLO : undefined, partition: 1, firstId, transactions, ...changes });
}

export function resultsOf(messages: readonly sdk.SubmitResponse[]): sdk.IdentifiedResult[] {
  return messages.flatMap(({ results }) => results);
}

export async function until(condition: () => boolean, what: string, ms = 5_000): Promise<void> {
  const end = performance.now() + ms;
  while (!condition()) {
    assert.ok(performance.now() < end, `${what}: not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
