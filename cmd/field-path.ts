// The path language of `import`: names separated by dots, `*` for every element of a list or every value of an object.
// `postings.*.account` names the accounts of all postings of a line. Reads values, decides nothing about them.

export type FieldPath = readonly string[];

/** Values that one path may find in one line: bounds what a hostile line can cost; a transaction has at most 256 locks by default. */
const VALUES_MAX = 65_536;

/** Parses `a.b.*.c`. Throws a `RangeError` that says what is wrong. */
export function parseFieldPath(text: string): FieldPath {
  const steps = text.split('.');
  for (const step of steps) {
    if (step === '')
      throw new RangeError(`path '${text}' has an empty name: write names separated by single dots, such as postings.*.account`);
  }
  return steps;
}

/** All values that the path leads to, in the order of the data. Steps that lead nowhere yield nothing. */
export function valuesAt(root: unknown, path: FieldPath): unknown[] {
  let values: unknown[] = [root];
  for (const step of path) {
    const next: unknown[] = [];
    for (const value of values) {
      next.push(...childrenOf(value, step));
      if (next.length > VALUES_MAX) throw new RangeError(`path '${path.join('.')}' finds more than ${VALUES_MAX} values`);
    }
    values = next;
  }
  return values;
}

function childrenOf(value: unknown, step: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === '*') return Object.values(value);
  if (Array.isArray(value)) return /^\d+$/.test(step) && Number(step) < value.length ? [value[Number(step)]] : [];
  return Object.hasOwn(value, step) ? [Reflect.get(value, step)] : [];
}
