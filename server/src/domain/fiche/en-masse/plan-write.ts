import { type Champ, datesReversed, type Valeur, type Valeurs } from './champs.ts'
import { keyOf, type Membre, overfull, thematiqueOf } from './ensembles.ts'
import type { FicheState } from './fiche-state.ts'
import type { FicheWrite } from './write-fiches.ts'

/** What fiches are to be given, whatever they have. */
export interface Wanted {
  valeurs: Valeurs
  ajouter: readonly Membre[]
  retirer: readonly Membre[]
}

/**
 * What is left to write on one fiche: values that differ, members that it lacks, or has to lose. A sous-thématique brings its thématique,
 * and a thématique takes its sous-thématiques with it.
 */
export function writeOf(fiche: FicheState, { valeurs, ajouter, retirer }: Wanted): FicheWrite {
  const ajouts = new Map(
    ajouter
      .flatMap((membre) => [...thematiqueFor(membre), membre])
      .filter((membre) => !fiche.membres.has(keyOf(membre)))
      .map((membre) => [keyOf(membre), membre]),
  )
  const left = new Set(retirer.map(keyOf))
  const retraits = [...fiche.membres.values()].filter((membre) =>
    [membre, ...thematiqueFor(membre)].some((each) => left.has(keyOf(each))),
  )
  return {
    fiche,
    valeurs: new Map([...valeurs].filter(([champ, valeur]) => valeur !== (fiche.valeurs.get(champ) ?? null))),
    ajouts: [...ajouts.values()],
    retraits,
  }
}

/** What is wrong with a fiche as it would be. */
export interface Problem {
  code: 'DATES_REVERSED' | 'TOO_MANY'
  message: string
}

/** Why a write cannot be done, or null. */
export function problemOf(write: FicheWrite): Problem | null {
  const { fiche, valeurs, ajouts, retraits } = write
  const after = new Map<Champ, Valeur>([...fiche.valeurs, ...valeurs])
  if (datesReversed(after)) {
    return { code: 'DATES_REVERSED', message: 'Sa date de fin précéderait sa date de début.' }
  }
  if (ajouts.length === 0) return null
  const gone = new Set(retraits.map(keyOf))
  const kept = [...fiche.membres.values()].filter((membre) => !gone.has(keyOf(membre)))
  if (overfull([...kept, ...ajouts]) === null) return null
  return { code: 'TOO_MANY', message: 'Une de ses listes est pleine : retirez-en un élément d’abord.' }
}

function thematiqueFor({ ensemble, id }: Membre): Membre[] {
  return ensemble === 'sousThematiques' ? [{ ensemble: 'thematiques', id: thematiqueOf(id) }] : []
}
