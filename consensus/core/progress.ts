// What a leader knows of one follower: how far its log matches, what to send next, and what is under way (thesis §10.2.1).
//   probe      where the logs agree is a guess, or how much fits into an append: one append at a time
//   replicate  it is known: appends are pipelined as long as the window has room
//   snapshot   it lacks an entry that is compacted here: it is offered a snapshot, with every heartbeat, and sent no appends
import { assert } from '../assert.ts';
import { CATCH_UP_HEARTBEATS } from '../limits.ts';
import type { NodeId } from '../types.ts';

/** An append with entries that was sent and not yet acknowledged. */
export interface InFlight {
  readonly lastIndex: number;
  readonly bytes: number;
}

/** The fields of a `Progress`, as a dump holds them. */
export interface ProgressData {
  readonly id: NodeId;
  readonly mode: 'probe' | 'replicate' | 'snapshot';
  readonly matchIndex: number;
  readonly receivedIndex: number;
  readonly nextIndex: number;
  readonly probeUnderWay: boolean;
  readonly patience: number;
  readonly inFlight: readonly InFlight[];
  readonly inFlightBytes: number;
  readonly toldCommit: number;
  readonly round: number;
  readonly recentlyActive: boolean;
  readonly wasActive: boolean;
  readonly advanced: boolean;
}

export class Progress {
  readonly id: NodeId;
  mode: 'probe' | 'replicate' | 'snapshot' = 'probe';
  /** The follower holds the leader's log up to here, durably. Only rises within a term; 0 = nothing is known. */
  matchIndex = 0;
  /** It said that it has received the leader's log up to here, durably or not, and nothing suggests that it lost it. At least `matchIndex`. */
  receivedIndex = 0;
  /** Index of the next entry to send. Always above `matchIndex`. Means nothing in `snapshot`. */
  nextIndex: number;
  /** In `probe`: one append was sent and nothing was heard since. */
  probeUnderWay = false;
  /**
   * In `probe`, with old entries under way: for how many more heartbeat replies they are merely slow. Until then an answer that says nothing of them is one to what was sent before; taken for
   * theirs it would send them twice, and the two answers to that what comes next, and so on to the end of the log.
   */
  patience = 0;
  /** In `replicate`: the window, oldest first. */
  inFlight: InFlight[] = [];
  inFlightBytes = 0;
  /** The commit index that the follower knows once it has handled the last append sent to it. */
  toldCommit = 0;
  /** The highest ReadIndex round that it answered. */
  round = 0;
  /** Something came from it in the leader's term since the last check of the quorum. */
  recentlyActive = false;
  /** Something had come before that check, since the one before it. */
  wasActive = false;
  /** `matchIndex` rose since the last heartbeat reply. */
  advanced = false;

  constructor(id: NodeId, nextIndex: number) {
    this.id = id;
    this.nextIndex = nextIndex;
  }

  static fromDump(data: ProgressData): Progress {
    return Object.assign(new Progress(data.id, data.nextIndex), data);
  }

  /** The logs may agree below `nextIndex`; where exactly has to be found out. */
  becomeProbe(nextIndex: number): void {
    assert(nextIndex > this.matchIndex, 'what matched is not sent again');
    this.mode = 'probe';
    this.forgetUnderWay(nextIndex);
  }

  /** The follower's log has no entry of which the leader's log still knows the term. */
  becomeSnapshot(): void {
    this.mode = 'snapshot';
    this.forgetUnderWay(this.matchIndex + 1);
  }

  private forgetUnderWay(nextIndex: number): void {
    this.nextIndex = nextIndex;
    this.receivedIndex = this.matchIndex;
    this.probeUnderWay = false;
    this.patience = 0;
    this.inFlight = [];
    this.inFlightBytes = 0;
    this.toldCommit = 0;
  }

  /** Whether an append with entries may be sent now. The window may be passed by the last append that was let in. */
  hasRoom(window: { readonly bytesMax: number; readonly messagesMax: number }): boolean {
    if (this.mode === 'snapshot') return false;
    if (this.mode === 'probe') return !this.probeUnderWay;
    return this.inFlight.length < window.messagesMax && this.inFlightBytes < window.bytesMax;
  }

