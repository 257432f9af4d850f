import { fr } from '../../lib/text/french.ts'

const TEXTS: Record<string, string> = {
  TOKEN_EXPIRED: fr`Ce lien a expiré : demandez-en un autre ci-dessous.`,
  INVALID_TOKEN: fr`Ce lien ne sert plus : il est incomplet, ou l’adresse a déjà changé.`,
  INVALID_USER: fr`Ce lien est celui d’un autre compte que le vôtre : déconnectez-vous, puis ouvrez-le à nouveau.`,
  EMAIL_TAKEN: fr`Un autre compte a pris cette adresse entre-temps : donnez-en une autre.`,
}

/** What came of a link to check an address, which leads here; null when one comes by oneself. */
export function linkOutcome(search: { adresse?: string | undefined; error?: string | undefined }) {
  if (search.error !== undefined) {
    return { ok: false, text: TEXTS[search.error.toUpperCase()] ?? fr`Ce lien ne sert plus : demandez-en un autre.` }
  }
  return search.adresse === 'verifiee' ? { ok: true, text: fr`Cette adresse est bien la vôtre.` } : null
}
