// What the journal knows about itself, in two copies: the applied offset, and which segments must be there. FORMAT.md ("State").
import type { Disk } from '../../consensus/ports.ts';
import { fromHex, getUint64, setUint64, toHex, viewOf } from '../bytes.ts';
import { type CopyFormat, TwoCopyFile } from '../two-copy-file.ts';
import { corrupt, unknownVersion } from './errors.ts';
import { JOURNAL_ID_BYTES } from './segment-header.ts';

export const STATE_FILE = 'journal-state';
const VERSION = 1;

export interface JournalState {
  /** All up to here is in the application's store, durably. */
  readonly appliedOffset: number;
  /** Sequence number of the oldest segment that is needed; older files are dead, whatever they hold. */
  readonly oldestSegment: number;
  /** Sequence number of the newest segment that was begun; 0 before the first. */
  readonly newestSegment: number;
}

export type StateFile = TwoCopyFile<JournalState>;

/** Makes the file of a new journal, durable when it resolves. */
export async function createState(disk: Disk, directory: string, journalId: string): Promise<void> {
  const record: JournalState = { appliedOffset: 0, oldestSegment: 1, newestSegment: 0 };
  const created = await TwoCopyFile.create(disk, { directory, name: STATE_FILE }, { format: formatOf(journalId), record });
  await created.close();
}

/** See `TwoCopyFile.open`. */
export function openState(disk: Disk, directory: string, journalId: string): Promise<StateFile> {
  return TwoCopyFile.open(disk, `${directory}/${STATE_FILE}`, formatOf(journalId));
}

function formatOf(journalId: string): CopyFormat<JournalState> {
  return {
    what: 'state',
    magic: 'LLJRNSTA',
    version: VERSION,
    encode: (state, block) => encode(state, journalId, block),
    decode: (block) => decode(block, journalId),
    corrupt,
    unknownVersion,
    bothBad: 'both copies of the state of the journal are damaged',
  };
}

function encode(state: JournalState, journalId: string, block: Uint8Array): void {
  const view = viewOf(block);
  view.setUint32(16, state.oldestSegment, true);
  view.setUint32(20, state.newestSegment, true);
  block.set(fromHex(journalId), 24);
  setUint64(view, 48, state.appliedOffset);
}

function decode(block: Uint8Array, journalId: string): JournalState | string {
  if (toHex(block.subarray(24, 24 + JOURNAL_ID_BYTES)) !== journalId) return 'the state is that of another journal';
  const view = viewOf(block);
  const state: JournalState = {
    appliedOffset: getUint64(view, 48),
    oldestSegment: view.getUint32(16, true),
    newestSegment: view.getUint32(20, true),
  };
  const makesSense = Number.isSafeInteger(state.appliedOffset) && state.oldestSegment >= 1;
  return makesSense ? state : 'the state makes no sense';
}
