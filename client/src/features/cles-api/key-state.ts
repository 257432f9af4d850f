import { localDay, longDate, momentText, timeText } from '../../lib/text/dates.ts'
import { counted } from '../../lib/text/french.ts'

/** What a key, or one of its secrets, is worth now. */
export type KeyState = 'ACTIVE' | 'BIENTOT' | 'EXPIREE' | 'REVOQUEE' | 'REMPLACEE'

interface Dates {
  expiresAt: string
  revokedAt?: string | null | undefined
}

const DAY_MS = 24 * 3_600_000

/** From this many days before its end, a key asks to be renewed: the time to have the program's provider do it. */
const SOON_DAYS = 14

export function keyState({ expiresAt, revokedAt }: Dates, now = new Date()): Exclude<KeyState, 'REMPLACEE'> {
  if (revokedAt != null) return 'REVOQUEE'
  const left = new Date(expiresAt).getTime() - now.getTime()
  if (left <= 0) return 'EXPIREE'
  return left <= SOON_DAYS * DAY_MS ? 'BIENTOT' : 'ACTIVE'
}

/** When a key ends, or ended: « Expire le 12 mars 2027 », « Expire dans 3 jours, le 12 mars 2027 ». */
export function endText({ expiresAt, revokedAt }: Dates, now = new Date()): string {
  if (revokedAt != null) return `Révoquée ${momentText(revokedAt)}`
  const day = longDate(localDay(expiresAt))
  const state = keyState({ expiresAt }, now)
  if (state === 'EXPIREE') return `Expirée depuis le ${day}`
  if (state === 'ACTIVE') return `Expire le ${day}`
  const daysLeft = Math.round((Date.parse(localDay(expiresAt)) - Date.parse(localDay(now.toISOString()))) / DAY_MS)
  if (daysLeft === 0) return `Expire aujourd’hui à ${timeText(expiresAt)}`
  return `Expire dans ${counted(daysLeft, 'jour', 'jours')}, le ${day}`
}

/** The secret that another replaced: by what one knows it, and until when programs may still show it. */
export interface FormerSecret {
  prefix: string
  until: string
  isAccepted: boolean
}

/** null: the key has had one secret only. */
export function formerSecret(
  key: Dates & { previousPrefix?: string | null | undefined; previousUntil?: string | null | undefined },
  now = new Date(),
): FormerSecret | null {
  const { previousPrefix: prefix, previousUntil, expiresAt } = key
  if (prefix == null || previousUntil == null) return null
  // It goes with the key.
  const until = new Date(previousUntil) < new Date(expiresAt) ? previousUntil : expiresAt
  return { prefix, until, isAccepted: keyState(key, now) !== 'REVOQUEE' && new Date(until) > now }
}

/** When somebody last showed a secret of the key. */
export function lastUseText(lastUsedAt: string | null | undefined): string {
  return lastUsedAt == null ? 'Jamais utilisée' : `Dernière utilisation ${momentText(lastUsedAt)}`
}
