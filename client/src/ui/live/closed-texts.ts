import type { Closed } from '../../lib/live/close-verdict.ts'
import { fr } from '../../lib/text/french.ts'

/** What a page says that the server closed for good: why, and what to do. Whoever is signed out is asked to sign in. */
export const CLOSED_TEXTS: Record<Exclude<Closed, 'signedOut'>, { title: string; text: string }> = {
  reload: {
    title: 'Cette fiche a changé sur le serveur',
    text: fr`Elle a été rétablie ou remplacée depuis que vous l’avez ouverte. Rechargez la page pour continuer.`,
  },
  rejected: {
    title: 'Le serveur n’a pas accepté vos dernières modifications',
    text: fr`Rechargez la page pour retrouver la fiche telle qu’elle est enregistrée.`,
  },
  tooLarge: {
    title: 'Ce texte est trop long pour être enregistré',
    text: fr`Raccourcissez ce que vous avez collé en dernier, puis rechargez la page.`,
  },
  tooManyPages: {
    title: 'Vous avez trop de pages ouvertes',
    text: fr`Fermez celles dont vous ne vous servez plus, puis rechargez celle-ci.`,
  },
  crowded: {
    title: 'Trop de personnes ont ouvert cette fiche',
    text: fr`Attendez que certaines l’aient quittée, puis rechargez la page.`,
  },
  notFound: {
    title: 'Cette fiche ne vous est plus ouverte',
    text: fr`Elle a été supprimée, ou vos droits ont changé.`,
  },
}
