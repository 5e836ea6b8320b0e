// Every limit of the server: name, unit, reason. What must be equal on all nodes is in the genesis (`ClusterLimits`).
import type { ClusterLimits } from './types.ts';

const KiB = 1024;
const MiB = 1024 * KiB;

/** Defaults for a new cluster's genesis. */
export const DEFAULT_CLUSTER_LIMITS: ClusterLimits = {
  /** One transaction, encoded. Large enough for any payment, small enough that a batch of them stays one message. */
  transactionBytesMax: 1 * MiB,
  /** Locks of one transaction: keeps the index of a batch small beside its data. */
  locksMax: 256,
  /** Rows of the lock table: 256 Ki newest lock writes are known exactly; below them `STALE`. */
  lockRows: 256 * KiB,
  /** Generated keys remembered: 1 Mi newest, 41 MiB of typed arrays once so many were written, and 29 MiB for the copy of them that snapshots are written from. */
  recentKeys: 1 * MiB,
};

/** A tick of the core, milliseconds. */
export const TICK_MS = 25;
/** Ticks between two heartbeats: 50 ms. */
export const HEARTBEAT_TICKS = 2;
/** An election is tried after `ELECTION_TICKS` to twice as many ticks without a leader: 300 to 600 ms, so that a killed leader costs less than a second. */
export const ELECTION_TICKS = 12;
/** Milliseconds between two looks at whether this node leads too many partitions: a hand-over costs its clients a few milliseconds, so there is no hurry. */
export const LEADER_BALANCE_MS = 10_000;

/** Bytes of entries in one append: DESIGN §7 measured batches of 64 to 256 KiB as best. */
export const APPEND_BYTES_MAX = 256 * KiB;
/** Bytes of entries under way to one follower and not yet acknowledged. */
export const APPEND_WINDOW_BYTES_MAX = 8 * MiB;
/** Messages under way to one follower: bounds the window when entries are tiny. */
export const APPEND_WINDOW_MESSAGES_MAX = 256;
/** Entries whose exact size the core remembers; older ones go in appends of `CATCH_UP_ENTRIES_MAX`, one at a time. */
export const RECENT_SIZES_MAX = 16 * KiB;
/** Entries of an append that the core composes without knowing their sizes: as many as fit into `APPEND_BYTES_MAX` at `ENTRY_OVERHEAD_BYTES` each. */
export const CATCH_UP_ENTRIES_MAX = 2 * KiB;
/** Bytes of entries after which the driver ends such an append: one read. One is under way to a follower at a time, so that it is what a round trip brings. */
export const CATCH_UP_BYTES_MAX = 1 * MiB;
/** Heartbeat replies after which such an append may be lost: 200 ms, longer than a round trip between nodes that keep a leader for `ELECTION_TICKS`. */
export const CATCH_UP_HEARTBEATS = 4;
/** Writes under way that the core tells apart; beyond them the newest ones count as durable together with the last of them. */
export const PENDING_WRITES_MAX = 4096;
/** What an entry costs beside its payload, in bytes: header and digest on wire and disk. */
export const ENTRY_OVERHEAD_BYTES = 128;

/** Bytes of one entry's payload, unless a single transaction is larger: one message, one write. */
export const BATCH_BYTES_MAX = 256 * KiB;
/** Transactions of one entry. */
export const BATCH_TRANSACTIONS_MAX = 4096;

/** Transactions of one partition that wait on the leader, appended or not: beyond them `OVERLOADED`, before anything is appended. */
export const PENDING_TRANSACTIONS_MAX = 64 * KiB;
/** Bytes of the same. */
export const PENDING_BYTES_MAX = 64 * MiB;
/** Linearizable reads waiting on one partition. */
export const PENDING_READS_MAX = 16 * KiB;

/** Bytes of entries kept in memory for followers, appliers and readers at the head. */
export const ENTRY_CACHE_BYTES_MAX = 32 * MiB;
/** Bytes of entries read at once from the log to apply or to catch up. */
export const READ_BYTES_MAX = 1 * MiB;
/** Bytes that wait for one write to the log; beyond them the leader refuses and a follower stops reading appends. */
export const WRITE_QUEUE_BYTES_MAX = 64 * MiB;

/** Where a cluster acknowledges what is received (DESIGN §8), the longest that entries wait for others before they are written and synced, in milliseconds: what a crash may take. */
export const ACKNOWLEDGE_SYNC_MS = 10;
/** Bytes and writes that end the wait: an eighth and a quarter of the window to a follower, so that it never runs empty for want of a sync. */
export const ACKNOWLEDGE_SYNC_BYTES = 1 * MiB;
export const ACKNOWLEDGE_SYNC_WRITES = 64;

