// The one renderer of every command: `-o table|json|ndjson`. Data goes to stdout; notes, progress and errors go to stderr.
import type { ErrorReport } from './exit.ts';

export const OUTPUT_FORMATS = ['table', 'json', 'ndjson'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** Where text goes: `process.stdout` and `process.stderr`, or a test's buffers. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A stream of records of one kind: a JSON array, a line of JSON each, or a line of text each. Call `end` once. */
export interface RecordWriter {
  /** `json` is one line of JSON; `text` makes the line for a human. */
  record(json: string, text: () => string): void;
  end(): void;
}

export class Renderer {
  readonly format: OutputFormat;
  readonly #streams: Streams;

  constructor(format: OutputFormat, streams: Streams) {
    this.format = format;
    this.#streams = streams;
  }

  /** The one result of a command: one line of JSON, or what `text` makes for a human. */
  document(value: unknown, text: () => string): void {
    this.#streams.out(`${this.format === 'table' ? text() : JSON.stringify(value)}\n`);
  }

  /** As `document`, for a value that is JSON already. */
  jsonDocument(json: string, text: () => string): void {
    this.#streams.out(`${this.format === 'table' ? text() : json}\n`);
  }

  /** Records as they come. In `table` the text is passed on line by line, since a tail has no end to align for. */
  records(): RecordWriter {
    const { format } = this;
    const write = this.#streams.out;
    let count = 0;
    return {
      record(json, text) {
        const separator = count === 0 ? '[' : ',\n';
        count++;
        if (format === 'table') write(`${text()}\n`);
        else if (format === 'ndjson') write(`${json}\n`);
        else write(`${separator}${json}`);
      },
      end() {
        if (format === 'json') write(count === 0 ? '[]\n' : ']\n');
      },
    };
  }

  /** Something a human wants to know beside the data. */
  note(text: string): void {
    this.#streams.err(`${text}\n`);
  }

  /** An error with its next step; one line of JSON unless a human reads. */
  error(report: ErrorReport): void {
    if (this.format === 'table') {
      const unknown = report.outcome === 'unknown' ? ' (outcome unknown)' : '';
      const hint = report.hint === '' ? '' : `\n  next step: ${report.hint}`;
      this.#streams.err(`ledgerline: ${report.code}: ${report.message}${unknown}${hint}\n`);
      return;
    }
    this.#streams.err(`${JSON.stringify({ error: report })}\n`);
  }
}
