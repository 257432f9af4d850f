import { recordFicheChange } from '../../domain/fiche/record-fiche-change.ts'
import { MAX_LIENS, storedEnds } from '../../domain/lien/lien-rules.ts'
import type { UseCase } from '../../domain/use-case.ts'
import type { ImportFiche, ImportPlan } from './import-plan.ts'
import { allFiches, deadLinks, resolveLinks } from './resolve-links.ts'

/**
 * Links the fiches just created with those that they name, in the file or before it. A link needs the right to change one end
 * only: the new one. Answers sentences about the titles that lead nowhere, by the address of their cell.
 */
export async function createLinks(
  useCase: UseCase,
  { collectiviteId, plan, ids }: { collectiviteId: string; plan: ImportPlan; ids: ReadonlyMap<ImportFiche, string> },
): Promise<ReadonlyMap<string, string>> {
  const { tx, viewer } = useCase
  if (!viewer || allFiches(plan).every(({ liees }) => liees.length === 0)) return new Map()
  const targets = await resolveLinks({ tx, viewer }, { collectiviteId, plan })
  const ends = new Map<string, { ficheId: string; autreId: string }>()
  const others = new Set<string>()
  for (const fiche of allFiches(plan)) {
    const ficheId = ids.get(fiche)
    for (const { key } of fiche.liees) {
      const target = targets.inFile.get(key)
      const there = target ? undefined : targets.there.get(key)
      const autreId = target ? ids.get(target) : there
      if (!ficheId || !autreId || ficheId === autreId) continue
      const pair = storedEnds({ ficheId, autreId, type: 'LIEE' })
      ends.set(`${pair.ficheId} ${pair.autreId}`, pair)
      if (there) others.add(there)
    }
  }
  const liens = withinLimit([...ends.values()])
  await tx.lien.createMany({
    data: liens.map((pair) => ({ ...pair, type: 'LIEE' as const, createdById: viewer.userId })),
    skipDuplicates: true,
  })
  if (others.size > 0) await recordFicheChange(useCase, { ficheIds: [...others], fields: ['liens'] })
  return deadLinks(plan, targets)
}

/** No fiche takes more links than its page lists. */
function withinLimit<Ends extends { ficheId: string; autreId: string }>(liens: readonly Ends[]): Ends[] {
  const counts = new Map<string, number>()
  return liens.filter(({ ficheId, autreId }) => {
    const both = [ficheId, autreId]
    if (both.some((id) => (counts.get(id) ?? 0) >= MAX_LIENS)) return false
    for (const id of both) counts.set(id, (counts.get(id) ?? 0) + 1)
    return true
  })
}
