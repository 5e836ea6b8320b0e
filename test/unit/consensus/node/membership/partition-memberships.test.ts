// What a partition knows of its memberships, from its files alone and while it takes part.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DamagedEntriesError } from '../../../../../consensus/damage.ts';
import type { MembershipAt } from '../../../../../consensus/members-view.ts';
import { encodeMembership, type Membership } from '../../../../../consensus/membership.ts';
import { PartitionMemberships } from '../../../../../consensus/node/membership/partition-memberships.ts';
import { readableMemberships } from '../../../../../consensus/node/membership/stored-memberships.ts';
import type { PartitionStorage, SnapshotRecord, SnapshotStore } from '../../../../../consensus/ports.ts';
import type { DamagedRange, SnapshotInfo } from '../../../../../consensus/types.ts';
import { entry } from '../entries.ts';
import { membership } from './memberships.ts';

const CLUSTER = 'c'.repeat(64);
const DIGEST = new Uint8Array(32);
const three = membership({ voters: ['n1', 'n2', 'n3'] });
const four = membership({ voters: ['n1', 'n2', 'n3', 'n4'] });
const two = membership({ voters: ['n1', 'n4'] });

/** A log with these memberships, and damage; with snapshots that say this, or cannot be read. */
function filesOf(options: {
  readonly entries: readonly (readonly [index: number, membership: Membership])[];
  readonly damaged?: readonly (readonly [from: number, to: number])[];
  readonly snapshots?: readonly (readonly [index: number, membership: Membership | 'rotten' | 'none'])[];
}) {
  const { entries, damaged = [], snapshots = [] } = options;
  const damage = damaged.map(([from, to]): DamagedRange => {
    return { from, to, digestBefore: DIGEST, digest: DIGEST, file: 'f', position: 0, why: 'rot' };
  });
  const storage: Partial<PartitionStorage> = {
    memberships: entries.map(([index]) => index),
    damage,
    read: async ({ from }) => {
      const range = damage.find((one) => one.from <= from && from <= one.to);
      if (range !== undefined) throw new DamagedEntriesError(range);
      const found = entries.find(([index]) => index === from)?.[1];
      assert.ok(found !== undefined);
      return [{ ...entry({ index: from }), type: 'membership', payload: encodeMembership(found, CLUSTER) }];
    },
  };
  const store: Partial<SnapshotStore> = {
    list: () => snapshots.map(([index]) => ({ index }) as SnapshotInfo),
    async *read(index): AsyncGenerator<SnapshotRecord, void, undefined> {
      const found = snapshots.find(([of]) => of === index)?.[1];
      assert.ok(found !== undefined);
      if (found === 'rotten') throw new Error('a flipped bit');
      if (found !== 'none') yield { section: 'membership', bytes: encodeMembership(found, CLUSTER) };
      yield { section: 'tables', bytes: DIGEST };
    },
  };
  return { storage: storage as PartitionStorage, snapshots: store as SnapshotStore, cluster: CLUSTER, initialMembership: three };
}

const indexes = (found: readonly MembershipAt[]) => found.map(({ index, membership: { voters } }) => `${index}: ${voters}`);

test('without a snapshot the genesis is in force until the first entry', async () => {
  assert.deepEqual(indexes(await readableMemberships(filesOf({ entries: [[5, four]] }))), ['0: n1,n2,n3', '5: n1,n2,n3,n4']);
});

test('a snapshot says what is in force there; one without a record says the genesis, one that cannot be read says nothing', async () => {
  const entries = [
    [5, four],
    [9, two],
  ] as const;
  assert.deepEqual(indexes(await readableMemberships(filesOf({ entries, snapshots: [[7, four]] }))), ['7: n1,n2,n3,n4', '9: n1,n4']);
  assert.deepEqual(indexes(await readableMemberships(filesOf({ entries, snapshots: [[4, 'none']] }))), [
    '4: n1,n2,n3',
    '5: n1,n2,n3,n4',
    '9: n1,n4',
  ]);
  const rotten = [
    [8, 'rotten'],
    [6, four],
  ] as const;
  assert.deepEqual(indexes(await readableMemberships(filesOf({ entries, snapshots: rotten }))), ['6: n1,n2,n3,n4', '9: n1,n4']);
});

test('a damaged entry is left out', async () => {
  const entries = [
    [5, four],
    [9, two],
  ] as const;
  assert.deepEqual(indexes(await readableMemberships(filesOf({ entries, damaged: [[4, 6]] }))), ['0: n1,n2,n3', '9: n1,n4']);
});

function knownOf(files: ReturnType<typeof filesOf>) {
  let running: readonly MembershipAt[] | undefined;
  let changes = 0;
  const known = new PartitionMemberships({
    ...files,
    running: () => running,
    onChanged: () => changes++,
  });
  return { known, run: (all: readonly MembershipAt[] | undefined) => (running = all), changes: () => changes };
}

test('until its files were read the genesis is known, then they, then what the replica says, also when that has ended', async () => {
  const { known, run, changes } = knownOf(filesOf({ entries: [[5, four]] }));
  assert.deepEqual(indexes(known.all()), ['0: n1,n2,n3']);
  await known.find();
  assert.equal(changes(), 1);
  assert.deepEqual(indexes(known.all()), ['0: n1,n2,n3', '5: n1,n2,n3,n4']);
  run([
    { index: 5, membership: four },
    { index: 9, membership: two },
  ]);
  assert.deepEqual(indexes([known.newest()]), ['9: n1,n4']);
  known.keep();
  run(undefined);
  assert.deepEqual(indexes(known.all()), ['5: n1,n2,n3,n4', '9: n1,n4']);
});

test('the electors at an end are those of the membership in force there, and of later ones that are known', async () => {
  const { known } = knownOf(
    filesOf({
      entries: [
        [5, four],
        [9, two],
      ],
    }),
  );
  assert.throws(() => known.electorsAt(9), /being read/);
  await known.find();
  assert.deepEqual(known.electorsAt(9), ['n1', 'n4']);
  assert.deepEqual(known.electorsAt(7), ['n1', 'n2', 'n3', 'n4']);
});

test('while damage may hide a membership entry, nobody says who the electors are', async () => {
  const entries = [[5, four]] as const;
  const hidden = knownOf(filesOf({ entries, damaged: [[7, 8]] }));
  await hidden.known.find();
  assert.throws(() => hidden.known.electorsAt(9), /damaged/);
  assert.deepEqual(hidden.known.electorsAt(6), ['n1', 'n2', 'n3', 'n4'], 'the end is before the damage');
  hidden.run([{ index: 5, membership: four }]);
  assert.deepEqual(hidden.known.electorsAt(9), ['n1', 'n2', 'n3', 'n4'], 'it was read before it was damaged');
  const before = knownOf(filesOf({ entries, damaged: [[2, 3]] }));
  await before.known.find();
  assert.deepEqual(before.known.electorsAt(9), ['n1', 'n2', 'n3', 'n4']);
});
