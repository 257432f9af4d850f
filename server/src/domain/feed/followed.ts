import type { Prisma } from '@pupitre/prisma'
import { collectivitesGranted } from '../rights/granted.ts'
import {
  readableAxes,
  readableCollectivites,
  readableFiches,
  readableIndicateurs,
  readableLabels,
  readablePlacements,
  readablePlans,
  readableServices,
} from '../rights/readable.ts'
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

/** What a viewer sees of each type: by these conditions the feeds of audiences are judged, and what is published is loaded. */
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

/**
 * What a viewer follows of each type: what they see as an agent, by their roles and by grants, and not because it is published. By these conditions
 * the feed of a person is judged, and the page of whoever follows their collectivités is loaded.
 */
export const READ = {
  Service: readableServices,
  Label: readableLabels,
  Plan: readablePlans,
  Axe: readableAxes,
  Fiche: readableFiches,
  Placement: readablePlacements,
  NoteSuivi: (viewer: Viewer | null) => ({ suppressionId: null, fiche: readableFiches(viewer) }),
  // Its other end may be read because it is published.
  Lien: (viewer: Viewer | null) => ({
    AND: [visibleLiens(viewer), { OR: [{ fiche: readableFiches(viewer) }, { autre: readableFiches(viewer) }] }],
  }),
  Indicateur: readableIndicateurs,
  Collectivite: (viewer: Viewer | null) => ({ OR: [readableCollectivites(viewer), collectivitesGranted(viewer)] }),
} as const satisfies Record<Followed, (viewer: Viewer | null) => object>

/** A thing, and the collectivités that it is of: a link is of both its ends'. */
export interface Owned {
  id: string
  collectiviteIds: string[]
}

interface Look {
  /** Those that there are, whoever sees them. */
  owned: (tx: Tx, ids: readonly string[]) => Promise<Owned[]>
  /** Those that a viewer sees. */
  seenBy: (tx: Tx, ids: readonly string[], viewer: Viewer | null) => Promise<Owned[]>
  /** Those that a viewer follows. */
  readBy: (tx: Tx, ids: readonly string[], viewer: Viewer | null) => Promise<Owned[]>
}

/** `{}`: whatever they are. */
type Among<Where> = { AND: [{ id: { in: string[] } }, Where | Record<string, never>] }

function look<Where>(
  { seen, read }: { seen: (viewer: Viewer | null) => Where; read: (viewer: Viewer | null) => Where },
  find: (tx: Tx, where: Among<Where>) => Promise<Owned[]>,
): Look {
  const among = (ids: readonly string[], where: Where | Record<string, never>): Among<Where> => ({
    AND: [{ id: { in: [...ids] } }, where],
  })
  return {
    owned: (tx, ids) => find(tx, among(ids, {})),
    seenBy: (tx, ids, viewer) => find(tx, among(ids, seen(viewer))),
    readBy: (tx, ids, viewer) => find(tx, among(ids, read(viewer))),
  }
}

const OWNED = { id: true, collectiviteId: true } as const
const OWNER = { select: { collectiviteId: true } } as const

const owned = ({ id, collectiviteId }: { id: string; collectiviteId: string }): Owned => ({
  id,
  collectiviteIds: [collectiviteId],
})

const both = <Type extends Followed>(type: Type) => ({ seen: SEEN[type], read: READ[type] })

export const LOOKS: Readonly<Record<Followed, Look>> = {
  Service: look<Prisma.ServiceWhereInput>(both('Service'), async (tx, where) =>
    (await tx.service.findMany({ where, select: OWNED })).map(owned),
  ),
  Label: look<Prisma.LabelWhereInput>(both('Label'), async (tx, where) =>
    (await tx.label.findMany({ where, select: OWNED })).map(owned),
  ),
  Plan: look<Prisma.PlanWhereInput>(both('Plan'), async (tx, where) =>
    (await tx.plan.findMany({ where, select: OWNED })).map(owned),
  ),
  Axe: look<Prisma.AxeWhereInput>(both('Axe'), async (tx, where) => {
    const axes = await tx.axe.findMany({ where, select: { id: true, plan: OWNER } })
    return axes.map(({ id, plan }) => owned({ id, ...plan }))
  }),
  Fiche: look<Prisma.FicheWhereInput>(both('Fiche'), async (tx, where) =>
    (await tx.fiche.findMany({ where, select: OWNED })).map(owned),
  ),
  Placement: look<Prisma.PlacementWhereInput>(both('Placement'), async (tx, where) =>
    (await tx.placement.findMany({ where, select: OWNED })).map(owned),
  ),
  NoteSuivi: look<Prisma.NoteSuiviWhereInput>(both('NoteSuivi'), async (tx, where) => {
    const notes = await tx.noteSuivi.findMany({ where, select: { id: true, fiche: OWNER } })
    return notes.map(({ id, fiche }) => owned({ id, ...fiche }))
  }),
  Lien: look<Prisma.LienWhereInput>(both('Lien'), async (tx, where) => {
    const liens = await tx.lien.findMany({ where, select: { id: true, fiche: OWNER, autre: OWNER } })
    return liens.map(({ id, fiche, autre }) => ({
      id,
      collectiviteIds: [...new Set([fiche.collectiviteId, autre.collectiviteId])],
    }))
  }),
  Indicateur: look<Prisma.IndicateurWhereInput>(both('Indicateur'), async (tx, where) =>
    (await tx.indicateur.findMany({ where, select: OWNED })).map(owned),
  ),
  Collectivite: look<Prisma.CollectiviteWhereInput>(both('Collectivite'), async (tx, where) => {
    const rows = await tx.collectivite.findMany({ where, select: { id: true } })
    return rows.map(({ id }) => owned({ id, collectiviteId: id }))
  }),
}
