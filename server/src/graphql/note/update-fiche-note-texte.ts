import { rewriteNote } from '../../domain/fiche/rewrite-textes.ts'
import { builder } from '../builder.ts'
import { changedFiche, resultUnion } from '../fiche/changed-fiche.ts'
import { uuidOf } from '../global-id.ts'
import { writtenText } from '../written-text.ts'

const UpdateFicheNoteTexteInput = builder.inputType('UpdateFicheNoteTexteInput', {
  description: 'Ce qu’une note de suivi doit dire.',
  fields: (t) => ({
    noteId: t.id({ required: true, description: 'La note.' }),
    texteMarkdown: t.string({ required: true, description: 'Son texte, en Markdown.' }),
  }),
})

builder.mutationField('updateFicheNoteTexte', (t) =>
  t.field({
    type: changedFiche('UpdateFicheNoteTexteSuccess', 'La note est écrite ; la lire suit à deux secondes près.'),
    description:
      'Réécrit le texte d’une note de suivi. Seuls les mots qui diffèrent changent, sous les yeux de ceux qui l’ont ouverte. Code : TEXTE_TOO_LONG.',
    errors: resultUnion('UpdateFicheNoteTexteResult'),
    args: { input: t.arg({ type: UpdateFicheNoteTexteInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: (_root, { input: { noteId, texteMarkdown } }, context) =>
      rewriteNote(context, {
        noteId: uuidOf('NoteSuivi', noteId),
        content: writtenText('texteMarkdown', texteMarkdown) ?? [],
      }),
  }),
)
