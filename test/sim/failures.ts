// Which failures of a node are as they must be.

/** An error for people, which names what is damaged or lost; not a broken assertion. */
export function saysWhatIsLost(error: unknown): boolean {
  const names = new Set(['LogError', 'DamagedEntriesError', 'MissingSnapshotError', 'LostEntriesError']);
  return error instanceof Error && names.has(error.name) && !isFailedSync(error);
}

/** The nemesis' own EIO, or what the log makes of it. */
export function isFailedSync(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === 'EIO') return true;
  }
  return false;
}
