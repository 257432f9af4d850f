import { DomainError } from '../errors.ts'

const SENTENCES = {
  API_KEY_MALFORMED:
    'Cette clé d’API est incomplète ou mal copiée : envoyez-la entière, dans l’en-tête « Authorization: Bearer pup_… ».',
  API_KEY_UNKNOWN: 'Cette clé d’API n’existe pas : demandez-en une à un admin de votre collectivité.',
  API_KEY_EXPIRED: 'Cette clé d’API a expiré : demandez à un admin de votre collectivité de la renouveler.',
  API_KEY_REPLACED: 'Ce secret a été remplacé et ne vaut plus : demandez le nouveau à un admin de votre collectivité.',
  API_KEY_REVOKED: 'Cette clé d’API a été révoquée : demandez-en une autre à un admin de votre collectivité.',
} as const

/** A request shows a key that opens nothing. */
export class ApiKeyRefusedError extends DomainError {
  constructor(code: keyof typeof SENTENCES) {
    super({ code, message: SENTENCES[code] })
  }
}
