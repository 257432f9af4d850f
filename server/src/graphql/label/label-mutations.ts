import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteLabel } from '../../domain/label/delete-label.ts'
import { MAX_LABEL_NOM_CHARACTERS } from '../../domain/label/label-rules.ts'
import { MAX_MERGED_LABELS, type MergedLabels, mergeLabels } from '../../domain/label/merge-labels.ts'
import { renameLabel } from '../../domain/label/rename-label.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { LabelType } from './label.ts'

/** The success of a mutation on a label: the label as it is after it. */
function changedLabel<Changed extends { labelId: string }>(name: string, description: string) {
  return builder.objectRef<Changed>(name).implement({
    description,
    fields: (t) => ({
      label: t.prismaField({
        type: LabelType,
        description: 'Le libellé, tel qu’il est maintenant.',
        resolve: (query, { labelId }, _args, { prisma }) =>
          prisma.label.findUniqueOrThrow({ ...query, where: { id: labelId } }),
      }),
    }),
  })
}

const RenameLabelInput = builder.inputType('RenameLabelInput', {
  description: 'Le nouveau nom d’un libellé.',
  fields: (t) => ({
    labelId: t.id({ required: true, description: 'Le libellé.' }),
    nom: t.string({ required: true, description: `Son nom, ${MAX_LABEL_NOM_CHARACTERS} caractères au plus.` }),
  }),
})

builder.mutationField('renameLabel', (t) =>
  t.field({
    type: changedLabel('RenameLabelSuccess', 'Le libellé porte son nouveau nom, partout.'),
    description:
      'Renomme un libellé, sur toutes les fiches qui le portent. Demande le rôle éditeur ou admin. Code : LABEL_EXISTS, quand un autre de la même liste a déjà ce nom ; les deux se fusionnent alors.',
    errors: resultUnion('RenameLabelResult'),
    args: { input: t.arg({ type: RenameLabelInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { labelId, nom } }, context) =>
      inTransaction(context, (useCase) => renameLabel(useCase, { labelId: uuidOf('Label', labelId), nom })),
  }),
)

const MergeLabelsInput = builder.inputType('MergeLabelsInput', {
  description: 'Des libellés qui disent la même chose.',
  fields: (t) => ({
    intoId: t.id({ required: true, description: 'Celui qui reste.' }),
    labelIds: t.idList({
      required: true,
      description: `Ceux qu’il remplace, de la même liste ; ${MAX_MERGED_LABELS} au plus.`,
    }),
  }),
})

const MergeLabelsSuccess = changedLabel<MergedLabels>(
  'MergeLabelsSuccess',
  'Un seul libellé reste, partout où étaient les autres.',
)

builder.objectField(MergeLabelsSuccess, 'fichesCount', (t) =>
  t.exposeInt('fichesCount', {
    description: 'Fiches qui le portent maintenant à la place d’un autre, parmi celles que l’on peut lire.',
  }),
)

builder.mutationField('mergeLabels', (t) =>
  t.field({
    type: MergeLabelsSuccess,
    description:
      'Remplace des libellés par un autre de la même liste, sur les fiches et dans leurs lignes de financeurs, puis les supprime, sans retour. Demande le rôle éditeur ou admin. Code : LABEL_GENRES_DIFFER.',
    errors: resultUnion('MergeLabelsResult'),
    args: { input: t.arg({ type: MergeLabelsInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { intoId, labelIds } }, context) =>
      inTransaction(context, (useCase) =>
        mergeLabels(useCase, {
          intoId: uuidOf('Label', intoId),
          labelIds: labelIds.map((id) => uuidOf('Label', id)),
        }),
      ),
  }),
)

const DeleteLabelInput = builder.inputType('DeleteLabelInput', {
  description: 'Un libellé à supprimer.',
  fields: (t) => ({ labelId: t.id({ required: true, description: 'Le libellé.' }) }),
})

const DeleteLabelSuccess = builder.objectRef<{ collectiviteId: string }>('DeleteLabelSuccess').implement({
  description: 'Le libellé n’est plus là.',
  fields: (t) => ({
    collectivite: t.prismaField({
      type: CollectiviteObject,
      description: 'La collectivité, avec les libellés qui restent.',
      resolve: (query, { collectiviteId }, _args, { prisma }) =>
        prisma.collectivite.findUniqueOrThrow({ ...query, where: { id: collectiviteId } }),
    }),
  }),
})

builder.mutationField('deleteLabel', (t) =>
  t.field({
    type: DeleteLabelSuccess,
    description:
      'Supprime un libellé qu’aucune fiche ne porte, pour de bon. Demande le rôle éditeur ou admin. Code : LABEL_USED, quand une fiche le porte, dans la corbeille aussi ; il se fusionne alors avec un autre.',
    errors: resultUnion('DeleteLabelResult'),
    args: { input: t.arg({ type: DeleteLabelInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { labelId } }, context) =>
      inTransaction(context, (useCase) => deleteLabel(useCase, uuidOf('Label', labelId))),
  }),
)