/** Named keys kept in memory until the index holds them; beyond them applying waits for the index. */
export const NAMED_KEYS_PENDING_MAX = 64 * KiB;
/** Milliseconds between two writes of the key index. */
export const KEY_INDEX_WRITE_MS = 50;

/** Nodes of a cluster. */
export const MEMBERS_MAX = 7;
/** Nodes that one membership entry names: those of a cluster, and those that come and go. */
export const MEMBERSHIP_NODES_MAX = 2 * MEMBERS_MAX;
/** Nodes that a cluster can remove in its life: their ids are remembered for ever. */
export const NODES_RETIRED_MAX = 1024;
/** Bytes of a membership text: a kilobyte for each node, whose two addresses may be long names. */
export const MEMBERSHIP_BYTES_MAX = MEMBERSHIP_NODES_MAX * 1024 + NODES_RETIRED_MAX * 80;
/** Milliseconds between two looks of a leader at whether its partition is as intended: who has caught up is noticed so soon. */
export const MEMBERSHIP_LOOK_MS = 200;
/** Looks in a row at which the leader of a partition cannot say what partition 1 intends before it hands over to another, whose partition 1 may know: 5 s, longer than an election takes. */
export const MEMBERSHIP_BLIND_LOOKS = 25;
/** Partitions of a cluster. */
export const PARTITIONS_MAX = 64;
/** Bytes of a named key. */
export const KEY_BYTES_MAX = 64;
/** Bytes of a generated key: 7 of birth, big endian, then 9 random ones. */
export const GENERATED_KEY_BYTES = 16;
/** Bytes of a lock's name. */
export const LOCK_NAME_BYTES_MAX = 256;
/** Bytes of a transaction's type. Types that begin with `ledgerline.` are reserved. */
export const TYPE_BYTES_MAX = 64;

/** Bytes of one segment file; the first segment of a log is smaller so that a small cluster stays small. */
export const SEGMENT_BYTES = 64 * MiB;
export const FIRST_SEGMENT_BYTES = 1 * MiB;
/** Bytes of one entry's payload that any decoder accepts: checked before anything is allocated. */
export const ENTRY_PAYLOAD_BYTES_MAX = 8 * MiB;

/** HTTP/2 window that a node offers per stream and per connection: 64 KiB, the default, halves the throughput (DESIGN §7). */
export const HTTP2_WINDOW_BYTES = 8 * MiB;
/** Bytes of one frame between peers that a node accepts: an entry of the largest size and room for its fields. */
export const PEER_FRAME_BYTES_MAX = 9 * MiB;
/** Messages of one turn share frames of about this many bytes. */
export const PEER_FRAME_BYTES = 1 * MiB;
/** Bytes of a stream's first frame, which comes from someone unknown: nine short fields. */
export const PEER_HELLO_BYTES_MAX = 4 * KiB;
/** Entries of one append that a node accepts: twice what fits into `APPEND_BYTES_MAX` at `ENTRY_OVERHEAD_BYTES` each. */
export const PEER_APPEND_ENTRIES_MAX = 4 * KiB;
/** Bytes that wait for one peer's control stream; beyond them messages are dropped, which Raft survives. */
export const PEER_CONTROL_QUEUE_BYTES_MAX = 1 * MiB;
/** Bytes that wait for one peer's bulk stream: several append windows. */
export const PEER_BULK_QUEUE_BYTES_MAX = 32 * MiB;
/** Milliseconds before the first and the later attempts to reach a peer again; doubled each time, with jitter. */
export const PEER_RECONNECT_MS_MIN = 50;
export const PEER_RECONNECT_MS_MAX = 1_000;
/** Milliseconds from dialing a peer to its answer to the hello, and from accepting a stream to its hello. */
export const PEER_HELLO_TIMEOUT_MS = 2_000;
/** Milliseconds between keepalive pings, and until a missing answer ends the connection: a dead link is left after about 4 s. */
export const PEER_KEEPALIVE_MS = 2_000;
/** Milliseconds between two reports that messages to a peer are being dropped. */
export const PEER_DROP_REPORT_MS = 100;
/** Milliseconds for which a stream to a peer must have lasted before its backoff starts anew and its return is logged. */
export const PEER_STABLE_MS = 1_000;
/** Refusals of peers remembered so that each is logged once, by who it claims to be and where it comes from. */
export const PEER_REFUSALS_SAID_MAX = 256;
/** Milliseconds that calls get to finish when a server closes. */
export const SERVER_CLOSE_MS = 500;
/** Concurrent HTTP/2 streams of one connection: a submit and a tail stream for each of 64 partitions, and as many calls. */
export const CONNECTION_STREAMS_MAX = 256;
/** Mebibytes that Node's HTTP/2 may hold for one connection: a peer's window and frames, with room. */
export const CONNECTION_MEMORY_MIB = 64;

