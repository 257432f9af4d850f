import { inTransaction } from '../../bus/in-transaction.ts'
import { createChamp, deleteChamp, moveChamp, renameChamp } from '../../domain/champ-propre/edit-champs.ts'
import { addChoix, removeChoix, renameChoix } from '../../domain/champ-propre/edit-choix.ts'
import { setValeur } from '../../domain/champ-propre/set-valeur.ts'
import { builder } from '../builder.ts'
import { ChampPropreTypeEnum } from '../enums.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { PlanObject } from '../plan/plan.ts'

/** The success of a mutation that changes the fields of a plan: the plan as it is after it. */
function changedPlan<Changed extends { planId: string }>(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      plan: t.prismaField({
        type: PlanObject,
        description: 'Le plan, tel qu’il est maintenant.',
        resolve: (query, { planId }, _args, { prisma }) =>
          prisma.plan.findUniqueOrThrow({ ...query, where: { id: planId } }),
      }),
    }),
  })
}

const CreateChampPropreInput = builder.inputType('CreateChampPropreInput', {
  description: 'Un champ à ajouter aux fiches d’un plan.',
  fields: (t) => ({
    planId: t.id({ required: true, description: 'Le plan.' }),
    nom: t.string({ required: true, description: 'Nom du champ, unique dans le plan.' }),
    type: t.field({ type: ChampPropreTypeEnum, required: true, description: 'Ce qu’il contient ; ne change plus.' }),
    choix: t.stringList({ description: 'Les réponses d’un champ de type choix, dans l’ordre.' }),
  }),
})

