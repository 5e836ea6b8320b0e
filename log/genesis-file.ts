// The genesis file: one line with the cluster id, then the genesis text as it is. What the text says is not the log's business.
import { createHash } from 'node:crypto';
import type { Disk } from '../consensus/ports.ts';
import { corrupt, unknownVersion } from './errors.ts';
import { readSmallFile, writeSmallFile } from './small-file.ts';

export const GENESIS_FILE = 'genesis';
const VERSION = 1;
/** Seven members with the longest names and addresses take a few kilobytes. */
const BYTES_MAX = 64 * 1024;
const FIRST_LINE = /^ledgerline genesis ([0-9]+) ([0-9a-f]{64})\n/;

/** 64 hexadecimal digits: SHA-256 over the UTF-8 of the genesis text. */
export function clusterIdOf(genesisText: string): string {
  return createHash('sha256').update(genesisText, 'utf8').digest('hex');
}

/** Makes the file, durable when it resolves. */
export async function writeGenesis(disk: Disk, directory: string, text: string): Promise<void> {
  const contents = Buffer.from(`ledgerline genesis ${VERSION} ${clusterIdOf(text)}\n${text}`, 'utf8');
  await writeSmallFile(disk, { directory, name: GENESIS_FILE }, contents);
}

/** Reads the text. Throws `CORRUPT` or `VERSION`. */
export async function readGenesis(disk: Disk, directory: string): Promise<string> {
  const file = `${directory}/${GENESIS_FILE}`;
  const contents = Buffer.from(await readSmallFile(disk, file, BYTES_MAX)).toString('utf8');
  const match = FIRST_LINE.exec(contents);
  if (match === null) throw corrupt('the genesis does not begin as one', { file });
  const text = contents.slice(match[0].length);
  if (clusterIdOf(text) !== match[2]) throw corrupt('the genesis does not match its digest', { file });
  const version = Number(match[1]);
  if (version !== VERSION) throw unknownVersion(`the genesis has format ${version}, this version knows ${VERSION}`, { file });
  return text;
}
