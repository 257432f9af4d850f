import { isIP } from 'node:net'
import { z } from 'zod'
import { MAX_OVERLAP_DAYS, OVERLAP_DAYS } from '../api-key/api-key-rules.ts'
import { isLoopbackHost, isPublicAddress, nameOf } from './public-address.ts'

/** Webhooks of one key: its program's, and some for trials. */
export const MAX_WEBHOOKS = 5

/** Longest address: what every receiver and proxy takes. */
export const MAX_URL_CHARACTERS = 2_000

/** What the instance says of the addresses that webhooks may have. */
export interface UrlRules {
  /** Whether this machine itself may be told, and then in clear: for development and tests. */
  allowLoopback: boolean
}

/** An address that the server may write to, as it will. What its name leads to is looked at again each time. */
function urlSchema(rules: UrlRules) {
  return z.string().transform((text, context) => {
    const read = readUrl(text.trim(), rules)
    if ('href' in read) return read.href
    context.addIssue({ code: 'custom', message: read.message, params: { code: read.code } })
    return z.NEVER
  })
}

export const newWebhookSchema = (rules: UrlRules) => z.object({ apiKeyId: z.guid(), url: urlSchema(rules) })

export const webhookChangeSchema = (rules: UrlRules) =>
  z.object({ webhookId: z.guid(), url: urlSchema(rules).optional(), isActive: z.boolean().optional() })

export const secretRotationSchema = z.object({
  webhookId: z.guid(),
  overlapDays: z
    .int()
    .min(0, { error: 'Donnez un nombre de jours, zéro ou plus.' })
    .max(MAX_OVERLAP_DAYS, { error: `L’ancien secret signe encore ${MAX_OVERLAP_DAYS} jours au plus.` })
    .default(OVERLAP_DAYS),
})

export type NewWebhook = z.input<ReturnType<typeof newWebhookSchema>>
export type WebhookChange = z.input<ReturnType<typeof webhookChangeSchema>>
export type SecretRotation = z.input<typeof secretRotationSchema>

type Read = { href: string } | { code: string; message: string }

const TOO_LONG = { code: 'URL_TOO_LONG', message: `Une adresse tient ici en ${MAX_URL_CHARACTERS} caractères.` }

function readUrl(text: string, { allowLoopback }: UrlRules): Read {
  if (text.length > MAX_URL_CHARACTERS) return TOO_LONG
  if (!URL.canParse(text)) {
    return { code: 'URL_INVALID', message: 'Donnez une adresse complète, par exemple https://exemple.fr/pupitre.' }
  }
  const url = new URL(text)
  const name = nameOf(url.hostname)
  const isLoopback = isLoopbackHost(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback && allowLoopback)) {
    return { code: 'URL_NOT_HTTPS', message: 'L’adresse doit commencer par https://.' }
  }
  if (url.username !== '' || url.password !== '') {
    const message =
      'L’adresse ne peut pas contenir de nom ni de mot de passe : le receveur vérifie plutôt la signature.'
    return { code: 'URL_CREDENTIALS', message }
  }
  const isPrivate = isIP(name) !== 0 && !isPublicAddress(name)
  if (isLoopback ? !allowLoopback : isPrivate) {
    const message = 'Cette adresse n’est pas sur internet : Pupitre n’envoie rien dans un réseau privé.'
    return { code: 'URL_PRIVATE', message }
  }
  // A fragment is never sent.
  url.hash = ''
  return url.href.length > MAX_URL_CHARACTERS ? TOO_LONG : { href: url.href }
}
