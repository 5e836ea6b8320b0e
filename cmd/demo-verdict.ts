// The judge of the demo, pure: what clients were told, against what every node's log says. It trusts neither the SDK nor the nodes.

/** What a client was told about one transfer that settled as committed. Times in milliseconds of one clock. */
export interface Acknowledged {
  readonly id: string;
  readonly offset: number;
  /** When the call that brought the answer began and ended. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** One transaction as a node served it. */
export interface LoggedTransaction {
  readonly offset: number;
  /** `opening` puts money into the account `to`; `void` moves nothing. */
  readonly kind: 'opening' | 'transfer' | 'void';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly cents: bigint;
  /** SHA-256 over all that a reader sees of it. */
  readonly fingerprint: string;
}

export interface NodeLog {
  readonly node: string;
  readonly transactions: readonly LoggedTransaction[];
  /** Chain digest at the index common to all nodes. */
  readonly digest: string;
}

export interface DemoHistory {
  readonly acknowledged: readonly Acknowledged[];
  /** Transfers that `resolve` settled as void: they must never appear. */
  readonly voided: readonly string[];
  /** Transfers whose outcome nobody could settle. */
  readonly unsettled: number;
  readonly logs: readonly NodeLog[];
  readonly totalCents: bigint;
}

export interface Verdict {
  readonly pass: boolean;
  readonly acknowledged: number;
  readonly committed: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfOrder: number;
  readonly unsettled: number;
  readonly moneyConserved: boolean;
  readonly totalCents: bigint;
  readonly logsEqual: boolean;
  readonly digest: string;
  /** Everything that is off, for people. */
  readonly problems: readonly string[];
}

/** Problems that are named one by one. */
const PROBLEMS_MAX = 10;

export function judge(history: DemoHistory): Verdict {
  const { acknowledged, logs } = history;
  const problems: string[] = [];
  const counts = { lost: 0, duplicated: 0, outOfOrder: countOutOfOrder(acknowledged) };
  let moneyConserved = logs.length > 0;
  for (const log of logs) {
    problems.push(...gaps(log));
    const money = moneyProblems(log, history.totalCents);
    problems.push(...money);
    moneyConserved &&= money.length === 0;
    const found = compareWithAcknowledged(log, history);
    problems.push(...found.problems);
    counts.lost = Math.max(counts.lost, found.lost);
    counts.duplicated = Math.max(counts.duplicated, found.duplicated);
  }
  const differences = differencesBetween(logs);
  problems.push(...differences);
  if (counts.outOfOrder > 0) problems.push(`${counts.outOfOrder} transfers began after another was acknowledged and still stand before it`);
  if (history.unsettled > 0) problems.push(`${history.unsettled} transfers could not be settled`);
  if (acknowledged.length === 0) problems.push('no transfer was acknowledged');
  return {
    pass: problems.length === 0 && counts.lost === 0 && counts.duplicated === 0,
    acknowledged: acknowledged.length,
    committed: logs[0]?.transactions.filter((transaction) => transaction.kind === 'transfer').length ?? 0,
    ...counts,
    unsettled: history.unsettled,
    moneyConserved,
    totalCents: history.totalCents,
    logsEqual: differences.length === 0,
    digest: logs[0]?.digest ?? '',
    problems: problems.slice(0, PROBLEMS_MAX),
  };
}

/** Offsets are 1, 2, 3 … on every node. */
function gaps({ node, transactions }: NodeLog): string[] {
  const at = transactions.findIndex((transaction, position) => transaction.offset !== position + 1);
  return at === -1 ? [] : [`${node}: offset ${transactions[at]?.offset} stands where ${at + 1} belongs`];
}

function compareWithAcknowledged(log: NodeLog, history: DemoHistory): { lost: number; duplicated: number; problems: string[] } {
  const offsets = new Map<string, number>();
  const problems: string[] = [];
  let duplicated = 0;
  for (const { kind, id, offset } of log.transactions) {
    if (kind !== 'transfer') continue;
    const before = offsets.get(id);
    if (before === undefined) offsets.set(id, offset);
    else {
      duplicated++;
      problems.push(`${log.node}: transfer ${id} stands at ${before} and at ${offset}`);
    }
  }
  let lost = 0;
  for (const { id, offset } of history.acknowledged) {
    if (offsets.get(id) === offset) continue;
    lost++;
    problems.push(`${log.node}: transfer ${id} was acknowledged at ${offset} and stands at ${offsets.get(id) ?? 'no offset'}`);
  }
  for (const id of history.voided) {
    if (offsets.has(id)) problems.push(`${log.node}: transfer ${id} was settled as void and stands at ${offsets.get(id)}`);
  }
  return { lost, duplicated, problems };
}

/** Replays the log: the total stays what it was from the last opening on, and no account is ever overdrawn. */
function moneyProblems({ node, transactions }: NodeLog, totalCents: bigint): string[] {
  const balances = new Map<string, bigint>();
  const add = (account: string, cents: bigint): bigint => {
    const balance = (balances.get(account) ?? 0n) + cents;
    balances.set(account, balance);
    return balance;
  };
  for (const { kind, offset, from, to, cents } of transactions) {
    if (kind === 'void') continue;
    if (kind === 'transfer' && add(from, -cents) < 0n) return [`${node}: offset ${offset} overdraws ${from}`];
    add(to, cents);
  }
  const total = [...balances.values()].reduce((sum, balance) => sum + balance, 0n);
  return total === totalCents ? [] : [`${node}: the balances add up to ${total} cents, not ${totalCents}`];
}

function differencesBetween(logs: readonly NodeLog[]): string[] {
  const first = logs[0];
  if (first === undefined) return ['no node could be read'];
  const problems: string[] = [];
  for (const other of logs.slice(1)) {
    const at = first.transactions.findIndex(
      (transaction, position) => transaction.fingerprint !== other.transactions[position]?.fingerprint,
    );
    if (at !== -1 || first.transactions.length !== other.transactions.length) {
      problems.push(`${first.node} and ${other.node} differ at offset ${at === -1 ? first.transactions.length + 1 : at + 1}`);
    }
    if (first.digest === '' || first.digest !== other.digest) problems.push(`the chain digests of ${first.node} and ${other.node} differ`);
  }
  return problems;
}

/**
 * How many transactions stand after one that began only when they had been acknowledged already: real time must not run backwards
 * along the log.
 */
export function countOutOfOrder(acknowledged: readonly Acknowledged[]): number {
  const inLogOrder = [...acknowledged].sort((left, right) => left.offset - right.offset);
  let latestStart = Number.NEGATIVE_INFINITY;
  let count = 0;
  for (const { startedAt, endedAt } of inLogOrder) {
    if (endedAt < latestStart) count++;
    latestStart = Math.max(latestStart, startedAt);
  }
  return count;
}

/** The longest time between two acknowledgements that follow each other, in milliseconds. */
export function longestGap(acknowledged: readonly Pick<Acknowledged, 'endedAt'>[]): number {
  const times = acknowledged.map((one) => one.endedAt).sort((left, right) => left - right);
  let longest = 0;
  for (const [at, time] of times.entries()) longest = Math.max(longest, time - (times[at - 1] ?? time));
  return longest;
}

/** The value that `share` (0 to 1) of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? 0;
}
