import type { BeneficiaireInput, OctroiFragment } from '../../gql/graphql.ts'

/** Whom a grant names, as a page shows and sends it. */
export interface Grantee {
  /** Tells one from another. */
  key: string
  nom: string
  /** What distinguishes them from others of that name. */
  detail: string
  input: BeneficiaireInput
}

export function membreGrantee({ id, nom }: { id: string; nom: string }): Grantee {
  return { key: id, nom, detail: 'Membre', input: { membreId: id } }
}

export function serviceGrantee({ id, nom }: { id: string; nom: string }): Grantee {
  return { key: id, nom, detail: 'Service', input: { serviceId: id } }
}

export function addressGrantee(email: string): Grantee {
  return { key: email, nom: email, detail: 'Par son adresse', input: { email } }
}

/** Whom a grant of the collectivité `siren` names. */
export function granteeOf({ membre, service, email }: OctroiFragment, siren: string): Grantee {
  if (membre) return membreGrantee(membre)
  if (!service) return addressGrantee(email ?? '')
  const { id, nom, collectivite } = service
  if (collectivite.siren === siren) return serviceGrantee(service)
  const detail = `Service · ${collectivite.nom}`
  return { key: id, nom, detail, input: { serviceAilleurs: { siren: collectivite.siren, nom } } }
}
