import { MAX_OCTROIS } from '../../domain/octroi/octroi-rules.ts'
import { mayOnFiche } from '../../domain/rights/may.ts'
import { readableOctrois } from '../../domain/rights/readable.ts'
import { builder } from '../builder.ts'
import { FicheType } from '../fiche/fiche.ts'
import { PlanObject } from '../plan/plan.ts'
import { OctroiType } from './octroi.ts'

const FIRST_GIVEN_FIRST = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]

builder.prismaObjectFields(PlanObject, (t) => ({
  octrois: t.field({
    type: [OctroiType],
    description: `Les accès donnés sur le plan, ${MAX_OCTROIS} au plus, le plus ancien d’abord ; vide pour qui n’est pas admin.`,
    select: (_args, { viewer }, nestedSelection) => ({
      octrois: nestedSelection({ where: readableOctrois(viewer), orderBy: FIRST_GIVEN_FIRST, take: MAX_OCTROIS }),
    }),
    resolve: ({ octrois }) => octrois,
  }),
}))

builder.prismaObjectFields(FicheType, (t) => ({
  octrois: t.field({
    type: [OctroiType],
    description: `Les accès donnés sur la fiche, ${MAX_OCTROIS} au plus, le plus ancien d’abord ; vide pour qui n’est pas admin. Une sous-action suit sa fiche.`,
    select: (_args, { viewer }, nestedSelection) => ({
      octrois: nestedSelection({ where: readableOctrois(viewer), orderBy: FIRST_GIVEN_FIRST, take: MAX_OCTROIS }),
    }),
    resolve: ({ octrois }) => octrois,
  }),
  viewerCanManageAccess: t.boolean({
    description: 'Vrai si vous pouvez donner accès à cette fiche.',
    select: { parentId: true },
    resolve: async ({ id, parentId }, _args, { viewer, loaders }) => {
      if (parentId) return false
      const target = await loaders.ficheTargets.load(id)
      return target !== null && mayOnFiche(viewer, 'manageFicheAccess', target)
    },
  }),
}))
