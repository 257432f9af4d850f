import { readFile } from 'node:fs/promises'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { READY_QUERIES } from './graphiql-queries.ts'

const ROOT = new URL('../../', import.meta.url)

it.each(['schema.graphql', 'docs/api/observatoire.graphql'])(
  'every ready query is one that %s answers',
  async (file) => {
    const schema = buildSchema(await readFile(new URL(file, ROOT), 'utf8'))
    expect(READY_QUERIES).toHaveLength(5)
    for (const query of READY_QUERIES) expect(validate(schema, parse(query))).toEqual([])
  },
)
