import type { PlanVisibilite, Prisma } from '@pupitre/prisma'
import { belongsTo } from '../rights/may.ts'
import { readableFiches, readablePlacements, readablePlans } from '../rights/readable.ts'
import type { Viewer } from '../viewer.ts'
import { LIVE_PLACE } from './access-by-places.ts'

/** Who reads a fiche, from the fewest to the most. */
export type Audience = 'PILOTES' | 'ADMINS' | 'MEMBRES' | 'TOUS'

export interface PlacementPreview {
  before: Audience
  after: Audience
  /** Members of the collectivité who read it, before and after. */
  readersBefore: number
  readersAfter: number
}

/**
 * Who reads a fiche now, and who would once it had a place in a plan; null when either cannot be read, or is of a collectivité of
 * which the viewer is no member: how many they are is not told.
 */
export async function previewPlacement(
  {
    prisma,
    viewer,
  }: {
    prisma: Pick<Prisma.TransactionClient, 'fiche' | 'plan' | 'membre' | 'placement' | 'octroi'>
    viewer: Viewer | null
  },
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
  if (!fiche || !plan || plan.collectiviteId !== fiche.collectiviteId || !belongsTo(viewer, fiche)) return null

  const visibilites = fiche.placements.map((place) => place.plan.visibilite)
  const unheld = visibilites.length === 0
  const before = fiche.restreinte ? 'PILOTES' : unheld ? 'MEMBRES' : audienceOf(visibilites)
  const after = fiche.restreinte ? 'PILOTES' : audienceOf([...visibilites, plan.visibilite])

  const { collectiviteId } = fiche
  const piloteIds = fiche.pilotes.flatMap(({ personne }) => personne.membreId ?? [])
  const count = async (audience: Audience, planIds: readonly string[]) => {
    if (audience === 'MEMBRES' || audience === 'TOUS') return prisma.membre.count({ where: { collectiviteId } })
    const named = await namedByGrants(prisma, { ficheId, planIds: fiche.restreinte ? [] : planIds })
    const pilotes = audience === 'PILOTES' ? [{ id: { in: piloteIds } }] : []
    return prisma.membre.count({ where: { collectiviteId, OR: [{ role: 'ADMIN' }, ...pilotes, ...named] } })
  }
  // Those of a plan that the viewer may not read count for nothing: it is as if it were absent.
  const places = await prisma.placement.findMany({
    where: { AND: [{ ficheId }, readablePlacements(viewer)] },
    select: { planId: true },
  })
  const planIds = places.map((place) => place.planId)
  return {
    before,
    after,
    readersBefore: await count(before, planIds),
    readersAfter: await count(after, [...planIds, planId]),
  }
}

/** Who reads what is in plans, by the widest. */
function audienceOf(visibilites: readonly PlanVisibilite[]): Audience {
  if (visibilites.includes('PUBLIC')) return 'TOUS'
  return visibilites.includes('COLLECTIVITE') ? 'MEMBRES' : 'ADMINS'
}

/** Members whom a grant on a fiche, or on one of these plans, names. */
async function namedByGrants(
  prisma: Pick<Prisma.TransactionClient, 'octroi'>,
  { ficheId, planIds }: { ficheId: string; planIds: readonly string[] },
): Promise<Prisma.MembreWhereInput[]> {
  const octroi = { OR: [{ ficheId }, { planId: { in: [...planIds] } }] }
  const toAddresses = await prisma.octroi.findMany({
    where: { AND: [octroi, { email: { not: null } }] },
    select: { email: true },
  })
  return [
    { octrois: { some: octroi } },
    { services: { some: { service: { octrois: { some: octroi } } } } },
    { user: { emailVerified: true, email: { in: toAddresses.flatMap(({ email }) => email ?? []) } } },
  ]
}
