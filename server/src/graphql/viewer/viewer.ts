import { queryFromInfo } from '@pothos/plugin-prisma'
import { ownMembres, ownSessions } from '../../domain/rights/readable.ts'
import { type PersonViewer, personOf } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { loadPage } from '../connection/sorted-list.ts'
import { membresByAge } from './membre-list.ts'
import { MembreConnection, MembreType } from './membre.ts'
import { SessionType } from './session.ts'

/** More than a person has browsers. */
const MAX_SESSIONS = 100

export const ViewerType = builder.objectRef<PersonViewer>('Viewer').implement({
  description:
    'La personne connectée : vous. Un admin qui envoie l’uuid d’un Membre de sa collectivité dans l’en-tête x-voir-en-tant-que voit en tant que lui : tout se lit alors comme ce membre le lit là, sans son compte, et rien ne se change (code SEEING_AS_READ_ONLY). Qui ne le peut pas est refusé (403, code SEEING_AS_FORBIDDEN).',
  fields: (t) => ({
    uuid: t.field({
      type: 'UUID',
      description: 'Votre identifiant universel.',
      resolve: ({ userId, seeingAs }) => seeingAs?.userId ?? userId,
    }),
    nom: t.string({
      description: 'Votre nom, tel que les autres le voient.',
      resolve: ({ name, seeingAs }) => seeingAs?.name ?? name,
    }),
    email: t.string({
      description: 'Votre adresse de courriel.',
      resolve: ({ email, seeingAs }) => seeingAs?.email ?? email,
    }),
    emailVerifie: t.boolean({
      description:
        'Vrai si vous avez montré que cette adresse est la vôtre, en ouvrant un lien qui y a été envoyé. En tant qu’un membre, toujours vrai.',
      resolve: async ({ userId, seeingAs }, _args, { prisma }) =>
        seeingAs !== undefined ||
        (await prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { emailVerified: true } })).emailVerified,
    }),
    sessions: t.prismaField({
      type: [SessionType],
      description: 'Vos sessions ouvertes, 100 au plus, la dernière utilisée d’abord.',
      resolve: (query, _viewer, _args, { prisma, viewer }) =>
        prisma.session.findMany({
          ...query,
          where: ownSessions(viewer),
          orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
          take: MAX_SESSIONS,
        }),
    }),
    membres: t.connection(
      {
        type: MembreType,
        description: 'Vos places dans les collectivités, la plus ancienne d’abord.',
        resolve: (viewer, args, context, info) =>
          loadPage({ list: membresByAge, args, within: [ownMembres(viewer)] }, (page) =>
            context.prisma.membre.findMany({ ...queryFromInfo({ context, info, path: ['edges', 'node'] }), ...page }),
          ),
      },
      MembreConnection,
    ),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: 'Vous ; null si personne n’est connecté.',
    resolve: (_root, _args, { viewer }) => personOf(viewer),
  }),
)
