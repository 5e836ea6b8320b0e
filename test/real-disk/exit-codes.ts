// How the process under test ends when it does not end well.

/** The disk refused a call. */
export const ENDED_BY_DISK = 3;
/** It found something else than was promised, and the log says nothing of it. */
export const ENDED_BY_VIOLATION = 4;
/** The log itself says that something is damaged, unclear or cut. */
export const ENDED_BY_REPORT = 5;
