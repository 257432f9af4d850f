import { mayInCollectivite } from '../../domain/rights/may.ts'
import { readableIndicateurs } from '../../domain/rights/readable.ts'
import { visibleIndicateurs } from '../../domain/rights/visible.ts'
import { wholeRows } from '../connection/whole-rows.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { pageOf, pageQuery } from '../connection/sorted-list.ts'
import { indicateurList } from './indicateur-list.ts'
import { IndicateurWhere, indicateurConditions } from './indicateur-where.ts'
import { IndicateurConnection, IndicateurType } from './indicateur.ts'

builder.queryField('indicateur', (t) =>
  t.prismaField({
    type: IndicateurType,
    nullable: true,
    description: 'L’indicateur qui porte cet uuid ; null s’il n’existe pas ou ne peut être lu.',
    args: { uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel de l’indicateur.' }) },
    resolve: (query, _root, { uuid }, { prisma, viewer }) =>
      prisma.indicateur.findFirst({ ...query, where: { AND: [{ id: uuid }, visibleIndicateurs(viewer)] } }),
  }),
)

builder.prismaObjectFields(CollectiviteObject, (t) => ({
  indicateurs: t.connection(
    {
      type: IndicateurType,
      description: 'Les indicateurs de la collectivité, par nom.',
      args: { where: t.arg({ type: IndicateurWhere, description: 'Ceux qui répondent à toutes ces conditions.' }) },
      select: (args, { viewer }, nestedSelection) => ({
        indicateurs: wholeRows(
          nestedSelection(
            pageQuery({
              list: indicateurList,
              args,
              within: [readableIndicateurs(viewer), ...indicateurConditions(args.where)],
            }),
            ['edges', 'node'],
          ),
        ),
      }),
      resolve: ({ indicateurs }, args) => pageOf({ list: indicateurList, args }, indicateurs),
    },
    IndicateurConnection,
  ),
  viewerCanCreateIndicateur: t.boolean({
    description: 'Vrai si vous pouvez créer des indicateurs dans cette collectivité.',
    resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'editIndicateur', { collectiviteId: id }),
  }),
}))
