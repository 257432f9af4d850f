import type { Proximite, Raison, RaisonCode } from '../../domain/doublon/compare-fiches.ts'
import { typeset } from '../../domain/typography.ts'
import { builder } from '../builder.ts'

const RaisonCodeEnum = builder.enumType('RaisonDeProximiteCode', {
  description: 'Ce qui rapproche deux fiches, ou les éloigne.',
  values: {
    TITRES: { description: 'Des mots de leurs titres.' },
    TEXTES: { description: 'Des mots de leurs descriptions et de leurs objectifs.' },
    SERVICES: { description: 'Un même service les pilote.' },
    PILOTES: { description: 'Une même personne les pilote.' },
    EMPLACEMENTS: { description: 'Un même axe les tient, ou un même plan.' },
    PERIODES: { description: 'Leurs dates se recoupent.' },
    PERIODES_DIFFERENTES: { description: 'Leurs dates ne se recoupent pas.' },
    NOMS_DIFFERENTS: { description: 'Leurs titres nomment d’autres lieux ou d’autres personnes.' },
    NOMBRES_DIFFERENTS: { description: 'Leurs titres nomment d’autres années ou d’autres phases.' },
    NATURES_DIFFERENTES: { description: 'L’une étudie quand l’autre réalise, par exemple.' },
  } as const satisfies Record<RaisonCode, { description: string }>,
})

const RaisonObject = builder.objectRef<Raison>('RaisonDeProximite').implement({
  description: 'Une raison d’un score.',
  fields: (t) => ({
    code: t.expose('code', { type: RaisonCodeEnum, description: 'Ce qui rapproche, ou éloigne.' }),
    phrase: t.string({
      description: 'La même chose en mots. Exemple : Titres proches : bornes, recharge.',
      resolve: ({ phrase }) => typeset(phrase),
    }),
    apport: t.exposeFloat('apport', { description: 'Ce que cette raison ajoute au score, ou en retire.' }),
  }),
})

const SCORE = 'À quel point les deux sont proches, de 0 à 1.'

/** The score of two fiches, and its explanation. */
export const ProximiteInterface = builder.interfaceRef<Proximite>('Proximite').implement({
  description: 'Deux fiches qui se ressemblent, et pourquoi.',
  fields: (t) => ({
    score: t.exposeFloat('score', { description: SCORE }),
    raisons: t.field({
      type: [RaisonObject],
      description: 'D’où vient le score, ce qui rapproche le plus d’abord ; dix au plus.',
      resolve: ({ raisons }) => [...raisons],
    }),
  }),
})