  /** Takes note of an append that ends at `lastIndex` and carries `bytes` bytes of entries; none in an empty one. */
  sent(append: { readonly lastIndex: number; readonly bytes: number; readonly commit: number }): void {
    assert(this.mode !== 'snapshot', 'who needs a snapshot is sent no appends');
    this.toldCommit = Math.max(this.toldCommit, Math.min(append.commit, append.lastIndex));
    if (this.mode === 'probe') {
      this.probeUnderWay = true;
      return;
    }
    if (append.lastIndex < this.nextIndex) return;
    this.nextIndex = append.lastIndex + 1;
    this.inFlight.push({ lastIndex: append.lastIndex, bytes: append.bytes });
    this.inFlightBytes += append.bytes;
  }

  /** What was just sent are entries of unknown sizes: only what the answer says of them is known to have been sent. */
  sentOldEntries(): void {
    assert(this.mode === 'probe' && this.probeUnderWay, 'old entries are sent as a probe');
    this.patience = CATCH_UP_HEARTBEATS;
  }

  /** The connection broke: what is under way is probably lost, and nothing goes out before something is heard. `nextIndex`: where to go on if entries were pipelined. */
  disconnected(nextIndex: number): void {
    if (this.mode === 'snapshot') return;
    if (this.mode === 'replicate') this.becomeProbe(nextIndex);
    this.probeUnderWay = true;
    this.patience = 0;
  }

  /**
   * The follower holds the log up to `matchIndex`; an older acknowledgement changes nothing. The leader's log begins behind `baseIndex`: who has not come
   * so far cannot be sent what comes next.
   */
  acknowledged(matchIndex: number, baseIndex: number): void {
    if (matchIndex < this.matchIndex) return;
    if (matchIndex > this.matchIndex) this.advanced = true;
    this.matchIndex = matchIndex;
    this.receivedIndex = Math.max(this.receivedIndex, matchIndex);
    if (this.patience > 0 && matchIndex < this.nextIndex) return;
    this.patience = 0;
    if (this.mode !== 'replicate') {
      if (this.mode === 'snapshot') this.nextIndex = matchIndex + 1;
      if (matchIndex < baseIndex) return;
      this.mode = 'replicate';
      this.probeUnderWay = false;
      this.nextIndex = matchIndex + 1;
      // The probe may have arrived without its end.
      this.toldCommit = Math.min(this.toldCommit, matchIndex);
      return;
    }
    this.nextIndex = Math.max(this.nextIndex, matchIndex + 1);
    let freed = 0;
    for (const append of this.inFlight) {
      if (append.lastIndex > matchIndex) break;
      this.inFlightBytes -= append.bytes;
      freed++;
    }
    this.inFlight.splice(0, freed);
  }

  /** The follower has received the log up to `index`. Of no interest before it is known where the logs agree: what is durable then says more. */
  received(index: number): void {
    if (this.mode === 'replicate') this.receivedIndex = Math.max(this.receivedIndex, index);
  }

  /** Whether a rejection of the append after `rejectedIndex` says something new; replies may come late, twice or out of order. */
  isNewRejection(rejectedIndex: number): boolean {
    if (this.mode === 'snapshot') return false;
    if (this.mode === 'probe') return rejectedIndex === this.nextIndex - 1;
    return rejectedIndex > this.matchIndex && rejectedIndex < this.nextIndex;
  }

  /**
   * A heartbeat was answered: whether the appends sent before it may have been lost, because nothing was acknowledged
   * since the last answered heartbeat although something is under way.
   */
  maybeStalled(): boolean {
    if (this.mode === 'snapshot') return false;
    if (this.patience > 0) {
      this.patience--;
      return false;
    }
    const stalled = this.mode === 'probe' || (!this.advanced && this.matchIndex < this.nextIndex - 1);
    this.advanced = false;
    return stalled;
  }
}
