import type { FicheField } from '@pupitre/document'
import { builder } from '../builder.ts'
import { FicheType } from './fiche.ts'

type RichField = Exclude<FicheField, 'titre'>

const DESCRIPTIONS: Record<RichField, string> = {
  description: 'Description de l’action',
  objectifs: 'Objectifs de l’action',
  moyens: 'Moyens humains et techniques',
  financements: 'Financements, en texte libre',
}

/** The live texts of a fiche, as last projected: plain, and in Markdown. */
builder.prismaObjectFields(FicheType, (t) => {
  const plain = (field: RichField) =>
    t.string({
      description: `${DESCRIPTIONS[field]}, en texte. Suit ce qui s’écrit à deux secondes près.`,
      resolve: async ({ id }, _args, { loaders }) => (await loaders.ficheTextes.load({ ownerId: id, field })).plain,
    })
  const markdown = (field: RichField) =>
    t.string({
      description: `${DESCRIPTIONS[field]}, en Markdown. Suit ce qui s’écrit à deux secondes près.`,
      resolve: async ({ id }, _args, { loaders }) => (await loaders.ficheTextes.load({ ownerId: id, field })).markdown,
    })
  return {
    description: plain('description'),
    descriptionMarkdown: markdown('description'),
    objectifs: plain('objectifs'),
    objectifsMarkdown: markdown('objectifs'),
    moyens: plain('moyens'),
    moyensMarkdown: markdown('moyens'),
    financements: plain('financements'),
    financementsMarkdown: markdown('financements'),
  }
})
