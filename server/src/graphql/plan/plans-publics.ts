import { queryFromInfo } from '@pothos/plugin-prisma'
import { publicPlans } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { loadPage } from '../connection/sorted-list.ts'
import { PlanTypeEnum } from '../enums.ts'
import { planList } from './plan-orders.ts'
import { PlanConnection, PlanObject } from './plan.ts'

const PlansPublicsWhere = builder.inputType('PlansPublicsWhere', {
  description: 'Conditions sur des plans publics ; toutes valent ensemble.',
  fields: (t) => ({
    siren: t.string({ description: 'Numéro SIREN de la collectivité qui les porte, neuf chiffres.' }),
    type: t.field({ type: PlanTypeEnum, description: 'Leur type.' }),
  }),
})

builder.queryField('plansPublics', (t) =>
  t.connection(
    {
      type: PlanObject,
      description: 'Les plans publics de toutes les collectivités, par nom, que l’on soit connecté ou non.',
      args: { where: t.arg({ type: PlansPublicsWhere, description: 'Ceux qui répondent à toutes ces conditions.' }) },
      resolve: (_root, args, context, info) => {
        const { siren, type } = args.where ?? {}
        const within = [
          publicPlans(),
          ...(siren == null ? [] : [{ collectivite: { siren } }]),
          ...(type == null ? [] : [{ type }]),
        ]
        return loadPage({ list: planList(), args, within }, (page) =>
          context.prisma.plan.findMany({ ...queryFromInfo({ context, info, path: ['edges', 'node'] }), ...page }),
        )
      },
    },
    PlanConnection,
  ),
)
