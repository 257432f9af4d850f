import { queryFromInfo } from '@pothos/plugin-prisma'
import { publicPlans } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { loadPage } from '../connection/sorted-list.ts'
import { planList } from './plan-orders.ts'
import { PlanConnection, PlanObject } from './plan.ts'
import { PlansPublicsWhere, publicPlanConditions } from './plans-publics-where.ts'

builder.queryField('plansPublics', (t) =>
  t.connection(
    {
      type: PlanObject,
      description: 'Les plans publics de toutes les collectivités, par nom, que l’on soit connecté ou non.',
      args: { where: t.arg({ type: PlansPublicsWhere, description: 'Ceux qui répondent à toutes ces conditions.' }) },
      resolve: (_root, args, context, info) =>
        loadPage({ list: planList(), args, within: [publicPlans(), ...publicPlanConditions(args.where)] }, (page) =>
          context.prisma.plan.findMany({ ...queryFromInfo({ context, info, path: ['edges', 'node'] }), ...page }),
        ),
    },
    PlanConnection,
  ),
)
