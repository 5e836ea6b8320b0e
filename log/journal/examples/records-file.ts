// A file of fixed-size records, changed in place and never found half changed: `node records-file.js DIRECTORY [TRANSFERS]` keeps the balances
// of 64 accounts in DIRECTORY/records and moves money between them, each transfer journaled before either record is touched. Kill it whenever
// you like. It prints `ready OFFSET BALANCE,BALANCE,…` once it has recovered, then `done OFFSET` for each transfer that is durable.
import { mkdir, open } from 'node:fs/promises';
// Outside this repository: from 'ledgerline/journal'.
import { type Applier, type Journal, openJournal } from '../index.ts';

export const ACCOUNTS = 64;
export const OPENING_BALANCE = 1_000n;
/** Transfers that commit at the same time: they share a write and a sync. */
const TOGETHER = 8;
/** One record: the balance in cents, the transfer that changed it last, and room to grow. */
const RECORD_BYTES = 512;

export interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly cents: bigint;
}

/** The transfer that becomes offset `number`: any function of the number will do, so that a reader can tell what the balances must be. */
export function transferOf(number: number): Transfer {
  const from = (number * 7) % ACCOUNTS;
  const to = (from + 1 + ((number * 13) % (ACCOUNTS - 1))) % ACCOUNTS;
  return { from, to, cents: BigInt(1 + (number % 50)) };
}

function encodeRecord(balance: bigint, transfer: number): Uint8Array {
  const record = Buffer.alloc(RECORD_BYTES);
  record.writeBigInt64LE(balance, 0);
  record.writeBigUInt64LE(BigInt(transfer), 8);
  return record;
}

/** The records in memory, as of the last transfer that was begun; and their file, as of the last one that was applied. */
class Records {
  readonly balances = Array.from({ length: ACCOUNTS }, () => OPENING_BALANCE);

  /** Changes both accounts in memory, and journals their new records under their numbers. */
  async transfer(journal: Journal, number: number): Promise<number> {
    const { from, to, cents } = transferOf(number);
    const id = journal.begin();
    for (const [account, change] of [
      [from, -cents],
      [to, cents],
    ] as const) {
      const balance = (this.balances[account] ?? 0n) + change;
      this.balances[account] = balance;
      journal.log(id, encodeRecord(balance, number), { key: String(account) });
    }
    return await journal.commit(id);
  }
}

/** Opens the file, made if need be, and everything that writes to it: each object of a transaction is a record under its number. */
async function openFile(
  path: string,
): Promise<{ applier: Applier; load: (records: Records) => Promise<void>; close: () => Promise<void> }> {
  const file = await open(path, 'a+').then(async (made) => {
    await made.close();
    return await open(path, 'r+');
  });
  const applier: Applier = {
    // Writing the same record once more changes nothing, so that being delivered again after a crash does no harm.
    apply: async ({ objects }) => {
      for (const { key, bytes } of objects) await file.write(bytes, 0, bytes.length, Number(key) * RECORD_BYTES);
    },
    sync: () => file.datasync(),
  };
  const load = async (records: Records): Promise<void> => {
    const bytes = await file.readFile();
    for (let account = 0; account < ACCOUNTS; account++) {
      const at = account * RECORD_BYTES;
      // A record that was never written has the opening balance, and transfer 0.
      const isWritten = bytes.length >= at + 16 && bytes.readBigUInt64LE(at + 8) > 0n;
      if (isWritten) records.balances[account] = bytes.readBigInt64LE(at);
    }
  };
  return { applier, load, close: () => file.close() };
}

async function main(directory: string, transfers: number): Promise<void> {
  await mkdir(directory, { recursive: true });
  const file = await openFile(`${directory}/records`);
  // The file's own name must outlive a power cut before the journal says that something was applied to it.
  const parent = await open(directory, 'r');
  await parent.sync();
  await parent.close();
  const records = new Records();
  {
    await using journal = await openJournal({
      directories: [`${directory}/journal-a`, `${directory}/journal-b`],
      // Small, so that segments are switched and recycled all the time.
      segmentBytes: 64 * 1024,
      unappliedBytesMax: 1024 * 1024,
      applyPolicy: { everyTransactions: 32 },
      applier: file.applier,
    });
    await file.load(records);
    const { committedOffset } = journal.recovery;
    process.stdout.write(`ready ${committedOffset} ${records.balances.join(',')}\n`);
    for (let number = committedOffset + 1; number <= committedOffset + transfers; number += TOGETHER) {
      await journal.room();
      const group = Array.from({ length: TOGETHER }, (_, at) => records.transfer(journal, number + at));
      for (const offset of await Promise.all(group)) process.stdout.write(`done ${offset}\n`);
    }
    await journal.applyAll();
  }
  await file.close();
}

const [directory, transfers] = process.argv.slice(2);
if (directory !== undefined && process.argv[1]?.endsWith('records-file.js') === true) {
  await main(directory, Number(transfers ?? Number.MAX_SAFE_INTEGER));
}
