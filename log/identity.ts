// The identity file: which node this data directory belongs to, and its incarnation, made once. Text, with a checksum.
import type { Disk } from '../consensus/ports.ts';
import type { NodeId } from '../consensus/types.ts';
import { checksum } from './crc.ts';
import { corrupt, unknownVersion } from './errors.ts';
import { readSmallFile, writeSmallFile } from './small-file.ts';

export const IDENTITY_FILE = 'identity';
const VERSION = 1;
const BYTES_MAX = 1024;
const SHAPE = /^ledgerline identity ([0-9]+)\nnode ([a-z0-9-]{1,64})\nincarnation ([0-9a-f]{32})\nchecksum [0-9a-f]{8}\n$/;
const OTHER_VERSION = /^ledgerline identity ([0-9]+)\n/;

export interface Identity {
  readonly nodeId: NodeId;
  /** 32 hexadecimal digits. */
  readonly incarnation: string;
}

/** Makes the file, durable when it resolves. */
export async function saveIdentity(disk: Disk, directory: string, identity: Identity): Promise<void> {
  await writeSmallFile(disk, { directory, name: IDENTITY_FILE }, Buffer.from(identityText(identity)));
}

/** Reads the file. Throws `CORRUPT` or `VERSION`. */
export async function loadIdentity(disk: Disk, directory: string): Promise<Identity> {
  const file = `${directory}/${IDENTITY_FILE}`;
  const bytes = Buffer.from(await readSmallFile(disk, file, BYTES_MAX));
  const text = bytes.toString('latin1');
  const version = Number(OTHER_VERSION.exec(text)?.[1] ?? VERSION);
  if (version !== VERSION && isChecksumRight(text)) {
    throw unknownVersion(`the identity has format ${version}, this version knows ${VERSION}`, { file });
  }
  const match = SHAPE.exec(text);
  const identity: Identity = { nodeId: (match?.[2] ?? '') as NodeId, incarnation: match?.[3] ?? '' };
  if (match === null || identityText(identity) !== text) throw corrupt('the identity of the node is damaged', { file });
  return identity;
}

function identityText(identity: Identity): string {
  const body = `ledgerline identity ${VERSION}\nnode ${identity.nodeId}\nincarnation ${identity.incarnation}\n`;
  return `${body}checksum ${checksumText(body)}\n`;
}

function checksumText(body: string): string {
  return checksum(Buffer.from(body, 'latin1')).toString(16).padStart(8, '0');
}

/** A later version keeps the last line. */
function isChecksumRight(text: string): boolean {
  const at = text.lastIndexOf('checksum ');
  return at >= 0 && text.slice(at) === `checksum ${checksumText(text.slice(0, at))}\n`;
}
