// A materialised view in its simplest form: balances in memory, built from the log and kept up to date. The offset is the checkpoint: a service that
// stores it with its rows, in one transaction of its database, starts again from there and applies everything exactly once.
import { Ledgerline } from '@ledgerline/client';

await using ledger = await Ledgerline.connect(process.env.LEDGERLINE_URL ?? 'ledgerline://127.0.0.1:7401');
const balances = new Map<string, bigint>();
let applied = 0;

function add(account: string, cents: bigint): void {
  balances.set(account, (balances.get(account) ?? 0n) + cents);
}

const onState = (state: { readonly kind: string }): void => console.error(`tail: ${state.kind}`);
const to = await ledger.committedOffset();
for await (const { type, data, isVoid, offset } of ledger.tail({ from: applied + 1, to, onState })) {
  if (!isVoid && type === 'transfer.v1') {
    const { from, to: payee, cents } = JSON.parse(Buffer.from(data).toString()) as { from: string; to: string; cents: string };
    add(from, -BigInt(cents));
    add(payee, BigInt(cents));
  }
  applied = offset;
}
for (const [account, cents] of balances) console.log(account, cents.toString());
