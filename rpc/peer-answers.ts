// Answers a question of another node through `PeerRequestHandler`, and keeps what goes out within what one message may hold.
import { AssertionError } from '../consensus/assert.ts';
import {
  ENTRY_OVERHEAD_BYTES,
  ENTRY_PAYLOAD_BYTES_MAX,
  PEER_APPEND_ENTRIES_MAX,
  PEER_SNAPSHOTS_MAX,
  READ_BYTES_MAX,
} from '../consensus/limits.ts';
import type { PeerRequestHandler } from '../consensus/ports.ts';
import type { EntryBody } from '../consensus/types.ts';
import type { AskReply, PeerQuestion } from './peer-requests-codec.ts';

/** The reply to a question that passed its checks. What the handler rejects with is `failed`; only a broken assertion is thrown on. */
export async function answerPeer(question: PeerQuestion, handler: PeerRequestHandler): Promise<AskReply> {
  try {
    return await ask(question, handler);
  } catch (cause) {
    if (cause instanceof AssertionError) throw cause;
    return { kind: 'failed', detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function ask(question: PeerQuestion, handler: PeerRequestHandler): Promise<AskReply> {
  const { partition } = question;
  switch (question.kind) {
    case 'log-end':
      return { kind: 'log-end', logEnd: await handler.logEnd(partition) };
    case 'entries': {
      const bytesMax = Math.min(question.bytesMax, READ_BYTES_MAX);
      const to = Math.min(question.to, question.from + PEER_APPEND_ENTRIES_MAX - 1);
      const entries = await handler.entries({ partition, from: question.from, to, bytesMax });
      return { kind: 'entries', entries: thatFit(entries.slice(0, to - question.from + 1)) };
    }
    case 'committed-offset':
      return { kind: 'committed-offset', offset: await handler.committedOffset(partition) };
    case 'snapshots': {
      const snapshots = await handler.snapshots(partition);
      return { kind: 'snapshots', snapshots: snapshots.slice(0, PEER_SNAPSHOTS_MAX) };
    }
    case 'snapshot-bytes': {
      const { index, position, length } = question;
      const bytes = await handler.snapshotBytes({ partition, index, position, length });
      return { kind: 'snapshot-bytes', bytes: bytes.subarray(0, length) };
    }
  }
}

/** As many as surely fit into one message, at least one. */
function thatFit(entries: readonly EntryBody[]): readonly EntryBody[] {
  let bytes = 0;
  for (const [at, { payload }] of entries.entries()) {
    bytes += payload.length + ENTRY_OVERHEAD_BYTES;
    if (at > 0 && bytes > ENTRY_PAYLOAD_BYTES_MAX) return entries.slice(0, at);
  }
  return entries;
}
