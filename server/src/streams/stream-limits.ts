/** A POST of subscriptions brings operations, never texts: all that a page watches fits many times. */
export const MAX_OPERATIONS_BYTES = 1024 * 1024
