import { NotFoundError } from '../errors.ts'
import type { UseCase } from '../use-case.ts'
import { membreIn } from '../viewer.ts'
import { visitesAt } from './visite.ts'

/*
 * What a member's first page remembers of them. Only they change it, and nobody is told.
 */

/** Notes that the viewer looks at their first page. @throws NotFoundError where they are no member */
export async function noteVisite(
  { viewer, tx }: UseCase,
  { collectiviteId, now }: { collectiviteId: string; now: Date },
): Promise<{ membreId: string }> {
  const { membreId } = demandMembership(viewer, collectiviteId)
  const kept = await tx.membrePupitre.findUnique({ where: { membreId } })
  const visites = visitesAt(kept ?? { vuAt: null, visitePrecedenteAt: null }, now)
  await tx.membrePupitre.upsert({ where: { membreId }, create: { membreId, ...visites }, update: visites })
  return { membreId }
}

/** Puts the first steps away for good. @throws NotFoundError where they are no member */
export async function dismissPremiersPas(
  { viewer, tx }: UseCase,
  { collectiviteId, now }: { collectiviteId: string; now: Date },
): Promise<{ membreId: string }> {
  const { membreId } = demandMembership(viewer, collectiviteId)
  const premiersPasFermesAt = now
  await tx.membrePupitre.upsert({
    where: { membreId },
    create: { membreId, premiersPasFermesAt },
    update: { premiersPasFermesAt },
  })
  return { membreId }
}

function demandMembership(viewer: UseCase['viewer'], collectiviteId: string) {
  const membership = membreIn(viewer, collectiviteId)
  if (!membership) throw new NotFoundError('COLLECTIVITE')
  return membership
}
