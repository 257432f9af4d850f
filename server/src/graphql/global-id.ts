import { decodeGlobalID } from '@pothos/plugin-relay'
import { z } from 'zod'

/** The uuid of nothing: what cannot be found is looked for like the rest, and not found. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000'

const uuid = z.guid()

export const NODE_NAMES = [
  'Collectivite',
  'Service',
  'Personne',
  'Label',
  'Plan',
  'PlanModele',
  'Vue',
  'Fil',
  'Commentaire',
  'Axe',
  'Fiche',
  'Placement',
  'Membre',
  'Invitation',
  'Lien',
  'Indicateur',
  'Suppression',
  'LigneBudget',
  'LigneFinanceur',
  'NoteSuivi',
  'MesureLiee',
  'ChampPropre',
  'ChampPropreChoix',
  'Octroi',
  'ApiKey',
  'Webhook',
  'WebhookDelivery',
] as const

/** The name of a type that has global ids. */
export type NodeName = (typeof NODE_NAMES)[number]

export interface NodeAddress {
  typename: NodeName
  id: string
}

/** What a global id names. A text that is no global id names a row of no table: it is looked for, and not found. */
export function readGlobalId(globalId: string): NodeAddress {
  const decoded = decode(globalId)
  const typename = NODE_NAMES.find((name) => name === decoded?.typename)
  return typename && decoded ? { typename, id: wellFormedUuid(decoded.id) } : { typename: 'Fiche', id: NIL_UUID }
}

/** The uuid in a global id of this type. An id of another type, or of nothing, answers a uuid that nothing has. */
export function uuidOf(typename: NodeName, globalId: string): string {
  const address = readGlobalId(globalId)
  return address.typename === typename ? address.id : NIL_UUID
}

function decode(globalId: string): { typename: string; id: string } | null {
  try {
    return decodeGlobalID(globalId)
  } catch {
    return null
  }
}

/** The text, if it can be a uuid; else one that nothing has. */
export function wellFormedUuid(text: string): string {
  return isUuid(text) ? text : NIL_UUID
}

export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success
}

/** The same, for an id that may be left out. */
export function nullableUuidOf(typename: NodeName, globalId: string | null | undefined): string | null {
  return globalId == null ? null : uuidOf(typename, globalId)
}
