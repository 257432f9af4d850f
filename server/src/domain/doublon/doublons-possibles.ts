import { readableFichesSql } from '../rights/readable-sql.ts'
import { closestOf } from './closest-of.ts'
import { compareFiches, type FicheComparee, type Proximite } from './compare-fiches.ts'
import { readDecided } from './decided.ts'
import { MAX_COMPARED, MAX_DOUBLONS, MIN_DOUBLON_SCORE } from './doublon-rules.ts'
import { empreinteOf } from './empreinte.ts'
import { inTurns } from './in-turns.ts'
import { ficheLue, ficheLueSql, type Reading } from './read-compared.ts'
import { readRacines } from './read-racines.ts'

/** Two fiches that may be one, the smaller id first. */
export interface DoublonPossible extends Proximite {
  ficheId: string
  autreId: string
}

/**
 * The pairs of fiches of a collectivité that may be one, among those that the viewer may read, the closest first. Left out: those
 * that are linked as DOUBLON, those that somebody dismissed, a fiche with its own sous-actions. Nothing is kept between two
 * questions: each is answered from what the viewer may read at that moment, and from nothing else.
 */
export async function doublonsPossibles(reading: Reading, collectiviteId: string): Promise<DoublonPossible[]> {
  const { prisma, viewer } = reading
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT ${ficheLueSql(viewer)} FROM fiche
    WHERE fiche.collectivite_id = ${collectiviteId}::uuid AND ${readableFichesSql(viewer)}
    ORDER BY fiche.updated_at DESC, fiche.id
    LIMIT ${MAX_COMPARED}::int`
  const lues = (await inTurns(rows, (row) => ficheLue.parse(row))).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const racines = await readRacines(reading, lues)
  const decided = await readDecided(reading, collectiviteId)
  const fiches = await inTurns(lues, (lue): FicheComparee => ({ lue, empreinte: empreinteOf(lue, racines) }))
  const closest = closestOf(fiches.map(({ empreinte }) => empreinte))
  const pairs = await inTurns(fiches, (fiche, at) =>
    closest(at).flatMap((otherAt): DoublonPossible[] => {
      const other = fiches[otherAt]
      if (!other || fiche.lue.familleId === other.lue.familleId) return []
      const [ficheId, autreId] = [fiche.lue.id, other.lue.id]
      if (decided.has(`${ficheId} ${autreId}`)) return []
      const proximite = compareFiches(fiche, other)
      return proximite.score >= MIN_DOUBLON_SCORE ? [{ ficheId, autreId, ...proximite }] : []
    }),
  )
  return pairs.flat().toSorted(byScore).slice(0, MAX_DOUBLONS)
}

function byScore(a: DoublonPossible, b: DoublonPossible): number {
  return b.score - a.score || (a.ficheId + a.autreId < b.ficheId + b.autreId ? -1 : 1)
}
