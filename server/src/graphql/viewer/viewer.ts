import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Membre, Prisma } from '@pupitre/prisma'
import { ownMembres } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { builder } from '../builder.ts'
import { instantKey, uuidKey } from '../connection/sort-key.ts'
import { type SortedList, loadPage } from '../connection/sorted-list.ts'
import { MembreConnection, MembreType } from './membre.ts'

/** The oldest first. */
const byAge: SortedList<Membre, Prisma.MembreWhereInput, Prisma.MembreOrderByWithRelationInput> = {
  name: 'CREATED_AT asc',
  keys: [
    {
      key: instantKey({
        read: ({ createdAt }) => createdAt,
        where: (createdAt) => ({ createdAt }),
        orderBy: (createdAt) => ({ createdAt }),
      }),
      direction: 'asc',
    },
    {
      key: uuidKey({
        read: ({ id }) => id,
        where: (id) => ({ id }),
        orderBy: (id) => ({ id }),
      }),
      direction: 'asc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'La personne connectée : vous.',
  fields: (t) => ({
    uuid: t.field({ type: 'UUID', description: 'Votre identifiant universel.', resolve: ({ userId }) => userId }),
    nom: t.exposeString('name', { description: 'Votre nom, tel que les autres le voient.' }),
    email: t.exposeString('email', { description: 'Votre adresse de courriel.' }),
    membres: t.connection(
      {
        type: MembreType,
        description: 'Vos places dans les collectivités, la plus ancienne d’abord.',
        resolve: (viewer, args, context, info) =>
          loadPage({ list: byAge, args, within: [ownMembres(viewer)] }, (page) =>
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
    resolve: (_root, _args, { viewer }) => viewer,
  }),
)
