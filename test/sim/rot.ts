// Damage of disks within the promises: of every entry that may be committed at least one sound copy stays with a voter ("fault atlas", as TigerBeetle's VOPR has it).
// What each disk durably holds is read from the disks, never asked of the nodes.
import { SEGMENT_HEADER_BYTES } from '../../log/segment-header.ts';
import type { PartitionChecker } from './checkers.ts';
import type { Coverage } from './coverage.ts';
import { type DirectoryImage, FileImage, SECTOR_BYTES } from './disk-image.ts';
import { holdsSound, readLogImage, type SegmentImage, type WriteImage } from './log-image.ts';
import { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimNode } from './sim-node.ts';
import type { Trace } from './trace.ts';

const HARD_STATE = 'hard-state';
const HARD_STATE_BLOCK_BYTES = 4096;
const HARD_STATE_CONTENT_BYTES = 512;
/** Of damage at the end of a sealed segment. */
const CUT_SHARE = 0.4;
/** How often it is tried to find something that may be damaged. */
const ATTEMPTS = 4;

export interface RotOptions {
  /** Those who are part of the cluster. */
  readonly nodes: () => readonly SimNode[];
  /** Whether a node is a voter, and is to stay one: what only others hold soundly may go with them, or is not asked of them. */
  readonly keeps: (node: SimNode) => boolean;
  /** Whether everybody is there, to stay, who may be asked for what nobody else has: with a voter gone for good an operator has to decide (DESIGN §8). */
  readonly isEverybodyThere: () => boolean;
  /** Whether the rest is a quorum of whatever configuration is in force or may come to be, so that these may need others to get on. */
  readonly isMinority: (nodes: ReadonlySet<SimNode>, partition: number) => boolean;
  readonly checkers: ReadonlyMap<number, PartitionChecker>;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly coverage: Coverage;
  /** Entries of which no other copy is left may be damaged, too: they are not committed. */
  readonly maySpoil: boolean;
}

/** Where a damaged entry is. */
interface Place {
  readonly node: SimNode;
  readonly partition: number;
  readonly index: number;
  readonly term: number;
}

/** A range of bytes of one segment, and the writes in it. */
interface Range {
  readonly segment: SegmentImage;
  readonly from: number;
  readonly to: number;
  readonly writes: readonly WriteImage[];
}

export class Rot {
  readonly #options: RotOptions;
  /** Snapshots that were damaged, under whatever name. */
  readonly #damagedSnapshots = new WeakSet<FileImage>();
  /** Damaged entries that nobody can repair. */
  #spoilt: Place[] = [];
  /** Damaged last writes: their nodes may be bound by claims. */
  #tails: Place[] = [];
  #random = new Random(0);

  constructor(options: RotOptions) {
    this.#options = options;
  }

  /** Every entry that was damaged, and is not known to be sound again where it was. */
  #damaged: Place[] = [];

  /** What is damaged from now on is decided by this generator. */
  decideBy(random: Random): void {
    this.#random = random;
  }

  // Each returns whether it damaged anything.

