import { Kbd } from '@mantine/core'
import type { ReactNode } from 'react'
import { PALETTE_SHORTCUT, shortcutLabel } from '../../lib/keyboard/shortcut.ts'
import { fr } from '../../lib/text/french.ts'

interface Answer {
  question: string
  answer: ReactNode
}

/** What people ask, by subject, answered in a few lines: what the page shows is not told again. */
export const ANSWERS: readonly { subject: string; answers: readonly Answer[] }[] = [
  {
    subject: 'Se repérer',
    answers: [
      {
        question: fr`Par où commencer ?`,
        answer: fr`« Mon pupitre » montre vos fiches et celles de vos services, les plus urgentes d’abord, puis ce que d’autres ont changé depuis votre dernière visite.`,
      },
      {
        question: fr`Comment retrouver une fiche ou un plan ?`,
        answer: (
          <>
            {'Ouvrez '}
            <Kbd>{shortcutLabel(PALETTE_SHORTCUT)}</Kbd>
            {fr` ou « Chercher ou agir », et tapez des mots du titre ou des textes, avec ou sans accents. Seul ce que vous avez le droit de lire est trouvé.`}
          </>
        ),
      },
      {
        question: fr`Je ne vois pas un plan dont on m’a parlé.`,
        answer: fr`Il est restreint, archivé ou d’une autre collectivité. Un administrateur de celle qui le porte peut vous y donner accès : il est alors dans ses plans, ou dans « Partagés avec moi ».`,
      },
    ],
  },
  {
    subject: 'Écrire à plusieurs',
    answers: [
      {
        question: fr`Faut-il enregistrer ?`,
        answer: fr`Non. La fiche dit « Enregistré » quand vos mots sont sur le disque du serveur, et vos collègues ne voient que ce qui l’est.`,
      },
      {
        question: fr`Et si la connexion tombe ?`,
        answer: fr`Continuez. Ce que vous écrivez dans les textes est gardé sur l’appareil et part au retour du réseau, fusionné avec ce que vos collègues ont écrit. La fiche dit combien de modifications attendent ; « Sur cet appareil » les liste.`,
      },
      {
        question: fr`Je ne peux rien modifier : « Lecture seule ».`,
        answer: fr`Un contributeur modifie les fiches dont lui ou l’un de ses services est pilote. Pour les autres, demandez à un éditeur, ou à un administrateur de changer votre rôle ou vos services.`,
      },
    ],
  },
  {
    subject: 'Plans et fiches',
    answers: [
      {
        question: fr`Comment importer un plan tenu dans un tableur ?`,
        answer: fr`Dans « Plans », « Importer un plan » : déposez le fichier, relisez ce qui sera créé, corrigez les cellules douteuses. Rien n’est écrit avant que vous ayez validé. La page propose aussi un modèle vide.`,
      },
      {
        question: fr`Une fiche peut-elle être dans deux plans ?`,
        answer: fr`Oui : dans la fiche, « Placer dans un autre plan ». Ses textes sont les mêmes partout, et l’on vous dit d’avance qui pourra la lire.`,
      },
      {
        question: fr`J’ai supprimé ou changé quelque chose par erreur.`,
        answer: fr`Le message qui suit une suppression propose d’annuler. Après, « Corbeille » rend les plans, axes et fiches ; « Journal » dit qui a changé quoi, et quand.`,
      },
    ],
  },
  {
    subject: 'Personnes et droits',
    answers: [
      {
        question: fr`Que peut chaque rôle ?`,
        answer: fr`Un lecteur lit. Un contributeur modifie aussi les fiches qu’il pilote, ou que pilotent ses services. Un éditeur crée, déplace et supprime plans et fiches. Un administrateur gère en plus les membres, les accès et les clés.`,
      },
      {
        question: fr`Comment inviter des collègues ?`,
        answer: fr`Dans « Réglages », « Membres », « Inviter » : collez une ou plusieurs adresses, choisissez le rôle et les services. Réservé aux administrateurs.`,
      },
      {
        question: fr`Comment réunir deux services ou deux libellés qui n’en font qu’un ?`,
        answer: fr`Dans « Réglages », « Services » ou « Libellés », « Fusionner » : choisissez celui qui reste. Il prend la place de l’autre sur toutes les fiches ; un service prend aussi ses membres et ses accès.`,
      },
      {
        question: fr`Qui lit ce que j’écris ?`,
        answer: fr`Les membres de la collectivité, sauf dans un plan ou une fiche restreints, que seuls lisent ceux qui y sont nommés et les administrateurs. Un plan public est lu de tous. Un administrateur peut vérifier par « Voir en tant que ».`,
      },
    ],
  },
]
