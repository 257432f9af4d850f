import { useOptimistic } from 'react'
import type { UpdateFicheInput } from '../../../gql/graphql.ts'
import { useUpdateFiche } from '../../../ui/fiche-changes/use-update-fiche.ts'
import type { FicheLine } from '../use-fiches.ts'
import { useSetChamp } from './use-set-champ.ts'

/** What a line changes by itself: one value each. */
export type LineChange =
  | Pick<UpdateFicheInput, 'statut' | 'priorite' | 'dateDebut' | 'dateFin'>
  | { champ: FicheLine['champs'][number] }

/** A line as it is to be shown, and the way to change it: shown at once, taken back with the reason when it is refused. */
export function useLineEdit(line: FicheLine) {
  const [shown, show] = useOptimistic(line, withChange)
  const update = useUpdateFiche(line.id)
  const setChamp = useSetChamp(line.id)
  return {
    shown,
    change: (change: LineChange) =>
      'champ' in change ? setChamp(change.champ, () => show(change)) : update(change, () => show(change)),
  }
}

function withChange(before: FicheLine, change: LineChange): FicheLine {
  if (!('champ' in change)) return { ...before, ...change }
  const { champ } = change
  return { ...before, champs: before.champs.map((each) => (each.champId === champ.champId ? champ : each)) }
}
