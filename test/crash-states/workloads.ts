// What is done to the log while it crashes, each workload small, so that thousands of its crash states can be tried. To add one, add it here.
import { NODE } from '../unit/log/fixture.ts';
import type { Payload, Session } from './session.ts';

export interface Workload {
  readonly name: string;
  /** Not crashed: what has to be there before. */
  readonly before?: (session: Session) => Promise<void>;
  /** Crashed between any two of its calls. */
  readonly run: (session: Session) => Promise<unknown>;
}

const SOME: readonly Payload[] = [300, 0, 700];

async function openWithTerm(session: Session): Promise<void> {
  await session.open();
  await session.save(1, NODE);
}

async function openWithEntries(session: Session): Promise<void> {
  await openWithTerm(session);
  await session.append(SOME);
  await session.append([120]);
}

async function openWithSegments(session: Session): Promise<void> {
  await openWithTerm(session);
  for (const payload of [2500, { membership: 1800 }, 2500, { membership: 1900 }, 300] as const) await session.append([payload]);
}

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'creation',
    run: async (session) => {
      await session.openDirectory();
      await session.saveGenesis('{"partitions":1}');
      const next = await session.restart();
      await next.save(1, NODE);
      await next.append([40]);
    },
  },
  {
    name: 'append-one-by-one',
    before: openWithTerm,
    run: async (session) => {
      for (const payload of [0, 61, { zeros: 900 }, 700, { sparse: 1500 }, 13] as const) await session.append([payload]);
    },
  },
  {
    name: 'append-batches',
    before: openWithTerm,
    run: async (session) => {
      await session.append([{ membership: 100 }, 0, 61]);
      await session.append([{ zeros: 1100 }, 5]);
      await session.append([400, { sparse: 900 }, 0, 0]);
      await session.append([1]);
    },
  },
  {
    name: 'rotation',
    before: openWithTerm,
    run: async (session) => {
      for (const payload of [1500, { membership: 1200 }, 900, { membership: 2500 }, 60] as const) await session.append([payload]);
      // Larger than a whole segment.
      await session.append([9000]);
      await session.append([100]);
    },
  },
  {
    name: 'truncation',
    before: openWithEntries,
    run: async (session) => {
      await session.save(2, undefined);
      await session.append([{ membership: 200 }, 30], 2);
      await session.save(3, NODE);
      await session.append([{ zeros: 600 }], 2);
      await session.save(4, undefined);
      await session.append([31, { membership: 32 }], 2);
      await session.save(5, undefined);
      await session.append([70], 3);
      await session.save(6, undefined);
      await session.append([9], 0);
    },
  },
  {
    name: 'hard-state',
    before: openWithEntries,
    run: async (session) => {
      await session.save(2, undefined);
      await session.save(2, NODE);
      await session.append([10]);
      await session.save(7, undefined);
      await session.append([20]);
      await session.save(8, NODE);
    },
  },
  {
    name: 'vote-while-appending',
    before: openWithEntries,
    run: async (session) => {
      await Promise.all([session.append([500, 20]), session.save(2, undefined)]);
      await Promise.all([session.save(3, NODE), session.append([2000])]);
      await Promise.all([session.append([1200]), session.save(4, undefined)]);
    },
  },
  {
    name: 'recovery',
    before: openWithEntries,
    run: async (session) => {
      const second = await session.restart();
      await second.append([{ membership: 90 }]);
      const third = await second.restart();
      await third.append([2500]);
      await third.append([2500]);
      await third.restart();
    },
  },
  {
    name: 'compaction',
    before: openWithSegments,
    run: async (session) => {
      await session.compact(2);
      await session.append([1200]);
      await session.compact(session.storage.lastIndex);
      await session.save(2, undefined);
      await session.append([{ membership: 900 }], session.storage.lastIndex - 1);
      const next = await session.restart();
      await next.append([2500]);
      await next.append([2500]);
      await next.compact(next.storage.lastIndex);
    },
  },
  {
    name: 'behind-a-snapshot',
    before: openWithSegments,
    run: async (session) => {
      await session.reset();
      await session.append([100, { membership: 20 }]);
      await session.save(2, undefined);
      await session.reset();
      const next = await session.restart();
      await next.append([2500]);
      await next.append([2500]);
      await next.compact(next.storage.lastIndex);
      await next.reset();
    },
  },
  {
    name: 'snapshots',
    before: openWithEntries,
    run: async (session) => {
      await session.snapshot();
      await session.append([40]);
      await session.snapshot();
      await session.keepNewest(1);
      await session.append([50]);
      await session.snapshot();
      await session.compact(session.storage.lastIndex);
      await session.keepNewest(2);
    },
  },
  {
    name: 'receiving-a-snapshot',
    before: openWithEntries,
    run: async (session) => {
      await session.receive(1);
      const next = await session.restart();
      await next.receive();
      await next.reset();
      const last = await next.restart();
      await last.append([30]);
      await last.receive(2);
      await last.receive();
    },
  },
  {
    name: 'repair',
    before: async (session) => {
      await openWithTerm(session);
      for (const payload of [500, { membership: 300 }, 600, 1100, { membership: 900 }, 1500, 400] as const) await session.append([payload]);
      session.damage(2);
    },
    run: async (session) => {
      const next = await session.restart();
      await next.append([60]);
      await next.repair();
      await next.append([2500]);
      await next.restart();
    },
  },
];
