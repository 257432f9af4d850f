import type { Closed } from '../../lib/live/close-verdict.ts'
import { fr } from '../../lib/text/french.ts'
import { documentWords } from './document-words.ts'

/**
 * What a page says that the server closed for good: why, and what to do. Whoever is signed out is asked to sign in.
 *
 * @param path of the document
 */
export function closedText(path: string, closed: Exclude<Closed, 'signedOut'>): { title: string; text: string } {
  const { ceci, Ceci, le, il, e } = documentWords(path)
  switch (closed) {
    case 'reload':
      return {
        title: `${Ceci} a changé sur le serveur`,
        text: fr`${il} a été rétabli${e} ou remplacé${e} depuis que vous l’avez ouvert${e}. Rechargez la page pour continuer.`,
      }
    case 'rejected':
      return {
        title: 'Le serveur n’a pas accepté vos dernières modifications',
        text: fr`Rechargez la page pour retrouver ${le} tel${e ? 'le' : ''} qu’${il.toLowerCase()} est enregistré${e}.`,
      }
    case 'tooLarge':
      return {
        title: 'Ce texte est trop long pour être enregistré',
        text: fr`Raccourcissez ce que vous avez collé en dernier, puis rechargez la page.`,
      }
    case 'tooManyPages':
      return {
        title: 'Vous avez trop de pages ouvertes',
        text: fr`Fermez celles dont vous ne vous servez plus, puis rechargez celle-ci.`,
      }
    case 'crowded':
      return {
        title: `Trop de personnes ont ouvert ${ceci}`,
        text: fr`Attendez que certaines l’aient quitté${e}, puis rechargez la page.`,
      }
    case 'notFound':
      return {
        title: `${Ceci} ne vous est plus ouvert${e}`,
        text: fr`${il} a été supprimé${e}, ou vos droits ont changé.`,
      }
  }
}
