import { fr } from '../text/french.ts'

/** Said when the server did not answer, or not as it should: what was asked may be done or not. */
export const UNEXPECTED_ERROR = fr`Le serveur n’a pas pu répondre. Vérifiez votre connexion, puis réessayez.`
