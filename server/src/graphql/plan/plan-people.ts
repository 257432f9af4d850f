import { inTransaction } from '../../bus/in-transaction.ts'
import {
  addPlanPerson,
  MAX_PERSONNES_OF_PLAN,
  type PlanPerson,
  removePlanPerson,
} from '../../domain/plan/change-plan-people.ts'
import { namedOnPlans } from '../../domain/rights/visible.ts'
import type { UseCase } from '../../domain/use-case.ts'
import { builder } from '../builder.ts'
import { MUTATION_ERRORS } from '../errors.ts'
import { uuidOf } from '../global-id.ts'
import { PersonneType } from '../personne/personne.ts'
import { PlanObject } from './plan.ts'

/** Said of every field that names people. */
const UNNAMED = 'Vide pour qui ne le lit que parce qu’il est public, sauf si la collectivité montre les noms.'

builder.prismaObjectFields(PlanObject, (t) => ({
  pilotes: t.field({
    type: [PersonneType],
    description: `Qui pilote le plan, 100 au plus, par nom. ${UNNAMED}`,
    select: (_args, { viewer }, nestedSelection) => ({
      pilotes: {
        where: namedOnPlans(viewer),
        take: MAX_PERSONNES_OF_PLAN,
        orderBy: [{ personne: { nom: 'asc' } }, { personneId: 'asc' }],
        select: { personne: nestedSelection(true) },
      },
    }),
    resolve: ({ pilotes }) => pilotes.map(({ personne }) => personne),
  }),
  referents: t.field({
    type: [PersonneType],
    description: `Qui répond du plan, un élu le plus souvent, 100 au plus, par nom. ${UNNAMED}`,
    select: (_args, { viewer }, nestedSelection) => ({
      referents: {
        where: namedOnPlans(viewer),
        take: MAX_PERSONNES_OF_PLAN,
        orderBy: [{ personne: { nom: 'asc' } }, { personneId: 'asc' }],
        select: { personne: nestedSelection(true) },
      },
    }),
    resolve: ({ referents }) => referents.map(({ personne }) => personne),
  }),
}))

const PlanPersonInput = builder.inputType('PlanPersonInput', {
  description: 'Une personne d’un plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    personneId: t.id({ required: true, description: 'La personne, de la même collectivité.' }),
  }),
})

/** The mutation that adds or removes one person; doing it again is a success. */
function personMutation(
  name: string,
  as: PlanPerson['as'],
  act: { description: string; run: (useCase: UseCase, person: PlanPerson) => Promise<string> },
): void {
  const typename = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  const success = builder.objectRef<{ planId: string }>(`${typename}Success`).implement({
    description: 'C’est fait, ou ce l’était déjà.',
    fields: (t) => ({
      plan: t.prismaField({
        type: PlanObject,
        description: 'Le plan.',
        resolve: (query, { planId }, _args, { prisma }) =>
          prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
      }),
    }),
  })
  builder.mutationField(name, (t) =>
    t.field({
      type: success,
      description: act.description,
      errors: {
        types: MUTATION_ERRORS,
        union: { name: `${typename}Result`, description: 'Le plan, ou une erreur.' },
      },
      args: { input: t.arg({ type: PlanPersonInput, required: true, description: 'Le plan et la personne.' }) },
      resolve: async (_root, { input }, context) => ({
        planId: await inTransaction(context, (useCase) =>
          act.run(useCase, {
            planId: uuidOf('Plan', input.planId),
            personneId: uuidOf('Personne', input.personneId),
            as,
          }),
        ),
      }),
    }),
  )
}

personMutation('addPlanPilote', 'pilotes', { description: 'Ajoute un pilote à un plan.', run: addPlanPerson })
personMutation('removePlanPilote', 'pilotes', { description: 'Retire un pilote d’un plan.', run: removePlanPerson })
personMutation('addPlanReferent', 'referents', { description: 'Ajoute un référent à un plan.', run: addPlanPerson })
personMutation('removePlanReferent', 'referents', {
  description: 'Retire un référent d’un plan.',
  run: removePlanPerson,
})
