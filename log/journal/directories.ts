// The directories of a journal: each says which journal it is of and which of how many it is, so that a missing, foreign or swapped one is
// noticed. Lists what is in them; what a segment holds is not known here. FORMAT.md ("Directories").
import { assert } from '../../consensus/assert.ts';
import type { Disk } from '../../consensus/ports.ts';
import { checksum } from '../crc.ts';
import { hasCode } from '../errors.ts';
import { readSmallFile, TEMPORARY_SUFFIX, writeSmallFile } from '../small-file.ts';
import { corrupt, JournalError, unknownVersion } from './errors.ts';
import { parseJournalSegmentName } from './segment-header.ts';
import { createState, openState, STATE_FILE, type StateFile } from './state-file.ts';
import type { JournalWorld } from './types.ts';

export const IDENTITY_FILE = 'journal';
/** The folder of the kernel's lock, in the first directory. */
export const LOCK_DIRECTORY = 'lock';
const TOLERATED = 'lost+found';
const IDENTITY_BYTES_MAX = 1024;
const SPARE = /^spare-[0-9]+\.tmp$/;
const IDENTITY =
  /^(ledgerline journal (?<version>[0-9]+)\nid (?<id>[0-9a-f]{32})\ndirectory (?<number>[0-9]+) of (?<count>[0-9]+)\n)checksum (?<sum>[0-9a-f]{8})\n$/;
const VERSION = 1;

export function spareName(number: number): string {
  return `spare-${number}${TEMPORARY_SUFFIX}`;
}

/** A segment's file, as its name says. */
export interface SegmentFile {
  readonly sequence: number;
  /** Number of its directory, from 0. */
  readonly directory: number;
  readonly path: string;
}

export interface OpenedDirectories {
  readonly journalId: string;
  readonly state: StateFile;
  /** By sequence number. */
  readonly segments: readonly SegmentFile[];
}

interface Listing {
  readonly path: string;
  readonly hasState: boolean;
  readonly identity: { readonly journalId: string; readonly number: number; readonly count: number } | undefined;
}

/**
 * Makes the directories of a new journal, or checks those of an old one. A crash while they are made is gone on with by the next call. Throws
 * `CORRUPT`, `WRONG_DIRECTORIES`, `FOREIGN_FILE`, `VERSION`.
 */
export async function openDirectories(world: JournalWorld, directories: readonly string[]): Promise<OpenedDirectories> {
  const { disk } = world;
  const listings: Listing[] = [];
  const segments: SegmentFile[] = [];
  for (const [number, path] of directories.entries()) listings.push(await listDirectory(disk, { number, path }, segments));
  checkIdentities(listings, segments);
  const first = listings[0];
  assert(first !== undefined, 'a journal has a directory');
  const journalId = first.identity?.journalId ?? (await createFirst(world, first));
  if (first.identity !== undefined && !first.hasState)
    throw corrupt('the state of the journal is missing', { file: `${first.path}/${STATE_FILE}` });
  const state = await openState(disk, first.path, journalId);
  try {
    await completeDirectories(disk, { listings, state, journalId });
  } catch (error) {
    await state.close();
    throw error;
  }
  segments.sort((left, right) => left.sequence - right.sequence);
  return { journalId, state, segments };
}

async function listDirectory(disk: Disk, place: { number: number; path: string }, segments: SegmentFile[]): Promise<Listing> {
  const { path, number } = place;
  const names = await listOrMake(disk, path);
  for (const name of names) {
    const sequence = parseJournalSegmentName(name);
    if (sequence !== undefined) segments.push({ sequence, directory: number, path: `${path}/${name}` });
    else await checkName(disk, path, name);
  }
  const hasState = names.includes(STATE_FILE);
  const identity = names.includes(IDENTITY_FILE) ? await readIdentity(disk, `${path}/${IDENTITY_FILE}`) : undefined;
  return { path, hasState, identity };
}

