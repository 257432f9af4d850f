import { useMemo } from 'react'
import { champNameOf } from '../champ-filters.ts'
import { CHAMP_WIDTH, type Colonne, type ColonneDefinition, colonneOf, colonnesOf, OWN_COLONNES } from '../colonnes.ts'
import type { FichesSearch } from '../fiches-search.ts'
import { type PlanChamp, usePlanChamps } from '../filters/use-plan-champs.ts'

/** A column as the table shows it. */
export interface ShownColonne extends ColonneDefinition {
  name: Colonne
  /** Whose values it shows, for the column of a champ propre. */
  champ?: PlanChamp
}

/** The columns that an address shows, in its order, and the others that it could show; not those of champs that the plan has no longer. */
export function useColonnes({ champs, plan }: FichesSearch) {
  const planChamps = usePlanChamps(plan)

  return useMemo(() => {
    const all = new Map<Colonne, ShownColonne>([
      ...OWN_COLONNES.map((name) => [name, { ...colonneOf(name), name }] as const),
      ...planChamps.map((champ) => {
        const name = champNameOf(champ.id)
        return [name, { name, label: champ.nom, width: CHAMP_WIDTH, champ }] as const
      }),
    ])
    const shown = colonnesOf(champs).flatMap((name) => all.get(name) ?? [])
    return { shown, hidden: [...all.values()].filter((colonne) => !shown.includes(colonne)) }
  }, [champs, planChamps])
}
