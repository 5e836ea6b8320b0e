// The chain digest: what makes two nodes' histories comparable by 32 bytes. Layout in FORMAT.md ("Chain digest").
import { createHash } from 'node:crypto';
import type { ChainDigest } from '../consensus/ports.ts';
import type { Entry } from '../consensus/types.ts';
import { setUint64, viewOf } from './bytes.ts';
import { codeOfType } from './entry-codes.ts';
import type { FrameHeader } from './frame.ts';

export const DIGEST_BYTES = 32;
const DOMAIN = 'LLENTRY1';
const PREFIX_BYTES = 88;

/** The digest before index 1. */
export function zeroDigest(): Uint8Array {
  return new Uint8Array(DIGEST_BYTES);
}

/** SHA-256 over the previous digest, the entry's place and fields, and its payload. */
export const chainDigest: ChainDigest = (previousDigest, index, body) => {
  const prefix = new Uint8Array(PREFIX_BYTES);
  const view = viewOf(prefix);
  for (let at = 0; at < DOMAIN.length; at++) prefix[at] = DOMAIN.charCodeAt(at);
  prefix.set(previousDigest, 8);
  setUint64(view, 40, index);
  setUint64(view, 48, body.term);
  setUint64(view, 56, body.firstOffset);
  setUint64(view, 64, body.timestamp);
  view.setUint32(72, body.count, true);
  view.setUint32(76, body.payload.length, true);
  prefix[80] = codeOfType(body.type);
  return new Uint8Array(createHash('sha256').update(prefix).update(body.payload).digest());
};

/** The entry of a frame whose payload was checked; its digest is computed anew. */
export function entryOf(header: FrameHeader, payload: Uint8Array): Entry {
  const { index, term, type, timestamp, firstOffset, count, previousDigest } = header;
  const body = { term, type, timestamp, firstOffset, count, payload };
  return { index, ...body, previousDigest, digest: chainDigest(previousDigest, index, body) };
}
