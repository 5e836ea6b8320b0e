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
} from './api.ts';
export { LedgerlineError } from './errors.ts';
export { Ledgerline } from './ledgerline.ts';
export type { Outcome } from './messages.ts';
export type { Tail } from './tail.ts';
