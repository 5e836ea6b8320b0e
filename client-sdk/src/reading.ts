// Streams that answer one request and end: a snapshot's bytes, a range of entries. Resumes after a failure where it was, on another node if need be, until
// nothing has come for the time of a call.
import type { ClientReadableStream } from '@grpc/grpc-js';
import type { CallOptions } from './api.ts';
import { type NodeConnection, type ReadingMethod, TransportError, transportError } from './connection.ts';
import { LedgerlineError } from './errors.ts';
import type { ServerHello } from './hello.ts';
import { NodeChoice } from './node-choice.ts';
import { CallScope, type ClientContext } from './scope.ts';

/** A stream without a message for so long belongs to a node that is paused or cut off: heartbeats come four times a second, between pieces of 256 KiB. */
const SILENCE_MS = 5_000;

/** What is read, and how far. */
export interface Reading<T> {
  readonly method: ReadingMethod;
  /** From where the reading is now. */
  request(): Buffer;
  /** Takes a message and moves on; `item` is `undefined` for a heartbeat. Throws WireError or LedgerlineError. */
  take(bytes: Buffer): { readonly hello: ServerHello | undefined; readonly item: T | undefined };
  /** Whether a stream that ends now has given everything. */
  isComplete(): boolean;
}

export interface ReadingOptions extends CallOptions {
  readonly partition: number;
  readonly node: string | undefined;
}

/** The items of a reading, in order. Rejects with LedgerlineError. `deadlineMs` is the longest time without an item. */
export async function* readAll<T>(context: ClientContext, reading: Reading<T>, options: ReadingOptions): AsyncGenerator<T, void> {
  const choice = new NodeChoice(context.cluster, options.node);
  let scope = new CallScope(context, options, options);
  try {
    for (let failures = 0; !reading.isComplete(); failures++) {
      if (failures > 0) await scope.backoff(failures);
      scope.check();
      const connection = await choice.next();
      if (connection === undefined) continue;
      scope.attempts++;
      const stream = new MessageStream(connection, reading);
      try {
        for (let bytes = await stream.next(scope); bytes !== undefined; bytes = await stream.next(scope)) {
          const item = take(bytes, { context, connection, reading, node: options.node });
          if (item === undefined) continue;
          scope.dispose();
          yield item;
          scope = new CallScope(context, options, options);
          failures = 0;
        }
        if (!reading.isComplete()) throw new TransportError(connection.address, 'the node ended the stream');
      } catch (cause) {
        scope.check();
        const terminal = terminalError(cause);
        if (terminal !== undefined) throw terminal;
        scope.lastFailure = cause;
        context.cluster.noteFailure(connection, cause);
      } finally {
        stream.close();
      }
    }
  } finally {
    scope.dispose();
  }
}

interface Source<T> {
  readonly context: ClientContext;
  readonly connection: NodeConnection;
  readonly reading: Reading<T>;
  readonly node: string | undefined;
}

function take<T>(bytes: Buffer, { context, connection, reading, node }: Source<T>): T | undefined {
  const { hello, item } = reading.take(bytes);
  if (hello !== undefined) {
    const { node: found } = context.cluster.learnHello(connection, hello);
    if (node !== undefined && found !== node) throw new TransportError(connection.address, `node ${found} answers here, not ${node}`);
  }
  return item;
}

/** The error that another attempt cannot help. */
function terminalError(cause: unknown): LedgerlineError | undefined {
  if (cause instanceof LedgerlineError) return cause;
  const { code, offset, index, snapshot, message } = transportError('node', cause);
  if (code === 'COMPACTED') return new LedgerlineError('COMPACTED', message, { offset: offset ?? index, snapshot, cause });
  if (code === 'UNKNOWN_PARTITION' || code === 'UNKNOWN_SNAPSHOT') return new LedgerlineError(code, message, { cause });
  return code === 'INVALID' ? new LedgerlineError('PROTOCOL', message, { cause }) : undefined;
}

/** The messages of one stream, pulled. */
class MessageStream {
  readonly #stream: ClientReadableStream<Buffer>;
  readonly #iterator: AsyncIterator<Buffer>;

  constructor(connection: NodeConnection, reading: { readonly method: ReadingMethod; request(): Buffer }) {
    this.#stream = connection.openReading(reading.method, reading.request());
    // A stream that is cancelled fails once more, when nobody listens any longer.
    this.#stream.on('error', () => undefined);
    this.#iterator = this.#stream[Symbol.asyncIterator]();
  }

  /** `undefined` at the end. Rejects when the node falls silent or the call is over. */
  async next(scope: CallScope): Promise<Buffer | undefined> {
    const cancel = (): void => this.#stream.cancel();
    const timer = setTimeout(cancel, SILENCE_MS);
    scope.signal.addEventListener('abort', cancel);
    try {
      const { value, done } = await this.#iterator.next();
      return done ? undefined : value;
    } finally {
      clearTimeout(timer);
      scope.signal.removeEventListener('abort', cancel);
    }
  }

  close(): void {
    this.#stream.cancel();
  }
}