async function listOrMake(disk: Disk, path: string): Promise<string[]> {
  try {
    return await disk.list(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await disk.makeDirectory(path);
  return [];
}

/** Removes unfinished files of ours. Throws `FOREIGN_FILE` for anything that this version does not make. */
async function checkName(disk: Disk, directory: string, name: string): Promise<void> {
  if (name === IDENTITY_FILE || name === STATE_FILE || name === LOCK_DIRECTORY || name === TOLERATED) return;
  const file = `${directory}/${name}`;
  const isOurs = name === IDENTITY_FILE + TEMPORARY_SUFFIX || name === STATE_FILE + TEMPORARY_SUFFIX || SPARE.test(name);
  if (isOurs) return disk.remove(file);
  const next = 'If it is not needed, move it away; if a later version made it, use that version.';
  throw new JournalError('FOREIGN_FILE', { what: 'this file does not belong to the journal', next, place: { file } });
}

/** Those that say who they are must be what they are given as; without the first one's word nothing of the journal may be there. */
function checkIdentities(listings: readonly Listing[], segments: readonly SegmentFile[]): void {
  const first = listings[0]?.identity;
  for (const [at, { path, identity }] of listings.entries()) {
    const file = `${path}/${IDENTITY_FILE}`;
    if (identity === undefined) {
      const others = segments.length > 0 || listings.some((listing) => listing.identity !== undefined);
      if (at === 0 && others) throw corrupt('this directory says nothing of the journal that the others hold: is it mounted?', { file });
      continue;
    }
    const isRight = identity.number === at + 1 && identity.count === listings.length && identity.journalId === first?.journalId;
    if (isRight) continue;
    const what = `this is directory ${identity.number} of ${identity.count} of journal ${identity.journalId}, given as ${at + 1} of ${listings.length}`;
    const next = 'Give the directories that the journal was made with, in their order.';
    throw new JournalError('WRONG_DIRECTORIES', { what, next, place: { file } });
  }
}

/** State first, then the word of the first directory: without it nothing was ever committed. */
async function createFirst(world: JournalWorld, first: Listing): Promise<string> {
  const { disk } = world;
  const journalId = world.newJournalId();
  assert(/^[0-9a-f]{32}$/.test(journalId), "a journal's id has 32 hexadecimal digits");
  if (first.hasState) await disk.remove(`${first.path}/${STATE_FILE}`);
  await createState(disk, first.path, journalId);
  return journalId;
}

/** Before the first segment the words of the directories may be missing, since making them was cut short; later that is a loss. */
async function completeDirectories(
  disk: Disk,
  made: { readonly listings: readonly Listing[]; readonly state: StateFile; readonly journalId: string },
): Promise<void> {
  const { listings, state, journalId } = made;
  for (const [at, { path, identity }] of listings.entries()) {
    if (identity !== undefined) continue;
    const file = `${path}/${IDENTITY_FILE}`;
    if (state.record.newestSegment > 0)
      throw corrupt('this directory, which the journal was made with, is empty: is it mounted?', { file });
    // The directory itself may be in the page cache alone, also if a start before this one made it.
    await disk.syncDirectory(path.slice(0, path.lastIndexOf('/')) || '/');
    const lines = `ledgerline journal ${VERSION}\nid ${journalId}\ndirectory ${at + 1} of ${listings.length}\n`;
    const bytes = new TextEncoder().encode(`${lines}checksum ${checksumOf(lines)}\n`);
    await writeSmallFile(disk, { directory: path, name: IDENTITY_FILE }, bytes);
  }
  // What a start before this one renamed may not be on the disk yet.
  for (const { path } of listings) await disk.syncDirectory(path);
}

async function readIdentity(disk: Disk, file: string): Promise<Listing['identity']> {
  const text = new TextDecoder().decode(await readSmallFile(disk, file, IDENTITY_BYTES_MAX));
  const match = IDENTITY.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined || checksumOf(match[1] ?? '') !== groups.sum) {
    throw corrupt('the file that says which journal this directory is of is damaged', { file });
  }
  if (Number(groups.version) !== VERSION)
    throw unknownVersion(`a journal of format ${groups.version}, this version knows ${VERSION}`, { file });
  return { journalId: groups.id ?? '', number: Number(groups.number), count: Number(groups.count) };
}

function checksumOf(lines: string): string {
  return checksum(new TextEncoder().encode(lines)).toString(16).padStart(8, '0');
}
