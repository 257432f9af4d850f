import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Collectivite, Prisma } from '@pupitre/prisma'
import { readableCollectivites } from '../../domain/rights/readable.ts'
import { visibleCollectivites } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { textKey } from '../connection/sort-key.ts'
import { type SortedList, loadPage } from '../connection/sorted-list.ts'
import { CollectiviteConnection, CollectiviteObject } from './collectivite.ts'

/** By name, then by SIREN, which is unique. */
const byNom: SortedList<Collectivite, Prisma.CollectiviteWhereInput, Prisma.CollectiviteOrderByWithRelationInput> = {
  name: 'NOM asc',
  keys: [
    {
      key: textKey({
        read: ({ nom }) => nom,
        where: (nom) => ({ nom }),
        orderBy: (nom) => ({ nom }),
      }),
      direction: 'asc',
    },
    {
      key: textKey({
        read: ({ siren }) => siren,
        where: (siren) => ({ siren }),
        orderBy: (siren) => ({ siren }),
      }),
      direction: 'asc',
    },
  ],
  every: (conditions) => ({ AND: conditions }),
  some: (conditions) => ({ OR: conditions }),
}

builder.queryField('collectivite', (t) =>
  t.prismaField({
    type: CollectiviteObject,
    nullable: true,
    description: 'La collectivité qui porte ce SIREN ; null si elle n’existe pas ou ne peut être lue.',
    args: { siren: t.arg.string({ required: true, description: 'Numéro SIREN, neuf chiffres.' }) },
    resolve: (query, _root, { siren }, { prisma, viewer }) =>
      prisma.collectivite.findFirst({ ...query, where: { AND: [{ siren }, visibleCollectivites(viewer)] } }),
  }),
)

builder.queryField('collectivites', (t) =>
  t.connection(
    {
      type: CollectiviteObject,
      description: 'Les collectivités que vous pouvez lire, par nom.',
      resolve: (_root, args, context, info) =>
        loadPage({ list: byNom, args, within: [readableCollectivites(context.viewer)] }, (page) =>
          context.prisma.collectivite.findMany({
            ...queryFromInfo({ context, info, path: ['edges', 'node'] }),
            ...page,
          }),
        ),
    },
    CollectiviteConnection,
  ),
)
