// What the simulated clients send: real encoded transactions over few keys and locks, so that repeats, conflicts, voids and reused keys are
// frequent. Made by the SDK's encoder and read by the server's envelope parser.
import {
  encodeTransaction,
  envelopeKey,
  parseEnvelope,
  type TransactionFields,
  voidEnvelope,
  type WireDelta,
} from '@ledgerline/client/internal';
import type { ClusterLimits, LockMode, Submission } from '../../consensus/types.ts';
import { keyText, textOf } from './committed-log.ts';
import type { Random } from './random.ts';

type WireKey = TransactionFields['key'];

export interface PreparedTransaction {
  readonly submission: Submission;
  /** As in `CommittedTransaction`. */
  readonly key: string;
  readonly bytes: string;
  readonly fields: TransactionFields | undefined;
}

export interface WorkloadOptions {
  readonly limits: ClusterLimits;
  readonly lockNames: number;
  readonly namedKeys: number;
  /** Share of transactions with a named key. */
  readonly namedShare: number;
  /** Share without `seen`. */
  readonly blindShare: number;
  readonly dataBytesMax: number;
  /** Share of transactions that change the state. */
  readonly deltaShare: number;
}

const BIRTH_BYTES = 7;
const RECENT = 4;
const MODES: readonly LockMode[] = ['write', 'write', 'write', 'read', 'append'];

export class Workload {
  readonly options: WorkloadOptions;
  readonly #random: Random;
  #fresh = 0;
  /** Composed last, by any client. */
  readonly #recent: PreparedTransaction[] = [];

  constructor(options: WorkloadOptions, random: Random) {
    this.options = options;
    this.#random = random;
  }

  /**
   * A transaction of a client that has applied up to `seen` and knows `birth` to be committed; now and then one that another client has just
   * sent, as when one instance of a service takes over from another.
   */
  compose(known: { seen: number; birth: number }): PreparedTransaction {
    const random = this.#random;
    if (this.#recent.length > 0 && random.chance(0.12)) return random.pick(this.#recent);
    const composed = this.#composeNew(known);
    this.#recent.push(composed);
    if (this.#recent.length > RECENT) this.#recent.shift();
    return composed;
  }

  #composeNew(known: { seen: number; birth: number }): PreparedTransaction {
    const random = this.#random;
    const named = random.chance(this.options.namedShare);
    const seen = this.#seen(known.seen);
    const locks = this.#locks(seen);
    const hasDeltas = random.chance(this.options.deltaShare);
    return this.prepare({
      type: 'sim.v1',
      header: random.integer(0, 3),
      locks: hasDeltas ? covering(locks) : locks,
      key: named ? this.namedKey() : this.#generatedKey(known.birth),
      seen,
      // Named keys are shared: with few contents a repeat is sometimes a true one.
      data: named || hasDeltas ? random.bytes(0) : random.bytes(random.integer(0, this.options.dataBytesMax)),
      deltas: hasDeltas ? this.#deltas(locks, named) : [],
    });
  }

  /** The same key and content, composed anew by a client that has seen more. */
  recompose(transaction: PreparedTransaction, seen: number): PreparedTransaction {
    const { fields } = transaction;
    if (fields === undefined) return transaction;
    // Deltas need the locks that cover them.
    const locks = (fields.deltas ?? []).length > 0 ? covering(fields.locks) : this.#locks(seen);
    return this.prepare({ ...fields, seen, locks });
  }

  /** A named key: one of the shared ones, or one that nobody else uses. */
  namedKey(): WireKey {
    const random = this.#random;
    const name = random.chance(0.5) ? `k${random.integer(1, this.options.namedKeys)}` : `fresh-${random.next()}-${this.#fresh++}`;
    return { kind: 'named', bytes: Buffer.from(name) };
  }

  /** The void that settles a key. */
  voidOf(key: WireKey): PreparedTransaction {
    const envelope = voidEnvelope(key);
    return { submission: envelope, key: keyText(envelope.key.kind, envelope.key.id), bytes: textOf(envelope.bytes), fields: undefined };
  }

  prepare(fields: TransactionFields): PreparedTransaction {
    const submission = parseEnvelope(encodeTransaction(fields), this.options.limits);
    const id = envelopeKey(fields.key);
    return { submission, key: keyText(id.kind, id.id), bytes: textOf(submission.bytes), fields };
  }

  #seen(known: number): number | undefined {
    const random = this.#random;
    if (random.chance(this.options.blindShare)) return undefined;
    if (random.chance(0.1)) return Math.max(0, known - random.integer(0, 40));
    if (random.chance(0.02)) return known + random.integer(1, 5);
    return known;
  }

  #locks(seen: number | undefined): TransactionFields['locks'] {
    const random = this.#random;
    const names = new Set<number>();
    for (let count = random.integer(0, 3); count > 0; count--) names.add(random.integer(1, this.options.lockNames));
    return [...names].map((name) => {
      const mode = random.pick(MODES);
      return { mode: mode === 'read' && seen === undefined ? 'write' : mode, name: Buffer.from(`a${name}`) };
    });
  }

  /** Changes of the keys that these locks name; of a named key always the same ones, so that a repeat is a true one. */
  #deltas(locks: TransactionFields['locks'], named: boolean): WireDelta[] {
    const random = this.#random;
    const deltas: WireDelta[] = [];
    for (const { name } of locks) {
      const value = random.bytes(named ? 1 : random.integer(0, Math.max(8, this.options.dataBytesMax / 4)));
      const choice = named ? 1 : random.integer(1, 4);
      if (choice === 4) deltas.push({ kind: 'record', data: value });
      if (choice === 3) deltas.push({ kind: 'delete', key: name });
      else deltas.push({ kind: 'put', key: name, value: named ? new Uint8Array(1) : value });
    }
    return deltas;
  }

  #generatedKey(birth: number): WireKey {
    const bytes = this.#random.bytes(16);
    for (let at = BIRTH_BYTES - 1, rest = birth; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
    return { kind: 'generated', bytes };
  }
}

/** Read locks become write locks: they cover deltas. */
function covering(locks: TransactionFields['locks']): TransactionFields['locks'] {
  return locks.map((lock) => (lock.mode === 'read' ? { ...lock, mode: 'write' } : lock));
}
