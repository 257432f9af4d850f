import type { ReactionSens } from '@pupitre/prisma'
import { MAX_REACTIONS } from '../../domain/fil/fil-rules.ts'
import { readableFils } from '../../domain/rights/readable.ts'
import { personOf, readerIdOf } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { wellFormedUuid } from '../global-id.ts'
import { ReactionSensEnum } from './fil-enums.ts'

const ReactionObject = builder
  .objectRef<{ sens: ReactionSens; noms: string[]; sienne: boolean }>('ReactionDeCommentaire')
  .implement({
    description: 'Une même réaction de plusieurs personnes à un commentaire.',
    fields: (t) => ({
      sens: t.expose('sens', { type: ReactionSensEnum, description: 'Ce qu’elle dit.' }),
      noms: t.exposeStringList('noms', {
        description: `Noms de ceux qui l’ont eue, le premier d’abord, ${MAX_REACTIONS} au plus.`,
      }),
      estVotre: t.exposeBoolean('sienne', { description: 'Vrai si vous l’avez eue.' }),
    }),
  })

export const CommentaireObject = builder.prismaNode('Commentaire', {
  description: 'Ce que quelqu’un dit dans une discussion.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id: wellFormedUuid(id), AND: [{ fil: readableFils(viewer) }] }),
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Identifiant universel.', resolve: ({ id }) => id }),
    auteur: t.string({
      nullable: true,
      description: 'Nom de qui l’a écrit ; null quand ce n’est plus connu.',
      select: { auteur: { select: { name: true } } },
      resolve: ({ auteur }) => auteur?.name ?? null,
    }),
    auteurEstVous: t.boolean({
      description: 'Vrai s’il est de vous : vous pouvez le modifier.',
      resolve: ({ auteurId }, _args, { viewer }) => auteurId !== null && auteurId === readerIdOf(viewer),
    }),
    texteMarkdown: t.exposeString('markdown', {
      description: 'Ce qu’il dit, en Markdown ; vide quand il est supprimé.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Quand il a été écrit.' }),
    modifieAt: t.expose('modifieAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Quand il a été modifié ; null s’il ne l’a pas été.',
    }),
    estSupprime: t.boolean({
      description: 'Vrai quand ses mots ont été retirés ; sa place reste dans la discussion.',
      resolve: ({ supprimeAt }) => supprimeAt !== null,
    }),
    reactions: t.field({
      type: [ReactionObject],
      description: 'Les réactions qu’il a reçues, une par sens, six au plus, la première d’abord.',
      select: {
        reactions: {
          select: { sens: true, userId: true, user: { select: { name: true } } },
          orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
          take: MAX_REACTIONS,
        },
      },
      resolve: ({ reactions }, _args, { viewer }) =>
        [...Map.groupBy(reactions, ({ sens }) => sens)].map(([sens, same]) => ({
          sens,
          noms: same.map(({ user }) => user.name),
          sienne: same.some(({ userId }) => userId === readerIdOf(viewer)),
        })),
    }),
    viewerCanDelete: t.boolean({
      description: 'Vrai si vous pouvez le supprimer : il est de vous, ou vous êtes admin.',
      select: { fil: { select: { collectiviteId: true } } },
      resolve: ({ auteurId, fil }, _args, { viewer }) => {
        const person = personOf(viewer)
        if (!person || person.seeingAs) return false
        const isAdmin = person.memberships.some(
          ({ collectiviteId, role }) => collectiviteId === fil.collectiviteId && role === 'ADMIN',
        )
        return isAdmin || auteurId === person.userId
      },
    }),
  }),
})
