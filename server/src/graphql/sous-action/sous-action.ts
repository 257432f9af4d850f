import { inTransaction } from '../../bus/in-transaction.ts'
import { createSousAction } from '../../domain/sous-action/create-sous-action.ts'
import { makeSousAction } from '../../domain/sous-action/make-sous-action.ts'
import { moveSousAction } from '../../domain/sous-action/move-sous-action.ts'
import { MAX_SOUS_ACTIONS } from '../../domain/sous-action/sous-action-rules.ts'
import { takeOutSousAction } from '../../domain/sous-action/take-out-sous-action.ts'
import { visibleFiches } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { PrioriteEnum, StatutEnum } from '../enums.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { FicheType } from '../fiche/fiche.ts'
import { uuidOf } from '../global-id.ts'

builder.prismaObjectFields(FicheType, (t) => ({
  parent: t.relation('parent', {
    nullable: true,
    description: 'La fiche dont c’est une sous-action ; null pour une fiche. Une sous-action en suit les droits.',
  }),
  sousActions: t.relation('sousActions', {
    description: `Ses sous-actions, ${MAX_SOUS_ACTIONS} au plus, dans l’ordre.`,
    query: (_args, { viewer }) => ({
      where: visibleFiches(viewer),
      orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }],
    }),
  }),
}))

const CreateSousActionInput = builder.inputType('CreateSousActionInput', {
  description: 'Une sous-action à créer.',
  fields: (t) => ({
    parentId: t.id({ required: true, description: 'La fiche dont ce sera une sous-action.' }),
    titre: t.string({ required: true, description: 'Titre, sur une ligne, 300 caractères au plus.' }),
    statut: t.field({ type: StatutEnum, description: 'Où elle en est.' }),
    priorite: t.field({ type: PrioriteEnum, description: 'Priorité.' }),
    dateDebut: t.field({ type: 'Date', description: 'Premier jour.' }),
    dateFin: t.field({ type: 'Date', description: 'Dernier jour, pas avant le premier.' }),
  }),
})

const CreateSousActionSuccess = changedFiche<{ ficheId: string; sousActionId: string }>(
  'CreateSousActionSuccess',
  'La sous-action est créée.',
)

builder.mutationField('createSousAction', (t) =>
  t.field({
    type: CreateSousActionSuccess,
    description:
      'Crée une sous-action à la fin de celles d’une fiche. Une sous-action n’en a pas. Codes : SOUS_ACTION_ONE_LEVEL, TOO_MANY_SOUS_ACTIONS.',
    errors: resultUnion('CreateSousActionResult'),
    args: { input: t.arg({ type: CreateSousActionInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { parentId, titre, statut, priorite, dateDebut, dateFin } }, context) =>
      inTransaction(context, (useCase) =>
        createSousAction(useCase, {
          parentId: uuidOf('Fiche', parentId),
          fiche: {
            axeId: null,
            titre,
            statut: statut ?? null,
            priorite: priorite ?? null,
            dateDebut: dateDebut ?? null,
            dateFin: dateFin ?? null,
          },
        }),
      ),
  }),
)

const MoveSousActionInput = builder.inputType('MoveSousActionInput', {
  description: 'Où mettre une sous-action.',
  fields: (t) => ({
    sousActionId: t.id({ required: true, description: 'La sous-action.' }),
    afterId: t.id({ description: 'Celle qui la précédera ; sans elle, en premier.' }),
  }),
})

builder.mutationField('moveSousAction', (t) =>
  t.field({
    type: changedFiche('MoveSousActionSuccess', 'La sous-action est à sa place.'),
    description: 'Déplace une sous-action parmi celles de sa fiche.',
    errors: resultUnion('MoveSousActionResult'),
    args: { input: t.arg({ type: MoveSousActionInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { sousActionId, afterId } }, context) =>
      inTransaction(context, (useCase) =>
        moveSousAction(useCase, {
          sousActionId: uuidOf('Fiche', sousActionId),
          afterId: afterId == null ? null : uuidOf('Fiche', afterId),
        }),
      ),
  }),
)

const MakeSousActionInput = builder.inputType('MakeSousActionInput', {
  description: 'Une fiche qui devient une sous-action.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche qui devient une sous-action.' }),
    parentId: t.id({ required: true, description: 'La fiche dont ce sera une sous-action.' }),
  }),
})

const MakeSousActionSuccess = changedFiche<{ ficheId: string; sousActionId: string }>(
  'MakeSousActionSuccess',
  'La fiche est une sous-action.',
)

builder.mutationField('makeSousAction', (t) =>
  t.field({
    type: MakeSousActionSuccess,
    description:
      'Fait d’une fiche la dernière sous-action d’une autre : elle quitte ses emplacements, et suit les droits de l’autre. Codes : SOUS_ACTION_ONE_LEVEL, SOUS_ACTION_RESTREINTE, SOUS_ACTION_ELSEWHERE, TOO_MANY_SOUS_ACTIONS.',
    errors: resultUnion('MakeSousActionResult'),
    args: { input: t.arg({ type: MakeSousActionInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { ficheId, parentId } }, context) =>
      inTransaction(context, (useCase) =>
        makeSousAction(useCase, { ficheId: uuidOf('Fiche', ficheId), parentId: uuidOf('Fiche', parentId) }),
      ),
  }),
)

for (const success of [CreateSousActionSuccess, MakeSousActionSuccess]) {
  builder.objectField(success, 'sousAction', (t) =>
    t.prismaField({
      type: FicheType,
      description: 'La sous-action.',
      resolve: (query, { sousActionId }, _args, { prisma }) =>
        prisma.fiche.findUniqueOrThrow({ ...query, where: { id: sousActionId } }),
    }),
  )
}

const TakeOutSousActionInput = builder.inputType('TakeOutSousActionInput', {
  description: 'Une sous-action qui devient une fiche.',
  fields: (t) => ({ sousActionId: t.id({ required: true, description: 'La sous-action.' }) }),
})

builder.mutationField('takeOutSousAction', (t) =>
  t.field({
    type: changedFiche('TakeOutSousActionSuccess', 'La sous-action est une fiche.'),
    description:
      'Fait d’une sous-action une fiche, placée juste après celle dont elle vient, partout où celle-ci a une place ; restreinte comme elle.',
    errors: resultUnion('TakeOutSousActionResult'),
    args: { input: t.arg({ type: TakeOutSousActionInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { sousActionId } }, context) =>
      inTransaction(context, (useCase) => takeOutSousAction(useCase, uuidOf('Fiche', sousActionId))),
  }),
)
