// Starts the process under test, by itself or under strace, and says how it ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const LOG_PROCESS = fileURLToPath(new URL('./log-process.js', import.meta.url));
/** A process that does not end by itself by then hangs. */
const END_MS = 20_000;

/** A data directory and the notes about it. */
export interface Site {
  readonly data: string;
  readonly notes: string;
}

/** A data directory in `folder`, beside its notes. */
export function siteIn(folder: string, name: string): Site {
  return { data: join(folder, name), notes: join(folder, `${name}.notes`) };
}

export function siteOf(disk: { readonly path: string; readonly folder: string }, name: string): Site {
  return { data: join(disk.path, name), notes: join(disk.folder, `${name}.notes`) };
}

export interface RunOptions {
  readonly seed?: number;
  /** Changes to make; 0: only start and check. */
  readonly changes?: number;
  /** `apart`: what is synced in the write elsewhere is a write and fdatasync. `none`: without any fsync, a disk that lies. */
  readonly sync?: 'in-write' | 'apart' | 'none';
  /** With state and key index beside the log. */
  readonly hasStores?: boolean;
  /** What strace does to system calls, e.g. `fdatasync:error=EIO:when=3`, each counted from 1. */
  readonly inject?: string;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

export class LogProcess {
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  readonly #notes: string;
  readonly #notesBytes: number;

  constructor(site: Site, options: RunOptions = {}) {
    const { seed = 1, changes = 0, sync = 'in-write', hasStores = false, inject } = options;
    const words = [sync, hasStores ? 'stores' : 'alone'];
    const log = [process.execPath, LOG_PROCESS, site.data, site.notes, String(seed), String(changes), ...words];
    const calls = inject?.split(':')[0] ?? '';
    const command =
      inject === undefined ? log : ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${inject}`, ...log];
    const [file = '', ...args] = command;
    this.#notes = site.notes;
    this.#notesBytes = bytesOf(site.notes);
    // One thread, since strace counts calls by thread.
    const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
    this.#child = spawn(file, args, { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: END_MS, killSignal: 'SIGKILL' });
    this.ended = this.#watch();
  }

  async #watch(): Promise<Ended> {
    const parts: Buffer[] = [];
    this.#child.stderr?.on('data', (part: Buffer) => parts.push(part));
    const [code, signal] = (await once(this.#child, 'close')) as [number | null, NodeJS.Signals | null];
    return { code, signal, stderr: Buffer.concat(parts).toString() };
  }

  /**
   * Stops it, does this, kills it. Stopped, it acknowledges nothing: what the kernel answers to calls that a power cut meets under way is not to
   * be believed (ext4 lets an fdatasync succeed whose journal was shut down meanwhile), and no real power cut would let anybody hear it.
   */
  async stoppedAndKilled(act: () => Promise<void>): Promise<void> {
    this.#child.kill('SIGSTOP');
    await act();
    this.#child.kill('SIGKILL');
  }

  /** Resolves once so many bytes of notes came, or the process ended. */
  async noted(bytes: number): Promise<void> {
    while (this.#child.exitCode === null && this.#child.signalCode === null && bytesOf(this.#notes) < this.#notesBytes + bytes)
      await sleep(1);
  }
}

function bytesOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}
