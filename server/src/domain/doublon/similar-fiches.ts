import { compareFiches, type FicheComparee, type Proximite } from './compare-fiches.ts'
import { MAX_SIMILAR, MIN_SIMILAR_SCORE } from './doublon-rules.ts'
import { empreinteOf } from './empreinte.ts'
import { readCandidates } from './read-candidates.ts'
import { type FicheLue, readCompared, type Reading } from './read-compared.ts'
import { readRacines } from './read-racines.ts'

/** A fiche close to another, and how much. */
export interface Similar extends Proximite {
  ficheId: string
}

/**
 * The fiches of the same collectivité that the viewer may read and that are close to each of these, the closest first; nothing for
 * one that they may not read. Left out: those which are linked as DOUBLON already, those that somebody dismissed, its own
 * sous-actions and siblings. As many statements for one fiche as for fifty.
 */
export async function similarFiches(
  reading: Reading,
  ficheIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Similar[]>> {
  return similarTo(reading, await readCompared(reading, ficheIds))
}

/** The same of fiches that are there, or of one that is being created. */
export async function similarTo(
  reading: Reading,
  sources: readonly FicheLue[],
): Promise<ReadonlyMap<string, readonly Similar[]>> {
  const racines = await readRacines(reading, sources)
  const asked = sources.map((lue): FicheComparee => ({ lue, empreinte: empreinteOf(lue, racines) }))
  const candidates = await readCandidates(reading, asked)
  const lues = [...new Map(candidates.map(({ lue }) => [lue.id, lue])).values()]
  const theirs = await readRacines(reading, lues)
  const others = new Map(
    lues.map((lue): [string, FicheComparee] => [lue.id, { lue, empreinte: empreinteOf(lue, theirs) }]),
  )
  const bySource = Map.groupBy(candidates, ({ sourceId }) => sourceId)
  return new Map(
    asked.map((source) => [
      source.lue.id,
      (bySource.get(source.lue.id) ?? [])
        .flatMap(({ lue }) => others.get(lue.id) ?? [])
        .map((other) => ({ ficheId: other.lue.id, titre: other.lue.titre, ...compareFiches(source, other) }))
        .filter(({ score }) => score >= MIN_SIMILAR_SCORE)
        .toSorted((a, b) => b.score - a.score || compareText(a.titre, b.titre) || compareText(a.ficheId, b.ficheId))
        .slice(0, MAX_SIMILAR)
        .map(({ ficheId, score, raisons }) => ({ ficheId, score, raisons })),
    ]),
  )
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
