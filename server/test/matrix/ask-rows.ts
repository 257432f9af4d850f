import { expect } from 'vitest'
import { z } from 'zod'
import type { NodeName } from '../../src/graphql/global-id.ts'
import type { GraphqlApp } from '../graphql-app.ts'
import { fieldQuery, nodeType, tellsNothing } from './ask-fields.ts'
import { type Field, fieldsOf } from './fields.ts'
import { marksIn } from './marks.ts'
import { READERS, type Who } from './readers.ts'
import { seesIt } from './reads.ts'
import type { Asker } from './stage.ts'

const found = z.object({ of: z.record(z.string(), z.unknown()).nullable() })

type Row = z.infer<typeof found>['of']

interface Told {
  who: Who
  shown: boolean
  got: unknown
  all: unknown
}

/** What is wrong with what a field answered; null when nothing is. */
export function problemOf({ inPart }: Field, { who, shown, got, all }: Told): string | null {
  const [told, whole] = [JSON.stringify(got), JSON.stringify(all)]
  if (!shown) return tellsNothing(got) ? null : `is told: ${told}`
  if (!inPart) return told === whole ? null : `is ${told}, not ${whole}`
  const hidden = marksIn(got).filter((visibilite) => !seesIt('Plan')(READERS[who], visibilite))
  if (hidden.length > 0) return `tells of what is ${hidden.join()}`
  return tellsNothing(got) && !tellsNothing(all) ? 'tells nothing' : null
}

/** A field of a type, with what its answer is told apart by. */
export function asked(type: NodeName, { name }: Field, options: { ofKeys?: boolean } = {}): string {
  const field = nodeType(type).getFields()[name]
  if (!field) throw new Error(`no field is called ${type}.${name}`)
  return fieldQuery(field, options)
}

/** Objects of a type by its fields; null of each that the asker does not see. */
export async function rowsOf({
  app,
  type,
  ids,
  asker,
}: {
  app: GraphqlApp
  type: NodeName
  ids: readonly string[]
  asker: Asker
}): Promise<Row[]> {
  const fields = fieldsOf(type).map((field) => asked(type, field))
  const rows: Row[] = []
  for (const id of ids) {
    const query = `{ of: node(id: "${id}") { ... on ${type} { ${fields.join(' ')} } } }`
    const { data, errors } = await app.query({ query, ...asker })
    expect(errors).toEqual([])
    rows.push(found.parse(data).of)
  }
  return rows
}
