/** The migrations cannot be applied to this database as it is. The message says which one and why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}