/** Milliseconds between two introductions of a node that has not formed yet. */
export const FORMING_TICK_MS = 200;
/** Milliseconds that one introduction may take. */
export const FORMING_INTRODUCE_MS = 1_000;
/** Ticks for which a hello counts as live: one second. */
export const FORMING_FRESH_TICKS = 5;
/** Bytes of a configuration or genesis text: seven members take about two. */
export const FORMING_TEXT_BYTES_MAX = 64 * KiB;

/** Bytes of transactions that one submit stream may have unanswered; beyond them its messages are not read. */
export const CLIENT_STREAM_BYTES_MAX = 16 * MiB;
/** Transactions that one submit stream may have unanswered: as many as a partition lets wait. */
export const CLIENT_STREAM_TRANSACTIONS_MAX = 64 * KiB;
/** Transactions of one message of a submit stream: nothing else is served while it is taken apart. Its results come in messages of as many. */
export const CLIENT_MESSAGE_TRANSACTIONS_MAX = 4 * KiB;
/** Bytes of entries read and sent at once to a reader. */
export const TAIL_READ_BYTES_MAX = 256 * KiB;
/** Encoded messages kept per partition so that readers at the head share them. */
export const TAIL_SHARED_MESSAGES_MAX = 8;
/** Bytes that a segment is zeroed ahead of its data, inside the write that gets there: syncs then leave the file's size alone (1.4 to 1.8 times as many small ones a second). */
export const ZERO_AHEAD_BYTES = 1 * MiB;
/** Bytes of a write up to which zeroing ahead pays. Larger ones are bound by the disk's bandwidth, of which zeros would take half. */
export const ZERO_AHEAD_WRITE_BYTES_MAX = 128 * KiB;
/** Bytes by which the file of a segment is made longer, each time with a sync of its own. */
export const LENGTHEN_BYTES = 8 * MiB;
/** Bytes that recovery reads at once. */
export const RECOVERY_READ_BYTES = 4 * MiB;

