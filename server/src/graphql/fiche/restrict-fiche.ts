import { inTransaction } from '../../bus/in-transaction.ts'
import { restrictFiche } from '../../domain/fiche/restrict-fiche.ts'
import { mayOnFiche } from '../../domain/rights/may.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { FicheType } from './fiche.ts'

builder.prismaObjectFields(FicheType, (t) => ({
  restreinte: t.exposeBoolean('restreinte', {
    description:
      'Vrai si seuls la lisent ses pilotes, ceux à qui un accès y est donné et les admins. Une sous-action suit sa fiche, et dit faux ici.',
  }),
  viewerCanRestrict: t.boolean({
    description: 'Vrai si vous pouvez choisir qui lit cette fiche.',
    select: { parentId: true },
    resolve: async ({ id, parentId }, _args, { viewer, loaders }) => {
      if (parentId) return false
      const target = await loaders.ficheTargets.load(id)
      return target !== null && mayOnFiche(viewer, 'restrictFiche', target)
    },
  }),
}))

const RestrictFicheInput = builder.inputType('RestrictFicheInput', {
  description: 'Qui lit une fiche.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    restreinte: t.boolean({
      required: true,
      description:
        'Vrai : ses pilotes, ceux à qui un accès y est donné et les admins. Faux : ceux qui lisent l’un de ses plans.',
    }),
  }),
})

const RestrictFicheSuccess = builder.objectRef<{ ficheId: string }>('RestrictFicheSuccess').implement({
  description: 'La visibilité de la fiche est celle qui est demandée.',
  fields: (t) => ({
    fiche: t.prismaField({
      type: FicheType,
      description: 'La fiche.',
      resolve: (query, { ficheId }, _args, { prisma }) =>
        prisma.fiche.findUniqueOrThrow({ ...query, where: { id: ficheId } }),
    }),
  }),
})

builder.mutationField('restrictFiche', (t) =>
  t.field({
    type: RestrictFicheSuccess,
    description:
      'Restreint une fiche à ses pilotes, à ceux à qui un accès y est donné et aux admins, avec ses sous-actions, ou la rouvre. Codes : SOUS_ACTION_FOLLOWS, RESTRICTION_EXCLUDES_YOU.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RestrictFicheResult', description: 'La fiche, ou une erreur.' },
    },
    args: { input: t.arg({ type: RestrictFicheInput, required: true, description: 'Qui la lit.' }) },
    resolve: async (_root, { input }, context) => {
      const ficheId = uuidOf('Fiche', input.ficheId)
      await inTransaction(context, (useCase) => restrictFiche(useCase, { ficheId, restreinte: input.restreinte }))
      return { ficheId }
    },
  }),
)
