import { visibleIndicateurs } from '../../domain/rights/visible.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { AxeType } from '../axe/axe.ts'
import { builder } from '../builder.ts'
import { FicheType } from '../fiche/fiche.ts'
import { IndicateurType } from './indicateur.ts'

builder.prismaObjectField(FicheType, 'indicateurs', (t) =>
  t.field({
    type: [IndicateurType],
    description: 'Les indicateurs liés à la fiche, 100 au plus, par nom.',
    select: (_args, { viewer }, nestedSelection) => ({
      indicateurs: { ...linked(viewer), select: { indicateur: nestedSelection(true) } },
    }),
    resolve: ({ indicateurs }) => indicateurs.map(({ indicateur }) => indicateur),
  }),
)

builder.prismaObjectField(AxeType, 'indicateurs', (t) =>
  t.field({
    type: [IndicateurType],
    description: 'Les indicateurs liés à l’axe, 100 au plus, par nom.',
    select: (_args, { viewer }, nestedSelection) => ({
      indicateurs: { ...linked(viewer), select: { indicateur: nestedSelection(true) } },
    }),
    resolve: ({ indicateurs }) => indicateurs.map(({ indicateur }) => indicateur),
  }),
)

function linked(viewer: Viewer | null) {
  return {
    where: { indicateur: visibleIndicateurs(viewer) },
    orderBy: [{ indicateur: { nomNormalise: 'asc' as const } }, { indicateurId: 'asc' as const }],
  }
}
