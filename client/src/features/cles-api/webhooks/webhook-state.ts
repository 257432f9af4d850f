import { localDay, longDate } from '../../../lib/text/dates.ts'
import { fr } from '../../../lib/text/french.ts'

/** Whether a webhook is told, and takes what it is. */
export type WebhookState = 'ACTIF' | 'ECHEC' | 'DESACTIVE' | 'CLE_EXPIREE'

interface Told {
  failingSince?: string | null | undefined
  disabledAt?: string | null | undefined
  apiKey: { expiresAt: string }
}

export function webhookState({ failingSince, disabledAt, apiKey }: Told, now = new Date()): WebhookState {
  if (disabledAt != null) return 'DESACTIVE'
  if (new Date(apiKey.expiresAt) <= now) return 'CLE_EXPIREE'
  return failingSince == null ? 'ACTIF' : 'ECHEC'
}

/** What the state means, and what to do; null when all is well. */
export function stateText(webhook: Told, now = new Date()): string | null {
  const { failingSince, disabledAt } = webhook
  switch (webhookState(webhook, now)) {
    case 'ACTIF':
      return null
    case 'ECHEC':
      return fr`Rien n’est reçu depuis le ${dayOf(failingSince)}. Au bout de trois jours, le webhook est désactivé.`
    case 'DESACTIVE':
      return failingSince == null
        ? fr`Désactivé le ${dayOf(disabledAt)}. Réactivé, il sera prévenu de tout ce qui a changé depuis.`
        : fr`Désactivé le ${dayOf(disabledAt)} : rien n’était reçu depuis le ${dayOf(failingSince)}. Réactivez-le une fois le receveur réparé.`
    case 'CLE_EXPIREE':
      return fr`Sa clé a expiré : rien ne part. Renouvelez-la.`
  }
}

function dayOf(instant: string | null | undefined): string {
  return instant == null ? '' : longDate(localDay(instant))
}

/** Until when the secret before signs too; null when it does not. */
export function formerSigningEnd(until: string | null | undefined, now = new Date()): string | null {
  return until != null && new Date(until) > now ? until : null
}

/** An address in few words: without its scheme, nor what follows `?`, which may be secret. */
export function addressText(url: string): string {
  const { host, pathname } = new URL(url)
  return pathname === '/' ? host : `${host}${pathname}`
}
