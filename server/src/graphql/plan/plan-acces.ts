import { inTransaction } from '../../bus/in-transaction.ts'
import { changePlanAccess } from '../../domain/plan/change-plan-access.ts'
import { mayInPlan } from '../../domain/rights/may.ts'
import { builder } from '../builder.ts'
import { OuvertureEnum, PlanVisibiliteEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PlanObject } from './plan.ts'

builder.prismaObjectFields(PlanObject, (t) => ({
  visibilite: t.expose('visibilite', { type: PlanVisibiliteEnum, description: 'Qui lit le plan.' }),
  ouverture: t.expose('ouverture', {
    type: OuvertureEnum,
    description: 'Le plus qu’un rôle donne à lui seul dans ce plan.',
  }),
  fichesPubliablesCount: t.int({
    description:
      'Nombre de fiches que n’importe qui lit une fois le plan public, avec leurs sous-actions : toutes, sauf les restreintes.',
    resolve: ({ id }, _args, { loaders }) => loaders.publishableCounts.load(id),
  }),
  viewerCanManageAccess: t.boolean({
    description: 'Vrai si vous pouvez choisir qui lit ce plan et ce que les rôles y donnent.',
    resolve: async ({ id }, _args, { viewer, loaders }) => {
      const target = await loaders.planTargets.load(id)
      return target !== null && mayInPlan(viewer, 'managePlanAccess', target)
    },
  }),
}))

const ChangePlanAccessInput = builder.inputType('ChangePlanAccessInput', {
  description: 'Ce qui change de l’accès à un plan ; ce qui n’est pas nommé reste.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    visibilite: t.field({ type: PlanVisibiliteEnum, description: 'Qui le lit.' }),
    ouverture: t.field({ type: OuvertureEnum, description: 'Le plus qu’un rôle y donne à lui seul.' }),
  }),
})

const ChangePlanAccessSuccess = builder.objectRef<{ planId: string }>('ChangePlanAccessSuccess').implement({
  description: 'L’accès au plan est celui qui est demandé.',
  fields: (t) => ({
    plan: t.prismaField({
      type: PlanObject,
      description: 'Le plan.',
      resolve: (query, { planId }, _args, { prisma }) =>
        prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
    }),
  }),
})

builder.mutationField('changePlanAccess', (t) =>
  t.field({
    type: ChangePlanAccessSuccess,
    description: 'Choisit qui lit un plan et ce que les rôles y donnent. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'ChangePlanAccessResult', description: 'Le plan, ou une erreur.' },
    },
    args: { input: t.arg({ type: ChangePlanAccessInput, required: true, description: 'Ce qui change.' }) },
    resolve: async (_root, { input }, context) => {
      const planId = uuidOf('Plan', input.planId)
      const { visibilite, ouverture } = input
      await inTransaction(context, (useCase) =>
        changePlanAccess(useCase, { planId, ...(visibilite && { visibilite }), ...(ouverture && { ouverture }) }),
      )
      return { planId }
    },
  }),
)
