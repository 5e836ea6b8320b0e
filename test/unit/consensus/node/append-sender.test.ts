// The bytes of appends to one follower: what goes out, where it is cut, and what is never sent.
import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { CATCH_UP_BYTES_MAX, CATCH_UP_ENTRIES_MAX, ENTRY_OVERHEAD_BYTES, ENTRY_PAYLOAD_BYTES_MAX } from '../../../../consensus/limits.ts';
import type { Append, PeerMessage } from '../../../../consensus/messages.ts';
import { AppendSender } from '../../../../consensus/node/append-sender.ts';
import { EntryCache } from '../../../../consensus/node/entry-cache.ts';
import { EntryReader } from '../../../../consensus/node/entry-reader.ts';
import type { Entry, NodeId } from '../../../../consensus/types.ts';
import { entry } from './entries.ts';
import { MemoryLog } from './memory-log.ts';

type Sent = Extract<PeerMessage, { readonly entries: unknown }>;

const N1 = 'n1' as NodeId;
const N2 = 'n2' as NodeId;

/** A sender over a log with entries of these payloads from index 1 on, all of term 1, none of them in the cache. */
class Sending {
  readonly log = new MemoryLog();
  readonly sent: Sent[] = [];
  /** What was read, in entries, one number a read. */
  readonly reads: number[] = [];
  readonly sender: AppendSender;

  constructor(payloads: readonly number[]) {
    this.log.entries = payloads.map((bytes, at) => entry({ index: at + 1, bytes }));
    const read = this.log.read.bind(this.log);
    this.log.read = async (options) => {
      const entries = await read(options);
      this.reads.push(entries.length);
      return entries;
    };
    this.sender = new AppendSender({
      partition: 1,
      reader: new EntryReader(new EntryCache(1000), this.log, () => undefined),
      base: () => this.log.base,
      send: (message) => {
        if ('entries' in message) this.sent.push(message);
      },
      onFailure: (error) => {
        throw error;
      },
    });
  }

  /** Pushes an append of the entries `from`..`to`; answers where what it sent ended, `undefined` if nothing was sent. */
  async push(from: number, to: number, fields: Partial<Append> = {}): Promise<number | undefined> {
    const count = this.sent.length;
    this.sender.push(appendOf(from, to, fields));
    await settled();
    strictEqual(this.sent.length <= count + 1, true);
    const message = this.sent[count]?.message;
    return message === undefined ? undefined : message.previousIndex + message.terms.length;
  }
}

