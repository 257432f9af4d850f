import { inTransaction } from '../../bus/in-transaction.ts'
import { grantAccess } from '../../domain/octroi/grant-access.ts'
import { revokeAccess } from '../../domain/octroi/revoke-access.ts'
import { builder } from '../builder.ts'
import { OuvertureEnum } from '../enums.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PlanObject } from '../plan/plan.ts'
import { BeneficiaireInput, readBeneficiaire } from './beneficiaire.ts'

function changedPlan(name: string, description: string) {
  return builder.objectRef<{ planId: string }>(name).implement({
    description,
    fields: (t) => ({
      plan: t.prismaField({
        type: PlanObject,
        description: 'Le plan, avec les accès qui y sont donnés.',
        resolve: (query, { planId }, _args, { prisma }) =>
          prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
      }),
    }),
  })
}

const GrantPlanAccessInput = builder.inputType('GrantPlanAccessInput', {
  description: 'Un accès à donner sur un plan, avec tout ce qu’il tient.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    beneficiaire: t.field({ type: BeneficiaireInput, required: true, description: 'À qui.' }),
    niveau: t.field({ type: OuvertureEnum, required: true, description: 'Ce qu’il permet.' }),
  }),
})

builder.mutationField('grantPlanAccess', (t) =>
  t.field({
    type: changedPlan('GrantPlanAccessSuccess', 'L’accès est donné, ou l’était déjà.'),
    description:
      'Donne un accès sur un plan, ou en change le niveau. Demande le rôle admin dans la collectivité. Codes : BENEFICIAIRE_UNNAMED, TOO_MANY_OCTROIS.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'GrantPlanAccessResult', description: 'Le plan, ou une erreur.' },
    },
    args: { input: t.arg({ type: GrantPlanAccessInput, required: true, description: 'Ce qui est donné.' }) },
    resolve: async (_root, { input: { beneficiaire, niveau, ...input } }, context) => {
      const planId = uuidOf('Plan', input.planId)
      await inTransaction(context, (useCase) =>
        grantAccess(useCase, { on: { planId }, beneficiaire: readBeneficiaire(beneficiaire), niveau }),
      )
      return { planId }
    },
  }),
)

const RevokePlanAccessInput = builder.inputType('RevokePlanAccessInput', {
  description: 'Un accès à retirer d’un plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    octroiId: t.id({ required: true, description: 'L’accès.' }),
  }),
})

builder.mutationField('revokePlanAccess', (t) =>
  t.field({
    type: changedPlan('RevokePlanAccessSuccess', 'L’accès est retiré, ou n’y était plus.'),
    description: 'Retire un accès donné sur un plan. Demande le rôle admin dans la collectivité.',
    errors: {
      types: MUTATION_ERRORS,
      union: { name: 'RevokePlanAccessResult', description: 'Le plan, ou une erreur.' },
    },
    args: { input: t.arg({ type: RevokePlanAccessInput, required: true, description: 'Ce qui est retiré.' }) },
    resolve: async (_root, { input }, context) => {
      const planId = uuidOf('Plan', input.planId)
      const octroiId = uuidOf('Octroi', input.octroiId)
      await inTransaction(context, (useCase) => revokeAccess(useCase, { on: { planId }, octroiId }))
      return { planId }
    },
  }),
)
