// How client and node introduce themselves, and which versions of the client protocol this code speaks.

/** The versions that this code speaks, inclusive. */
export const PROTOCOL_MIN = 1;
export const PROTOCOL_MAX = 1;

export interface ClientHello {
  /** Cluster id; `undefined` on first contact. */
  readonly cluster: string | undefined;
  readonly protocolMin: number;
  readonly protocolMax: number;
  readonly client: string;
}

export interface ServerHello {
  readonly cluster: string;
  readonly node: string;
  readonly incarnation: string;
  readonly protocol: number;
}

/** The version to speak with the other side: the highest that both know, or `undefined`. */
export function commonProtocol(other: { readonly protocolMin: number; readonly protocolMax: number }): number | undefined {
  const highest = Math.min(PROTOCOL_MAX, other.protocolMax);
  return highest >= Math.max(PROTOCOL_MIN, other.protocolMin) ? highest : undefined;
}

/** Trailer of a failed call: one of `StatusCode`. */
export const CODE_TRAILER = 'ledgerline-code';
/** Trailer beside `COMPACTED`: the first offset that can still be read. */
export const OFFSET_TRAILER = 'ledgerline-offset';
/** The same of a stream of entries: the first index. */
export const INDEX_TRAILER = 'ledgerline-index';
/** Trailers beside `COMPACTED`: index and last offset of the node's newest snapshot, if it has one. */
export const SNAPSHOT_INDEX_TRAILER = 'ledgerline-snapshot-index';
export const SNAPSHOT_OFFSET_TRAILER = 'ledgerline-snapshot-offset';

/** What a node says in `CODE_TRAILER` when a call fails without an answer. */
export type StatusCode =
  | 'WRONG_CLUSTER'
  | 'VERSION_SKEW'
  | 'UNKNOWN_PARTITION'
  | 'UNKNOWN_SNAPSHOT'
  | 'INVALID'
  | 'COMPACTED'
  | 'SHUTTING_DOWN'
  | 'OVERLOADED';

/** A node sends a heartbeat at least this often on every stream, milliseconds. */
export const HEARTBEAT_MS = 250;
/** Largest message that either side accepts, bytes: one batch of 8 MiB and room for its frame. */
export const MESSAGE_BYTES_MAX = 9 * 1024 * 1024;
/** Longest that a node lets a read of the state wait for what it asks for, milliseconds. */
export const STATE_WAIT_MS_MAX = 10_000;
/** HTTP/2 window that either side should offer, bytes (DESIGN §7: 64 KiB halves the throughput). */
export const FLOW_CONTROL_WINDOW_BYTES = 8 * 1024 * 1024;
