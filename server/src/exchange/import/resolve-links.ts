import { Prisma } from '@pupitre/prisma'
import { readableFiches } from '../../domain/rights/readable.ts'
import { normaliseNom } from '../../domain/service/normalise-nom.ts'
import type { Tx } from '../../domain/transaction.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { ImportFiche, ImportPlan } from './import-plan.ts'

/** Where the titles of « actions liées » lead: what no key of either map names was found nowhere. */
export interface LinkTargets {
  inFile: ReadonlyMap<string, ImportFiche>
  /** Ids of fiches that were there before, by `normaliseNom` of their title. */
  there: ReadonlyMap<string, string>
  /** How many links those of `there` have already, by id. */
  liensOf: ReadonlyMap<string, number>
}

/** Every fiche of a plan to import, sous-actions included, in the order of the file. */
export function allFiches({ fiches }: Pick<ImportPlan, 'fiches'>): ImportFiche[] {
  return fiches.flatMap((fiche) => [fiche, ...fiche.sousActions])
}

/**
 * Finds the fiches that links name by their titles, accents and case apart: in the file first, then among those of the
 * collectivité that the viewer may read. Of two with one title, the first.
 */
export async function resolveLinks(
  { tx, viewer }: { tx: Pick<Tx, 'fiche' | '$queryRaw'>; viewer: Viewer },
  { collectiviteId, plan }: { collectiviteId: string; plan: ImportPlan },
): Promise<LinkTargets> {
  const fiches = allFiches(plan)
  const inFile = new Map<string, ImportFiche>()
  for (const fiche of fiches) {
    const key = normaliseNom(fiche.titre)
    if (!inFile.has(key)) inFile.set(key, fiche)
  }
  const names = fiches.flatMap(({ liees }) => liees).filter(({ key }) => !inFile.has(key))
  if (names.length === 0) return { inFile, there: new Map(), liensOf: new Map() }

  const keys = [...new Set(names.map(({ key }) => key))]
  // The database folds as near as it can; `normaliseNom` has the last word below.
  const near = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM fiche
    WHERE collectivite_id = ${collectiviteId}::uuid AND suppression_id IS NULL
      AND lower(unaccent(regexp_replace(btrim(titre), '\\s+', ' ', 'g'))) = ANY (
        SELECT lower(unaccent(key)) FROM unnest(${keys}::text[]) AS asked(key))`)
  const readable = await tx.fiche.findMany({
    where: { AND: [{ id: { in: near.map(({ id }) => id) }, collectiviteId }, readableFiches(viewer)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, titre: true },
  })
  const there = new Map(readable.map(({ id, titre }) => [normaliseNom(titre), id]))
  return { inFile, there, liensOf: await countLiens(tx, [...there.values()]) }
}

async function countLiens(tx: Pick<Tx, '$queryRaw'>, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; liens: bigint }[]>(Prisma.sql`
    SELECT fiche.id, count(*) AS liens FROM fiche JOIN lien ON fiche.id IN (lien.fiche_id, lien.autre_id)
    WHERE fiche.id = ANY (${[...ids]}::uuid[]) GROUP BY fiche.id`)
  return new Map(rows.map(({ id, liens }) => [id, Number(liens)]))
}
