// How a gRPC server of a node is set up: limits, keepalive and the HTTP/2 windows that it offers as a receiver.
import type { Http2Session } from 'node:http2';
import { Server, type ServerCredentials, type ServerOptions } from '@grpc/grpc-js';
import { CONNECTION_MEMORY_MIB, CONNECTION_STREAMS_MAX, HTTP2_WINDOW_BYTES, PEER_KEEPALIVE_MS } from '../consensus/limits.ts';

/** A port that could not be opened; `message` says which and what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** A server that accepts messages of up to `messageBytesMax` bytes. */
export function createServer(messageBytesMax: number): Server {
  const options: ServerOptions = {
    'grpc.max_receive_message_length': messageBytesMax,
    'grpc.max_send_message_length': messageBytesMax,
    'grpc.max_concurrent_streams': CONNECTION_STREAMS_MAX,
    'grpc-node.max_session_memory': CONNECTION_MEMORY_MIB,
    'grpc.keepalive_time_ms': 5 * PEER_KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': 2 * PEER_KEEPALIVE_MS,
    'grpc.enable_channelz': 0,
  };
  const server = new Server(options);
  widenWindows(server);
  return server;
}

/**
 * Makes every HTTP/2 session of the server offer `HTTP2_WINDOW_BYTES` per stream and per connection. grpc-js 1.14 has an option for that on
 * clients and none on servers, so this hooks the one place where it makes its HTTP/2 servers; a test holds the window that results.
 */
function widenWindows(server: Server): void {
  const create: unknown = Reflect.get(server, 'createHttp2Server');
  if (typeof create !== 'function') return;
  Reflect.set(server, 'createHttp2Server', (credentials: ServerCredentials): unknown => {
    const http2Server: unknown = create.call(server, credentials);
    if (hasListeners(http2Server)) http2Server.on('session', widenSession);
    return http2Server;
  });
}

function hasListeners(value: unknown): value is { on(event: 'session', listener: (session: Http2Session) => void): void } {
  return typeof value === 'object' && value !== null && 'on' in value && typeof value.on === 'function';
}

function widenSession(session: Http2Session): void {
  session.settings({ initialWindowSize: HTTP2_WINDOW_BYTES });
  session.setLocalWindowSize(HTTP2_WINDOW_BYTES);
}

/** Listens at `host:port` (port 0: any) and returns the port. Throws `ListenError`. */
export function listen(server: Server, address: string, credentials: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => {
      if (error === null) resolve(port);
      else reject(new ListenError(listenAdvice(address, error), { cause: error }));
    });
  });
}

function listenAdvice(address: string, error: Error): string {
  if (error.message.includes('EADDRINUSE')) return `${address} is in use: stop what listens there, or configure another port`;
  if (error.message.includes('EACCES')) return `${address} may not be opened by this user: configure a port above 1023`;
  if (/EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|resolved/.test(error.message)) {
    return `${address} is no address of this machine: listen on one that is, or on 0.0.0.0, and advertise the other`;
  }
  return `cannot listen on ${address}: ${error.message}`;
}

/** Ends a server: lets calls finish for up to `graceMs`, then cuts them off. */
export function shutDown(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.forceShutdown(), graceMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
