// What to do when a submit fails: the error says whether the transaction may be in the log, and `resolve` settles it.
import { Ledgerline, LedgerlineError, type TransactionInput } from '@ledgerline/client';

await using ledger = await Ledgerline.connect(process.env.LEDGERLINE_URL ?? 'ledgerline://127.0.0.1:7401');

async function pay(payment: TransactionInput): Promise<string> {
  try {
    const { offset } = await ledger.submit(payment, { deadlineMs: 2_000 });
    return `paid at offset ${offset}`;
  } catch (error) {
    if (!LedgerlineError.is(error)) throw error;
    if (error.outcome === 'none' || error.key === undefined) return `not paid: ${error.code}, ${error.hint}`;
    const settled = await ledger.resolve(error.key);
    return settled.kind === 'committed' ? `paid after all, at offset ${settled.offset}` : 'not paid, and never will be under this key';
  }
}

console.log(await pay({ type: 'transfer.v1', data: JSON.stringify({ from: 'alice', to: 'bob', cents: '1250' }) }));
