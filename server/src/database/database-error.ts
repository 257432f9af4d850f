export type DatabaseErrorCode =
  | 'DATA_DIR_UNWRITABLE'
  | 'DATA_DIR_UNREACHABLE'
  | 'DATA_DIR_IN_USE'
  | 'CLUSTER_VERSION'
  | 'CLUSTER_FAILED'
  | 'PLATFORM_UNSUPPORTED'
  | 'DATABASE_URL_INVALID'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_REFUSED'
  | 'DATABASE_UNSUITABLE'

/** The database cannot be used. The message is one sentence for the person who starts the server: what is wrong, what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
