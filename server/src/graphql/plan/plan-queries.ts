import { queryFromInfo } from '@pothos/plugin-prisma'
import { readablePlans } from '../../domain/rights/readable.ts'
import { visiblePlans } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { loadPage } from '../connection/sorted-list.ts'
import { PlanWhere, planConditions } from './plan-where.ts'
import { PlanOrder, planList } from './plan-orders.ts'
import { PlanConnection, PlanObject } from './plan.ts'

builder.queryField('plan', (t) =>
  t.prismaField({
    type: PlanObject,
    nullable: true,
    description: 'Le plan qui porte cet uuid ; null s’il n’existe pas ou ne peut être lu.',
    args: { uuid: t.arg({ type: 'UUID', required: true, description: 'Identifiant universel du plan.' }) },
    resolve: (query, _root, { uuid }, { prisma, viewer }) =>
      prisma.plan.findFirst({ ...query, where: { AND: [{ id: uuid }, visiblePlans(viewer)] } }),
  }),
)

builder.queryField('plans', (t) =>
  t.connection(
    {
      type: PlanObject,
      description: 'Les plans que vous pouvez lire.',
      args: {
        where: t.arg({ type: PlanWhere, description: 'Ceux qui répondent à toutes ces conditions.' }),
        orderBy: t.arg({ type: PlanOrder, description: 'Tri ; par nom si rien n’est demandé.' }),
      },
      resolve: (_root, args, context, info) =>
        loadPage(
          {
            list: planList(args.orderBy),
            args,
            within: [readablePlans(context.viewer), ...planConditions(args.where, context.viewer)],
          },
          (page) =>
            context.prisma.plan.findMany({ ...queryFromInfo({ context, info, path: ['edges', 'node'] }), ...page }),
        ),
    },
    PlanConnection,
  ),
)
