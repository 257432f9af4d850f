import { longDate } from '../../lib/text/dates.ts'
import { fr } from '../../lib/text/french.ts'
import { PARTICIPATION_LABELS, TEMPS_LABELS } from '../../lib/vocabulary/fiche-choices.ts'
import { PRIORITE_LABELS, STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'
import { champLabel } from './compared-rows.ts'

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  statut: STATUT_LABELS,
  priorite: PRIORITE_LABELS,
  tempsDeMiseEnOeuvre: TEMPS_LABELS,
  participationCitoyenne: PARTICIPATION_LABELS,
  ameliorationContinue: { true: 'tous les ans', false: 'pas tous les ans' },
  liens: { CONTRIBUE_A: 'contribue à', DEPEND_DE: 'dépend de' },
}

const DAYS: ReadonlySet<string> = new Set(['dateDebut', 'dateFin'])

/** What a merge leaves to the other fiche, since the kept one says something else: « Statut : En cours est gardé, pas Bloqué ». */
export function laisseText({
  champ,
  precision,
  gardee,
  absorbee,
}: {
  champ: string
  precision?: string | null | undefined
  gardee: string
  absorbee: string
}): string {
  const words = (value: string) => WORDS[champ]?.[value] ?? (DAYS.has(champ) && value !== '' ? longDate(value) : value)
  const label = precision == null ? champLabel(champ) : `${champLabel(champ)}, ${precision}`
  if (champ === 'liens') return fr`${label} : déjà liée dans l’autre sens.`
  if (gardee === '') return fr`${label} : « ${words(absorbee)} » n’est pas repris.`
  return fr`${label} : « ${words(gardee)} » est gardé, « ${words(absorbee)} » n’est pas repris.`
}