/** As the core composes it: it does not know the sizes. */
function appendOf(from: number, to: number, fields: Partial<Append> = {}): Append {
  const terms = Array.from({ length: to - from + 1 }, () => 1);
  const previous = { previousIndex: from - 1, previousTerm: from === 1 ? 0 : 1 };
  return {
    kind: 'append',
    from: N1,
    to: N2,
    term: 3,
    ...previous,
    terms,
    sizes: terms.map(() => ENTRY_OVERHEAD_BYTES),
    commit: 0,
    ...fields,
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

function bytesOf({ entries }: Sent): number {
  return entries.reduce((sum, { payload }) => sum + payload.length + ENTRY_OVERHEAD_BYTES, 0);
}

/** Each append follows what is really there, and says what it carries. */
function checkSent({ sent, log }: Sending): void {
  for (const { message, entries, digestBefore } of sent) {
    const { previousIndex, previousTerm, terms, sizes } = message;
    const previous = previousIndex === log.base.index ? log.base : log.at(previousIndex);
    strictEqual(previousTerm, previous.term);
    deepStrictEqual(digestBefore, previous.digest);
    deepStrictEqual(
      entries,
      terms.map((_, at) => log.at(previousIndex + 1 + at)),
    );
    deepStrictEqual(
      terms,
      entries.map(({ term }) => term),
    );
    deepStrictEqual(
      sizes,
      entries.map(({ payload }) => payload.length + ENTRY_OVERHEAD_BYTES),
    );
  }
}

/** Catches a follower up as the core does: from where the last answer says it is. */
async function catchUp(sending: Sending): Promise<void> {
  for (let from = 1; from <= sending.log.lastIndex; ) {
    const to = await sending.push(from, Math.min(sending.log.lastIndex, from + CATCH_UP_ENTRIES_MAX - 1));
    strictEqual(to !== undefined && to >= from, true, 'every append brings the follower on');
    from = (to ?? 0) + 1;
  }
}

test('small entries go as many as were asked for, with their own sizes', async () => {
  const sending = new Sending(Array.from({ length: 5000 }, () => 10));
  await catchUp(sending);
  deepStrictEqual(
    sending.sent.map(({ entries }) => entries.length),
    [CATCH_UP_ENTRIES_MAX, CATCH_UP_ENTRIES_MAX, 5000 - 2 * CATCH_UP_ENTRIES_MAX],
  );
  checkSent(sending);
  // Nothing twice: where an append ended the next one begins.
  strictEqual(
    sending.reads.reduce((sum, count) => sum + count, 0),
    5000,
  );
});

test('entries that fill a message exactly go in one, and one byte more in two', async () => {
  const half = CATCH_UP_BYTES_MAX / 2 - ENTRY_OVERHEAD_BYTES;
  strictEqual(await new Sending([half, half]).push(1, 2), 2);
  strictEqual(await new Sending([half, half + 1]).push(1, 2), 1);
});

test('however large entries are, a message is never larger than one of them or the limit', async () => {
  const large = ENTRY_PAYLOAD_BYTES_MAX;
  const sending = new Sending([large, 10, 10, large, large, 10, 300_000, 300_000, 300_000, 300_000, 10]);
  await catchUp(sending);
  checkSent(sending);
  for (const message of sending.sent) strictEqual(message.entries.length === 1 || bytesOf(message) <= CATCH_UP_BYTES_MAX, true);
  deepStrictEqual(
    sending.sent.map(({ entries }) => entries.length),
    [1, 2, 1, 1, 4, 2],
  );
});

test('nothing is sent, and nothing asked, about entries of other terms than the core named', async () => {
  const sending = new Sending([10, 10, 10]);
  strictEqual(await sending.push(1, 3, { terms: [1, 1, 2] }), undefined);
  strictEqual(await sending.push(2, 3, { previousTerm: 2, terms: [2, 2] }), undefined);
  strictEqual(await sending.push(2, 3, { previousTerm: 2, terms: [] }), undefined);
  strictEqual(await sending.push(2, 3), 3);
});

test('an entry that took the place of the last one sent is read anew', async () => {
  const sending = new Sending([10, 10, 10]);
  strictEqual(await sending.push(1, 2), 2);
  const [first] = sending.log.entries;
  sending.log.entries = [first as Entry, entry({ index: 2, term: 2 }), entry({ index: 3, term: 2 })];
  strictEqual(await sending.push(3, 3, { previousTerm: 2, terms: [2] }), 3);
  checkSent({ ...sending, log: sending.log, sent: sending.sent.slice(1) } as Sending);
});

test('before damage only the beginning is sent, and at damage nothing', async () => {
  const sending = new Sending([10, 10, 10, 10]);
  sending.log.spoil(3, 3, { noticed: true });
  strictEqual(await sending.push(1, 4), 2);
  strictEqual(await sending.push(3, 4), undefined);
  strictEqual(await sending.push(3, 2), 2);
});

test('an empty append asks about a place, and reads no more than the entry there', async () => {
  const sending = new Sending(Array.from({ length: 100 }, () => 10));
  strictEqual(await sending.push(51, 50), 50);
  deepStrictEqual(sending.reads, [1]);
  strictEqual(await sending.push(51, 60), 60);
  deepStrictEqual(sending.reads, [1, 51]);
  strictEqual(await sending.push(51, 50), 50);
  strictEqual(await sending.push(61, 60), 60);
  deepStrictEqual(sending.reads, [1, 51], 'where the last append began and ended is known');
});

test('appends under way at once go out in their order', async () => {
  const sending = new Sending(Array.from({ length: 100 }, () => 10));
  for (let from = 1; from <= 91; from += 10) sending.sender.push(appendOf(from, from + 9));
  await settled();
  deepStrictEqual(
    sending.sent.map(({ message }) => message.previousIndex),
    [0, 10, 20, 30, 40, 50, 60, 70, 80, 90],
  );
  checkSent(sending);
  deepStrictEqual(sending.reads, [100]);
});

test('what goes before the beginning of the log is not sent', async () => {
  const sending = new Sending([10, 10, 10]);
  sending.log.base = { index: 2, term: 1, nextOffset: 3, digest: sending.log.at(2).digest };
  sending.log.entries = sending.log.entries.slice(2);
  strictEqual(await sending.push(2, 3), undefined);
  strictEqual(await sending.push(3, 3), 3);
  checkSent(sending);
});
