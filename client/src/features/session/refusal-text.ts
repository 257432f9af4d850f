import { counted, fr } from '../../lib/text/french.ts'
import type { AuthRefusal } from './auth-api.ts'

const TEXTS: Record<AuthRefusal, string> = {
  credentials: fr`Adresse e-mail ou mot de passe incorrect.`,
  token: fr`Ce lien n’est plus valable : il a déjà servi, ou il est trop ancien. Demandez-en un nouveau.`,
  password: fr`Ce mot de passe ne convient pas : il faut de 8 à 128 caractères.`,
  tooMany: fr`Trop d’essais en peu de temps. Attendez une minute, puis recommencez.`,
  unreachable: fr`Le serveur ne répond pas. Vérifiez votre connexion, puis recommencez.`,
}

/** What the page says when the server says no: what happened, and what to do. */
export function refusalText({ refusal, minutes }: { refusal: AuthRefusal; minutes?: number }): string {
  if (refusal !== 'tooMany' || minutes === undefined) return TEXTS[refusal]
  return fr`Trop d’essais en peu de temps. Réessayez dans ` + counted(minutes, 'minute', 'minutes') + '.'
}
