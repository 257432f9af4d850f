import type { WebhookDeliveryStatus, WebhookFailure } from '../../../gql/graphql.ts'
import { counted, fr } from '../../../lib/text/french.ts'
import { momentText } from '../../../lib/text/dates.ts'

const FAILURES: Record<WebhookFailure, string> = {
  NOM_INCONNU: fr`Le nom du receveur ne mène nulle part.`,
  ADRESSE_REFUSEE: fr`Le nom du receveur mène dans un réseau privé, où Pupitre n’envoie rien.`,
  CONNEXION: fr`Le receveur ne répond pas, ou coupe.`,
  CERTIFICAT: fr`Le certificat du receveur n’est pas valable.`,
  DELAI: fr`Le receveur n’a pas répondu en dix secondes.`,
  REDIRECTION: fr`Le receveur renvoie à une autre adresse, que Pupitre ne suit pas.`,
  STATUT: fr`Le receveur n’a pas accepté.`,
  SECRET: fr`Le secret ne peut plus signer : renouvelez-le.`,
}

export const STATUS_LABELS: Record<WebhookDeliveryStatus, string> = {
  EN_ATTENTE: 'En attente',
  LIVREE: 'Reçu',
  ABANDONNEE: 'Abandonné',
}

interface Delivery {
  status: WebhookDeliveryStatus
  attempts: number
  nextAttemptAt?: string | null | undefined
  failure?: WebhookFailure | null | undefined
  httpStatus?: number | null | undefined
  durationMs?: number | null | undefined
}

/** How the last try ended: « Réponse 204 en 85 ms. », « Le receveur ne répond pas, ou coupe. » */
export function outcomeText({ failure, httpStatus, durationMs }: Delivery): string | null {
  const answer = httpStatus == null ? null : fr`Réponse ${httpStatus} en ${durationMs ?? 0}\u00a0ms.`
  return [failure == null ? null : FAILURES[failure], answer].filter(Boolean).join(' ') || null
}

/** How many tries there were, and when the next is. */
export function triesText({ status, attempts, nextAttemptAt }: Delivery, now = new Date()): string | null {
  const tries = counted(attempts, 'essai', 'essais')
  if (status !== 'EN_ATTENTE') return attempts > 1 ? tries : null
  if (attempts === 0) return 'Part dans un instant'
  const isDue = nextAttemptAt == null || new Date(nextAttemptAt) <= now
  return isDue ? `${tries}, le suivant part` : `${tries}, prochain ${momentText(nextAttemptAt)}`
}
