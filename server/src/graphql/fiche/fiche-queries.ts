import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Fiche, Prisma, PrismaClient } from '@pupitre/prisma'
import { visibleFiches } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { loadPage } from '../connection/sorted-list.ts'
import { FicheOrder, ficheList } from './fiche-orders.ts'
import { fichePageSql } from './fiche-page.ts'
import { FicheWhere, ficheConditions } from './fiche-where.ts'
import { FicheConnection, FicheType } from './fiche.ts'

builder.queryField('fiche', (t) =>
  t.prismaField({
    type: FicheType,
    nullable: true,
    description: 'La fiche qui porte cet uuid ; null si elle n’existe pas ou ne peut être lue.',
    args: { uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel de la fiche.' }) },
    resolve: (query, _root, { uuid }, { prisma, viewer }) =>
      prisma.fiche.findFirst({ ...query, where: { AND: [{ id: uuid }, visibleFiches(viewer)] } }),
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
            within: ficheConditions(args.where, context.viewer),
          },
          (page) =>
            loadFiches(context.prisma, {
              selection: queryFromInfo({ context, info, path: ['edges', 'node'] }),
              page: fichePageSql(page, { asked: args.where, viewer: context.viewer }),
            }),
        ),
    },
    FicheConnection,
  ),
)

/**
 * The fiches of a page, in its order. SQL names them, since PostgreSQL would judge every fiche of a collectivité for one page of what Prisma
 * writes (docs/decisions/0028); Prisma reads what is asked of them.
 */
async function loadFiches(
  prisma: PrismaClient,
  { selection, page }: { selection: object; page: Prisma.Sql },
): Promise<Fiche[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>(page)
  const fiches = await prisma.fiche.findMany({ ...selection, where: { id: { in: rows.map(({ id }) => id) } } })
  const byId = new Map(fiches.map((fiche) => [fiche.id, fiche]))
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}
