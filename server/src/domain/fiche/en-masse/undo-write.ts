import { type Champ, CHAMPS, datesReversed, type Valeur } from './champs.ts'
import { keyOf, type Membre, overfull, thematiqueOf } from './ensembles.ts'
import type { FicheState } from './fiche-state.ts'
import type { FicheWrite } from './write-fiches.ts'
import type { Touched, WrittenFiche } from './written-by-acte.ts'

export interface Undoing {
  fiche: FicheState
  written: WrittenFiche
  /** Undefined when nothing was changed of it since. */
  touched: Touched | undefined
  /** Whether a member that was taken away is still something that can be named. */
  exists: (membre: Membre) => boolean
}

/**
 * What takes an act back from one fiche: each value that it gave and each member that it added or took away, but those that somebody
 * changed since, field by field and member by member. `isWhole`: nothing of the act had to be left.
 */
export function undoOf({ fiche, written, touched, exists }: Undoing): FicheWrite & { isWhole: boolean } {
  const { membres } = fiche
  const isOurs = (membre: Membre) => !touched?.membres.has(keyOf(membre))
  const valeurs = new Map<Champ, Valeur>(
    [...written.valeurs].flatMap(([champ, { avant, apres }]) =>
      fiche.valeurs.get(champ) === apres && !touched?.champs.has(CHAMPS[champ]) ? [[champ, avant] as const] : [],
    ),
  )
  if (datesReversed(new Map([...fiche.valeurs, ...valeurs]))) {
    valeurs.delete('dateDebut')
    valeurs.delete('dateFin')
  }
  const removable = written.ajouts.filter((membre) => membres.has(keyOf(membre)) && isOurs(membre))
  const removed = new Set(removable.map(keyOf))
  // A thématique stays where a colleague's sous-thématique stands on it.
  const standing = new Set(
    [...membres.values()].flatMap((membre) =>
      membre.ensemble === 'sousThematiques' && !removed.has(keyOf(membre)) ? [thematiqueKeyOf(membre)] : [],
    ),
  )
  const retraits = removable.filter((membre) => !standing.has(keyOf(membre)))
  const restorable = written.retraits.filter(
    (membre) => !membres.has(keyOf(membre)) && isOurs(membre) && exists(membre),
  )
  const gone = new Set(retraits.map(keyOf))
  const kept = [...membres.values()].filter((membre) => !gone.has(keyOf(membre)))
  const there = new Set([...kept, ...restorable].map(keyOf))
  const founded = restorable.filter(
    (membre) => membre.ensemble !== 'sousThematiques' || there.has(thematiqueKeyOf(membre)),
  )
  const full = overfull([...kept, ...founded])
  const ajouts = full === null ? founded : founded.filter(({ ensemble }) => ensemble !== full)
  const isWhole =
    valeurs.size === written.valeurs.size &&
    retraits.length === written.ajouts.length &&
    ajouts.length === written.retraits.length
  return { fiche, valeurs, ajouts, retraits, isWhole }
}

function thematiqueKeyOf({ id }: Membre): string {
  return keyOf({ ensemble: 'thematiques', id: thematiqueOf(id) })
}
