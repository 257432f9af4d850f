import { noteField } from '../../domain/note/note-rules.ts'
import { belongsTo } from '../../domain/rights/may.ts'
import { visibleNotes } from '../../domain/rights/visible.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { FicheType } from '../fiche/fiche.ts'
import { wellFormedUuid } from '../global-id.ts'
import { notesByDate } from './note-lists.ts'

export const NoteSuiviObject = builder.prismaNode('NoteSuivi', {
  description: 'Une note de suivi datée. Son texte est partagé : c’est le champ note:<uuid> du document de sa fiche.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [visibleNotes(viewer)] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    date: t.expose('date', { type: 'Date', description: 'Le jour dont elle parle.' }),
    fiche: t.relation('fiche', { description: 'La fiche dont elle dit l’avancement.' }),
    auteur: t.string({
      nullable: true,
      description:
        'Qui l’a créée ; null si ce n’est plus connu, ou pour qui ne la lit que parce qu’elle est publique, sauf si la collectivité montre les noms.',
      select: { createdBy: { select: { name: true } }, fiche: { select: { collectiviteId: true } } },
      resolve: ({ id, createdBy, fiche }, _args, { viewer, loaders }) =>
        belongsTo(viewer, fiche) ? (createdBy?.name ?? null) : loaders.noteAuteurs.load(id),
    }),
    texte: t.string({
      description: 'Son texte. Suit ce qui s’écrit à deux secondes près.',
      select: { ficheId: true },
      resolve: async ({ id, ficheId }, _args, { loaders }) =>
        (await loaders.ficheTextes.load({ ownerId: ficheId, field: noteField(id) })).plain,
    }),
    texteMarkdown: t.string({
      description: 'Son texte en Markdown. Suit ce qui s’écrit à deux secondes près.',
      select: { ficheId: true },
      resolve: async ({ id, ficheId }, _args, { loaders }) =>
        (await loaders.ficheTextes.load({ ownerId: ficheId, field: noteField(id) })).markdown,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Création de la note.' }),
  }),
})

const NoteSuiviConnection = builder.connectionObject(
  { type: NoteSuiviObject, name: 'NoteSuiviConnection', description: 'Une page de notes de suivi.' },
  { name: 'NoteSuiviEdge', description: 'Une note dans une page.' },
)

builder.prismaObjectField(FicheType, 'notesSuivi', (t) =>
  t.connection(
    {
      type: NoteSuiviObject,
      description: 'Les notes de suivi de la fiche, la plus récente d’abord.',
      select: (args, { viewer }, nestedSelection) => ({
        notesSuivi: wholeRows(
          nestedSelection(pageQuery({ list: notesByDate, args, within: [visibleNotes(viewer)] }), ['edges', 'node']),
        ),
      }),
      resolve: ({ notesSuivi }, args) => pageOf({ list: notesByDate, args }, notesSuivi),
    },
    NoteSuiviConnection,
  ),
)
