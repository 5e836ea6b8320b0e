// Where the durable logs of a node end, as it says when it opens a stream, and what it shows of a disk that was rolled back (ARCHITECTURE.md "Disks that forget"). Pure; who remembers what was
// acknowledged is node/acknowledged-logs.ts, who asks is rpc.
import { assert } from './assert.ts';

/** What a node says of its logs. */
export interface LogEnds {
  /** 16 hexadecimal digits: another one with each start of the process. */
  readonly run: string;
  /** By partition, from 1 on: index of the last durable entry, or of the claim if that is higher; `Number.MAX_SAFE_INTEGER`: nobody knows how far. */
  readonly indexes: readonly number[];
}

/** A log ends before what was acknowledged, and is committed. */
export interface Rollback {
  readonly partition: number;
  readonly lastIndex: number;
  readonly acknowledgedIndex: number;
}

export function isRun(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

/** The first of the logs that ends before what is remembered of it. `acknowledged`: by partition, as `indexes`; 0: nothing is remembered. */
export function rollbackIn(acknowledged: readonly number[], indexes: readonly number[]): Rollback | undefined {
  assert(acknowledged.length === indexes.length, 'every node hosts every partition');
  for (const [at, lastIndex] of indexes.entries()) {
    const acknowledgedIndex = acknowledged[at] ?? 0;
    if (lastIndex < acknowledgedIndex) return { partition: at + 1, lastIndex, acknowledgedIndex };
  }
  return undefined;
}
