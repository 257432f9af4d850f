import { inTransaction } from '../../bus/in-transaction.ts'
import { duplicateFiche } from '../../domain/duplication/duplicate-fiche.ts'
import { type DuplicatedPlan, duplicatePlan, MAX_DUPLICATED_FICHES } from '../../domain/duplication/duplicate-plan.ts'
import { builder } from '../builder.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { PlanObject } from '../plan/plan.ts'

/** A plan of two thousand fiches with long texts takes its time. */
const DUPLICATE_TIMEOUT_MS = 60_000

const DuplicatePlanInput = builder.inputType('DuplicatePlanInput', {
  description: 'Un plan à dupliquer.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    nom: t.string({ required: true, description: 'Le nom de la copie, 300 caractères au plus.' }),
  }),
})

const DuplicatePlanSuccess = builder.objectRef<DuplicatedPlan>('DuplicatePlanSuccess').implement({
  description: 'La copie est là.',
  fields: (t) => ({
    plan: t.prismaField({
      type: PlanObject,
      description: 'La copie.',
      resolve: (query, { planId }, _args, { prisma }) =>
        prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
    }),
    fichesCount: t.exposeInt('fichesCount', { description: 'Fiches copiées, sous-actions comprises.' }),
  }),
})

builder.mutationField('duplicatePlan', (t) =>
  t.field({
    type: DuplicatePlanSuccess,
    description: `Copie un plan : ses axes, leurs textes et leurs indicateurs ; ses fiches avec leurs textes, leurs notes, leurs champs et les liens entre elles ; ${MAX_DUPLICATED_FICHES} fiches au plus. Ce que l’on ne peut pas lire n’est pas copié. Demande le rôle éditeur ou admin. Code : TOO_MANY_FICHES.`,
    errors: resultUnion('DuplicatePlanResult'),
    args: { input: t.arg({ type: DuplicatePlanInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { planId, nom } }, context) =>
      inTransaction(context, (useCase) => duplicatePlan(useCase, { planId: uuidOf('Plan', planId), nom }), {
        timeoutMs: DUPLICATE_TIMEOUT_MS,
      }),
  }),
)

const DuplicateFicheInput = builder.inputType('DuplicateFicheInput', {
  description: 'Une fiche à dupliquer.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    planId: t.id({ required: true, description: 'Le plan où mettre la copie, après elle.' }),
  }),
})

builder.mutationField('duplicateFiche', (t) =>
  t.field({
    type: changedFiche('DuplicateFicheSuccess', 'La copie est là, après la fiche.'),
    description:
      'Copie une fiche d’un plan, avec ses sous-actions, ses textes, ses notes et ses champs. Demande de pouvoir créer une fiche dans ce plan.',
    errors: resultUnion('DuplicateFicheResult'),
    args: { input: t.arg({ type: DuplicateFicheInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId, planId } }, context) =>
      inTransaction(context, (useCase) =>
        duplicateFiche(useCase, { ficheId: uuidOf('Fiche', ficheId), planId: uuidOf('Plan', planId) }),
      ),
  }),
)
