// When the repairer begins, that it ends with what it repairs, and from whom it takes what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  REPAIR_BYTES_MAX,
  REPAIR_HELPLESS_ATTEMPTS,
  REPAIR_IDLE_ATTEMPTS,
  REPAIR_IDLE_RETRY_MS,
  REPAIR_RETRY_MS,
} from '../../../../../consensus/limits.ts';
import type { NodeEvent } from '../../../../../consensus/node/events.ts';
import { Pauses } from '../../../../../consensus/node/pauses.ts';
import { Repairer, type RepairerOptions } from '../../../../../consensus/node/repair/repairer.ts';
import { StorageTurns } from '../../../../../consensus/node/storage-turns.ts';
import type { PartitionStorage, PeerRequests, SnapshotStore, Timers } from '../../../../../consensus/ports.ts';
import type { DamagedRange, Entry, EntryBody, NodeId, SnapshotInfo } from '../../../../../consensus/types.ts';
import { chainDigest } from '../../../../../log/chain-digest.ts';

const DIGEST = new Uint8Array(32);
const RANGE: DamagedRange = { from: 3, to: 3, digestBefore: DIGEST, digest: DIGEST, file: 'f', position: 0, why: 'rot' };
const NO_SNAPSHOTS: Partial<SnapshotStore> = { list: () => [] };
const BODY: EntryBody = { term: 1, type: 'no-op', timestamp: 1, firstOffset: 1, count: 0, payload: new Uint8Array(0) };

/** One that asks n2, which has nothing, and never waits to its end. */
function repairerOf(changes: Partial<RepairerOptions>): Repairer {
  return new Repairer({
    partition: 1,
    storage: {} as PartitionStorage,
    snapshots: NO_SNAPSHOTS as SnapshotStore,
    turns: new StorageTurns(),
    pauses: new Pauses({ after: () => () => undefined } as Partial<Timers> as Timers),
    peers: () => ['n2' as NodeId],
    lookFurther: async () => false,
    peerRequests: { entries: async () => [] } as Partial<PeerRequests> as PeerRequests,
    chainDigest,
    isFull: () => false,
    onHelpless: () => undefined,
    onAttempted: () => undefined,
    onHoldBack: () => undefined,
    observe: () => undefined,
    onFailure: (error) => assert.fail(String(error)),
    ...changes,
  });
}

// Found by the simulator (seed 1802082): with its seal a lost segment took the terms along, and all of it waited for what nobody had of its end.
test('damage is divided at each own snapshot in it, also where nobody knows any more of what term its entry was', () => {
  const split: number[] = [];
  const storage: Partial<PartitionStorage> = {
    base: { index: 0, term: 0, nextOffset: 1, digest: DIGEST },
    lastIndex: 9,
    termRuns: [{ firstIndex: 1, term: 1 }],
    damage: [{ ...RANGE, from: 3, to: 8 }],
    splitDamage: ({ index }) => split.push(index),
  };
  const of = (index: number, term: number) => ({ index, term, digest: DIGEST }) as Partial<SnapshotInfo> as SnapshotInfo;
  const snapshots: Partial<SnapshotStore> = { list: () => [of(7, 1), of(4, 2)] };
  repairerOf({ storage: storage as PartitionStorage, snapshots: snapshots as SnapshotStore }).splitAtSnapshots();
  assert.deepEqual(split, [7, 4]);
});

// Found by the simulator: that first attempt was taken to be under way for ever, so nothing was repaired any more, and whoever waited for it span.
test('a repairer that was called without damage repairs what is damaged later', async () => {
  let damage: readonly DamagedRange[] = [];
  const storage: Partial<PartitionStorage> = {
    get damage() {
      return damage;
    },
    readUnproven: async () => [],
    repair: () => {
      damage = [];
      return Promise.resolve();
    },
  };
  const peerRequests: Partial<PeerRequests> = { entries: () => Promise.resolve([BODY]) };
  const heldBack: boolean[] = [];
  const repairer = repairerOf({
    storage: storage as PartitionStorage,
    peerRequests: peerRequests as PeerRequests,
    chainDigest: () => DIGEST,
    onHoldBack: (isHeldBack) => heldBack.push(isHeldBack),
  });
  await repairer.repair();
  assert.deepEqual(heldBack, []);
  damage = [RANGE];
  await repairer.repair();
  assert.deepEqual(damage, []);
  assert.deepEqual(heldBack, [true, false]);
});

