// Whether a process has a data directory open, found out without taking its lock: Linux lists the locks that are held in /proc/locks.
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { hasCode } from '../errors.ts';
import { KEY_INDEX_DIRECTORY } from '../key-index-directory.ts';

/** `unknown`: this system does not say. */
export type InUse = { readonly kind: 'free' } | { readonly kind: 'in-use'; readonly pid: number } | { readonly kind: 'unknown' };

/**
 * Level's lock on the key index guards the whole directory. Processes of other machines, and those in other containers that this one cannot see,
 * are not found: what lies on a shared disk must be known to be stopped.
 */
export async function findUser(path: string): Promise<InUse> {
  const lock = `${path}/${KEY_INDEX_DIRECTORY}/LOCK`;
  let file: { readonly dev: bigint; readonly ino: bigint };
  try {
    file = await stat(lock, { bigint: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return { kind: 'free' };
    throw error;
  }
  let table: string;
  try {
    table = await readFile('/proc/locks', 'utf8');
  } catch {
    return { kind: 'unknown' };
  }
  for (const holder of holdersOf(table, file)) {
    if (holder.isSameDevice || (await hasOpen(holder.pid, lock))) return { kind: 'in-use', pid: holder.pid };
  }
  return { kind: 'free' };
}

/** Who holds a lock on a file with this inode. File systems of several devices number theirs otherwise here than in `stat`. */
export function holdersOf(
  table: string,
  file: { readonly dev: bigint; readonly ino: bigint },
): { readonly pid: number; readonly isSameDevice: boolean }[] {
  const holders: { pid: number; isSameDevice: boolean }[] = [];
  for (const line of table.split('\n')) {
    const match = /(?:POSIX|OFDLCK|FLOCK) .* (-?\d+) ([0-9a-f]+):([0-9a-f]+):(\d+) /.exec(line);
    if (match === null || BigInt(match[4] ?? '') !== file.ino || line.includes('->')) continue;
    const [, pid, major, minor] = match;
    const isSameDevice = BigInt(`0x${major}`) === majorOf(file.dev) && BigInt(`0x${minor}`) === minorOf(file.dev);
    holders.push({ pid: Number(pid), isSameDevice });
  }
  return holders;
}

function majorOf(device: bigint): bigint {
  return ((device >> 8n) & 0xfffn) | ((device >> 32n) & ~0xfffn);
}

function minorOf(device: bigint): bigint {
  return (device & 0xffn) | ((device >> 12n) & ~0xffn);
}

/** Whether a process has the file open; if that cannot be seen, it may. */
async function hasOpen(pid: number, path: string): Promise<boolean> {
  const directory = `/proc/${pid}/fd`;
  try {
    for (const name of await readdir(directory)) {
      if ((await readlink(`${directory}/${name}`)) === path) return true;
    }
    return false;
  } catch (error) {
    return !hasCode(error, 'ENOENT');
  }
}
