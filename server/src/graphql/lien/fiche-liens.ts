import { MAX_LIENS } from '../../domain/lien/lien-rules.ts'
import { visibleFiches } from '../../domain/rights/visible.ts'
import { builder } from '../builder.ts'
import { FicheType } from '../fiche/fiche.ts'
import { LienObject } from './lien.ts'

/** The oldest first; an end that the viewer may not read hides its link. */
builder.prismaObjectField(FicheType, 'liens', (t) =>
  t.field({
    type: [LienObject],
    description: `Les liens de la fiche dont vous pouvez lire l’autre bout, ${MAX_LIENS} au plus, le plus ancien d’abord.`,
    select: (_args, { viewer }, nestedSelection) => {
      const page = { orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }], take: MAX_LIENS }
      return {
        liens: nestedSelection({ where: { autre: visibleFiches(viewer) }, ...page }),
        liensInverses: nestedSelection({ where: { fiche: visibleFiches(viewer) }, ...page }),
      }
    },
    resolve: ({ liens, liensInverses }) =>
      [...liens, ...liensInverses].toSorted(
        (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
      ),
  }),
)
