// A view that starts from the state of the cluster and goes on with the log: for a new service, and for one whose offsets were compacted while it was away.
import { Ledgerline } from '@ledgerline/client';

await using ledger = await Ledgerline.connect(process.env.LEDGERLINE_URL ?? 'ledgerline://127.0.0.1:7401');
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const view = new Map<string, string>();
let applied: number | undefined;
for await (const { offset, entries } of ledger.state().range().pages()) {
  applied ??= offset;
  for (const { key, value } of entries) view.set(text(key), text(value));
}
const to = await ledger.committedOffset();
for await (const { deltas } of ledger.tail({ from: (applied ?? 0) + 1, to })) {
  for (const delta of deltas) {
    if (delta.kind === 'put') view.set(text(delta.key), text(delta.value));
    if (delta.kind === 'delete') view.delete(text(delta.key));
  }
}
for (const [key, value] of view) console.log(key, value);
