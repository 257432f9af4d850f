import { type Contenu, livePlaces } from './contenu.ts'

type Grant = Contenu['octrois'][number]

/**
 * Who reads a fiche beside those who read most, as a key: two fiches of equal keys are read by the same people, public apart. A restricted
 * one is read by its pilotes and those whom a grant on it names; another, by the members, or, in restricted plans only, by those whom
 * grants name there. Grants on it say what they let do too: it would be lost, or given.
 */
export function lecteursKey(fiche: Contenu): string {
  const own = fiche.octrois.map((octroi) => `${granteeOf(octroi)} ${octroi.niveau}`)
  if (fiche.restreinte) {
    const pilotes = fiche.pilotes.flatMap(({ personne }) => personne.membreId ?? [])
    return keyOf('restreinte', [...own, ...pilotes])
  }
  const places = livePlaces(fiche)
  const isOpen = fiche.placements.length === 0 || places.some(({ plan }) => plan.visibilite !== 'RESTREINT')
  const ofPlans = places.flatMap(({ plan }) => plan.octrois)
  // A member reads what is open without any grant.
  const adding = isOpen
    ? ofPlans.filter(({ membreId, service }) => membreId === null && service?.collectiviteId !== fiche.collectiviteId)
    : ofPlans
  return keyOf(isOpen ? 'membres' : 'admins', [...own, ...adding.map(granteeOf)])
}

/** Whether anybody reads it, signed in or not. */
export function isPublic(fiche: Contenu): boolean {
  return !fiche.restreinte && livePlaces(fiche).some(({ plan }) => plan.visibilite === 'PUBLIC')
}

function granteeOf({ membreId, serviceId, email }: Pick<Grant, 'membreId' | 'serviceId' | 'email'>): string {
  return membreId ?? serviceId ?? email ?? ''
}

function keyOf(kind: string, names: readonly string[]): string {
  return [kind, ...[...new Set(names)].toSorted()].join('\n')
}
