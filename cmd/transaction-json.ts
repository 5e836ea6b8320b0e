// The JSON of a committed transaction, the same for every command that prints one, and how keys and locks are written as text.
import type { CommittedTransaction, KeyInput, Lock } from '@ledgerline/client';
import { maybeText } from './bytes-text.ts';
import { deltaJson } from './delta-json.ts';
import { usageError } from './exit.ts';

/** A named key is its text; bytes that are not UTF-8, and generated keys, say what they are. */
export type KeyJson = string | { readonly base64: string } | { readonly generated: string };

export interface LockJson {
  readonly mode: Lock['mode'];
  /** Text; `nameBase64` instead when the bytes are not UTF-8. */
  readonly name?: string;
  readonly nameBase64?: string;
}

/** What the JSON of one committed transaction says beside its data. */
export interface TransactionJson {
  readonly partition: number;
  readonly offset: number;
  readonly index: number;
  readonly term: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly type: string;
  readonly header: number;
  readonly key: KeyJson;
  readonly locks: readonly LockJson[];
}

export function keyJson(key: KeyInput): KeyJson {
  if ('generated' in key) return { generated: Buffer.from(key.generated).toString('hex') };
  if (typeof key.named === 'string') return key.named;
  return maybeText(key.named) ?? { base64: Buffer.from(key.named).toString('base64') };
}

/** A key for a table cell. */
export function keyText(key: KeyInput): string {
  const json = keyJson(key);
  if (typeof json === 'string') return json;
  return 'generated' in json ? `generated ${json.generated}` : `base64 ${json.base64}`;
}

/** The key a caller typed: text, or with `generated` the 32 hexadecimal digits of a receipt. */
export function parseKey(text: string, options: { readonly generated: boolean }): KeyInput {
  if (!options.generated) return { named: text };
  if (!/^[0-9a-f]{32}$/i.test(text)) {
    throw usageError(
      `generated key '${text}' is not 32 hexadecimal digits`,
      'copy it from the key.generated of a receipt or of tail -o json',
    );
  }
  return { generated: Uint8Array.from(Buffer.from(text, 'hex')) };
}

/** Parses `MODE:NAME`. */
export function parseLock(text: string): Lock {
  const colon = text.indexOf(':');
  const mode = text.slice(0, colon);
  const name = text.slice(colon + 1);
  if (colon < 1 || (mode !== 'write' && mode !== 'read' && mode !== 'append')) {
    throw usageError(`lock '${text}' is not MODE:NAME`, 'MODE is write, read or append, e.g. --lock write:account/alice');
  }
  if (name === '') throw usageError(`lock '${text}' has no name`, 'write the name after the colon, e.g. --lock write:account/alice');
  return { mode, name };
}

/**
 * A transaction as one line of JSON: the fields of `TransactionJson`, then `deltas` if it has some, `data` when its bytes are JSON, else `dataBase64`. The data's own
 * text is kept, white space aside: a number with more digits than a double holds must come out as it went in.
 */
export function transactionJson(transaction: CommittedTransaction): string {
  const { partition, offset, index, term, timestamp, type, header } = transaction;
  const locks = transaction.locks.map(lockJson);
  const fields: TransactionJson = { partition, offset, index, term, timestamp, type, header, key: keyJson(transaction.key), locks };
  const content =
    transaction.deltas.length > 0 ? `"deltas":${JSON.stringify(transaction.deltas.map(deltaJson))}` : dataMember(transaction.data);
  return `${JSON.stringify(fields).slice(0, -1)},${content}}`;
}

function lockJson(lock: CommittedTransaction['locks'][number]): LockJson {
  const name = maybeText(lock.name);
  if (name === undefined) return { mode: lock.mode, nameBase64: Buffer.from(lock.name).toString('base64') };
  return { mode: lock.mode, name };
}

function dataMember(data: Uint8Array): string {
  const text = maybeText(data);
  if (text !== undefined && isJson(text)) return `"data":${withoutWhiteSpace(text)}`;
  return `"dataBase64":${JSON.stringify(Buffer.from(data).toString('base64'))}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Valid JSON with the white space between its tokens removed. */
function withoutWhiteSpace(json: string): string {
  return json.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g, '$1');
}

/** The data for a table cell: text when it is text, else its size. */
export function dataText(data: Uint8Array): string {
  return maybeText(data) ?? `(${data.length} bytes)`;
}
