import { CHAMPS, type ChampDiscute } from '../../domain/fil/fil-rules.ts'

/** The field that is stored; null for one that this version does not know. */
export function champDiscute(stored: string | null): ChampDiscute | null {
  return CHAMPS.find((champ) => champ === stored) ?? null
}
