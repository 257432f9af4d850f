import { NODE_NAMES, type NodeName } from '../../src/graphql/global-id.ts'
import type { Audience } from './readers.ts'
import { READS } from './reads.ts'

/** A field of the matrix: who is shown it, of those who see the object. */
export interface Field {
  name: string
  to: Audience
  /** A list, of which each is shown what they may read. */
  inPart: boolean
}

/** What is declared of a type, a field at a time. */
export function fieldsOf(type: NodeName): Field[] {
  return READS[type].fields.flatMap(([shown, names]) => {
    const { to, inPart = false } = typeof shown === 'function' ? { to: shown } : shown
    return names.split(/\s+/).map((name) => ({ name, to, inPart }))
  })
}

export const ALL_FIELDS: readonly string[] = NODE_NAMES.flatMap((type) =>
  fieldsOf(type).map(({ name }) => `${type}.${name}`),
)
