// The public door of `@ledgerline/client`.
export type {
  CallOptions,
  ClusterLimits,
  ClusterStatus,
  CommittedTransaction,
  ConnectOptions,
  Delta,
  DeltaInput,
  ErrorCode,
  KeyInput,
  Lock,
  LockMode,
  LookupAnswer,
  NodeStatus,
  PartitionOptions,
  ResolveAnswer,
  SubmitReceipt,
  TailOptions,
  TailState,
  TransactionInput,
  Transfer,
  TransferOptions,
} from './api.ts';
export type {
  ClusterMembers,
  IntendedSet,
  Member,
  MemberProgress,
  MembersChange,
  MembersChanged,
  NewMember,
  PartitionMembers,
} from './api-members.ts';
export type {
  LogEntry,
  NodeSnapshots,
  NodeVerdicts,
  ReadAt,
  Snapshot,
  SnapshotPlace,
  StateEntry,
  StatePage,
  StateRangeOptions,
  StateReadOptions,
  StateValue,
  StateValues,
  StorageStatus,
} from './api-storage.ts';
export { LedgerlineError } from './errors.ts';
export { Ledgerline } from './ledgerline.ts';
export type { Outcome } from './messages.ts';
export type { BeginOptions, OpenTransaction } from './open-transaction.ts';
export type { EntriesOptions, FetchOptions, PartitionSnapshots } from './snapshots.ts';
export type { PartitionState, StateRange } from './state.ts';
export type { Tail } from './tail.ts';
