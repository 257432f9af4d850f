import type { Prisma } from '@pupitre/prisma'
import { readableFiches, readablePlans } from '../rights/readable.ts'
import type { Viewer } from '../viewer.ts'
import { LIVE_PLACE } from './roles-access.ts'

/** Who reads a fiche, from the fewest to the most. */
export type Audience = 'PILOTES' | 'ADMINS' | 'MEMBRES'

export interface PlacementPreview {
  before: Audience
  after: Audience
  /** Members of the collectivité who read it, before and after. */
  readersBefore: number
  readersAfter: number
}

/** Who reads a fiche now, and who would once it had a place in a plan; null when either cannot be read. */
export async function previewPlacement(
  { prisma, viewer }: { prisma: Pick<Prisma.TransactionClient, 'fiche' | 'plan' | 'membre'>; viewer: Viewer | null },
  { ficheId, planId }: { ficheId: string; planId: string },
): Promise<PlacementPreview | null> {
  const fiche = await prisma.fiche.findFirst({
    where: { AND: [{ id: ficheId }, readableFiches(viewer)] },
    select: {
      collectiviteId: true,
      restreinte: true,
      pilotes: { select: { personne: { select: { membreId: true } } } },
      placements: { where: LIVE_PLACE, select: { plan: { select: { visibilite: true } } } },
    },
  })
  const plan = await prisma.plan.findFirst({ where: { AND: [{ id: planId }, readablePlans(viewer)] } })
  if (!fiche || !plan || plan.collectiviteId !== fiche.collectiviteId) return null

  const visibilites = fiche.placements.map((place) => place.plan.visibilite)
  const open = visibilites.length === 0 || visibilites.includes('COLLECTIVITE')
  const before = fiche.restreinte ? 'PILOTES' : open ? 'MEMBRES' : 'ADMINS'
  const stillOpen = visibilites.includes('COLLECTIVITE') || plan.visibilite === 'COLLECTIVITE'
  const after = fiche.restreinte ? 'PILOTES' : stillOpen ? 'MEMBRES' : 'ADMINS'

  const { collectiviteId } = fiche
  const piloteIds = fiche.pilotes.flatMap(({ personne }) => personne.membreId ?? [])
  const readers: Record<Audience, Prisma.MembreWhereInput> = {
    MEMBRES: {},
    ADMINS: { role: 'ADMIN' },
    PILOTES: { OR: [{ role: 'ADMIN' }, { id: { in: piloteIds } }] },
  }
  const count = (audience: Audience) => prisma.membre.count({ where: { collectiviteId, ...readers[audience] } })
  return { before, after, readersBefore: await count(before), readersAfter: await count(after) }
}
