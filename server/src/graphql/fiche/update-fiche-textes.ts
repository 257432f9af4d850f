import { rewriteTextes } from '../../domain/fiche/rewrite-textes.ts'
import { builder } from '../builder.ts'
import { uuidOf } from '../global-id.ts'
import { writtenText } from '../written-text.ts'
import { changedFiche, resultUnion } from './changed-fiche.ts'

const UpdateFicheTextesInput = builder.inputType('UpdateFicheTextesInput', {
  description: 'Ce que des textes d’une fiche doivent dire ; ceux qui ne sont pas nommés restent comme ils sont.',
  fields: (t) => ({
    ficheId: t.id({ required: true, description: 'La fiche.' }),
    titre: t.string({ description: 'Titre, sur une ligne, 300 caractères au plus.' }),
    descriptionMarkdown: t.string({ description: 'Description, en Markdown.' }),
    objectifsMarkdown: t.string({ description: 'Objectifs, en Markdown.' }),
    moyensMarkdown: t.string({ description: 'Moyens humains et techniques, en Markdown.' }),
    financementsMarkdown: t.string({ description: 'Financements, en Markdown.' }),
  }),
})

builder.mutationField('updateFicheTextes', (t) =>
  t.field({
    type: changedFiche('UpdateFicheTextesSuccess', 'Les textes sont écrits ; les lire suit à deux secondes près.'),
    description:
      'Réécrit des textes d’une fiche. Seuls les mots qui diffèrent changent, sous les yeux de ceux qui l’ont ouverte. Codes : TITRE_EMPTY, TITRE_TOO_LONG, TEXTE_TOO_LONG.',
    errors: resultUnion('UpdateFicheTextesResult'),
    args: { input: t.arg({ type: UpdateFicheTextesInput, required: true, description: 'Ce qui est demandé.' }) },
    resolve: async (_root, { input }, context) => {
      const ficheId = uuidOf('Fiche', input.ficheId)
      await rewriteTextes(context, {
        ficheId,
        ...(input.titre != null && { titre: input.titre }),
        textes: writtenTextes(input),
      })
      return { ficheId }
    },
  }),
)

function writtenTextes(input: typeof UpdateFicheTextesInput.$inferInput) {
  const description = writtenText('descriptionMarkdown', input.descriptionMarkdown)
  const objectifs = writtenText('objectifsMarkdown', input.objectifsMarkdown)
  const moyens = writtenText('moyensMarkdown', input.moyensMarkdown)
  const financements = writtenText('financementsMarkdown', input.financementsMarkdown)
  return {
    ...(description && { description }),
    ...(objectifs && { objectifs }),
    ...(moyens && { moyens }),
    ...(financements && { financements }),
  }
}
