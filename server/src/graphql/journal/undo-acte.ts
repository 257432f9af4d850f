import { inTransaction } from '../../bus/in-transaction.ts'
import { type ActeUndone, undoActe } from '../../domain/fiche/en-masse/undo-acte.ts'
import { builder } from '../builder.ts'
import { resultUnion } from '../fiche/changed-fiche.ts'
import { FicheLaisseeType } from '../fiche/update-fiches.ts'

const UndoActeInput = builder.inputType('UndoActeInput', {
  description: 'Ce qu’il faut annuler.',
  fields: (t) => ({
    acte: t.field({ type: 'UUID', required: true, description: 'L’acte du journal, d’origine MASSE.' }),
  }),
})

const UndoActeSuccess = builder.objectRef<ActeUndone>('UndoActeSuccess').implement({
  description: 'Ce que l’annulation a rétabli, et ce qu’elle a laissé.',
  fields: (t) => ({
    acte: t.expose('acte', {
      type: 'UUID',
      nullable: true,
      description: 'L’acte de l’annulation, qui s’annule de même ; null si rien n’est rétabli.',
    }),
    retablies: t.exposeInt('retablies', {
      description: 'Nombre de fiches auxquelles quelque chose est rendu. Exemple : 11.',
    }),
    laissees: t.expose('laissees', {
      type: [FicheLaisseeType],
      description: 'Celles qui gardent quelque chose de l’acte, et pourquoi.',
    }),
  }),
})

builder.mutationField('undoActe', (t) =>
  t.field({
    type: UndoActeSuccess,
    description:
      'Annule un changement de plusieurs fiches, pour qui l’a fait ou pour un éditeur ou admin : rend ce qu’il y avait avant, sauf ce qu’un collègue a changé depuis.',
    errors: resultUnion('UndoActeResult'),
    args: { input: t.arg({ type: UndoActeInput, required: true, description: 'Ce qu’il faut annuler.' }) },
    resolve: (_root, { input }, context) =>
      inTransaction(context, (useCase) => undoActe(useCase, input), { origine: 'MASSE' }),
  }),
)
