import type { ChoiceStorage } from '../transport-choice.ts'

/** What a tab keeps, for the length of a test. */
export function storageInTest(): ChoiceStorage {
  let kept: string | null = null
  return {
    read: () => kept,
    write: (blockedAt) => (kept = blockedAt),
    clear: () => (kept = null),
  }
}
