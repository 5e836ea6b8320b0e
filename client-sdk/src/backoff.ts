// How long to wait before the next attempt: capped exponential backoff with jitter, so that clients do not come back all at once.

/** First wait, milliseconds: a leader that just changed is usually known at once. */
const FIRST_MS = 20;
/** Longest wait, milliseconds: an election takes about half a second, and its end should be noticed soon after. */
const LONGEST_MS = 250;
const DOUBLINGS_MAX = 10;
/** Longest wait for space, milliseconds: nodes look at their disks twice a second. */
const SPACE_MS = 1_000;

/** Milliseconds to wait after `failures` attempts in a row (at least 1): between half and all of the capped exponential. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(failures - 1, 0), DOUBLINGS_MAX));
  return full / 2 + (random() * full) / 2;
}

/** Milliseconds before the next attempt at a node whose disk is full: an operator or a compaction frees space, never a moment's patience. */
export function spaceMs(random: () => number = Math.random): number {
  return SPACE_MS / 2 + (random() * SPACE_MS) / 2;
}

/** Resolves after `ms`, or as soon as the signal is aborted. Never rejects. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
