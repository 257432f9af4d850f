import { inTransaction } from '../../bus/in-transaction.ts'
import { updatePlan } from '../../domain/plan/update-plan.ts'
import { builder } from '../builder.ts'
import { PlanTypeEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PlanObject } from './plan.ts'

const UpdatePlanInput = builder.inputType('UpdatePlanInput', {
  description: 'Ce qui change d’un plan ; ce qui n’est pas nommé reste.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    nom: t.string({ description: 'Nom, 300 caractères au plus.' }),
    type: t.field({ type: PlanTypeEnum, description: 'Type.' }),
    typeAutre: t.string({ description: 'Nom du type, quand c’est AUTRE.' }),
    dateDebut: t.field({ type: 'Date', description: 'Premier jour ; null l’efface.' }),
    dateFin: t.field({ type: 'Date', description: 'Dernier jour, pas avant le premier ; null l’efface.' }),
    niveaux: t.stringList({ description: 'Noms des niveaux, du plus haut au plus bas, de 1 à 10.' }),
  }),
})

const UpdatePlanSuccess = builder.objectRef<{ planId: string }>('UpdatePlanSuccess').implement({
  description: 'Le plan est changé.',
  fields: (t) => ({
    plan: t.prismaField({
      type: PlanObject,
      description: 'Le plan.',
      resolve: (query, { planId }, _args, { prisma }) =>
        prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
    }),
  }),
})

builder.mutationField('updatePlan', (t) =>
  t.field({
    type: UpdatePlanSuccess,
    description: 'Change les champs d’un plan.',
    errors: { types: MUTATION_ERRORS, union: { name: 'UpdatePlanResult', description: 'Le plan, ou une erreur.' } },
    args: { input: t.arg({ type: UpdatePlanInput, required: true, description: 'Ce qui change.' }) },
    resolve: async (_root, { input }, context) => {
      const { planId, nom, type, typeAutre, dateDebut, dateFin, niveaux } = input
      const plan = await inTransaction(context, (useCase) =>
        updatePlan(useCase, {
          planId: uuidOf('Plan', planId),
          ...(nom != null && { nom }),
          ...(type != null && { type }),
          ...(typeAutre !== undefined && { typeAutre }),
          ...(dateDebut !== undefined && { dateDebut }),
          ...(dateFin !== undefined && { dateFin }),
          ...(niveaux != null && { niveaux }),
        }),
      )
      return { planId: plan.id }
    },
  }),
)
