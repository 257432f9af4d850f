import { embedReference, type ReferenceEmbed } from '@pupitre/document'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { MAX_MENTIONS } from '../../domain/fil/fil-rules.ts'
import { referencesIn } from '../../domain/fil/mentions.ts'
import { readableFiches } from '../../domain/rights/readable.ts'
import { readerIdOf } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { neutralWord } from '../published-textes.ts'
import { CommentaireObject } from './commentaire.ts'
import { MentionGenreEnum } from './fil-enums.ts'

interface Mentionne {
  reference: ReferenceEmbed
  nom: string
  ficheId: string | null
  estVous: boolean
}

const MentionObject = builder.objectRef<Mentionne>('MentionDeCommentaire').implement({
  description: 'Une personne, un service ou une fiche qu’un commentaire nomme.',
  fields: (t) => ({
    reference: t.string({
      description: 'Comment son texte la nomme, entre chevrons. Exemple : pupitre:service/<uuid>.',
      resolve: ({ reference }) => embedReference(reference),
    }),
    genre: t.field({
      type: MentionGenreEnum,
      description: 'Ce que c’est.',
      resolve: ({ reference }) => genreOf(reference),
    }),
    nom: t.exposeString('nom', {
      description:
        'Son nom d’aujourd’hui ; quelques mots neutres quand elle n’est plus, ou que vous ne pouvez pas la lire.',
    }),
    ficheId: t.id({
      nullable: true,
      description: 'La fiche, si c’en est une que vous pouvez lire.',
      resolve: ({ ficheId }) => ficheId && encodeGlobalID('Fiche', ficheId),
    }),
    estVous: t.exposeBoolean('estVous', { description: 'Vrai si c’est vous.' }),
  }),
})

function genreOf(reference: ReferenceEmbed): 'PERSONNE' | 'SERVICE' | 'FICHE' {
  if (!('mention' in reference)) return 'FICHE'
  return reference.mention.kind === 'user' ? 'PERSONNE' : 'SERVICE'
}

builder.prismaObjectField(CommentaireObject, 'mentions', (t) =>
  t.field({
    type: [MentionObject],
    description: `Qui et quelles fiches son texte nomme, ${MAX_MENTIONS} au plus, dans son ordre.`,
    select: (_args, { viewer }) => ({
      markdown: true,
      mentions: {
        where: { OR: [{ ficheId: null }, { fiche: readableFiches(viewer) }] },
        select: {
          userId: true,
          serviceId: true,
          ficheId: true,
          user: { select: { name: true } },
          service: { select: { nom: true } },
          fiche: { select: { titre: true } },
        },
        take: MAX_MENTIONS,
      },
    }),
    resolve: ({ markdown, mentions }, _args, { viewer }) =>
      referencesIn(markdown)
        .filter((reference) => !('image' in reference))
        .slice(0, MAX_MENTIONS)
        .map((reference) => {
          const id =
            'mention' in reference ? reference.mention.id : 'ficheLink' in reference ? reference.ficheLink.id : ''
          const row = mentions.find(({ userId, serviceId, ficheId }) => (userId ?? serviceId ?? ficheId) === id)
          const nom = row?.user?.name ?? row?.service?.nom ?? (row?.fiche && (row.fiche.titre || 'Fiche sans titre'))
          return {
            reference,
            nom: nom ?? neutralWord(reference),
            ficheId: row?.ficheId ?? null,
            estVous: row != null && row.userId !== null && row.userId === readerIdOf(viewer),
          }
        }),
  }),
)
