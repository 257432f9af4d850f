const KIB = 1024
const MIB = 1024 * KIB

// ── What one client may send ──

/** A frame over this closes its sender with 4413. Ten megabytes pasted at once must fit. */
export const MAX_FRAME_BYTES = 16 * MIB
/** What the websocket layer accepts to read, so that a frame a little too large still gets our own close code. */
export const MAX_READ_BYTES = 2 * MAX_FRAME_BYTES
/** A document whose encoded size passes this takes no more: 1 MB is already a very long fiche. */
export const MAX_DOCUMENT_BYTES = 64 * MIB
/** JSON of one embed or one format value: ours are ids and URLs. It also bounds how deep the value nests. */
export const MAX_VALUE_BYTES = 4 * KIB
/** One client's awareness state: a name, two relative positions. */
export const MAX_AWARENESS_BYTES = 8 * KIB
/** Frames kept of a client whose document is still loading: a stock client sends two, then what is typed meanwhile. */
export const MAX_EARLY_FRAMES = 256
/** Yjs counts a client's characters with this; ten billion is far beyond any keyboard. */
export const MAX_CLOCK = 10_000_000_000
/** A client whose update lacks dependencies is asked for all it has; one that still lacks them after so many answers is closed. */
export const MAX_RESYNCS_IN_A_ROW = 3

/** Connections that one user may have in this process: pages, each with a fiche or a plan. */
export const MAX_CONNECTIONS_PER_USER = 100
/** Connections to one document in this process: all of a large collectivité. */
export const MAX_CONNECTIONS_PER_DOCUMENT = 1_000
/** Frames that one connection may send per second, in the long run: a fast typist sends about 30, carets included. */
export const MAX_FRAMES_PER_SECOND = 500
/** …and at once: what a page typed while its websocket was slow. */
export const FRAME_BURST = 5_000
/** Bytes that one connection may send per second, in the long run… */
export const MAX_BYTES_PER_SECOND = 2 * MIB
/** …and at once: the largest frame, twice. */
export const BYTE_BURST = 2 * MAX_FRAME_BYTES
/** A connection that is not judged and let in by then is closed with 4503: whoever asks is not kept waiting in silence. */
export const OPENING_MS = 10_000

// ── What waits in memory ──

/** Edits not yet durable, in all: beyond it, senders are closed with 4503 and keep their edits. */
export const MAX_WAITING_BYTES = 64 * MIB
/** Bytes in one flush: keeps a statement well under PostgreSQL's 1 GB value limit and under a second. */
export const MAX_FLUSH_BYTES = 24 * MIB
/** Above this, a reader gets no awareness until it has drained. */
export const SLOW_READER_BYTES = 1 * MIB
/** Above this, for longer than the grace, a reader is closed with 1013. */
export const STUCK_READER_BYTES = 4 * MIB
export const STUCK_READER_GRACE_MS = 5_000
/** A socket told to close gets this long to take its close frame; then its memory is taken back. */
export const CLOSE_GRACE_MS = 2_000

// ── Rhythm ──

/** Awareness of a room goes out at most this often, coalesced. */
export const AWARENESS_INTERVAL_MS = 10
/** …and more slowly in a large room, where what is said grows with the square of those who say it. */
export const AWARENESS_INTERVAL_PER_MEMBER_MS = 0.5
/** Stock clients give a silent server up after 30 s. */
export const KEEP_ALIVE_INTERVAL_MS = 20_000
/** A room without clients stays loaded this long: a reload of the page finds it warm. */
export const IDLE_ROOM_MS = 30_000
/** First and longest wait before a failed flush is tried again. */
export const FLUSH_RETRY_MIN_MS = 100
export const FLUSH_RETRY_MAX_MS = 2_000
/** How long a flush, with all that is in it, waits for a document's row that another transaction holds: a few milliseconds as a rule. */
export const ROW_LOCK_TIMEOUT_MS = 500
/** A transaction of the log whose process says nothing for so long is ended by the database: its rows are wanted by other processes. */
export const IDLE_TRANSACTION_MS = 5_000
/** A statement of ours that takes longer has lost its database. */
export const STATEMENT_TIMEOUT_MS = 15_000
export const CONNECT_TIMEOUT_MS = 5_000

