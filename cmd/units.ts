// Sizes and times as people write them in a configuration: `256MiB`, `30d`. Plain numbers are bytes and milliseconds.

const BYTES: Readonly<Record<string, number>> = { '': 1, B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 };
const MILLISECONDS: Readonly<Record<string, number>> = { '': 1, ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Bytes of `1048576`, `1MiB`, `1.5 GiB`; `undefined` if it is none. */
export function parseBytes(value: string | number): number | undefined {
  return parseWithUnit(value, BYTES);
}

/** Milliseconds of `1500`, `30s`, `12h`, `7d`; `undefined` if it is none. */
export function parseMilliseconds(value: string | number): number | undefined {
  return parseWithUnit(value, MILLISECONDS);
}

function parseWithUnit(value: string | number, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^([0-9]+(?:\.[0-9]+)?) ?([A-Za-z]*)$/.exec(String(value));
  const unit = units[match?.[2] ?? '?'];
  if (match === null || unit === undefined) return undefined;
  const result = Math.round(Number(match[1]) * unit);
  return Number.isSafeInteger(result) ? result : undefined;
}

/** Bytes for a human: `17 B`, `1.5 MiB`. */
export function bytesAmount(bytes: number): string {
  let [unit, size] = ['B', 1];
  for (const [name, factor] of Object.entries(BYTES)) if (name !== '' && bytes >= factor) [unit, size] = [name, factor];
  const amount = bytes / size;
  return `${size === 1 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${unit}`;
}
