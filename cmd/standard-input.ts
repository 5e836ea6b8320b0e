// Standard input as one piece of data.
import { usageError } from './exit.ts';

/** A transaction is at most 4 MiB in any cluster: more than that on standard input is a mistake. */
const STANDARD_INPUT_BYTES_MAX = 4 * 1024 * 1024;

export async function readStandardInput(): Promise<Uint8Array> {
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