// ── Who wrote what ──

/** The time of what one client writes is noted this often: a passage's date need not be nearer. */
export const WRITING_TIME_MS = 5 * 60_000

/** A pause this long ends a writing session, and a version is kept: long enough to think, short enough to tell a morning from another. */
export const VERSION_PAUSE_MS = 10 * 60_000
/** A session that has no pause is cut after this. */
export const VERSION_MAX_SESSION_MS = 60 * 60_000

// ── Opening ──

/** A snapshot (inflated) from which a document is sent from its bytes before it is built: one of 256 KiB is built in about 50 ms. */
export const DECODE_LATER_BYTES = 256 * KIB
/** Updates after the snapshot that are merged into those bytes; more make it as long as building it. What an unloaded room leaves is less. */
export const DECODE_LATER_UPDATES = 100
/** Once it was sent, it is built after this time, before people write: what was sent is on its way then. */
export const DECODE_AFTER_MS = 500

// ── Snapshots ──

/** Updates in the log after which a snapshot is due: replaying them takes about 15 ms. */
export const SNAPSHOT_EVERY_UPDATES = 5_000
/** Bytes in the log after which a snapshot is due: replaying them takes about 150 ms. */
export const SNAPSHOT_EVERY_BYTES = 1 * MIB
/** A room that unloads with fewer updates than this in its log leaves them there. */
export const SNAPSHOT_AT_UNLOAD_UPDATES = 50

// ── Projection ──

/** `titre` is shown in lists: at most 200 ms late, the database's time included. */
export const TITLE_PROJECTION_MS = 60
/** Other fields wait for a pause in the typing… */
export const PROJECTION_PAUSE_MS = 400
/** …but no longer than this: at most 2 s late, the database's time included. */
export const PROJECTION_MAX_WAIT_MS = 1_200
export const PROJECTION_RETRY_MS = 1_000
/** A text with more is made plain and Markdown in a thread: this much takes a few milliseconds, a megabyte some tens. */
export const LONG_TEXT_CHARACTERS = 64 * 1024
/** The thread's memory is not worth keeping for a text that nobody edits; who types on finds it there. */
export const PROJECTION_THREAD_IDLE_MS = 3_000
/** Documents caught up at once at start, beside the people who work. */
export const CATCH_UP_BATCH = 20

// ── Several processes ──

/** Wait before what other processes appended to a log is asked for again, when it could not be read. */
export const CATCH_UP_RETRY_MS = 500
/** Updates of one document over this are not sent between processes: whoever needs them reads the log. */
export const MAX_TOLD_BYTES = 256 * KIB
/** Awareness goes to other processes together, this long after the first that waits; there it is told with what is said there. */
export const TELL_PRESENCE_MS = 3
/** What is kept of updates that came before those that they follow; more is read from the log. */
export const MAX_EARLY_UPDATES_BYTES = 8 * MIB
/** A room that lacks updates waits this long for who wrote them to tell, then reads them: a message takes a millisecond or two. */
export const GAP_GRACE_MS = 100
/** While other processes cannot be heard, the open documents are compared with their logs this often, in one statement… */
export const POLL_INTERVAL_MS = 1_000
/** …and once in so many times when they can be: a message that was lost without a trace is made good. */
export const POLL_EVERY = 5
/** Connections judged again at once. */
export const JUDGE_AGAIN_AT_ONCE = 8

// ── Stop ──

/** A stop waits no longer than this for the database: the whole process must be gone in 10 s. */
export const STOP_MS = 6_000
/** Pages come back over this long for each that was open, so that the next process has time for each of them. */
export const RETURN_SPREAD_PER_CONNECTION_MS = 5
/** …and this long to part from it. */
export const CLOSE_DATABASE_MS = 1_000
