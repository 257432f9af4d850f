import { fr } from '../../../lib/text/french.ts'
import { writeDecimal } from '../../../lib/text/decimal.ts'
import { champValueOf } from '../champ-filters.ts'
import { daysText } from '../fiche-filters.ts'
import { COLON, daysWords, Named } from './filter-text.tsx'
import type { PlanChamp } from './use-plan-champs.ts'

/** What a filter by a champ propre says, in words. */
export function ChampText({ champ, text }: { champ: PlanChamp | undefined; text: string | undefined }) {
  const value = text === undefined ? null : champValueOf(text)
  switch (value?.kind) {
    case 'presence':
      return <>{`${COLON}${value.word}`}</>
    case 'texte':
      return <>{fr` : contient « ${value.words} »`}</>
    case 'nombre':
      return <>{`${COLON}${numbersWords(value)}`}</>
    case 'date':
      return <>{`${COLON}${daysWords(daysText(value))}`}</>
    case 'choix':
      return <Named labels={value.ids.map((id) => champ?.choix.find((one) => one.id === id)?.nom ?? 'introuvable')} />
    case undefined:
      return null
  }
}

function numbersWords({ from, to }: { from: string | null; to: string | null }): string {
  if (from !== null && to !== null) return `de ${writeDecimal(from)} à ${writeDecimal(to)}`
  return from === null ? `${writeDecimal(to ?? '')} au plus` : `${writeDecimal(from)} au moins`
}
