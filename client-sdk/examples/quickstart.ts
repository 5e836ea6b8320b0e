// The ten lines that every README shows: connect, submit under a key of one's own, read the log back.
import { Ledgerline } from '@ledgerline/client';

await using ledger = await Ledgerline.connect(process.env.LEDGERLINE_URL ?? 'ledgerline://127.0.0.1:7401,127.0.0.1:7402,127.0.0.1:7403');
const { offset, duplicate } = await ledger.submit({
  type: 'transfer.v1',
  data: JSON.stringify({ from: 'alice', to: 'bob', cents: '1250' }),
  locks: [
    { mode: 'write', name: 'account:alice' },
    { mode: 'write', name: 'account:bob' },
  ],
  key: 'invoice-4711',
});
console.log(`committed at offset ${offset}${duplicate ? ', by an earlier attempt' : ''}`);
for await (const transaction of ledger.tail({ to: offset })) {
  console.log(transaction.offset, transaction.type, Buffer.from(transaction.data).toString());
}
