import type { FicheLue, Nomme } from './read-compared.ts'

/** What speaks for two fiches being one, or against it, beside their words. */
export interface Indice {
  code: 'SERVICES' | 'PILOTES' | 'EMPLACEMENTS' | 'PERIODES' | 'PERIODES_DIFFERENTES'
  phrase: string
  apport: number
}

/*
 * Hints never make two fiches close by themselves: a service pilots dozens of them. Together they move a score by less than a
 * word of a titre does.
 */
const SERVICE = 0.04
const PILOTE = 0.05
const AXE = 0.05
const PLAN = 0.02
const PERIODE = 0.03
const AUTRE_PERIODE = -0.06

/** The hints that two fiches give. */
export function indicesOf(a: FicheLue, b: FicheLue): Indice[] {
  return [...piloting(a, b), ...places(a, b), ...periods(a, b)]
}

function piloting(a: FicheLue, b: FicheLue): Indice[] {
  const services = inBoth(a.services, b.services)
  const pilotes = inBoth(a.pilotes, b.pilotes)
  return [
    ...(services.length > 0
      ? [{ code: 'SERVICES' as const, phrase: `Même service : ${services.join(', ')}`, apport: SERVICE }]
      : []),
    ...(pilotes.length > 0
      ? [{ code: 'PILOTES' as const, phrase: `Même pilote : ${pilotes.join(', ')}`, apport: PILOTE }]
      : []),
  ]
}

function places(a: FicheLue, b: FicheLue): Indice[] {
  const axes = inBoth(a.axes, b.axes)
  if (axes.length > 0) return [{ code: 'EMPLACEMENTS', phrase: `Même axe : ${axes.join(', ')}`, apport: AXE }]
  const plans = inBoth(a.plans, b.plans)
  if (plans.length > 0) return [{ code: 'EMPLACEMENTS', phrase: `Même plan : ${plans.join(', ')}`, apport: PLAN }]
  return []
}

/** Each needs both of its dates: an unknown end says nothing. */
function periods(a: FicheLue, b: FicheLue): Indice[] {
  if (!a.dateDebut || !a.dateFin || !b.dateDebut || !b.dateFin) return []
  const overlap = a.dateDebut <= b.dateFin && b.dateDebut <= a.dateFin
  return overlap
    ? [{ code: 'PERIODES', phrase: 'Périodes qui se recoupent', apport: PERIODE }]
    : [{ code: 'PERIODES_DIFFERENTES', phrase: 'Périodes différentes', apport: AUTRE_PERIODE }]
}

/** Names of what both have. */
function inBoth(a: readonly Nomme[], b: readonly Nomme[]): string[] {
  const ids = new Set(b.map(({ id }) => id))
  return a.flatMap(({ id, nom }) => (ids.has(id) ? [nom] : []))
}
