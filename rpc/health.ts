// grpc.health.v1 on the client port, for orchestrators. Three names: `liveness` is SERVING while the process answers; `` (the whole
// server) once the node has formed; `readiness` while it knows the leader of every partition. Lost quorum must not get a node restarted.
import {
  type MethodDefinition,
  type Server,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { grpc } from '#gen/health.js';
import type { NodeService } from '../consensus/service.ts';

const wire = grpc.health.v1;
type Request = grpc.health.v1.HealthCheckRequest;
type Answer = grpc.health.v1.HealthCheckResponse;
type List = grpc.health.v1.HealthListResponse;

/** The wire's numbers. */
const SERVING_STATUS = wire.HealthCheckResponse.ServingStatus;
type ServingStatus = grpc.health.v1.HealthCheckResponse.ServingStatus;
const { SERVING, NOT_SERVING, SERVICE_UNKNOWN } = SERVING_STATUS;

/** A message of the protocol, as pbjs generates it. */
interface Message<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

function method<Asked, Answered>(
  name: string,
  messages: { readonly request: Message<Asked>; readonly response: Message<Answered>; readonly responseStream?: boolean },
): MethodDefinition<Asked, Answered> {
  const { request, response, responseStream = false } = messages;
  return {
    path: `/grpc.health.v1.Health/${name}`,
    requestStream: false,
    responseStream,
    requestSerialize: (message) => Buffer.from(request.encode(message).finish()),
    requestDeserialize: (bytes) => request.decode(bytes),
    responseSerialize: (message) => Buffer.from(response.encode(message).finish()),
    responseDeserialize: (bytes) => response.decode(bytes),
  };
}

/** The service of `health.proto`. */
export const healthService = {
  check: method<Request, Answer>('Check', { request: wire.HealthCheckRequest, response: wire.HealthCheckResponse }),
  watch: method<Request, Answer>('Watch', { request: wire.HealthCheckRequest, response: wire.HealthCheckResponse, responseStream: true }),
  list: method<object, List>('List', { request: wire.HealthListRequest, response: wire.HealthListResponse }),
};

export class HealthService {
  readonly #statuses = new Map<string, ServingStatus>([
    ['liveness', SERVING],
    ['', NOT_SERVING],
    ['readiness', NOT_SERVING],
  ]);
  /** Calls of `Watch`, and the name that each asks about. */
  readonly #watchers = new Map<ServerWritableStream<Request, Answer>, string>();

  addTo(server: Server): void {
    server.addService(healthService, {
      check: (call: ServerUnaryCall<Request, Answer>, callback: sendUnaryData<Answer>) => {
        const found = this.#statuses.get(call.request.service);
        if (found !== undefined) callback(null, answerOf(found));
        else callback({ code: status.NOT_FOUND, details: `no service '${call.request.service}'; there are ${this.#names()}` });
      },
      watch: (call: ServerWritableStream<Request, Answer>) => {
        const { service } = call.request;
        this.#watchers.set(call, service);
        for (const end of ['cancelled', 'close', 'error']) call.on(end, () => this.#watchers.delete(call));
        call.write(answerOf(this.#statuses.get(service) ?? SERVICE_UNKNOWN));
      },
      list: (_call: ServerUnaryCall<object, List>, callback: sendUnaryData<List>) => {
        const statuses = Object.fromEntries([...this.#statuses].map(([name, found]) => [name, answerOf(found)]));
        callback(null, wire.HealthListResponse.create({ statuses }));
      },
    });
  }

  formed(): void {
    this.#set('', SERVING);
  }

  /** Looks at the node's partitions; cheap enough for every heartbeat. */
  update(node: NodeService): void {
    let isReady = true;
    for (let number = 1; number <= node.genesis.partitions && isReady; number++) {
      isReady = node.partition(number)?.status().leader !== undefined;
    }
    this.#set('readiness', isReady ? SERVING : NOT_SERVING);
  }

  stopping(): void {
    this.#set('', NOT_SERVING);
    this.#set('readiness', NOT_SERVING);
  }

  #set(service: string, now: ServingStatus): void {
    if (this.#statuses.get(service) === now) return;
    this.#statuses.set(service, now);
    for (const [call, name] of this.#watchers) if (name === service) call.write(answerOf(now));
  }

  #names(): string {
    return [...this.#statuses.keys()].map((name) => `'${name}'`).join(', ');
  }
}

function answerOf(found: ServingStatus): Answer {
  return wire.HealthCheckResponse.create({ status: found });
}
