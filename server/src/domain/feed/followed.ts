import type { Prisma } from '@pupitre/prisma'
import { readableLabels, readableServices } from '../rights/readable.ts'
import {
  visibleAxes,
  visibleCollectivites,
  visibleFiches,
  visibleIndicateurs,
  visibleLiens,
  visibleNotes,
  visiblePlacements,
  visiblePlans,
} from '../rights/visible.ts'
import type { Tx } from '../transaction.ts'
import type { Viewer } from '../viewer.ts'

/** The types whose changes are told, by their names in the API, each after those by which one sees it. */
export const FOLLOWED = [
  'Service',
  'Label',
  'Plan',
  'Axe',
  'Fiche',
  'Placement',
  'NoteSuivi',
  'Lien',
  'Indicateur',
  'Collectivite',
] as const

export type Followed = (typeof FOLLOWED)[number]

/** What a viewer sees of each type: by these conditions a feed is judged, and its page is loaded. */
export const SEEN = {
  Service: readableServices,
  Label: readableLabels,
  Plan: visiblePlans,
  Axe: visibleAxes,
  Fiche: visibleFiches,
  Placement: visiblePlacements,
  NoteSuivi: visibleNotes,
  Lien: visibleLiens,
  Indicateur: visibleIndicateurs,
  Collectivite: visibleCollectivites,
} as const satisfies Record<Followed, (viewer: Viewer | null) => object>

/** A thing, and the collectivité that it is of. */
export interface Owned {
  id: string
  collectiviteId: string
}

interface Look {
  /** Those that there are, whoever sees them. */
  owned: (tx: Tx, ids: readonly string[]) => Promise<Owned[]>
  /** Those that a viewer sees. */
  seenBy: (tx: Tx, ids: readonly string[], viewer: Viewer | null) => Promise<Owned[]>
}

/** `{}`: whatever they are. */
type Among<Where> = { AND: [{ id: { in: string[] } }, Where | Record<string, never>] }

function look<Where>(
  seen: (viewer: Viewer | null) => Where,
  find: (tx: Tx, where: Among<Where>) => Promise<Owned[]>,
): Look {
  return {
    owned: (tx, ids) => find(tx, { AND: [{ id: { in: [...ids] } }, {}] }),
    seenBy: (tx, ids, viewer) => find(tx, { AND: [{ id: { in: [...ids] } }, seen(viewer)] }),
  }
}

const OWNED = { id: true, collectiviteId: true } as const
const OF_FICHE = { id: true, fiche: { select: { collectiviteId: true } } } as const

const ofFiche = ({ id, fiche }: { id: string; fiche: { collectiviteId: string } }): Owned => ({
  id,
  collectiviteId: fiche.collectiviteId,
})

export const LOOKS: Readonly<Record<Followed, Look>> = {
  Service: look(SEEN.Service, (tx, where: Prisma.ServiceWhereInput) => tx.service.findMany({ where, select: OWNED })),
  Label: look(SEEN.Label, (tx, where: Prisma.LabelWhereInput) => tx.label.findMany({ where, select: OWNED })),
  Plan: look(SEEN.Plan, (tx, where: Prisma.PlanWhereInput) => tx.plan.findMany({ where, select: OWNED })),
  Axe: look(SEEN.Axe, async (tx, where: Prisma.AxeWhereInput) => {
    const axes = await tx.axe.findMany({ where, select: { id: true, plan: { select: { collectiviteId: true } } } })
    return axes.map(({ id, plan }) => ({ id, collectiviteId: plan.collectiviteId }))
  }),
  Fiche: look(SEEN.Fiche, (tx, where: Prisma.FicheWhereInput) => tx.fiche.findMany({ where, select: OWNED })),
  Placement: look(SEEN.Placement, (tx, where: Prisma.PlacementWhereInput) =>
    tx.placement.findMany({ where, select: OWNED }),
  ),
  NoteSuivi: look(SEEN.NoteSuivi, async (tx, where: Prisma.NoteSuiviWhereInput) =>
    (await tx.noteSuivi.findMany({ where, select: OF_FICHE })).map(ofFiche),
  ),
  Lien: look(SEEN.Lien, async (tx, where: Prisma.LienWhereInput) =>
    (await tx.lien.findMany({ where, select: OF_FICHE })).map(ofFiche),
  ),
  Indicateur: look(SEEN.Indicateur, (tx, where: Prisma.IndicateurWhereInput) =>
    tx.indicateur.findMany({ where, select: OWNED }),
  ),
  Collectivite: look(SEEN.Collectivite, async (tx, where: Prisma.CollectiviteWhereInput) => {
    const rows = await tx.collectivite.findMany({ where, select: { id: true } })
    return rows.map(({ id }) => ({ id, collectiviteId: id }))
  }),
}
