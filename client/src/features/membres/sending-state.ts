import { longDate } from '../../lib/text/dates.ts'
import { fr } from '../../lib/text/french.ts'

interface Sending {
  refused: boolean
  sentAt?: string | null
  expiresAt: string
}

/** How long the server keeps an invitation open from the moment that it is to be sent. */
const LIFETIME_MS = 7 * 24 * 3_600_000

/** A message leaves within seconds: past this the mail server is away, and the server tries again by itself. */
const LATE_MS = 60_000

/** What became of the message of an invitation. */
export function sendingState({ refused, sentAt, expiresAt }: Sending, now = new Date()): string {
  const until = new Date(expiresAt)
  if (refused) return fr`Refusée par le serveur de courriel : vérifiez l’adresse`
  if (until <= now) return `Expirée le ${longDate(expiresAt.slice(0, 10))}`
  if (sentAt) return `Envoyée le ${longDate(sentAt.slice(0, 10))}, valable jusqu’au ${longDate(expiresAt.slice(0, 10))}`
  const asked = until.getTime() - LIFETIME_MS
  return now.getTime() - asked > LATE_MS
    ? fr`Pas encore partie : le serveur de courriel ne répond pas, un nouvel essai aura lieu`
    : 'Envoi en cours'
}
