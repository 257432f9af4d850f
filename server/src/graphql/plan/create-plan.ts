import { createPlan } from '../../domain/plan/create-plan.ts'
import { builder } from '../builder.ts'
import { PlanTypeEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { writtenText } from '../written-text.ts'
import { PlanObject } from './plan.ts'

const CreatePlanInput = builder.inputType('CreatePlanInput', {
  description: 'Un plan à créer.',
  fields: (t) => ({
    collectiviteId: t.id({ required: true, description: 'La collectivité qui portera le plan.' }),
    nom: t.string({ required: true, description: 'Nom du plan, 300 caractères au plus.' }),
    type: t.field({ type: PlanTypeEnum, required: true, description: 'Type du plan.' }),
    typeAutre: t.string({ description: 'Nom du type, quand c’est AUTRE.' }),
    descriptionMarkdown: t.string({ description: 'Description, en Markdown.' }),
  }),
})

const CreatePlanSuccess = builder.objectRef<{ planId: string }>('CreatePlanSuccess').implement({
  description: 'Le plan est créé.',
  fields: (t) => ({
    plan: t.prismaField({
      type: PlanObject,
      description: 'Le plan créé.',
      resolve: (query, { planId }, _args, { prisma }) =>
        prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
    }),
  }),
})

builder.mutationField('createPlan', (t) =>
  t.field({
    type: CreatePlanSuccess,
    description: 'Crée un plan. Demande le rôle éditeur ou admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'CreatePlanResult', description: 'Le plan créé, ou une erreur.' },
    },
    args: { input: t.arg({ type: CreatePlanInput, required: true, description: 'Le plan à créer.' }) },
    resolve: async (_root, { input: { collectiviteId, descriptionMarkdown, ...fields } }, context) => {
      const description = writtenText('descriptionMarkdown', descriptionMarkdown)
      const plan = await inTransaction(context, (useCase) =>
        createPlan(useCase, { ...fields, collectiviteId: uuidOf('Collectivite', collectiviteId), description }),
      )
      return { planId: plan.id }
    },
  }),
)