builder.mutationField('createChampPropre', (t) =>
  t.field({
    type: changedPlan('CreateChampPropreSuccess', 'Le champ est ajouté.'),
    description:
      'Ajoute un champ aux fiches d’un plan. Codes : CHAMP_EXISTS, TOO_MANY_CHAMPS, CHAMP_NOT_CHOIX, CHOIX_EXISTS, TOO_MANY_CHOIX.',
    errors: resultUnion('CreateChampPropreResult'),
    args: { input: t.arg({ type: CreateChampPropreInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { planId, nom, type, choix } }, context) =>
      inTransaction(context, async (useCase) => {
        const created = await createChamp(useCase, { planId: uuidOf('Plan', planId), nom, type })
        for (const each of choix ?? []) await addChoix(useCase, { champId: created.champId, nom: each })
        return created
      }),
  }),
)

const UpdateChampPropreInput = builder.inputType('UpdateChampPropreInput', {
  description: 'Ce qui change d’un champ propre.',
  fields: (t) => ({
    champId: t.id({ required: true, description: 'Le champ.' }),
    nom: t.string({ required: true, description: 'Son nouveau nom.' }),
  }),
})

builder.mutationField('updateChampPropre', (t) =>
  t.field({
    type: changedPlan('UpdateChampPropreSuccess', 'Le champ est renommé.'),
    description: 'Renomme un champ propre ; ses valeurs restent. Code : CHAMP_EXISTS.',
    errors: resultUnion('UpdateChampPropreResult'),
    args: { input: t.arg({ type: UpdateChampPropreInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { champId, nom } }, context) =>
      inTransaction(context, (useCase) => renameChamp(useCase, { champId: uuidOf('ChampPropre', champId), nom })),
  }),
)

const MoveChampPropreInput = builder.inputType('MoveChampPropreInput', {
  description: 'Où mettre un champ propre.',
  fields: (t) => ({
    champId: t.id({ required: true, description: 'Le champ.' }),
    afterId: t.id({ description: 'Celui qui le précédera ; sans lui, en premier.' }),
  }),
})

builder.mutationField('moveChampPropre', (t) =>
  t.field({
    type: changedPlan('MoveChampPropreSuccess', 'Le champ est à sa place.'),
    description: 'Déplace un champ parmi ceux de son plan.',
    errors: resultUnion('MoveChampPropreResult'),
    args: { input: t.arg({ type: MoveChampPropreInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { champId, afterId } }, context) =>
      inTransaction(context, (useCase) =>
        moveChamp(useCase, {
          champId: uuidOf('ChampPropre', champId),
          afterId: afterId == null ? null : uuidOf('ChampPropre', afterId),
        }),
      ),
  }),
)

const DeleteChampPropreInput = builder.inputType('DeleteChampPropreInput', {
  description: 'Un champ propre à supprimer.',
  fields: (t) => ({ champId: t.id({ required: true, description: 'Le champ.' }) }),
})

const DeleteChampPropreSuccess = changedPlan<{ planId: string; valeursCount: number }>(
  'DeleteChampPropreSuccess',
  'Le champ et ses valeurs sont supprimés.',
)

builder.mutationField('deleteChampPropre', (t) =>
  t.field({
    type: DeleteChampPropreSuccess,
    description: 'Supprime un champ propre et les valeurs de ses fiches, sans retour.',
    errors: resultUnion('DeleteChampPropreResult'),
    args: { input: t.arg({ type: DeleteChampPropreInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { champId } }, context) =>
      inTransaction(context, (useCase) => deleteChamp(useCase, uuidOf('ChampPropre', champId))),
  }),
)

const AddChampPropreChoixInput = builder.inputType('AddChampPropreChoixInput', {
  description: 'Une réponse à ajouter à un champ de type choix.',
  fields: (t) => ({
    champId: t.id({ required: true, description: 'Le champ.' }),
    nom: t.string({ required: true, description: 'La réponse, unique dans le champ.' }),
  }),
})

builder.mutationField('addChampPropreChoix', (t) =>
  t.field({
    type: changedPlan('AddChampPropreChoixSuccess', 'La réponse est proposée.'),
    description: 'Ajoute une réponse à un champ de type choix. Codes : CHAMP_NOT_CHOIX, CHOIX_EXISTS, TOO_MANY_CHOIX.',
    errors: resultUnion('AddChampPropreChoixResult'),
    args: { input: t.arg({ type: AddChampPropreChoixInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { champId, nom } }, context) =>
      inTransaction(context, (useCase) => addChoix(useCase, { champId: uuidOf('ChampPropre', champId), nom })),
  }),
)

const UpdateChampPropreChoixInput = builder.inputType('UpdateChampPropreChoixInput', {
  description: 'Ce qui change d’une réponse.',
  fields: (t) => ({
    choixId: t.id({ required: true, description: 'La réponse.' }),
    nom: t.string({ required: true, description: 'Son nouveau nom, unique dans le champ.' }),
  }),
})

builder.mutationField('updateChampPropreChoix', (t) =>
  t.field({
    type: changedPlan('UpdateChampPropreChoixSuccess', 'La réponse est renommée.'),
    description: 'Renomme une réponse, dans les fiches qui l’ont choisie aussi. Code : CHOIX_EXISTS.',
    errors: resultUnion('UpdateChampPropreChoixResult'),
    args: { input: t.arg({ type: UpdateChampPropreChoixInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { choixId, nom } }, context) =>
      inTransaction(context, (useCase) => renameChoix(useCase, { choixId: uuidOf('ChampPropreChoix', choixId), nom })),
  }),
)

const RemoveChampPropreChoixInput = builder.inputType('RemoveChampPropreChoixInput', {
  description: 'Une réponse à retirer d’un champ de type choix.',
  fields: (t) => ({ choixId: t.id({ required: true, description: 'La réponse.' }) }),
})

const RemoveChampPropreChoixSuccess = changedPlan<{ planId: string; valeursCount: number }>(
  'RemoveChampPropreChoixSuccess',
  'La réponse n’est plus proposée, et les fiches qui l’avaient n’en ont plus.',
)

builder.mutationField('removeChampPropreChoix', (t) =>
  t.field({
    type: RemoveChampPropreChoixSuccess,
    description: 'Retire une réponse d’un champ de type choix, et des fiches qui l’avaient.',
    errors: resultUnion('RemoveChampPropreChoixResult'),
    args: { input: t.arg({ type: RemoveChampPropreChoixInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { choixId } }, context) =>
      inTransaction(context, (useCase) => removeChoix(useCase, uuidOf('ChampPropreChoix', choixId))),
  }),
)

for (const success of [DeleteChampPropreSuccess, RemoveChampPropreChoixSuccess]) {
  builder.objectField(success, 'valeursCount', (t) =>
    t.int({
      description: 'Nombre de valeurs parties avec, parmi les fiches que vous pouvez lire.',
      resolve: ({ valeursCount }) => valeursCount,
    }),
  )
}

const SetFicheChampPropreInput = builder.inputType('SetFicheChampPropreInput', {
  description: 'Ce qu’une fiche dit dans un champ propre : la seule valeur du type du champ, ou aucune pour le vider.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche, placée dans le plan du champ.' }),
    champId: t.id({ required: true, description: 'Le champ.' }),
    texte: t.string({ description: 'Pour un champ de type texte.' }),
    nombre: t.field({ type: 'Decimal', description: 'Pour un champ de type nombre.' }),
    date: t.field({ type: 'Date', description: 'Pour un champ de type date.' }),
    choixId: t.id({ description: 'Pour un champ de type choix.' }),
  }),
})

builder.mutationField('setFicheChampPropre', (t) =>
  t.field({
    type: changedFiche('SetFicheChampPropreSuccess', 'La fiche le dit.'),
    description:
      'Change ce qu’une fiche dit dans un champ propre à un plan qui la tient. Code : CHAMP_OF_ANOTHER_PLAN.',
    errors: resultUnion('SetFicheChampPropreResult'),
    args: { input: t.arg({ type: SetFicheChampPropreInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId, champId, choixId, ...valeur } }, context) =>
      inTransaction(context, (useCase) =>
        setValeur(useCase, {
          ...valeur,
          ficheId: uuidOf('Fiche', ficheId),
          champId: uuidOf('ChampPropre', champId),
          choixId: choixId == null ? null : uuidOf('ChampPropreChoix', choixId),
        }),
      ),
  }),
)
