import { inTransaction } from '../../bus/in-transaction.ts'
import { archivePlan } from '../../domain/plan/archive-plan.ts'
import { mayInPlan } from '../../domain/rights/may.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PlanObject } from './plan.ts'

builder.prismaObjectFields(PlanObject, (t) => ({
  archivedAt: t.expose('archivedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Depuis quand le plan est archivé : il se lit comme avant, et plus rien ne s’y modifie. Null sinon.',
  }),
  viewerCanArchive: t.boolean({
    description: 'Vrai si vous pouvez archiver ce plan, ou le sortir des archives.',
    resolve: async ({ id }, _args, { viewer, loaders }) => {
      const target = await loaders.planTargets.load(id)
      return target !== null && mayInPlan(viewer, 'archivePlan', target)
    },
  }),
}))

const ArchivePlanInput = builder.inputType('ArchivePlanInput', {
  description: 'Un plan à archiver, ou à sortir des archives.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    archive: t.boolean({ required: true, description: 'Vrai pour l’archiver, faux pour le sortir des archives.' }),
  }),
})

const ArchivePlanSuccess = builder.objectRef<{ planId: string }>('ArchivePlanSuccess').implement({
  description: 'Le plan est archivé, ou sorti des archives.',
  fields: (t) => ({
    plan: t.prismaField({
      type: PlanObject,
      description: 'Le plan.',
      resolve: (query, { planId }, _args, { prisma }) =>
        prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
    }),
  }),
})

builder.mutationField('archivePlan', (t) =>
  t.field({
    type: ArchivePlanSuccess,
    description:
      'Archive un plan, où plus rien ne se modifie alors (code PLAN_ARCHIVED), ou le sort des archives. Demande de pouvoir modifier le plan.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'ArchivePlanResult', description: 'Le plan, ou une erreur.' },
    },
    args: { input: t.arg({ type: ArchivePlanInput, required: true, description: 'Le plan.' }) },
    resolve: async (_root, { input: { planId: id, archive } }, context) => {
      const planId = uuidOf('Plan', id)
      await inTransaction(context, (useCase) => archivePlan(useCase, { planId, archive }))
      return { planId }
    },
  }),
)
