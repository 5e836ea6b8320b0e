// Standard input as one piece of data.
import { addAbortSignal } from 'node:stream';
import { usageError } from './exit.ts';

/** A transaction is at most 4 MiB in any cluster: more than that on standard input is a mistake. */
const STANDARD_INPUT_BYTES_MAX = 4 * 1024 * 1024;

/** All of it. Rejects with an AbortError when the signal is aborted. */
export async function readStandardInput(signal: AbortSignal): Promise<Uint8Array> {
  addAbortSignal(signal, process.stdin);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > STANDARD_INPUT_BYTES_MAX)
      throw usageError('standard input is larger than any transaction may be', 'use import for many transactions');
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}
