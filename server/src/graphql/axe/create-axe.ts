import { inTransaction } from '../../bus/in-transaction.ts'
import { createAxe } from '../../domain/axe/create-axe.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { nullableUuidOf, uuidOf } from '../global-id.ts'
import { AxeType } from './axe.ts'

const CreateAxeInput = builder.inputType('CreateAxeInput', {
  description: 'Un axe à créer dans un plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    parentId: t.id({ description: 'L’axe qui le tiendra ; sans lui, la racine du plan.' }),
    nom: t.string({ required: true, description: 'Nom, 1 000 caractères au plus.' }),
    beforeId: t.id({ description: 'L’axe avant lequel le mettre.' }),
    afterId: t.id({ description: 'L’axe après lequel le mettre ; sans voisin, c’est à la fin.' }),
  }),
})

const CreateAxeSuccess = builder.objectRef<{ axeId: string }>('CreateAxeSuccess').implement({
  description: 'L’axe est créé.',
  fields: (t) => ({
    axe: t.prismaField({
      type: AxeType,
      description: 'L’axe créé.',
      resolve: (query, { axeId }, _args, { prisma }) =>
        prisma.axe.findUniqueOrThrow({ ...query, where: { id: axeId } }),
    }),
  }),
})

builder.mutationField('createAxe', (t) =>
  t.field({
    type: CreateAxeSuccess,
    description: 'Crée un axe dans un plan.',
    errors: { types: MUTATION_ERRORS, union: { name: 'CreateAxeResult', description: 'L’axe créé, ou une erreur.' } },
    args: { input: t.arg({ type: CreateAxeInput, required: true, description: 'L’axe à créer.' }) },
    resolve: async (_root, { input: { planId, parentId, nom, beforeId, afterId } }, context) => ({
      axeId: await inTransaction(context, (useCase) =>
        createAxe(useCase, {
          planId: uuidOf('Plan', planId),
          parentId: nullableUuidOf('Axe', parentId),
          nom,
          beforeId: nullableUuidOf('Axe', beforeId),
          afterId: nullableUuidOf('Axe', afterId),
        }),
      ),
    }),
  }),
)
