import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteModele, renameModele } from '../../domain/modele/change-modele.ts'
import { createModele } from '../../domain/modele/create-modele.ts'
import { createPlanFromModele } from '../../domain/modele/create-plan-from-modele.ts'
import { MAX_MODELE_ITEMS, MAX_MODELE_NOM_CHARACTERS, MAX_MODELES } from '../../domain/modele/modele-rules.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { PlanObject } from '../plan/plan.ts'
import { PlanModeleType } from './modele.ts'

/** A plan of two thousand fiches takes its time. */
const FROM_MODELE_TIMEOUT_MS = 60_000

const NOM = `Son nom, ${MAX_MODELE_NOM_CHARACTERS} caractères au plus.`

function changedModele(name: string, description: string) {
  return builder.objectRef<{ modeleId: string }>(name).implement({
    description,
    fields: (t) => ({
      modele: t.prismaField({
        type: PlanModeleType,
        description: 'Le modèle, tel qu’il est maintenant.',
        resolve: (query, { modeleId }, _args, { prisma }) =>
          prisma.planModele.findUniqueOrThrow({ ...query, where: { id: modeleId } }),
      }),
    }),
  })
}

const CreatePlanModeleInput = builder.inputType('CreatePlanModeleInput', {
  description: 'Un modèle à faire d’un plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    nom: t.string({ required: true, description: NOM }),
    avecFiches: t.boolean({
      required: true,
      description:
        'Vrai pour y mettre aussi les titres des fiches que vous pouvez lire et qui ne sont pas restreintes.',
    }),
  }),
})

builder.mutationField('createPlanModele', (t) =>
  t.field({
    type: changedModele('CreatePlanModeleSuccess', 'Le modèle est fait.'),
    description: `Fait d’un plan un modèle : ses axes et leurs descriptions, ses niveaux, ses champs propres ; ${MAX_MODELES} modèles au plus, de ${MAX_MODELE_ITEMS} axes et ${MAX_MODELE_ITEMS} fiches. Demande le rôle éditeur ou admin. Codes : MODELE_EXISTS, TOO_MANY_MODELES, TOO_MANY_AXES, TOO_MANY_FICHES, MODELE_TOO_LARGE.`,
    errors: resultUnion('CreatePlanModeleResult'),
    args: { input: t.arg({ type: CreatePlanModeleInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { planId, ...input } }, context) =>
      inTransaction(context, (useCase) => createModele(useCase, { ...input, planId: uuidOf('Plan', planId) })),
  }),
)

const RenamePlanModeleInput = builder.inputType('RenamePlanModeleInput', {
  description: 'Le nouveau nom d’un modèle de plan.',
  fields: (t) => ({
    modeleId: t.id({ required: true, description: 'Le modèle.' }),
    nom: t.string({ required: true, description: NOM }),
  }),
})

builder.mutationField('renamePlanModele', (t) =>
  t.field({
    type: changedModele('RenamePlanModeleSuccess', 'Le modèle porte son nouveau nom.'),
    description: 'Renomme un modèle de plan. Demande le rôle éditeur ou admin. Code : MODELE_EXISTS.',
    errors: resultUnion('RenamePlanModeleResult'),
    args: { input: t.arg({ type: RenamePlanModeleInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { modeleId, nom } }, context) =>
      inTransaction(context, (useCase) => renameModele(useCase, { modeleId: uuidOf('PlanModele', modeleId), nom })),
  }),
)

const DeletePlanModeleInput = builder.inputType('DeletePlanModeleInput', {
  description: 'Un modèle de plan à supprimer.',
  fields: (t) => ({ modeleId: t.id({ required: true, description: 'Le modèle.' }) }),
})

const DeletePlanModeleSuccess = builder.objectRef<{ collectiviteId: string }>('DeletePlanModeleSuccess').implement({
  description: 'Le modèle n’est plus là.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les modèles qui restent.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('deletePlanModele', (t) =>
  t.field({
    type: DeletePlanModeleSuccess,
    description:
      'Supprime un modèle de plan, pour de bon ; les plans qui en sont partis restent. Demande le rôle éditeur ou admin.',
    errors: resultUnion('DeletePlanModeleResult'),
    args: { input: t.arg({ type: DeletePlanModeleInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { modeleId } }, context) =>
      inTransaction(context, (useCase) => deleteModele(useCase, uuidOf('PlanModele', modeleId))),
  }),
)

const CreatePlanFromModeleInput = builder.inputType('CreatePlanFromModeleInput', {
  description: 'Un plan à créer à partir d’un modèle.',
  fields: (t) => ({
    modeleId: t.id({ required: true, description: 'Le modèle.' }),
    nom: t.string({ required: true, description: 'Nom du plan, 300 caractères au plus.' }),
  }),
})

const CreatePlanFromModeleSuccess = builder.objectRef<{ planId: string }>('CreatePlanFromModeleSuccess').implement({
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

builder.mutationField('createPlanFromModele', (t) =>
  t.field({
    type: CreatePlanFromModeleSuccess,
    description:
      'Crée un plan à partir d’un modèle : ses axes, ses champs propres, et ses fiches avec leur seul titre. Demande le rôle éditeur ou admin.',
    errors: resultUnion('CreatePlanFromModeleResult'),
    args: { input: t.arg({ type: CreatePlanFromModeleInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { modeleId, nom } }, context) =>
      inTransaction(
        context,
        (useCase) => createPlanFromModele(useCase, { modeleId: uuidOf('PlanModele', modeleId), nom }),
        { timeoutMs: FROM_MODELE_TIMEOUT_MS },
      ),
  }),
)
