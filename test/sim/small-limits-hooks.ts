// The module hook behind small-limits.ts.
import type { LoadHook } from 'node:module';

const SMALL: Readonly<Record<string, number>> = {
  APPEND_BYTES_MAX: 1200,
  APPEND_WINDOW_BYTES_MAX: 3000,
  APPEND_WINDOW_MESSAGES_MAX: 2,
  RECENT_SIZES_MAX: 4,
  CATCH_UP_ENTRIES_MAX: 5,
  CATCH_UP_BYTES_MAX: 2000,
  PENDING_WRITES_MAX: 2,
  BATCH_BYTES_MAX: 1500,
  BATCH_TRANSACTIONS_MAX: 2,
  PENDING_TRANSACTIONS_MAX: 12,
  PENDING_BYTES_MAX: 8000,
  PENDING_READS_MAX: 3,
  ENTRY_CACHE_BYTES_MAX: 2500,
  READ_BYTES_MAX: 1000,
  WRITE_QUEUE_BYTES_MAX: 4000,
  NAMED_KEYS_PENDING_MAX: 3,
  ZERO_AHEAD_BYTES: 2048,
  ZERO_AHEAD_WRITE_BYTES_MAX: 600,
  LENGTHEN_BYTES: 5000,
  RECOVERY_READ_BYTES: 1024,
  SEAL_INDEX_STEP_BYTES: 700,
  SEGMENT_READ_BYTES: 1500,
  SEQUENTIAL_READERS_MAX: 5,
  READ_AHEADS_MAX: 2,
};

/** Every constant above must be there: one that was renamed would no longer be small. */
export function withSmallLimits(source: string): string {
  let text = source;
  for (const [name, value] of Object.entries(SMALL)) {
    const declaration = new RegExp(`export const ${name} = [^;]+;`);
    if (!declaration.test(text)) throw new Error(`consensus/limits.ts has no ${name}`);
    text = text.replace(declaration, `export const ${name} = ${value};`);
  }
  return text;
}

export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  if (!url.endsWith('/consensus/limits.js') || loaded.source === undefined) return loaded;
  return { ...loaded, source: withSmallLimits(Buffer.from(loaded.source as Uint8Array).toString('utf8')) };
};