test('nobody is asked often for what nobody has, unless somebody waits for it, or more is found', async () => {
  let damage: readonly DamagedRange[] = [RANGE];
  let asked = 0;
  let waits = 0;
  let stopAt = 0;
  let resolveStopped: () => void = () => undefined;
  let goOn: () => void = () => undefined;
  const pauses = new Pauses({
    after: (_: number, action: () => void) => {
      goOn = action;
      if (++waits === stopAt) resolveStopped();
      else queueMicrotask(action);
      return () => undefined;
    },
  } as Partial<Timers> as Timers);
  const repairer = repairerOf({
    storage: {
      get damage() {
        return damage;
      },
      readUnproven: async () => [],
    } as Partial<PartitionStorage> as PartitionStorage,
    pauses,
    peerRequests: {
      entries: async () => {
        asked++;
        return [];
      },
    } as Partial<PeerRequests> as PeerRequests,
  });
  /** How often a peer is asked in so many pauses of `REPAIR_RETRY_MS`. */
  const askedIn = async (count: number): Promise<number> => {
    const before = asked;
    stopAt = waits + count;
    const stopped = new Promise<void>((resolve) => {
      resolveStopped = resolve;
    });
    goOn();
    await stopped;
    return asked - before;
  };
  const done = repairer.repair();
  const rare = REPAIR_IDLE_RETRY_MS / REPAIR_RETRY_MS;
  await askedIn(REPAIR_IDLE_ATTEMPTS + REPAIR_HELPLESS_ATTEMPTS);
  assert.equal(await askedIn(10 * rare), 10);
  void repairer.notice();
  assert.equal(await askedIn(2 * rare), 2, 'it is known already');
  void repairer.repair();
  assert.ok((await askedIn(rare)) >= rare - 1, 'somebody waits');
  await askedIn(REPAIR_IDLE_ATTEMPTS + rare);
  damage = [RANGE, { ...RANGE, from: 7, to: 7 }];
  void repairer.notice();
  assert.ok((await askedIn(rare)) >= 2 * (rare - 1), 'more is found');
  pauses.close();
  await done;
});

/** What a peer answers when it is asked for entries from an index on. */
type Peer = (from: number) => readonly EntryBody[];

/** Entries 3..8 are damaged. Tells what the first attempt to repair them with these peers, in this order, comes to. */
async function attempt(
  peers: readonly Peer[],
  attemptsMax = REPAIR_HELPLESS_ATTEMPTS,
): Promise<{ entries: readonly Entry[]; why: string; doesNobodyHave: boolean }> {
  const range: DamagedRange = { ...RANGE, from: 3, to: 8, digest: digestAfter(DIGEST, 3, 8) };
  let damage: readonly DamagedRange[] = [range];
  let repaired: readonly Entry[] = [];
  const storage: Partial<PartitionStorage> = {
    get damage() {
      return damage;
    },
    readUnproven: async () => [],
    repair: (entries) => {
      damage = [];
      repaired = entries;
      return Promise.resolve();
    },
  };
  const events: NodeEvent[] = [];
  let attempts = attemptsMax;
  let isOver: () => void;
  const over = new Promise<void>((resolve) => {
    isOver = resolve;
  });
  const pauses = new Pauses({
    after: (_: number, action: () => void) => {
      if (--attempts > 0) queueMicrotask(action);
      else isOver();
      return () => undefined;
    },
  } as Partial<Timers> as Timers);
  const ids = peers.map((_, at) => `n${at + 2}` as NodeId);
  const peerRequests: Partial<PeerRequests> = {
    entries: async (node, { from }) => (peers[ids.indexOf(node)] as Peer)(from),
  };
  const repairer = repairerOf({
    storage: storage as PartitionStorage,
    pauses,
    peers: () => ids,
    peerRequests: peerRequests as PeerRequests,
    observe: (event) => events.push(event),
  });
  const done = repairer.repair();
  await Promise.race([done, over]);
  const waiting = events.find((event) => event.kind === 'waiting-for-repair');
  const result = {
    entries: repaired,
    why: waiting?.kind === 'waiting-for-repair' ? waiting.why : '',
    doesNobodyHave: repairer.doesNobodyHave(range),
  };
  pauses.close();
  await done;
  return result;
}

