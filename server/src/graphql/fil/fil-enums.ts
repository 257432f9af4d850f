import type { ReactionSens } from '@pupitre/prisma'
import { CHAMPS_DISCUTES } from '../../domain/fil/fil-rules.ts'
import { builder } from '../builder.ts'
import { described } from '../enums.ts'

export const ReactionSensEnum = builder.enumType('ReactionSens', {
  description: 'Ce que dit une réaction à un commentaire.',
  values: described<ReactionSens>({
    ACCORD: 'D’accord.',
    MERCI: 'Merci.',
    BRAVO: 'Bravo.',
    VU: 'Vu.',
    QUESTION: 'À préciser.',
    DESACCORD: 'Pas d’accord.',
  }),
})

export const ChampDiscuteEnum = builder.enumType('ChampDiscute', {
  description: 'Un champ d’une fiche dont on peut discuter.',
  values: described(CHAMPS_DISCUTES),
})

export const EtatDeFilEnum = builder.enumType('EtatDeFil', {
  description: 'Où en est une discussion.',
  values: {
    OUVERT: { description: 'Ouverte.' },
    RESOLU: { description: 'Résolue.' },
  } as const,
})

export const MentionGenreEnum = builder.enumType('MentionGenre', {
  description: 'Ce qu’un commentaire nomme.',
  values: {
    PERSONNE: { description: 'Une personne.' },
    SERVICE: { description: 'Un service.' },
    FICHE: { description: 'Une fiche.' },
  } as const,
})
