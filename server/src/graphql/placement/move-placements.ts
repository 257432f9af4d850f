import { inTransaction } from '../../bus/in-transaction.ts'
import { movePlacements, type MovedPlacements } from '../../domain/placement/move-placements.ts'
import { readablePlacements } from '../../domain/rights/readable.ts'
import { PlacementMove } from '../axe/axe-place-fields.ts'
import { MoveBackType } from '../axe/move-back.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { nullableUuidOf, uuidOf } from '../global-id.ts'
import { PlacementType } from './placement.ts'

const MovePlacementsInput = builder.inputType('MovePlacementsInput', {
  description: 'Des fiches à déplacer dans un plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    moves: t.field({
      type: [PlacementMove],
      required: true,
      description: 'Les déplacements, faits l’un après l’autre.',
    }),
  }),
})

const MovePlacementsSuccess = builder.objectRef<MovedPlacements>('MovePlacementsSuccess').implement({
  description: 'Les fiches sont déplacées.',
  fields: (t) => ({
    placements: t.prismaField({
      type: [PlacementType],
      description: 'Les places qui ont changé.',
      resolve: (query, { placementIds }, _args, { prisma, viewer }) =>
        prisma.placement.findMany({
          ...query,
          where: { AND: [{ id: { in: placementIds } }, readablePlacements(viewer)] },
        }),
    }),
    back: t.field({
      type: [MoveBackType],
      description: 'De quoi tout remettre.',
      resolve: ({ back }) => back.map((move) => ({ of: 'Placement' as const, ...move })),
    }),
  }),
})

builder.mutationField('movePlacements', (t) =>
  t.field({
    type: MovePlacementsSuccess,
    description:
      'Déplace des fiches dans un plan. Code FICHE_ALREADY_PLACED si l’une d’elles a déjà une autre place dans cet axe.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'MovePlacementsResult', description: 'Les places, ou une erreur.' },
    },
    args: { input: t.arg({ type: MovePlacementsInput, required: true, description: 'Les déplacements.' }) },
    resolve: (_root, { input: { planId, moves } }, context) =>
      inTransaction(context, (useCase) =>
        movePlacements(useCase, {
          planId: uuidOf('Plan', planId),
          moves: moves.map(({ placementIds, axeId, beforeId, afterId }) => ({
            placementIds: placementIds.map((id) => uuidOf('Placement', id)),
            axeId: nullableUuidOf('Axe', axeId),
            beforeId: nullableUuidOf('Placement', beforeId),
            afterId: nullableUuidOf('Placement', afterId),
          })),
        }),
      ),
  }),
)
