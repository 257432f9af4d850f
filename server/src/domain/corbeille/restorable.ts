import type { Prisma } from '@pupitre/prisma'
import { grantedTo, mayBeGranted } from '../rights/granted.ts'
import { membreIdsOf, type Viewer } from '../viewer.ts'

function collectiviteIds(viewer: Viewer | null, role: 'ADMIN' | 'EDITEUR'): string[] {
  return viewer?.memberships.flatMap((place) => (place.role === role ? [place.collectiviteId] : [])) ?? []
}

/** What a role may change in a plan, in the corbeille or not. */
const OPEN_PLAN = { visibilite: { not: 'RESTREINT' }, ouverture: 'EDITER' } as const satisfies Prisma.PlanWhereInput

/**
 * The lines of the corbeille that a viewer sees and may restore, as a condition of the query: the admins all of them, the
 * éditeurs, and those whom grants let edit, those of what they could read and change were it not there.
 */
export function restorableSuppressions(viewer: Viewer | null): Prisma.SuppressionWhereInput {
  return {
    OR: [
      { collectiviteId: { in: collectiviteIds(viewer, 'ADMIN') } },
      {
        collectiviteId: { in: collectiviteIds(viewer, 'EDITEUR') },
        OR: [
          { kind: 'PLAN', plans: { some: OPEN_PLAN } },
          { kind: 'AXE', axes: { some: { plan: OPEN_PLAN } } },
          { kind: 'FICHE', fiches: { some: openFiche(viewer) } },
          { kind: 'NOTE', notes: { some: { fiche: openFiche(viewer) } } },
          { kind: 'INDICATEUR' },
        ],
      },
      ...restorableByGrant(viewer),
    ],
  }
}

function restorableByGrant(viewer: Viewer | null): Prisma.SuppressionWhereInput[] {
  if (!mayBeGranted(viewer)) return []
  const plan = { octrois: { some: { AND: [grantedTo(viewer), { niveau: 'EDITER' }] } } } satisfies Prisma.PlanWhereInput
  const own: Prisma.FicheWhereInput = { OR: [plan, { restreinte: false, placements: { some: { plan } } }] }
  const fiche: Prisma.FicheWhereInput = { OR: [{ parentId: null, ...own }, { parent: own }] }
  return [
    { kind: 'PLAN', plans: { some: plan } },
    { kind: 'AXE', axes: { some: { plan } } },
    { kind: 'FICHE', fiches: { some: fiche } },
    { kind: 'NOTE', notes: { some: { fiche } } },
  ]
}

function openFiche(viewer: Viewer | null): Prisma.FicheWhereInput {
  const own: Prisma.FicheWhereInput = {
    AND: [
      { OR: [{ restreinte: false }, { pilotes: { some: { personne: { membreId: { in: membreIdsOf(viewer) } } } } }] },
      { OR: [{ placements: { none: {} } }, { placements: { some: { plan: OPEN_PLAN } } }] },
    ],
  }
  return { OR: [{ parentId: null, ...own }, { parent: own }] }
}