function digestAfter(before: Uint8Array, from: number, to: number): Uint8Array {
  let digest = before;
  for (let index = from; index <= to; index++) digest = chainDigest(digest, index, BODY);
  return digest;
}

/** Has the entries `first`..`last`, those that were here or those of another term, and gives two at a time. */
function having(first: number, last: number, term = BODY.term): Peer {
  return (from) => {
    if (from < first || from > last) return [];
    return Array.from({ length: Math.min(2, last - from + 1) }, () => ({ ...BODY, term }));
  };
}

const away: Peer = () => {
  throw new Error('away');
};

test('parts of a range that different peers have are put together, in whatever order they are asked', async () => {
  for (const peers of [
    [having(3, 5), having(6, 8)],
    [having(6, 8), having(3, 5)],
    [having(7, 8), away, having(3, 4), having(5, 6)],
  ]) {
    const { entries, why } = await attempt(peers);
    assert.deepEqual(
      entries.map(({ index }) => index),
      [3, 4, 5, 6, 7, 8],
    );
    assert.equal(why, '');
  }
});

test('a range of which nobody has the middle is not repaired', async () => {
  const { entries, why, doesNobodyHave } = await attempt([having(3, 5), having(7, 8)]);
  assert.deepEqual(entries, []);
  assert.equal(why, 'n2 has no entry 6 either; n3 has no entry 6 either');
  assert.equal(doesNobodyHave, true);
});

// A wrong answer was found out at the end only, after parts of several were mixed, and the same were mixed again every time.
test('a peer that has other entries in that place does not stand between those that have the right ones', async () => {
  const wrong = 9;
  for (const peers of [
    [having(3, 8, wrong), having(3, 8)],
    [having(3, 4, wrong), having(3, 8)],
    [having(5, 8, wrong), having(3, 8)],
    [having(3, 8, wrong), having(6, 8), having(3, 5)],
    [having(6, 8), having(3, 8, wrong), having(3, 5)],
    [having(6, 8), having(3, 5), having(3, 8, wrong)],
    [having(7, 8), having(3, 8, wrong), having(5, 6), having(3, 4)],
  ]) {
    const { entries } = await attempt(peers);
    assert.deepEqual(
      entries.map(({ index, term }) => [index, term]),
      [3, 4, 5, 6, 7, 8].map((index) => [index, BODY.term]),
    );
  }
});

test('that nobody can help is not believed at once: who starts at the same time may be repaired first', async () => {
  const before = await attempt([having(3, 5), having(7, 8)], REPAIR_HELPLESS_ATTEMPTS - 1);
  assert.deepEqual([before.entries, before.doesNobodyHave], [[], false]);
  let asked = 0;
  const repairedLate: Peer = (from) => (++asked < 4 ? [] : having(3, 8)(from));
  assert.equal((await attempt([having(3, 5), repairedLate])).entries.length, 6);
});

test('that nobody has the entries that were here is known once every peer was asked first and answered', async () => {
  const lying = await attempt([having(3, 8, 9), having(3, 8, 9)]);
  assert.deepEqual(lying.entries, []);
  assert.match(lying.why, /not the entries that were here/);
  assert.equal(lying.doesNobodyHave, true);
  assert.equal((await attempt([having(3, 8, 9), away])).doesNobodyHave, false);
});

// Found by the simulator, seed 1000165: for each of four ranges a node asked a paused one first, and waited for that.
test('who did not answer last time is asked last', async () => {
  let waits = 0;
  let asked = 0;
  const silent: Peer = (from) => {
    waits++;
    return away(from);
  };
  const late: Peer = (from) => (++asked === 1 ? [] : having(3, 8)(from));
  const { entries } = await attempt([silent, late]);
  assert.deepEqual([entries.length, waits], [6, 1]);
});

test('no more is held in memory than the limit, whatever is sent', async () => {
  const payload = new Uint8Array(REPAIR_BYTES_MAX / 2);
  let answers = 0;
  const huge: Peer = () => {
    answers++;
    return [{ ...BODY, payload }];
  };
  const { entries, why } = await attempt([huge], 1);
  assert.deepEqual(entries, []);
  assert.match(why, /too large to be repaired at once/);
  assert.equal(answers, 2);
  assert.equal((await attempt([huge, having(3, 8)])).entries.length, 6);
});
