// The joined file: the membership by which a node that is not in the genesis joined its cluster, with the index of its entry in partition 1. FORMAT.md ("Data directory"). Whether it names this
// node is not the log's business.
import { createHash } from 'node:crypto';
import { checkInteger } from '../consensus/assert.ts';
import { MEMBERSHIP_BYTES_MAX } from '../consensus/limits.ts';
import type { MembershipAt } from '../consensus/members-view.ts';
import { membershipTextOf, parseMembership } from '../consensus/membership.ts';
import type { Disk } from '../consensus/ports.ts';
import { corrupt, unknownVersion } from './errors.ts';
import { readSmallFile, removeIfThere, TEMPORARY_SUFFIX, writeSmallFile } from './small-file.ts';

export const JOINED_FILE = 'joined';
const VERSION = 1;
/** A membership, and less than a kilobyte around it. */
const BYTES_MAX = MEMBERSHIP_BYTES_MAX + 1024;
const FIRST_LINE = /^ledgerline joined ([0-9]+) ([0-9a-f]{64})\n/;
const TEXT = /^\{"index":([1-9][0-9]{0,15}),"membership":(\{.*\})\}$/;

/** Makes the file, durable when it resolves, in place of an earlier one. */
export async function writeJoined(disk: Disk, directory: string, { index, membership }: MembershipAt): Promise<void> {
  const text = `{"index":${index},"membership":${membershipTextOf(membership)}}`;
  const contents = Buffer.from(`ledgerline joined ${VERSION} ${digestOf(text)}\n${text}`, 'latin1');
  // What an attempt before this one, in the same process, left when it failed.
  await removeIfThere(disk, `${directory}/${JOINED_FILE}${TEMPORARY_SUFFIX}`);
  await writeSmallFile(disk, { directory, name: JOINED_FILE }, contents);
}

/** Throws `CORRUPT` or `VERSION`. */
export async function readJoined(disk: Disk, directory: string): Promise<MembershipAt> {
  const file = `${directory}/${JOINED_FILE}`;
  const contents = Buffer.from(await readSmallFile(disk, file, BYTES_MAX)).toString('latin1');
  const first = FIRST_LINE.exec(contents);
  if (first === null) throw corrupt('what says how this node joined does not begin as that', { file });
  const text = contents.slice(first[0].length);
  if (digestOf(text) !== first[2]) throw corrupt('what says how this node joined does not match its digest', { file });
  const version = Number(first[1]);
  if (version !== VERSION)
    throw unknownVersion(`what says how this node joined has format ${version}, this version knows ${VERSION}`, { file });
  const [, index, membership] = TEXT.exec(text) ?? [];
  try {
    return { index: checkInteger(Number(index), 1, 'the index of a membership'), membership: parseMembership(String(membership)) };
  } catch (cause) {
    throw corrupt(`what says how this node joined makes no sense: ${String(cause)}`, { file }, cause);
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}
