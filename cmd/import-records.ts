// The lines of an import file, one by one: NDJSON as it stands, CSV as an object of its columns. Reads and names bad lines; sends nothing.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CsvError, parse as csvParser } from 'csv-parse';
import { usageError } from './exit.ts';

export type ImportFormat = 'ndjson' | 'csv';

/** Bytes of one line: no cluster accepts a larger transaction. */
const LINE_BYTES_MAX = 4 * 1024 * 1024;

/** One line of the file that holds a record. Line numbers start at 1. */
export type ImportLine =
  | {
      readonly kind: 'record';
      readonly line: number;
      readonly value: unknown;
      /** What goes into the log: the line's own bytes for NDJSON, so that no digit of an amount is touched. */
      readonly data: string;
      /** Bytes of the file read so far, for progress. */
      readonly position: number;
    }
  | {
      readonly kind: 'bad';
      readonly line: number;
      readonly reason: string;
      readonly position: number;
      /** Nothing after it can be read: it cannot be passed over. */
      readonly isLast?: true;
    };

/** `csv` for a name that ends so, else `ndjson`. */
export function formatOf(file: string): ImportFormat {
  return file.toLowerCase().endsWith('.csv') ? 'csv' : 'ndjson';
}

/** Bytes of the file; throws a usage error when it cannot be read. */
export async function importFileBytes(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new Error('not a regular file');
    return found.size;
  } catch (cause) {
    throw usageError(
      `${file}: cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'give the path of an NDJSON or CSV file',
    );
  }
}

/** The records of a file, in order. Nothing follows a bad line of CSV whose quoting is broken, since where the next one starts is unknown. */
export function importLines(file: string, format: ImportFormat): AsyncGenerator<ImportLine> {
  const chunks = createReadStream(file);
  return format === 'csv' ? csvLines(chunks) : ndjsonLines(chunks);
}

/** NDJSON: one JSON object a line; empty lines are skipped. */
export async function* ndjsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportLine> {
  let line = 0;
  let position = 0;
  for await (const bytes of linesOf(chunks)) {
    line++;
    position += bytes.length + 1;
    if (!Buffer.isBuffer(bytes)) {
      yield { kind: 'bad', line, reason: `longer than ${LINE_BYTES_MAX} bytes`, position };
      continue;
    }
    const parsed = parseNdjson(bytes);
    if (parsed !== undefined) yield { ...parsed, line, position };
  }
}

type Parsed =
  | { readonly kind: 'record'; readonly value: unknown; readonly data: string }
  | { readonly kind: 'bad'; readonly reason: string };

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function parseNdjson(bytes: Buffer): Parsed | undefined {
  let data: string;
  try {
    data = strictUtf8.decode(bytes).trim();
  } catch {
    return { kind: 'bad', reason: 'not UTF-8' };
  }
  if (data === '') return undefined;
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'bad', reason: 'not a JSON object' };
    return { kind: 'record', value, data };
  } catch (cause) {
    return { kind: 'bad', reason: `not JSON: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

/** The lines of a file without their ends; of one that is too long only the length, since no more of it than that is kept. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | { readonly length: number }> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > LINE_BYTES_MAX) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      add(chunk.subarray(start, end));
      yield length > LINE_BYTES_MAX ? { length } : Buffer.concat(parts);
      parts = [];
      length = 0;
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield length > LINE_BYTES_MAX ? { length } : Buffer.concat(parts);
}

interface CsvRecord {
  readonly fields: readonly string[];
  /** The line it starts on: a quoted field may hold line ends. */
  readonly line: number;
  readonly position: number;
}

/** CSV with a header line; each record becomes an object of texts in the order of the columns. */
export async function* csvLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportLine> {
  let columns: readonly string[] | undefined;
  for await (const item of csvRecords(chunks)) {
    if ('kind' in item) {
      yield item;
      return;
    }
    const { fields, line, position } = item;
    if (columns === undefined) {
      const reason = headerProblem(fields);
      if (reason !== undefined) {
        yield { kind: 'bad', line, reason, position, isLast: true };
        return;
      }
      columns = fields;
      continue;
    }
    const reason = recordProblem(fields, columns);
    if (reason !== undefined) {
      yield { kind: 'bad', line, reason, position };
      continue;
    }
    const value = Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? '']));
    yield { kind: 'record', line, value, data: JSON.stringify(value), position };
  }
}

/** Feeds the parser a chunk at a time and takes its records through its callback: a broken line must not swallow the good ones before it. */
async function* csvRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord | (ImportLine & { readonly kind: 'bad' })> {
  let records: CsvRecord[] = [];
  const parser = csvParser({
    bom: true,
    raw: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    maxRecordSize: LINE_BYTES_MAX,
    onRecord(parsed: unknown, context) {
      if (!isRawRecord(parsed)) throw new TypeError('the CSV parser gave a record of another shape');
      const inner = parsed.raw.trim().split('\n').length - 1;
      records.push({ fields: parsed.record, line: context.lines - inner, position: context.bytes });
      return null;
    },
  });
  let failure: Error | undefined;
  parser.on('error', (error) => {
    failure = error;
  });
  parser.resume();
  const taken = (): CsvRecord[] => {
    const batch = records;
    records = [];
    return batch;
  };
  for await (const chunk of chunks) {
    await new Promise<void>((resume) => parser.write(chunk, () => resume()));
    yield* taken();
    if (failure !== undefined) break;
  }
  if (failure === undefined) {
    await new Promise<void>((resume) => parser.once('close', () => resume()).end());
    yield* taken();
  }
  if (failure instanceof CsvError)
    yield { kind: 'bad', line: parser.info.lines, reason: `not CSV: ${failure.message}`, position: parser.info.bytes, isLast: true };
  else if (failure !== undefined) throw failure;
}

/** The shape that the parser's option `raw` gives a record. */
function isRawRecord(value: unknown): value is { readonly raw: string; readonly record: readonly string[] } {
  return typeof value === 'object' && value !== null && 'raw' in value && 'record' in value && Array.isArray(value.record);
}

function recordProblem(fields: readonly string[], columns: readonly string[]): string | undefined {
  if (fields.length !== columns.length) return `${fields.length} fields where the header has ${columns.length}`;
  // The parser replaces what it cannot decode; two different keys must not become one.
  return fields.some((field) => field.includes('\ufffd')) ? 'not UTF-8' : undefined;
}

function headerProblem(columns: readonly string[]): string | undefined {
  if (columns.includes('')) return 'the header has a column without a name';
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  return twice === undefined ? undefined : `the header names the column '${twice}' twice`;
}
