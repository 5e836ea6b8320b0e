// The settings that every client command shares, with their order of precedence: flag, LEDGERLINE_* variable, config file, default.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { usageError } from './exit.ts';
import { OUTPUT_FORMATS, type OutputFormat } from './render.ts';

export const DEFAULT_URL = 'ledgerline://127.0.0.1:7401,127.0.0.1:7402,127.0.0.1:7403';
export const DEFAULT_TIMEOUT = '10s';

/** A day: a longer deadline is a mistake in the unit. */
const TIMEOUT_MS_MAX = 86_400_000;

export interface ClientSettings {
  readonly url: string;
  /** Milliseconds for each call with all its attempts. */
  readonly timeoutMs: number;
  readonly output: OutputFormat;
}

/** The values typed as flags, `undefined` where the flag was not given. */
export interface ClientFlags {
  readonly url?: string | undefined;
  readonly timeout?: string | undefined;
  readonly output?: string | undefined;
  readonly config?: string | undefined;
}

/** Settles the shared settings. Throws a usage error that names where a wrong value came from. */
export async function clientSettings(flags: ClientFlags, env: NodeJS.ProcessEnv): Promise<ClientSettings> {
  const file = await readClientConfig(flags.config ?? nonEmpty(env.LEDGERLINE_CONFIG), env);
  const pick = (name: 'url' | 'timeout' | 'output', fallback: string): { readonly value: string; readonly origin: string } => {
    const flag = flags[name];
    if (flag !== undefined) return { value: flag, origin: `--${name}` };
    const variable = `LEDGERLINE_${name.toUpperCase()}`;
    const fromEnv = nonEmpty(env[variable]);
    if (fromEnv !== undefined) return { value: fromEnv, origin: variable };
    const fromFile = file.values[name];
    if (fromFile !== undefined) return { value: fromFile, origin: `${file.path}: ${name}` };
    return { value: fallback, origin: 'default' };
  };
  const output = pick('output', 'table');
  const timeout = pick('timeout', DEFAULT_TIMEOUT);
  return {
    url: pick('url', DEFAULT_URL).value,
    timeoutMs: parseDuration(timeout.value, timeout.origin),
    output: parseOutput(output.value, output.origin),
  };
}

/** The output format alone, for commands that talk to no cluster and for errors before the settings are known. Never throws. */
export function outputFormat(flag: string | undefined, env: NodeJS.ProcessEnv): OutputFormat {
  const text = flag ?? nonEmpty(env.LEDGERLINE_OUTPUT) ?? 'table';
  return OUTPUT_FORMATS.find((format) => format === text) ?? 'table';
}

function parseOutput(text: string, origin: string): OutputFormat {
  const format = OUTPUT_FORMATS.find((known) => known === text);
  if (format === undefined) throw usageError(`${origin}: unknown output format '${text}'`, `use one of ${OUTPUT_FORMATS.join(', ')}`);
  return format;
}

/** Milliseconds of `250ms`, `10s`, `2m` or a bare number of seconds. */
export function parseDuration(text: string, origin: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text);
  const unit = { ms: 1, s: 1000, m: 60_000 }[match?.[2] ?? 's'] ?? Number.NaN;
  const ms = Math.round(Number(match?.[1]) * unit);
  if (!(ms >= 1 && ms <= TIMEOUT_MS_MAX))
    throw usageError(`${origin}: '${text}' is not a duration`, 'write e.g. 500ms, 10s or 2m, a day at most');
  return ms;
}

/** A whole number typed by the caller, from `min` to `max`. */
export function parseWhole(text: string, options: { readonly name: string; readonly min: number; readonly max: number }): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < options.min || value > options.max) {
    const upper = options.max === Number.MAX_SAFE_INTEGER ? '' : ` to ${options.max}`;
    throw usageError(`${options.name} '${text}' is not a whole number from ${options.min}${upper}`, `give ${options.name} as digits only`);
  }
  return value;
}

interface ClientConfigFile {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A file that was asked for must be there; the one in the user's configuration directory may be. */
async function readClientConfig(asked: string | undefined, env: NodeJS.ProcessEnv): Promise<ClientConfigFile> {
  const path = asked ?? join(nonEmpty(env.XDG_CONFIG_HOME) ?? join(homedir(), '.config'), 'ledgerline', 'config.yaml');
  if (asked === undefined && !existsSync(path)) return { path, values: {} };
  const hint = 'a client configuration has the keys url, timeout and output, each a text';
  let document: unknown;
  try {
    // A package in CommonJS: bundled, it has no other export.
    const { default: yaml } = await import('yaml');
    document = yaml.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw usageError(`${path}: cannot be read: ${message}`, hint);
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw usageError(`${path}: expected the keys url, timeout, output`, hint);
  }
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(document)) {
    if (key !== 'url' && key !== 'timeout' && key !== 'output')
      throw usageError(`${path}: ${key}: unknown key; expected url, timeout or output`, hint);
    if (typeof value !== 'string' && typeof value !== 'number')
      throw usageError(`${path}: ${key}: expected a text, found ${JSON.stringify(value)}`, hint);
    values[key] = String(value);
  }
  return { path, values };
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
