// A partition's real snapshot store with the checkers looking over its shoulder: every snapshot that it calls finished.
import type { SnapshotReceiver, SnapshotRecord, SnapshotStore, SnapshotWriter } from '../../consensus/ports.ts';
import type { NodeId, SnapshotHeader, SnapshotInfo } from '../../consensus/types.ts';
import type { Coverage } from './coverage.ts';
import type { SnapshotChecker } from './snapshot-checker.ts';

export interface ObservedSnapshotsOptions {
  readonly node: NodeId;
  readonly checker: SnapshotChecker;
  readonly coverage: Coverage;
}

export class ObservedSnapshots implements SnapshotStore {
  readonly #inner: SnapshotStore;
  readonly #options: ObservedSnapshotsOptions;

  constructor(inner: SnapshotStore, options: ObservedSnapshotsOptions) {
    this.#inner = inner;
    this.#options = options;
    if (inner.damaged().length > 0) options.coverage.hit('snapshot: damaged one found at the start');
  }

  list(): readonly SnapshotInfo[] {
    return this.#inner.list();
  }

  damaged(): readonly { readonly index: number; readonly why: string }[] {
    return this.#inner.damaged();
  }

  async create(header: SnapshotHeader): Promise<SnapshotWriter> {
    const writer = await this.#inner.create(header);
    return {
      write: (section, bytes) => writer.write(section, bytes),
      finish: async () => this.#finished(await writer.finish(), 'taken'),
      abort: () => writer.abort(),
    };
  }

  async receive(info: SnapshotInfo): Promise<SnapshotReceiver> {
    const receiver = await this.#inner.receive(info);
    if (receiver.received > 0) this.#options.coverage.hit('snapshot: reception goes on');
    return {
      received: receiver.received,
      write: (position, bytes) => receiver.write(position, bytes),
      finish: async () => this.#finished(await receiver.finish(), 'received'),
      close: () => receiver.close(),
    };
  }

  read(index: number): AsyncIterable<SnapshotRecord> {
    this.#options.coverage.hit('snapshot: read');
    return this.#inner.read(index);
  }

  verify(index: number): Promise<SnapshotInfo> {
    return this.#inner.verify(index);
  }

  readBytes(options: { readonly index: number; readonly position: number; readonly length: number }): Promise<Uint8Array> {
    return this.#inner.readBytes(options);
  }

  keepNewest(count: number): Promise<void> {
    return this.#inner.keepNewest(count);
  }

  #finished(info: SnapshotInfo, how: string): SnapshotInfo {
    const { node, checker, coverage } = this.#options;
    coverage.hit(`snapshot: ${how}`);
    checker.finished(node, info);
    return info;
  }
}
