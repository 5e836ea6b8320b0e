// `ledgerline log repair`: puts damaged entries of a stopped node back, from a node that runs. The only log tool that writes: it takes the lock and
// opens the log as a start of the node does. Whatever is fetched must fit between the digests on both sides of the damage, so nobody needs to be trusted.
import { Ledgerline } from '@ledgerline/client';
import type { PartitionStorage } from '../consensus/ports.ts';
import type { DamagedRange, Entry } from '../consensus/types.ts';
import { openDataDirectory } from '../log/data-directory.ts';
import { LogError } from '../log/errors.ts';
import { type Finding, isDamage } from '../log/inspect/finding.ts';
import type { Inventory } from '../log/inspect/inventory.ts';
import { verifyDirectory } from '../log/inspect/verify.ts';
import { KEY_INDEX_DIRECTORY } from '../log/key-index-directory.ts';
import { LevelStore } from '../log/level-store.ts';
import { nodeDisk } from '../log/node-disk.ts';
import type { Context } from './context.ts';
import { CommandError, describeError, EXIT, type ExitCode } from './exit.ts';
import { findingJson, findingText } from './log-finding.ts';
import { asCommandError, inventoryOf, type LogArguments, type OpenLog, openLog, shortPath } from './log-open.ts';
import { DEFAULT_TIMEOUT, parseDuration } from './settings.ts';

/** Bytes of sealed segments that are read at once. */
const VERIFY_BYTES = 4 * 1024 * 1024;

export interface RepairArguments extends LogArguments {
  /** URL of a live node, or of several. */
  readonly from: string;
  /** Read from exactly this node. */
  readonly node?: string | undefined;
  readonly timeout?: string | undefined;
  readonly dryRun: boolean;
}

/** What became of one damaged range; `why` says why it is damaged still. */
interface Outcome {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
  readonly file: string;
  readonly why: string | undefined;
}

