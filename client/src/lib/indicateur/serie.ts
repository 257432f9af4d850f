import type { Periodicite } from '../../gql/graphql.ts'
import { writeDecimal } from '../text/decimal.ts'
import { periodeLabel } from './periode.ts'

/** One period of an indicateur, as exact decimals. */
export interface Point {
  periode: string
  objectif: string | null
  realise: string | null
}

/** The last period where something was measured. */
export function lastRealise<Value extends Point>(points: readonly Value[]): (Value & { realise: string }) | null {
  const last = points.findLast(({ realise }) => realise !== null)
  return last && last.realise !== null ? { ...last, realise: last.realise } : null
}

/** A value with its unit: `12,5 tCO₂e`. */
export function withUnite(decimal: string, unite: string): string {
  return unite ? `${writeDecimal(decimal)}\u00a0${unite}` : writeDecimal(decimal)
}

/** What the curve shows, in words: for who does not see it, and for who reads it at a glance. */
export function serieInWords(
  points: readonly Point[],
  { unite, periodicite }: { unite: string; periodicite: Periodicite },
): string {
  const said = (periode: string) => periodeLabel(periode, periodicite)
  const realises = points.flatMap(({ periode, realise }) => (realise === null ? [] : [{ periode, value: realise }]))
  const objectifs = points.flatMap(({ periode, objectif }) => (objectif === null ? [] : [{ periode, value: objectif }]))
  const [first, last] = [realises[0], realises.at(-1)]
  const sentences: string[] = []
  if (first && last) {
    const change = `Réalisé\u00a0: ${withUnite(first.value, unite)} en ${said(first.periode)}`
    sentences.push(
      first === last ? `${change}.` : `${change}, ${withUnite(last.value, unite)} en ${said(last.periode)}.`,
    )
  }
  const target = objectifs.at(-1)
  if (target) sentences.push(`Objectif\u00a0: ${withUnite(target.value, unite)} en ${said(target.periode)}.`)
  return sentences.join(' ')
}
