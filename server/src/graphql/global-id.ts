import { decodeGlobalID } from '@pothos/plugin-relay'
import { z } from 'zod'

/** The uuid of nothing: what cannot be found is looked for like the rest, and not found. */
const NIL_UUID = '00000000-0000-0000-0000-000000000000'

const uuid = z.guid()

/** The name of a type that has global ids. */
export type NodeName = 'Collectivite' | 'Service' | 'Plan' | 'Axe' | 'Fiche' | 'Placement' | 'Membre'

/** The uuid in a global id of this type. An id of another type, or of nothing, answers a uuid that nothing has. */
export function uuidOf(typename: NodeName, globalId: string): string {
  try {
    const decoded = decodeGlobalID(globalId)
    return decoded.typename === typename ? wellFormedUuid(decoded.id) : NIL_UUID
  } catch {
    return NIL_UUID
  }
}

/** The text, if it can be a uuid; else one that nothing has. */
export function wellFormedUuid(text: string): string {
  return uuid.safeParse(text).success ? text : NIL_UUID
}
