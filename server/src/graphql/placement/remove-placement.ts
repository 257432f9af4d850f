import { encodeGlobalID } from '@pothos/plugin-relay'
import { inTransaction } from '../../bus/in-transaction.ts'
import { removePlacement, type RemovedPlacement } from '../../domain/placement/remove-placement.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { FicheType } from '../fiche/fiche.ts'
import { uuidOf, type NodeName } from '../global-id.ts'

const RemovePlacementInput = builder.inputType('RemovePlacementInput', {
  description: 'Une place à retirer à sa fiche.',
  fields: (t) => ({ placementId: t.id({ required: true, description: 'La place.' }) }),
})

const optional = (name: NodeName, id: string | null) => (id === null ? null : encodeGlobalID(name, id))

const RemovePlacementSuccess = builder.objectRef<RemovedPlacement>('RemovePlacementSuccess').implement({
  description: 'La fiche n’a plus cette place. Le reste va tel quel dans addPlacement pour la lui rendre.',
  fields: (t) => ({
    placementId: t.id({
      description: 'La place retirée.',
      resolve: ({ placementId }) => encodeGlobalID('Placement', placementId),
    }),
    fiche: t.prismaField({
      type: FicheType,
      description: 'La fiche.',
      resolve: (query, { ficheId }, _args, { prisma }) =>
        prisma.fiche.findUniqueOrThrow({ ...query, where: { id: ficheId } }),
    }),
    planId: t.id({ description: 'Le plan.', resolve: ({ planId }) => encodeGlobalID('Plan', planId) }),
    axeId: t.id({
      nullable: true,
      description: 'L’axe ; null à la racine.',
      resolve: ({ axeId }) => optional('Axe', axeId),
    }),
    beforeId: t.id({
      nullable: true,
      description: 'La place qu’elle précédait.',
      resolve: ({ beforeId }) => optional('Placement', beforeId),
    }),
    afterId: t.id({
      nullable: true,
      description: 'La place qu’elle suivait.',
      resolve: ({ afterId }) => optional('Placement', afterId),
    }),
  }),
})

builder.mutationField('removePlacement', (t) =>
  t.field({
    type: RemovePlacementSuccess,
    description: 'Retire une place à une fiche. Sans place, elle est hors plan.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RemovePlacementResult', description: 'La place retirée, ou une erreur.' },
    },
    args: { input: t.arg({ type: RemovePlacementInput, required: true, description: 'La place.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => removePlacement(useCase, uuidOf('Placement', input.placementId))),
  }),
)
