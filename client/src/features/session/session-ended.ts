import { fr } from '../../lib/text/french.ts'

/** What is said to who was signed out while a page was open. */
export const SESSION_ENDED = {
  title: 'Votre session a pris fin',
  text: fr`Reconnectez-vous pour continuer : ce que vous avez écrit dans cet onglet est gardé.`,
}
