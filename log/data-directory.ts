// The data directory of one node: who it is, which cluster it belongs to, and the storage of its partitions.
import { createHash } from 'node:crypto';
import type { Disk, PartitionStorage } from '../consensus/ports.ts';
import type { NodeId } from '../consensus/types.ts';

export interface DataDirectoryOptions {
  readonly disk: Disk;
  readonly path: string;
  readonly nodeId: NodeId;
  /** 32 hexadecimal digits, never given out twice; called once in the life of a data directory. */
  readonly newIncarnation: () => string;
  /** Bytes of a segment, for tests and simulation. */
  readonly segmentBytes?: number;
  readonly firstSegmentBytes?: number;
}

export interface DataDirectory {
  readonly identity: { readonly nodeId: NodeId; readonly incarnation: string };
  /** The canonical text, once the node is formed. */
  readonly genesisText: string | undefined;
  /** Durable, file and directory, before it resolves. Only once: another text is refused with `WRONG_CLUSTER`. */
  saveGenesis(text: string): Promise<void>;
  /** Creates the partition at its first use and recovers it otherwise. */
  openPartition(partition: number): Promise<PartitionStorage>;
  close(): Promise<void>;
}

/** 64 hexadecimal digits: SHA-256 over the UTF-8 of the genesis text. */
export function clusterIdOf(genesisText: string): string {
  return createHash('sha256').update(genesisText, 'utf8').digest('hex');
}

/** Opens or makes the data directory of node `nodeId`. */
export async function openDataDirectory(options: DataDirectoryOptions): Promise<DataDirectory> {
  throw new Error(`not built yet: ${options.path}`);
}
