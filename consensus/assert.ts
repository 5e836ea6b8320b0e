// Assertions that stay on in production: a broken one is a programmer error and ends the process.

export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Throws unless `condition` holds. One condition an assert. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** The value, which must be there. */
export function defined<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new AssertionError(`${what} is missing`);
  return value;
}

/** The number, which must be a safe integer of at least `min`: an index, a term, an offset, a count. */
export function checkInteger(value: number, min: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < min) throw new AssertionError(`${what} is ${value}, not an integer of at least ${min}`);
  return value;
}

/** Makes the compiler ask for every case of a union; reached only if data escaped its validation. */
export function unreachable(value: never): never {
  throw new AssertionError(`unexpected case ${JSON.stringify(value)}`);
}