/** Bytes of one record of a snapshot: a chunk is checked, sent and read as a whole. */
export const SNAPSHOT_RECORD_BYTES_MAX = 1 * MiB;
/** Bytes that a record of pairs or named keys is filled up to: few chunks, and little that is hashed in one go. A larger pair is a record of its own. */
export const SNAPSHOT_RECORD_BYTES = 64 * KiB;
/** Bytes of a snapshot read at once to verify it: hashing them holds the event loop for well under a millisecond. */
export const SNAPSHOT_READ_BYTES = 256 * KiB;
/** Bytes of a snapshot written between two syncs: what a sync of the log may have to wait for stays small. */
export const SNAPSHOT_SYNC_BYTES = 1 * MiB;
/** Snapshots kept of each partition: the newest, and the one to fall back to. */
export const SNAPSHOTS_KEPT = 2;
/** Bytes of log between two snapshots that the leader proposes, at least, so that a restart applies no more than that; also at least the size of the last snapshot, so that they never cost more than the log. */
export const SNAPSHOT_INTERVAL_BYTES = 24 * MiB;
/** Bytes of state and named keys written to a snapshot in a second: a twelfth of a core goes into that (measured: 36 ms of CPU a MiB, nearly all of it Level's), and a few writes a second beside those of the log. */
export const SNAPSHOT_PAIRS_BYTES_PER_SECOND = 2 * MiB;
/** Bytes of tables written to a snapshot in a second, or of anything in it read back: a tenth of the work. */
export const SNAPSHOT_BYTES_PER_SECOND = 32 * MiB;
/** Milliseconds between two looks for the other nodes' digests of the snapshot just taken, and how often: they finish theirs soon, or are down. */
export const SNAPSHOT_COMPARE_MS = 1_000;
export const SNAPSHOT_COMPARE_ATTEMPTS = 5;
/** Bytes of one piece of a snapshot on its way to another node. */
export const SNAPSHOT_FETCH_BYTES = 1 * MiB;
/** Bytes of changes after which the state is written, and milliseconds at the latest (DESIGN §9). */
export const STATE_WRITE_BYTES = 4 * MiB;
export const STATE_WRITE_MS = 50;
/** Bytes of entries whose changes are not in the state yet; beyond them applying waits for the state. */
export const STATE_PENDING_BYTES_MAX = 16 * MiB;
/** Bytes of transactions that are parsed for their deltas in one turn of the event loop. */
export const STATE_PARSE_BYTES = 64 * KiB;
/** Bytes of a state key, as many as the name of the lock that covers it may have; and of a value. */
export const STATE_KEY_BYTES_MAX = LOCK_NAME_BYTES_MAX;
export const STATE_VALUE_BYTES_MAX = 512 * KiB;
/** Pairs that are read or written at once when a whole state or key index is: short turns of the event loop, few syncs. */
export const STORE_READ_PAIRS = 256;
export const STORE_LOAD_PAIRS = 1 * KiB;
/** Bytes of one batch of the same. */
export const STORE_LOAD_BYTES = 1 * MiB;
/** Keys of one read of several, pairs and bytes of one range. */
export const STATE_READ_KEYS_MAX = 1 * KiB;
export const STATE_READ_PAIRS_MAX = 10_000;
export const STATE_READ_BYTES_MAX = 1 * MiB;
/** Bytes between two places of a sealed segment's index: reading one entry scans at most so much. */
export const SEAL_INDEX_STEP_BYTES = 64 * KiB;
/** Sealed segments of one partition that are kept open for reading. */
export const SEGMENT_FILES_OPEN_MAX = 16;
/** Bytes of a segment that are read at once to find or hand out entries, if they are not of one that is longer; hashing them holds the event loop for under a millisecond. */
export const SEGMENT_READ_BYTES = 1 * MiB;
/** Readers of one partition for which the next bytes are read ahead: each holds `SEGMENT_READ_BYTES`, or one entry that is longer. */
export const READ_AHEADS_MAX = 4;
/** Readers of one partition whose place in the log is remembered, so that reading on needs no search. */
export const SEQUENTIAL_READERS_MAX = 32;
/** Bytes a second at which the scrubber reads sealed segments, by default: a full day for 86 GiB, unnoticed on any disk. */
export const SCRUB_BYTES_PER_SECOND = 1 * MiB;
/** Bytes that the scrubber reads at once: verifying their entries holds the event loop for under a millisecond, or two if they are very small. */
export const SCRUB_READ_BYTES = 64 * KiB;
/** Milliseconds between two steps of the scrubber; each reads what is due at its rate. */
export const SCRUB_STEP_MS = 1_000;
/** Milliseconds between two attempts to repair from other nodes, or to settle a claim. */
export const REPAIR_RETRY_MS = 250;
/** Attempts in a row in which all other nodes answer and none can help until damage counts as such that nobody can repair: a second, in which others may be repaired themselves. */
export const REPAIR_HELPLESS_ATTEMPTS = 4;
/** Attempts in a row in which nobody has any of what is damaged, and nobody waits for it, until they become rare: ten seconds. */
export const REPAIR_IDLE_ATTEMPTS = 40;
/** Milliseconds between two attempts to repair from then on: somebody may still be given a copy of the data. */
export const REPAIR_IDLE_RETRY_MS = 5_000;
/** Milliseconds until it is tried again to repair what there was no space for: each attempt fetches the entries, and writes up to a segment. */
export const REPAIR_SPACE_RETRY_MS = 5_000;
/**
 * Bytes of entries, with `ENTRY_OVERHEAD_BYTES` each, of one damaged range that is repaired from other nodes: they are in memory at once, since only the digest at the end shows that they are
 * right. A range lies in one segment; only where several segments in a row and their seals are lost it may be larger, and then a leader sends them as to a log that ends before.
 */
export const REPAIR_BYTES_MAX = 256 * MiB;
/** Milliseconds that a request between nodes outside Raft may take. */
export const PEER_REQUEST_TIMEOUT_MS = 2_000;
/** Such requests that a node answers at once, each with up to a frame in memory; beyond them it refuses for the moment. */
export const PEER_REQUESTS_PENDING_MAX = 32;
/** Snapshots of one partition that a node tells another about: those kept, with room. */
export const PEER_SNAPSHOTS_MAX = 16;
/** Bytes that stay free on the disk by default: two segments, a snapshot of some size, and what is under way. Below it submits are refused. */
export const SPACE_RESERVE_BYTES = 256 * MiB;
/** Milliseconds between two looks at the free space. */
export const SPACE_CHECK_MS = 500;
/** Bytes of entries that a backup, or what is restored from one, writes and syncs at once: few syncs, little memory. */
export const BACKUP_WRITE_BYTES = 4 * MiB;
/** Entries of one such write: small ones cost memory, too. */
export const BACKUP_WRITE_ENTRIES = 16 * KiB;
/** Times in a row that a backup finds nothing new in a cluster that has committed more, a tenth of a second apart: ten seconds. */
export const BACKUP_IDLE_ROUNDS_MAX = 100;
/** Milliseconds that a node gets to read and serve a restored backup when that is verified: an hour. */
export const BACKUP_START_MS_MAX = 3_600_000;
