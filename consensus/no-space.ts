// The error with which a full disk reaches whoever can wait for space: told from failures after which nobody knows what is on the disk.

/** There was no space for what was to be written. Nothing has changed, and nothing is left of the attempt: it can be made again. */
export class NoSpaceError extends Error {
  override readonly name = 'NoSpaceError';
  /** As the file system says it, also where a quota is used up. */
  readonly code = 'ENOSPC';
}
