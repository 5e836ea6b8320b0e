// A real file system on a loop device, and a true power cut for it: FS_IOC_SHUTDOWN without a flush of the journal. Needs root, mkfs and loop
// devices; says why when it cannot have them. Mounts are always taken away, also when the test process is ended.
import { type ExecFileException, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export type FileSystem = 'ext4' | 'xfs';

const run = promisify(execFile);
/** The smallest that mkfs.xfs makes is 300 MiB; both files are sparse. */
const IMAGE_BYTES: Readonly<Record<FileSystem, number>> = { ext4: 64 * 1024 * 1024, xfs: 320 * 1024 * 1024 };
const UNMOUNT_ATTEMPTS = 50;
/** FS_IOC_SHUTDOWN, argument FS_SHUTDOWN_FLAGS_NOLOGFLUSH. Waits for a line, so that the cut comes without the start of a process. */
const CUT_POWER = `
import fcntl, os, struct, sys
fd = os.open(sys.argv[1], os.O_RDONLY)
print('ready', flush=True)
sys.stdin.readline()
fcntl.ioctl(fd, 0x8004587D, struct.pack('I', 2))
`;

async function isThere(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await run(command, [...args]);
    return true;
  } catch (error) {
    return (error as ExecFileException).code !== 'ENOENT';
  }
}

/** Why there can be no such disk here; `undefined` if there can. */
export async function reasonAgainst(fileSystem: FileSystem): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'loop devices are of Linux';
  if (process.getuid?.() !== 0) return 'mounting needs root';
  if (!(await isThere(`mkfs.${fileSystem}`, ['-V']))) return `mkfs.${fileSystem} is not installed`;
  if (!(await isThere('python3', ['-V']))) return 'python3, which has the ioctl that Node lacks, is not installed';
  const disk = await LoopDisk.make(fileSystem).catch((error: unknown) => error as Error);
  if (disk instanceof Error) return `no loop device can be mounted: ${disk.message.split('\n').at(-2) ?? disk.message}`;
  await disk.remove();
  return undefined;
}

/** Whether system calls can be made to fail here. */
export async function reasonAgainstStrace(): Promise<string | undefined> {
  try {
    await run('strace', ['-qq', '-o', '/dev/null', '-e', 'inject=fdatasync:error=EIO', 'true']);
    return undefined;
  } catch (error) {
    return (error as ExecFileException).code === 'ENOENT' ? 'strace is not installed' : 'strace may not trace here';
  }
}

export class LoopDisk {
  /** Where the file system is mounted. */
  readonly path: string;
  /** A directory beside it, on another file system. */
  readonly folder: string;
  readonly #image: string;
  readonly #onExit: () => void;

  private constructor(folder: string) {
    this.folder = folder;
    this.path = join(folder, 'mounted');
    this.#image = join(folder, 'image');
    this.#onExit = () => {
      try {
        execFileSync('umount', ['-l', this.path], { stdio: 'ignore' });
      } catch {
        // It was not mounted.
      }
    };
  }

  static async make(fileSystem: FileSystem): Promise<LoopDisk> {
    const disk = new LoopDisk(await mkdtemp(join(tmpdir(), 'ledgerline-disk-')));
    try {
      await writeFile(disk.#image, '');
      await truncate(disk.#image, IMAGE_BYTES[fileSystem]);
      await run(`mkfs.${fileSystem}`, ['-q', disk.#image]);
      await mkdir(disk.path);
      process.once('exit', disk.#onExit);
      await disk.#mount();
      return disk;
    } catch (error) {
      await disk.remove();
      throw error;
    }
  }

  async #mount(): Promise<void> {
    await run('mount', ['-o', 'loop', this.#image, this.path]);
  }

  /** Unmounts, as soon as the last process that used it is gone. */
  async #unmount(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await run('umount', [this.path]);
        return;
      } catch (error) {
        if (/not mounted|no mount point/.test(String(error))) return;
        if (attempt === UNMOUNT_ATTEMPTS) throw error;
        await sleep(20);
      }
    }
  }

  /** Ready to cut the power: then everything that was not synced is gone, and every call fails with EIO. */
  async powerCutter(): Promise<{ cut(): Promise<void> }> {
    const cutter = spawn('python3', ['-c', CUT_POWER, this.path], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(cutter, 'exit');
    await Promise.race([once(cutter.stdout, 'data'), ended]);
    return {
      async cut() {
        cutter.stdin.end('now\n');
        const [code] = await ended;
        if (code !== 0) throw new Error(`the power cut failed with ${code}`);
      },
    };
  }

  /** The machine comes back; processes that used the disk are gone. */
  async remount(): Promise<void> {
    await this.#unmount();
    await this.#mount();
  }

  async remove(): Promise<void> {
    await this.#unmount();
    process.removeListener('exit', this.#onExit);
    await rm(this.folder, { recursive: true, force: true });
  }
}
