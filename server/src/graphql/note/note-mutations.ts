import { inTransaction } from '../../bus/in-transaction.ts'
import { deleteNote, restoreNote, updateNote } from '../../domain/note/change-note.ts'
import { createNote } from '../../domain/note/create-note.ts'
import { seedNote } from '../../domain/note/seed-note.ts'
import { builder } from '../builder.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { writtenText } from '../written-text.ts'
import { NoteSuiviObject } from './note.ts'

const CreateFicheNoteInput = builder.inputType('CreateFicheNoteInput', {
  description: 'Une note de suivi à créer.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    date: t.field({ type: 'Date', required: true, description: 'Le jour dont elle parle.' }),
    texteMarkdown: t.string({ description: 'Son premier texte, en Markdown.' }),
  }),
})

const CreateFicheNoteSuccess = changedFiche<{ ficheId: string; id: string }>(
  'CreateFicheNoteSuccess',
  'La note est créée.',
)

builder.mutationField('createFicheNote', (t) =>
  t.field({
    type: CreateFicheNoteSuccess,
    description:
      'Crée une note de suivi, dont le texte s’écrit ensuite à plusieurs dans le document de la fiche. Code : TOO_MANY_NOTES.',
    errors: resultUnion('CreateFicheNoteResult'),
    args: { input: t.arg({ type: CreateFicheNoteInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: async (_root, { input: { ficheId, date, texteMarkdown } }, context) => {
      const texte = writtenText('texteMarkdown', texteMarkdown)
      const note = await inTransaction(context, (useCase) =>
        createNote(useCase, { ficheId: uuidOf('Fiche', ficheId), date }),
      )
      try {
        await seedNote(context, { note, texte })
      } catch (error) {
        // Without its first line a note opens as an empty paragraph all the same; words that were sent are not lost in silence.
        if (texte) throw error
      }
      return note
    },
  }),
)

builder.objectField(CreateFicheNoteSuccess, 'note', (t) =>
  t.prismaField({
    type: NoteSuiviObject,
    description: 'La note.',
    resolve: (query, { id }, _args, { prisma }) => prisma.noteSuivi.findUniqueOrThrow({ ...query, where: { id } }),
  }),
)

const UpdateFicheNoteInput = builder.inputType('UpdateFicheNoteInput', {
  description: 'Ce qui change d’une note.',
  fields: (t) => ({
    noteId: t.id({ required: true, description: 'La note.' }),
    date: t.field({ type: 'Date', required: true, description: 'Le jour dont elle parle.' }),
  }),
})

builder.mutationField('updateFicheNote', (t) =>
  t.field({
    type: changedFiche('UpdateFicheNoteSuccess', 'La date est changée.'),
    description: 'Change la date d’une note de suivi.',
    errors: resultUnion('UpdateFicheNoteResult'),
    args: { input: t.arg({ type: UpdateFicheNoteInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { noteId, date } }, context) =>
      inTransaction(context, (useCase) => updateNote(useCase, { noteId: uuidOf('NoteSuivi', noteId), date })),
  }),
)

const DeleteFicheNoteInput = builder.inputType('DeleteFicheNoteInput', {
  description: 'Une note à supprimer.',
  fields: (t) => ({ noteId: t.id({ required: true, description: 'La note.' }) }),
})

builder.mutationField('deleteFicheNote', (t) =>
  t.field({
    type: changedFiche('DeleteFicheNoteSuccess', 'La note est à la corbeille.'),
    description: 'Met une note de suivi à la corbeille, d’où elle peut revenir avec son texte.',
    errors: resultUnion('DeleteFicheNoteResult'),
    args: { input: t.arg({ type: DeleteFicheNoteInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { noteId } }, context) =>
      inTransaction(context, (useCase) => deleteNote(useCase, uuidOf('NoteSuivi', noteId))),
  }),
)

const RestoreFicheNoteInput = builder.inputType('RestoreFicheNoteInput', {
  description: 'Une note à rétablir.',
  fields: (t) => ({ noteId: t.id({ required: true, description: 'La note.' }) }),
})

builder.mutationField('restoreFicheNote', (t) =>
  t.field({
    type: changedFiche('RestoreFicheNoteSuccess', 'La note est revenue.'),
    description: 'Sort une note de suivi de la corbeille, avec son texte.',
    errors: resultUnion('RestoreFicheNoteResult'),
    args: { input: t.arg({ type: RestoreFicheNoteInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { noteId } }, context) =>
      inTransaction(context, (useCase) => restoreNote(useCase, uuidOf('NoteSuivi', noteId))),
  }),
)
