import { inTransaction } from '../../bus/in-transaction.ts'
import { addPlacement } from '../../domain/placement/add-placement.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { nullableUuidOf, uuidOf } from '../global-id.ts'
import { PlacementType } from './placement.ts'

const AddPlacementInput = builder.inputType('AddPlacementInput', {
  description: 'Une place de plus pour une fiche.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    planId: t.id({ required: true, description: 'Le plan qui la tiendra aussi, de la même collectivité.' }),
    axeId: t.id({ description: 'L’axe de ce plan ; sans lui, sa racine.' }),
    beforeId: t.id({ description: 'La place avant laquelle la mettre.' }),
    afterId: t.id({ description: 'La place après laquelle la mettre ; sans voisine, c’est à la fin.' }),
  }),
})

const AddPlacementSuccess = builder.objectRef<{ placementId: string }>('AddPlacementSuccess').implement({
  description: 'La fiche a cette place.',
  fields: (t) => ({
    placement: t.prismaField({
      type: PlacementType,
      description: 'La place, nouvelle ou déjà là.',
      resolve: (query, { placementId }, _args, { prisma }) =>
        prisma.placement.findUniqueOrThrow({ ...query, where: { id: placementId } }),
    }),
  }),
})

builder.mutationField('addPlacement', (t) =>
  t.field({
    type: AddPlacementSuccess,
    description:
      'Place une fiche dans un plan de plus, ou ailleurs dans le même : placementPreview dit d’abord qui la lira. Code SOUS_ACTION_PLACED pour une sous-action.',
    errors: { types: MUTATION_ERRORS, union: { name: 'AddPlacementResult', description: 'La place, ou une erreur.' } },
    args: { input: t.arg({ type: AddPlacementInput, required: true, description: 'La place.' }) },
    resolve: async (_root, { input: { ficheId, planId, axeId, beforeId, afterId } }, context) => ({
      placementId: await inTransaction(context, (useCase) =>
        addPlacement(useCase, {
          ficheId: uuidOf('Fiche', ficheId),
          planId: uuidOf('Plan', planId),
          axeId: nullableUuidOf('Axe', axeId),
          beforeId: nullableUuidOf('Placement', beforeId),
          afterId: nullableUuidOf('Placement', afterId),
        }),
      ),
    }),
  }),
)
