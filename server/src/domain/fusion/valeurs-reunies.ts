import { CHAMP_NAMES, type Champ, datesReversed, type Valeur } from '../fiche/en-masse/champs.ts'
import type { FicheState } from '../fiche/en-masse/fiche-state.ts'
import { writeOf } from '../fiche/en-masse/plan-write.ts'
import type { FicheWrite } from '../fiche/en-masse/write-fiches.ts'
import type { Contenu } from './contenu.ts'
import { type Laisse, laisse } from './laisse.ts'

/** Free texts beside fields, and their columns. */
export const DETAIL_COLUMNS = { calendrier: 'calendrier', participationDetail: 'participation_detail' } as const

const DETAILS = ['calendrier', 'participationDetail'] as const satisfies (keyof typeof DETAIL_COLUMNS)[]

type Details = Partial<Record<keyof typeof DETAIL_COLUMNS, string>>

/** What the kept fiche is given of single values and of sets: what it lacks. */
export interface ValeursReunies {
  write: FicheWrite
  details: Details
  laisses: Laisse[]
}

interface Side {
  state: FicheState
  contenu: Contenu
}

/** A value that the kept fiche has stays; one that it lacks is taken, unless it would reverse its dates. Sets are united. */
export function valeursReunies(kept: Side, absorbed: Side): ValeursReunies {
  const laisses: Laisse[] = []
  const taken = new Map<Champ, Valeur>()
  for (const champ of CHAMP_NAMES) {
    const [own, theirs] = [kept, absorbed].map(({ state }) => state.valeurs.get(champ) ?? null)
    // « Ne se répète pas » is what nobody said.
    if (theirs == null || theirs === false || own === theirs) continue
    if (own == null) taken.set(champ, theirs)
    else laisses.push(laisse(champ, [String(own), String(theirs)]))
  }
  if (datesReversed(new Map([...kept.state.valeurs, ...taken]))) {
    for (const champ of ['dateDebut', 'dateFin'] as const) {
      const theirs = taken.get(champ)
      if (taken.delete(champ)) laisses.push(laisse(champ, ['', String(theirs)]))
    }
  }
  const details: Details = {}
  for (const champ of DETAILS) {
    const [own, theirs] = [kept.contenu[champ], absorbed.contenu[champ]]
    if (!theirs || own === theirs) continue
    if (own) laisses.push(laisse(champ, [own, theirs]))
    else details[champ] = theirs
  }
  const ajouter = [...absorbed.state.membres.values()]
  return { write: writeOf(kept.state, { valeurs: taken, ajouter, retirer: [] }), details, laisses }
}
