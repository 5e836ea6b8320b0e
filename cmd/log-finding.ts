// How findings about a data directory are printed.
import type { Finding } from '../log/inspect/finding.ts';
import { shortPath } from './log-open.ts';

/** Two lines for a human: what and where, then the next step. */
export function findingText(path: string, finding: Finding): string {
  const { severity, file, position, from, to, what, next } = finding;
  const place = position === undefined ? '' : `, byte ${position}`;
  const range = from === undefined ? '' : from === to ? `, entry ${from}` : `, entries ${from} to ${to ?? 'nobody knows where'}`;
  return `${severity}: ${what} (${shortPath(path, file)}${place}${range})\n  next step: ${next}`;
}

/** `null` for what is not known or does not apply. */
export function findingJson(finding: Finding): Record<string, unknown> {
  const { severity, code, partition, file, position, bytes, from, to, what, next } = finding;
  const or = (value: number | undefined): number | null => value ?? null;
  return {
    severity,
    code,
    partition: or(partition),
    file,
    position: or(position),
    bytes: or(bytes),
    from: or(from),
    to: or(to),
    what,
    next,
  };
}
