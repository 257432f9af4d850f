import { UNEXPECTED_ERROR } from '../../lib/graphql/unexpected-error.ts'
import { readToEnd } from '../../lib/read-to-end.ts'
import { counted, fr } from '../../lib/text/french.ts'

const TEXTS: Record<string, string> = {
  INVALID_PASSWORD: 'Le mot de passe actuel n’est pas le bon.',
  PASSWORD_TOO_SHORT: fr`Ce mot de passe ne convient pas : il faut de 8 à 128 caractères.`,
  PASSWORD_TOO_LONG: fr`Ce mot de passe ne convient pas : il faut de 8 à 128 caractères.`,
  INVALID_EMAIL: 'Cette adresse est incomplète.',
  SAME_EMAIL: 'C’est déjà votre adresse.',
  EMAIL_ALREADY_VERIFIED: 'Cette adresse est déjà vérifiée.',
}

/** Asks something of the account's own; answers what to say when the server refuses, null when it is done. */
export async function postAuth(action: string, body: object): Promise<string | null> {
  try {
    const response = await fetch(`/api/auth/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) {
      await readToEnd(response)
      return null
    }
    if (response.status === 429) {
      const minutes = Math.ceil(Number(response.headers.get('retry-after')) / 60)
      return `Trop d’essais en peu de temps. Réessayez dans ${counted(minutes, 'minute', 'minutes')}.`
    }
    const answer: unknown = await response.json()
    const code = typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : ''
    return TEXTS[code] ?? UNEXPECTED_ERROR
  } catch {
    return UNEXPECTED_ERROR
  }
}
