import { mayInCollectivite } from '../../domain/rights/may.ts'
import { readableFiches } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { CollectiviteObject } from '../collectivite/collectivite.ts'
import { LabelType } from './label.ts'

builder.prismaObjectField(LabelType, 'usagesCount', (t) =>
  t.int({
    description:
      'Nombre de fiches qui le portent, ou de lignes de financeurs qui le nomment, parmi ce que l’on peut lire.',
    select: (_args, { viewer }) => ({
      _count: {
        select: {
          fiches: { where: { fiche: readableFiches(viewer) } },
          financements: { where: { ligne: { fiche: readableFiches(viewer) } } },
        },
      },
    }),
    resolve: ({ _count: { fiches, financements } }) => fiches + financements,
  }),
)

builder.prismaObjectField(CollectiviteObject, 'viewerCanManageLabels', (t) =>
  t.boolean({
    description: 'Vrai si vous pouvez renommer, fusionner et supprimer des libellés.',
    resolve: ({ id }, _args, { viewer }) => mayInCollectivite(viewer, 'manageLabels', { collectiviteId: id }),
  }),
)