interface Source {
  readonly ledger: Ledgerline;
  readonly node: string | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export async function run(args: RepairArguments, context: Context): Promise<ExitCode> {
  const log = await openLog(
    { ...args, live: false },
    context,
    'nothing was changed: a node that runs repairs itself; stop it to repair it by hand',
  );
  const inventory = await inventoryOf(log);
  const timeoutMs = parseDuration(args.timeout ?? DEFAULT_TIMEOUT, '--timeout');
  const { signal } = context;
  await using ledger = await Ledgerline.connect(args.from, { signal, deadlineMs: timeoutMs, defaultDeadlineMs: timeoutMs });
  const source: Source = { ledger, node: args.node, timeoutMs, signal };
  checkSource(inventory, source);
  const outcomes = args.dryRun ? await tryOut(log, source) : await asCommandError(() => repair(log, inventory, source));
  if (signal.aborted) return EXIT.interrupted;
  const left = args.dryRun ? [] : await damageOf(log);
  const failed = outcomes.filter(({ why }) => why !== undefined);
  const summary = { dryRun: args.dryRun, ranges: outcomes.map(outcomeJson), damage: left.map(findingJson) };
  log.render.document(summary, () => summaryText(log, { outcomes, left, dryRun: args.dryRun }));
  return failed.length === 0 && left.length === 0 ? EXIT.ok : EXIT.damage;
}

/** Without identity and genesis nobody knows whose log this is, and the source must be of its cluster. */
function checkSource({ path, identity, genesis }: Inventory, { ledger, node }: Source): void {
  if (identity === undefined || genesis === undefined) {
    throw new CommandError(`${path} has no sound identity and genesis: its log cannot be told from another's`, {
      exit: EXIT.damage,
      code: 'CORRUPT',
      hint: 'restore these two files from a copy of this same directory; ledgerline log verify says what is wrong with them',
    });
  }
  if (ledger.cluster !== genesis.clusterId) {
    throw new CommandError(`${path} belongs to cluster ${genesis.clusterId}, the node at the URL to ${ledger.cluster}`, {
      exit: EXIT.failed,
      code: 'WRONG_CLUSTER',
      hint: 'name a node of the same cluster',
    });
  }
  if (node === identity.nodeId) {
    throw new CommandError(`${path} is the data directory of ${node} itself`, {
      exit: EXIT.usage,
      code: 'USAGE',
      hint: 'name another node',
    });
  }
}

async function repair(log: OpenLog, inventory: Inventory, source: Source): Promise<Outcome[]> {
  const { path, partition: only } = log;
  const nodeId = inventory.identity?.nodeId;
  if (nodeId === undefined) throw new RangeError('a directory without identity was refused before');
  const lock = await LevelStore.open({ what: 'key index', path: `${path}/${KEY_INDEX_DIRECTORY}` });
  try {
    const newIncarnation = (): string => {
      throw new RangeError('the directory has an identity');
    };
    const directory = await openDataDirectory({ disk: nodeDisk(), path, nodeId, newIncarnation });
    try {
      const outcomes: Outcome[] = [];
      for (const { partition } of inventory.partitions) {
        if (only !== undefined && only !== partition) continue;
        outcomes.push(...(await repairPartition(await directory.openPartition(partition), partition, source)));
      }
      return outcomes;
    } finally {
      await directory.close();
    }
  } finally {
    await lock.close();
  }
}

async function repairPartition(storage: PartitionStorage, partition: number, source: Source): Promise<Outcome[]> {
  let from: number | undefined = storage.base.index + 1;
  while (from !== undefined && !source.signal.aborted) from = (await storage.verify({ from, bytesMax: VERIFY_BYTES })).next;
  const outcomes: Outcome[] = [];
  for (const range of [...storage.damage]) {
    if (source.signal.aborted) break;
    outcomes.push({ ...placeOf(range, partition), why: await failureOf(() => repairRange(storage, range, partition, source)) });
  }
  return outcomes;
}

async function repairRange(storage: PartitionStorage, range: DamagedRange, partition: number, source: Source): Promise<void> {
  await storage.repair(await entriesOf(range, partition, source));
}

/** Fetches exactly `from`..`to`. */
async function entriesOf(range: { readonly from: number; readonly to: number }, partition: number, source: Source): Promise<Entry[]> {
  const { ledger, node, signal, timeoutMs } = source;
  const entries: Entry[] = [];
  const options = { partition, from: range.from, to: range.to, deadlineMs: timeoutMs, signal, ...(node === undefined ? {} : { node }) };
  for await (const piece of ledger.entries(options)) for (const entry of piece) entries.push(entry);
  if (entries.length !== range.to - range.from + 1) {
    throw new RangeError(`the node has ${entries.length} of ${range.to - range.from + 1} entries`);
  }
  return entries;
}

/** Why it did not work; `undefined` if it did. What nobody expects is thrown on. */
async function failureOf(body: () => Promise<void>): Promise<string | undefined> {
  try {
    await body();
    return undefined;
  } catch (error) {
    if (error instanceof LogError && error.code === 'IO') throw error;
    return describeError(error).message;
  }
}

/** What a repair would fetch: read-only, so ranges whose end is not known cannot be tried. */
async function tryOut(log: OpenLog, source: Source): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { partition, from, to, file, code } of await damageOf(log)) {
    if (code !== 'ENTRIES' || partition === undefined || from === undefined) continue;
    const place = { partition, from, to: to ?? from, file };
    const why =
      to === undefined
        ? 'nobody knows how far it goes'
        : await failureOf(async () => void (await entriesOf({ from, to }, partition, source)));
    outcomes.push({ ...place, why });
  }
  return outcomes;
}

async function damageOf({ disk, path, partition }: OpenLog): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of verifyDirectory(disk, path, { partition })) if (isDamage(finding)) findings.push(finding);
  return findings;
}

function placeOf({ from, to, file }: DamagedRange, partition: number): Omit<Outcome, 'why'> {
  return { partition, from, to, file };
}

function outcomeJson({ why, ...place }: Outcome): Record<string, unknown> {
  return { ...place, ok: why === undefined, why: why ?? null };
}

function summaryText(
  { path }: OpenLog,
  done: { readonly outcomes: readonly Outcome[]; readonly left: readonly Finding[]; readonly dryRun: boolean },
): string {
  const { outcomes, left, dryRun } = done;
  const [good, bad] = dryRun ? ['can be repaired', 'cannot be repaired'] : ['repaired', 'NOT repaired'];
  const lines = outcomes.map(({ partition, from, to, file, why }) => {
    const entries = from === to ? `entry ${from}` : `entries ${from} to ${to}`;
    return `partition ${partition}: ${entries} ${why === undefined ? good : `${bad}: ${why}`} (${shortPath(path, file)})`;
  });
  if (outcomes.length === 0) lines.push('no damaged entries');
  lines.push(...left.map((finding) => findingText(path, finding)));
  if (!dryRun) lines.push(left.length === 0 ? 'sound' : `DAMAGED still: ${left.length} ${left.length === 1 ? 'place' : 'places'}`);
  return lines.join('\n');
}