  /** Flips bits, clears, garbles or moves a range of some segment that the node has synced, or cuts a sealed one short. */
  damageLog(node: SimNode): boolean {
    const random = this.#random;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const partition = this.#partition();
      const segments = this.#image(node, partition);
      if (segments === undefined || segments.length === 0) return false;
      const segment = random.pick(segments);
      const range = this.#pickRange(segment);
      if (range === undefined || !isStartKept(range, segments) || !this.#maySpare(node, partition, range)) continue;
      if (!this.#maySpoil(node, partition, range, { isTail: false })) continue;
      this.#options.checkers.get(partition)?.damaged(node.id, range.writes[0]?.firstIndex ?? 0);
      this.#damage(node, range);
      return true;
    }
    return false;
  }

  /** Different ranges on every node at once. */
  damageAll(): boolean {
    let damaged = 0;
    for (const node of this.#options.nodes()) if (this.damageLog(node)) damaged++;
    if (damaged > 1) this.#say('helix', `${damaged} nodes`);
    return damaged > 1;
  }

  /** Flips a bit of the last write that the node has synced: nobody can say from its bytes whether it was. */
  damageTail(node: SimNode): boolean {
    const random = this.#random;
    const { checkers } = this.#options;
    const partition = this.#partition();
    const newest = this.#image(node, partition)?.at(-1);
    const write = newest?.writes.at(-1);
    if (newest === undefined || write === undefined || !isContiguous(newest) || !endsSound(newest)) return false;
    const range = { segment: newest, from: write.position, to: write.end, writes: [write] };
    if (!this.#maySpare(node, partition, range) || !this.#maySpoil(node, partition, range, { isTail: true })) return false;
    const at = random.integer(write.position, write.end - 1);
    const byte = newest.file.durable()[at] ?? 0;
    const flipped = byte ^ (1 << random.integer(0, 7));
    // A part that becomes all zeros looks as if it had never been written (FORMAT.md, "Torn or rotten").
    if (flipped === 0) return false;
    newest.file.damage(at, Uint8Array.of(flipped));
    node.disk.damages++;
    checkers.get(partition)?.damaged(node.id, write.firstIndex);
    this.#say('last write', node.id);
    return true;
  }

  /** A sealed segment is gone; only while the node is down. */
  loseSegment(node: SimNode): boolean {
    if (node.isUp) return false;
    const partition = this.#partition();
    const segments = this.#image(node, partition) ?? [];
    const lost = segments.length < 2 ? undefined : this.#random.pick(segments.slice(0, -1));
    const next = lost === undefined ? undefined : segments[segments.indexOf(lost) + 1];
    if (lost?.isHeaderSound !== true || next?.isHeaderSound !== true) return false;
    // What it held up to its neighbours must be told from them.
    const before = segments[segments.indexOf(lost) - 1]?.writes.at(-1);
    const base = this.#options.checkers.get(partition)?.baseIndex(node.id) ?? 0;
    if ((lost.writes.at(-1)?.lastIndex ?? 0) + 1 < next.firstIndex) return false;
    const isKnown = before === undefined ? lost.firstIndex <= base + 1 : isSound(before) && before.lastIndex + 1 >= lost.firstIndex;
    if (!isKnown) return false;
    const whole = { segment: lost, from: 0, to: lost.file.size, writes: lost.writes };
    if (!this.#maySpare(node, partition, whole) || !this.#maySpoil(node, partition, whole, { isTail: false })) return false;
    this.#options.checkers.get(partition)?.damaged(node.id, lost.firstIndex);
    node.partitionDirectory(partition)?.lose(lost.name);
    node.disk.damages++;
    this.#say('lost segment', node.id);
    return true;
  }

  /** Seals are derived: any of them may be damaged or gone. */
  damageSeals(node: SimNode): boolean {
    const random = this.#random;
    const directory = node.partitionDirectory(this.#partition());
    if (directory === undefined) return false;
    let isDamaged = false;
    for (const [name, file] of filesOf(directory)) {
      if (!name.endsWith('.seal') || random.chance(0.5)) continue;
      if (random.chance(0.3) && !node.isUp) directory.lose(name);
      else this.#flip(file, 0, file.durable().length);
      this.#say('seal', node.id);
      isDamaged = true;
    }
    return isDamaged;
  }

  /** One copy of the hard state, while the other one is sound and no older. */
  damageHardState(node: SimNode): boolean {
    const file = node.partitionDirectory(this.#partition())?.durable().get(HARD_STATE);
    if (file?.kind !== 'file' || file.pending.length > 0) return false;
    const bytes = file.durable();
    const copy = (at: number) => bytes.subarray(at * HARD_STATE_BLOCK_BYTES, at * HARD_STATE_BLOCK_BYTES + HARD_STATE_CONTENT_BYTES);
    if (Buffer.compare(copy(0), copy(1)) !== 0) return false;
    this.#flip(file, this.#random.pick([0, HARD_STATE_BLOCK_BYTES]), HARD_STATE_CONTENT_BYTES);
    node.disk.damages++;
    this.#say('hard state', node.id);
    return true;
  }

  /** The newest snapshot of a node that is down, if the one before is sound and the log goes on from it. */
  damageSnapshot(node: SimNode): boolean {
    if (node.isUp) return false;
    const random = this.#random;
    const { checkers } = this.#options;
    const partition = this.#partition();
    const directory = node.partitionDirectory(partition);
    if (directory === undefined) return false;
    const base = checkers.get(partition)?.baseIndex(node.id) ?? 0;
    const sound = filesOf(directory)
      .filter(([name, file]) => name.endsWith('.snapshot') && Number.parseInt(name, 10) >= base && !this.#damagedSnapshots.has(file))
      // Not one whose removal is not durable yet: after a kill it is gone all the same.
      .filter(([name]) => directory.entries.has(name))
      .sort(([left], [right]) => (left < right ? 1 : -1));
    const newest = sound[0]?.[1];
    if (newest === undefined || (sound.length < 2 && base > 0)) return false;
    this.#damagedSnapshots.add(newest);
    if (random.chance(0.3)) newest.cutTo(random.integer(0, newest.size - 1));
    else this.#flip(newest, 0, newest.size);
    this.#say('snapshot', node.id);
    return true;
  }

  /** More than the promises allow; false if there is nothing to damage so far. */
  damageBeyond(): boolean {
    const random = this.#random;
    const nodes = this.#options.nodes();
    return random.chance(0.3) ? this.#damageStart(random.pick(nodes)) : this.#damageEveryCopy();
  }

  /** The header of a segment and all around it that could tell it (FORMAT.md): this one node refuses its next start, the others go on. */
  #damageStart(node: SimNode): boolean {
    const partition = this.#partition();
    const segments = this.#image(node, partition) ?? [];
    const segment = segments.at(-2);
    if (segment === undefined || !isHeaderKept(segment)) return false;
    const end = segment.writes[0]?.end ?? SEGMENT_HEADER_BYTES;
    this.#options.checkers.get(partition)?.damaged(node.id, segments.at(-3)?.firstIndex ?? segment.firstIndex);
    segment.file.damage(0, new Uint8Array(end));
    const before = segments.at(-3);
    const last = before?.writes.at(-1);
    if (before !== undefined && last !== undefined) before.file.damage(last.position, new Uint8Array(last.end - last.position));
    const directory = node.partitionDirectory(partition);
    for (const [name, file] of directory === undefined ? [] : filesOf(directory)) {
      if (name.endsWith('.seal')) this.#flip(file, 0, file.durable().length);
    }
    node.disk.damages++;
    this.#say('start of a segment', node.id);
    return true;
  }

  /** Every copy of one entry. */
  #damageEveryCopy(): boolean {
    const random = this.#random;
    const { checkers } = this.#options;
    const nodes = this.#options.nodes();
    const partition = this.#partition();
    const images = nodes.map((node) => ({ node, segments: this.#image(node, partition) ?? [] }));
    const known = images[0]?.segments.flatMap(({ writes }) => writes.slice(0, -1)) ?? [];
    const index = known.length === 0 ? 0 : random.pick(known).firstIndex;
    const committed = checkers.get(partition)?.committed.entries[index];
    if (committed === undefined) return false;
    const places = images.map(({ node, segments }) => {
      const segment = segments.find(({ writes, limit }) => index < limit && writes.some((write) => isIn(index, write)));
      const write = segment?.writes.find((one) => isIn(index, one));
      return { node, segment, write, isLast: segment?.isNewest === true && write === segment.writes.at(-1) };
    });
    if (places.some(({ write, isLast }) => write === undefined || isLast)) return false;
    for (const { node, segment, write } of places) {
      if (segment === undefined || write === undefined) continue;
      checkers.get(partition)?.damaged(node.id, write.firstIndex);
      segment.file.damage(write.position, new Uint8Array(write.end - write.position));
      node.disk.damages++;
    }
    this.#say('every copy', `entry ${index}`);
    return true;
  }

  #partition(): number {
    return this.#random.pick([...this.#options.checkers.keys()]);
  }

  #image(node: SimNode, partition: number): SegmentImage[] | undefined {
    const directory = node.partitionDirectory(partition);
    return directory === undefined ? undefined : readLogImage(directory, { incarnation: node.incarnation, partition });
  }

  /** Not in the last write of the newest segment, and nothing that was not synced. */
  #pickRange(segment: SegmentImage): Range | undefined {
    const random = this.#random;
    const { writes, file, isNewest } = segment;
    const usable = isNewest ? writes.slice(0, -1) : writes;
    if (usable.length === 0 || (isNewest && !endsSound(segment))) return undefined;
    const first = random.integer(0, usable.length - 1);
    const count = random.pick([1, 1, 2, 5]);
    const damaged = usable.slice(first, first + count);
    const from = damaged[0]?.position ?? 0;
    const to = damaged.at(-1)?.end ?? 0;
    if (to > file.durable().length) return undefined;
    return { segment, from, to, writes: damaged };
  }

  /** Every entry of these writes that is committed, or that another voter has acknowledged, is sound on another voter. */
  #maySpare(node: SimNode, partition: number, { segment, writes }: Range): boolean {
    const checker = this.#options.checkers.get(partition);
    const others = this.#options.nodes().filter((other) => other !== node && this.#options.keeps(other));
    if (checker === undefined || others.length === 0) return false;
    const images = others.map((other) => this.#image(other, partition) ?? []);
    for (const { firstIndex, lastIndex } of writes) {
      for (let index = firstIndex; index <= lastIndex && index < segment.limit; index++) {
        const own = checker.heldAt(node.id, index);
        if (own === undefined) return false;
        const isCommitted = checker.committed.entries[index]?.term === own.term;
        const isKnown = isCommitted || others.some((other) => checker.heldAt(other.id, index)?.term === own.term);
        if (isKnown && !images.some((segments) => holdsSound(segments, own))) return false;
      }
    }
    return true;
  }

  /**
   * Whether these writes may be damaged as far as entries matter that nobody else holds. Nobody can repair them, so the node waits for a leader that others elect: no majority may be in
   * that state, or have to settle an unclear end, at once.
   */
  #maySpoil(node: SimNode, partition: number, { segment, writes }: Range, { isTail }: { readonly isTail: boolean }): boolean {
    const { checkers, maySpoil, isMinority } = this.#options;
    const nodes = this.#options.nodes();
    const checker = checkers.get(partition);
    if (checker === undefined) return false;
    const images = new Map(nodes.map((one) => [one, this.#image(one, partition) ?? []]));
    const isSoundElsewhere = (place: Place) =>
      nodes.some((other) => other !== place.node && this.#options.keeps(other) && holdsSound(images.get(other) ?? [], place));
    // Not what came back since, nor what was overwritten.
    const isOpen = (place: Place) =>
      place.partition !== partition ||
      (checker.heldAt(place.node.id, place.index)?.term === place.term && !holdsSound(images.get(place.node) ?? [], place));
    this.#spoilt = this.#spoilt.filter((place) => isOpen(place) && !isSoundElsewhere(place));
    this.#tails = this.#tails.filter(isOpen);
    const places: Place[] = [];
    for (const { firstIndex, lastIndex } of writes) {
      for (let index = firstIndex; index <= lastIndex && index < segment.limit; index++) {
        const own = checker.heldAt(node.id, index);
        if (own !== undefined) places.push({ node, partition, index, term: own.term });
      }
    }
    const spoilt = places.filter((place) => !isSoundElsewhere(place));
    const tails = isTail ? places : [];
    if (spoilt.length + tails.length > 0 && !this.#options.isEverybodyThere()) return false;
    if ([...this.#spoilt, ...spoilt].some((place) => place.partition === partition)) {
      const bound = [...this.#spoilt, ...this.#tails, ...spoilt, ...tails].filter((place) => place.partition === partition);
      // Who is down may come back with a claim.
      const mayClaim = nodes.filter((one) => one.partitions().length === 0 || one.partitions().some(({ claim }) => claim !== undefined));
      if (!maySpoil || !isMinority(new Set([...bound.map((place) => place.node), ...mayClaim]), partition)) return false;
    }
    if (spoilt.length > 0) this.#options.coverage.hit('rot: what nobody else has');
    this.#spoilt.push(...spoilt);
    this.#tails.push(...tails);
    this.#damaged.push(...places);
    return true;
  }

  /** Whether something may be damaged that nobody else holds. */
  hasSpoilt(): boolean {
    return this.#spoilt.length > 0;
  }

  /** Whether an entry that was damaged is not repaired, cut off or compacted yet: with a node that goes, the last sound copy may go. */
  hasOpenDamage(): boolean {
    const { checkers } = this.#options;
    const images = new Map<string, readonly SegmentImage[]>();
    const imageOf = (node: SimNode, partition: number) => {
      const name = `${node.id} ${partition}`;
      const image = images.get(name) ?? this.#image(node, partition) ?? [];
      images.set(name, image);
      return image;
    };
    this.#damaged = this.#damaged.filter((place) => {
      const { node, partition, index, term } = place;
      const checker = checkers.get(partition);
      if (node.standing !== 'member' || checker === undefined || index <= checker.baseIndex(node.id)) return false;
      return checker.heldAt(node.id, index)?.term === term && !holdsSound([...imageOf(node, partition)], place);
    });
    return this.#damaged.length > 0;
  }

  #damage(node: SimNode, range: Range): void {
    const random = this.#random;
    const { segment, from, to } = range;
    const { file, isNewest } = segment;
    node.disk.damages++;
    if (!isNewest && file.pending.length === 0 && range.writes.at(-1) === segment.writes.at(-1) && random.chance(CUT_SHARE)) {
      file.cutTo(random.integer(from, to - 1));
      this.#say('cut short', node.id);
      return;
    }
    const choice = random.integer(1, 100);
    if (choice <= 45) {
      for (let flips = random.integer(1, 3); flips > 0; flips--) this.#flip(file, from, to - from);
      this.#say('bits', node.id);
    } else if (choice <= 65) {
      file.damage(from, new Uint8Array(to - from));
      this.#say('zeros', node.id);
    } else if (choice <= 75) {
      file.damage(from, random.bytes(to - from));
      this.#say('garbage', node.id);
    } else if (choice <= 88) {
      // A write that went to another place: nothing where it belongs, and it where it does not.
      const bytes = file.durable().slice(from, to);
      file.damage(from, new Uint8Array(to - from));
      const shift = SECTOR_BYTES * random.integer(1, 3);
      file.damage(from, bytes.subarray(Math.min(bytes.length, shift)));
      this.#say('misdirected', node.id);
    } else if (choice <= 93 && !isNewest && isHeaderKept(segment)) {
      this.#flip(file, 0, Math.min(SEGMENT_HEADER_BYTES, SECTOR_BYTES));
      this.#say('segment header', node.id);
    } else {
      this.#flip(file, from, to - from);
      this.#say('bits', node.id);
    }
  }

  #flip(file: FileImage, from: number, length: number): void {
    const random = this.#random;
    const at = from + random.integer(0, Math.max(0, length - 1));
    const byte = file.durable()[at];
    if (byte !== undefined) file.damage(at, Uint8Array.of(byte ^ (1 << random.integer(0, 7))));
  }

  #say(what: string, where: string): void {
    const { trace, scheduler, coverage } = this.#options;
    coverage.hit(`rot: ${what}`);
    trace.add(scheduler.now, 'rot', what, where);
  }
}

/** What its header says is told from its first frame, too. */
function isHeaderKept({ isHeaderSound, firstIndex, writes }: SegmentImage): boolean {
  return isHeaderSound && writes[0]?.firstIndex === firstIndex && writes[0].frames[0]?.isSound === true;
}

/** A segment whose header is damaged, or that is lost, is known by what comes right before it. */
function isStartKept({ segment, writes }: Range, segments: readonly SegmentImage[]): boolean {
  const next = segments[segments.indexOf(segment) + 1];
  if (!segment.isHeaderSound) return false;
  const end = segment.writes.at(-1);
  if (next === undefined || end === undefined || writes.at(-1) !== end) return true;
  return next.isHeaderSound && end.lastIndex + 1 >= next.firstIndex;
}

/**
 * The last write is sound, and nothing lies behind it: it proves that those before it were synced. Without it zeros in their place look as if a crash had left them
 * (FORMAT.md, "Torn or rotten").
 */
function endsSound({ writes, file }: SegmentImage): boolean {
  const last = writes.at(-1);
  return (
    last !== undefined &&
    isSound(last) &&
    last.end <= file.durable().length &&
    file
      .durable()
      .subarray(last.end)
      .every((byte) => byte === 0)
  );
}

/** Every write begins where the one before it ends. */
function isContiguous({ writes }: SegmentImage): boolean {
  return writes.every((write, at) => isSound(write) && write.position === (writes[at - 1]?.end ?? SEGMENT_HEADER_BYTES));
}

function isSound({ frames, firstIndex, lastIndex }: WriteImage): boolean {
  return frames.length === lastIndex - firstIndex + 1 && frames.every((frame) => frame.isSound);
}

function isIn(index: number, { firstIndex, lastIndex }: WriteImage): boolean {
  return firstIndex <= index && index <= lastIndex;
}

function filesOf(directory: DirectoryImage): [string, FileImage][] {
  const files: [string, FileImage][] = [];
  for (const [name, node] of directory.durable()) if (node instanceof FileImage) files.push([name, node]);
  return files;
}
