/** Each process says this often that it is there. */
export const BEAT_INTERVAL_MS = 1_000
/** A process that says nothing for so long is gone, and with it all who were present there; so is Redis, when it is our own beat that does not come back. */
export const SILENCE_MS = 3_500
/** What waits for Redis in this process; more is dropped, since the database has it. */
export const MAX_UNSENT_BYTES = 16 * 1024 * 1024
export const REDIS_CONNECT_TIMEOUT_MS = 2_000
/** First and longest wait before Redis is tried again. */
export const REDIS_RETRY_MIN_MS = 50
export const REDIS_RETRY_MAX_MS = 1_000
/** How long a process that stops waits for its goodbye to leave. */
export const GOODBYE_MS = 500
/** While other processes cannot be heard, everything that is open is judged again this often: rights may have changed there. */
export const DEAF_INTERVAL_MS = 3_000
/** From a sign that something was missed to looking for it: several come together. */
export const MISSED_TOGETHER_MS = 100
