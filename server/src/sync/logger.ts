/** What the sync server says to operators: ids and counts, never text. */
export interface SyncLogger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
