import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../builder.ts'
import { loadPage } from '../connection/sorted-list.ts'
import { PlanObject } from '../plan/plan.ts'
import { indicateurList } from './indicateur-list.ts'
import { IndicateurConnection, IndicateurType } from './indicateur.ts'

builder.prismaObjectField(PlanObject, 'indicateurs', (t) =>
  t.connection(
    {
      type: IndicateurType,
      description: 'Les indicateurs liés aux axes du plan, et à ses fiches que vous pouvez lire, par nom.',
      resolve: ({ id: planId }, args, context, info) =>
        loadPage({ list: indicateurList, args, within: [] }, (page) =>
          context.loaders.planIndicateurs.load({
            planId,
            page,
            query: queryFromInfo({ context, info, path: ['edges', 'node'] }),
          }),
        ),
    },
    IndicateurConnection,
  ),
)
