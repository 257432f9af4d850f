import type { Ouverture, Prisma } from '@pupitre/prisma'
import type { Viewer } from '../viewer.ts'
import { LEVELS } from './acts.ts'
import type { FicheTarget } from './may.ts'
import { readablePlacements } from './readable.ts'

/** What `ficheTarget` reads of a fiche. */
export function ficheTargetSelect(viewer: Viewer | null) {
  const own = {
    collectiviteId: true,
    services: { select: { serviceId: true } },
    pilotes: { select: { personne: { select: { membreId: true } } } },
    placements: { where: readablePlacements(viewer), select: { plan: { select: { ouverture: true } } } },
  } as const satisfies Prisma.FicheSelect
  return { ...own, parent: { select: own } } as const satisfies Prisma.FicheSelect
}

type Row = Prisma.FicheGetPayload<{ select: ReturnType<typeof ficheTargetSelect> }>
type OwnRow = Omit<Row, 'parent'>

/** What the rights policy judges of a fiche that the viewer may read. */
export function ficheTarget(fiche: Row): FicheTarget {
  const judged: OwnRow[] = fiche.parent ? [fiche, fiche.parent] : [fiche]
  return {
    collectiviteId: fiche.collectiviteId,
    ouverture: widest((fiche.parent ?? fiche).placements.map(({ plan }) => plan.ouverture)),
    serviceIds: judged.flatMap(({ services }) => services.map(({ serviceId }) => serviceId)),
    piloteMembreIds: judged.flatMap(({ pilotes }) => pilotes.flatMap(({ personne }) => personne.membreId ?? [])),
  }
}

/** Hors plan, nothing holds the roles back. */
function widest(ouvertures: readonly Ouverture[]): Ouverture {
  if (ouvertures.length === 0) return 'EDITER'
  return LEVELS.findLast((level) => ouvertures.includes(level)) ?? 'EDITER'
}
