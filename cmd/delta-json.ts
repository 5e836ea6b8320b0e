// The JSON of deltas, the same for what is submitted, imported and printed: `{"put": KEY, "value": VALUE}`, `{"delete": KEY}`, `{"record": DATA}`. Bytes
// that are not UTF-8 stand in base64 under the same names with `Base64` behind.
import type { Delta, DeltaInput } from '@ledgerline/client';
import { bytesMember, bytesText } from './bytes-text.ts';

export function deltaJson(delta: Delta): unknown {
  if (delta.kind === 'put') return { ...bytesMember('put', delta.key), ...bytesMember('value', delta.value) };
  if (delta.kind === 'delete') return bytesMember('delete', delta.key);
  return bytesMember('record', delta.data);
}

/** A delta for a human. */
export function deltaText(delta: Delta): string {
  if (delta.kind === 'put') return `put ${bytesText(delta.key)}=${bytesText(delta.value)}`;
  if (delta.kind === 'delete') return `delete ${bytesText(delta.key)}`;
  return `record ${bytesText(delta.data)}`;
}

const NAMES: ReadonlySet<string> = new Set(['put', 'delete', 'record'].flatMap((name) => [name, `${name}Base64`]));

/** The deltas that a JSON value says. Throws a `RangeError` that says which of them is none, and why. */
export function parseDeltas(value: unknown): DeltaInput[] {
  if (!Array.isArray(value)) throw new RangeError('the deltas are not a list');
  return value.map((item: unknown, at) => {
    try {
      return parseDelta(item);
    } catch (cause) {
      throw new RangeError(`delta ${at + 1}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  });
}

function parseDelta(item: unknown): DeltaInput {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) throw new RangeError('not an object');
  const fields = new Map<string, unknown>(Object.entries(item));
  const [name, ...others] = [...fields.keys()].filter((key) => NAMES.has(key));
  if (name === undefined || others.length > 0) throw new RangeError('it needs exactly one of put, delete and record');
  const isPut = name.startsWith('put');
  const unknown = [...fields.keys()].find((key) => key !== name && !(isPut && (key === 'value' || key === 'valueBase64')));
  if (unknown !== undefined) throw new RangeError(`'${unknown}' does not belong there`);
  const bytes = bytesOf(fields, name);
  if (name.startsWith('delete')) return { delete: bytes };
  if (!isPut) return { record: bytes };
  if (fields.has('value') === fields.has('valueBase64')) throw new RangeError('a put needs a value');
  return { put: bytes, value: bytesOf(fields, fields.has('value') ? 'value' : 'valueBase64') };
}

/** A number or an object as a value would lose its digits or their order: only texts are taken. */
function bytesOf(fields: ReadonlyMap<string, unknown>, name: string): string | Uint8Array {
  const value = fields.get(name);
  if (typeof value !== 'string') throw new RangeError(`'${name}' is ${JSON.stringify(value) ?? 'nothing'}, not a text`);
  if (!name.endsWith('Base64')) return value;
  const bytes = Buffer.from(value, 'base64');
  if (bytes.toString('base64') !== value) throw new RangeError(`'${name}' is not base64`);
  return bytes;
}
