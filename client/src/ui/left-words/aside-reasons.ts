import type { SetAsideReason } from '../../lib/device/set-aside.ts'
import { fr } from '../../lib/text/french.ts'

const COMPARE = fr`Ils n’ont pas été ajoutés au texte du serveur : comparez, et copiez ce qui manque.`

/** Why words were set aside, and what to do about it. */
export const ASIDE_REASONS: Readonly<Record<SetAsideReason, { title: string; text: string }>> = {
  restored: {
    title: 'Cette fiche a été rétablie sur le serveur',
    text: fr`Vos derniers mots sont d’avant. ${COMPARE}`,
  },
  readOnly: {
    title: 'Vous ne pouvez plus modifier cette fiche',
    text: fr`Vos droits ont changé avant que vos derniers mots soient envoyés. Copiez-les pour les confier à quelqu’un qui peut la modifier.`,
  },
  gone: {
    title: 'Cette fiche ne vous est plus ouverte',
    text: fr`Elle a été supprimée, ou vos droits ont changé, avant que vos derniers mots soient envoyés.`,
  },
  tooLarge: {
    title: 'Ce texte était trop long pour être enregistré',
    text: fr`Vos derniers mots auraient dépassé ce qu’une fiche peut contenir. Copiez ce qui compte, et raccourcissez-le.`,
  },
  rejected: {
    title: 'Le serveur n’a pas accepté vos derniers mots',
    text: COMPARE,
  },
}
