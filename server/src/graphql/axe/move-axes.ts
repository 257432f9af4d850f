import { inTransaction } from '../../bus/in-transaction.ts'
import { moveAxes, type MovedAxes } from '../../domain/axe/move-axes.ts'
import { readableAxes } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { nullableUuidOf, uuidOf } from '../global-id.ts'
import { AxeMove } from './axe-place-fields.ts'
import { AxeType } from './axe.ts'
import { MoveBackType } from './move-back.ts'

const MoveAxesInput = builder.inputType('MoveAxesInput', {
  description: 'Des axes à déplacer dans leur plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    moves: t.field({ type: [AxeMove], required: true, description: 'Les déplacements, faits l’un après l’autre.' }),
  }),
})

const MoveAxesSuccess = builder.objectRef<MovedAxes>('MoveAxesSuccess').implement({
  description: 'Les axes sont déplacés.',
  fields: (t) => ({
    axes: t.prismaField({
      type: [AxeType],
      description: 'Les axes dont la place a changé.',
      resolve: (query, { axeIds }, _args, { prisma, viewer }) =>
        prisma.axe.findMany({ ...query, where: { AND: [{ id: { in: axeIds } }, readableAxes(viewer)] } }),
    }),
    back: t.field({
      type: [MoveBackType],
      description: 'De quoi tout remettre.',
      resolve: ({ back }) => back.map((move) => ({ of: 'Axe' as const, ...move })),
    }),
  }),
})

builder.mutationField('moveAxes', (t) =>
  t.field({
    type: MoveAxesSuccess,
    description:
      'Déplace des axes, avec tout ce qu’ils tiennent. Code AXE_CYCLE si l’un d’eux se retrouverait dans lui-même.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'MoveAxesResult', description: 'Les axes déplacés, ou une erreur.' },
    },
    args: { input: t.arg({ type: MoveAxesInput, required: true, description: 'Les déplacements.' }) },
    resolve: (_root, { input: { planId, moves } }, context) =>
      inTransaction(context, (useCase) =>
        moveAxes(useCase, {
          planId: uuidOf('Plan', planId),
          moves: moves.map(({ axeIds, parentId, beforeId, afterId }) => ({
            axeIds: axeIds.map((id) => uuidOf('Axe', id)),
            parentId: nullableUuidOf('Axe', parentId),
            beforeId: nullableUuidOf('Axe', beforeId),
            afterId: nullableUuidOf('Axe', afterId),
          })),
        }),
      ),
  }),
)
