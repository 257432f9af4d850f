import { recordFicheChange } from '../../domain/fiche/record-fiche-change.ts'
import { storedEnds } from '../../domain/lien/lien-rules.ts'
import type { UseCase } from '../../domain/use-case.ts'
import type { ImportFiche, ImportPlan } from './import-plan.ts'
import { planLinks } from './plan-links.ts'
import { allFiches, resolveLinks } from './resolve-links.ts'

/**
 * Links the fiches just created with those that they name, in the file or before it. A link needs the right to change one end
 * only: the new one. Answers sentences about the titles that are not linked, by the address of their cell.
 */
export async function createLinks(
  useCase: UseCase,
  { collectiviteId, plan, ids }: { collectiviteId: string; plan: ImportPlan; ids: ReadonlyMap<ImportFiche, string> },
): Promise<ReadonlyMap<string, string>> {
  const { tx, viewer } = useCase
  if (!viewer || allFiches(plan).every(({ liees }) => liees.length === 0)) return new Map()
  const { links, left } = planLinks(plan, await resolveLinks({ tx, viewer }, { collectiviteId, plan }))
  const idOf = (end: ImportFiche | string): string => {
    const id = typeof end === 'string' ? end : ids.get(end)
    if (id === undefined) throw new Error('every fiche of the file is created before its links')
    return id
  }
  await tx.lien.createMany({
    data: links.map(({ fiche, autre }) => ({
      ...storedEnds({ ficheId: idOf(fiche), autreId: idOf(autre), type: 'LIEE' }),
      type: 'LIEE' as const,
      createdById: viewer.userId,
    })),
    skipDuplicates: true,
  })
  const others = new Set(links.flatMap(({ autre }) => (typeof autre === 'string' ? [autre] : [])))
  if (others.size > 0) await recordFicheChange(useCase, { ficheIds: [...others], fields: ['liens'] })
  return left
}
