// The process under test: opens a data directory, checks that it holds what all processes before it noted, and works on it until it is
// ended. Arguments: path of the data, path of the notes, seed, number of changes (0: only start and check), how to sync (`in-write`, `apart`, `none`), and
// `stores` to keep state and key index beside the log.
import type { Disk } from '../../consensus/ports.ts';
import type { Entry } from '../../consensus/types.ts';
import { LogError } from '../../log/errors.ts';
import { nodeDisk } from '../../log/node-disk.ts';
import { settledLog, Violation } from '../crash-states/expectation.ts';
import { type Payload, Session } from '../crash-states/session.ts';
import { Random } from '../sim/random.ts';
import { NODE } from '../unit/log/fixture.ts';
import { ENDED_BY_DISK, ENDED_BY_REPORT, ENDED_BY_VIOLATION } from './exit-codes.ts';
import { appliedOf, expectationOf, NotesWriter, readNotes } from './notes.ts';
import { Stores } from './stores.ts';

const [path = '', notesPath = '', seed = '1', changes = '0', sync = 'in-write', beside = 'alone'] = process.argv.slice(2);

/** The real disk without its promise: what the test must notice. */
function unsynced(disk: Disk): Disk {
  return {
    ...disk,
    syncDirectory: () => Promise.resolve(),
    async open(file, { create }) {
      const opened = await disk.open(file, { create });
      return {
        size: () => opened.size(),
        read: (position, length) => opened.read(position, length),
        write: (position, parts) => opened.write(position, parts),
        sync: () => Promise.resolve(),
        close: () => opened.close(),
      };
    },
  };
}

function payload(random: Random): Payload {
  const bytes = random.integer(0, 3000);
  return random.pick<Payload>([bytes, bytes, { zeros: bytes }, { sparse: bytes }, 0]);
}

function payloads(random: Random): Payload[] {
  return Array.from({ length: random.integer(1, 4) }, () => payload(random));
}

async function change(session: Session, random: Random): Promise<void> {
  const { storage } = session;
  const { term } = storage.hardState;
  const kind = random.fraction();
  if (term === 0 || kind < 0.1) return session.save(term + 1, random.chance(0.5) ? NODE : undefined);
  if (kind < 0.2) {
    // A leader of a new term has another history from somewhere on.
    await session.save(term + 1, undefined);
    return session.append(payloads(random), random.integer(Math.max(storage.base.index, storage.lastIndex - 6), storage.lastIndex));
  }
  if (kind < 0.3) await Promise.all([session.append(payloads(random)), session.save(term + 1, undefined)]);
  else await session.append(payloads(random));
}

async function run(session: Session): Promise<void> {
  await session.open();
  if (session.expectation.genesis[0] === undefined) await session.saveGenesis('{"partitions":1}');
  const random = new Random(Number(seed));
  if (beside === 'stores') await runWithStores(session, random);
  else for (let done = 0; done < Number(changes); done++) await change(session, random);
}

/** Only what is committed is applied, hence never cut: this log only grows. */
async function runWithStores(session: Session, random: Random): Promise<void> {
  if (session.storage.hardState.term === 0) await session.save(1, NODE);
  const stores = await Stores.open(path);
  const log = (): readonly Entry[] => settledLog(session.expectation).history;
  await stores.check(log(), appliedOf(notes));
  for (let done = 0; done < Number(changes); done++) {
    // Applying is off the path of acknowledgements: one append is under way meanwhile.
    const durable = log();
    await Promise.all([session.append(payloads(random)), stores.apply(durable).then((note) => writer.write(note))]);
  }
}

function codeOf(error: unknown, session: Session): number {
  if (error instanceof LogError) return error.code === 'IO' ? ENDED_BY_DISK : ENDED_BY_REPORT;
  if (!(error instanceof Violation)) return 1;
  return session.isDamageReported ? ENDED_BY_REPORT : ENDED_BY_VIOLATION;
}

const notes = readNotes(notesPath);
const writer = new NotesWriter(notesPath);
const session = new Session({
  disk: sync === 'none' ? unsynced(nodeDisk()) : nodeDisk({ syncInWrite: sync === 'in-write' }),
  path,
  expectation: expectationOf(notes),
  process: notes.length + 1,
  onNote: (note) => writer.write(note),
});
try {
  await run(session);
} catch (error) {
  console.error(error);
  // At once, as the node does: nothing more is said after a failed write or sync.
  process.exit(codeOf(error, session));
}
