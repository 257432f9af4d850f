/** A backup cannot be made, read or restored. The message is one sentence for the person who asked: what is wrong, what was (not) done. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** What the system says of a full disk, in one word. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
