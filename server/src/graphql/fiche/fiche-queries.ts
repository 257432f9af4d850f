import { queryFromInfo } from '@pothos/plugin-prisma'
import { readableFiches } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { loadPage } from '../connection/sorted-list.ts'
import { FicheOrder, ficheList } from './fiche-orders.ts'
import { FicheWhere, ficheConditions } from './fiche-where.ts'
import { FicheConnection, FicheType } from './fiche.ts'

builder.queryField('fiche', (t) =>
  t.prismaField({
    type: FicheType,
    nullable: true,
    description: 'La fiche qui porte cet uuid ; null si elle n’existe pas ou ne peut être lue.',
    args: { uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel de la fiche.' }) },
    resolve: (query, _root, { uuid }, { prisma, viewer }) =>
      prisma.fiche.findFirst({ ...query, where: { AND: [{ id: uuid }, readableFiches(viewer)] } }),
  }),
)

builder.queryField('fiches', (t) =>
  t.connection(
    {
      type: FicheType,
      description: 'Les fiches que vous pouvez lire.',
      args: {
        where: t.arg({ type: FicheWhere, description: 'Celles qui répondent à toutes ces conditions.' }),
        orderBy: t.arg({ type: FicheOrder, description: 'Tri ; par titre si rien n’est demandé.' }),
      },
      resolve: (_root, args, context, info) =>
        loadPage(
          {
            list: ficheList(args.orderBy),
            args,
            within: [readableFiches(context.viewer), ...ficheConditions(args.where, context.viewer)],
          },
          (page) =>
            context.prisma.fiche.findMany({ ...queryFromInfo({ context, info, path: ['edges', 'node'] }), ...page }),
        ),
    },
    FicheConnection,
  ),
)
