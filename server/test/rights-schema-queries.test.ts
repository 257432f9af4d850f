import { describe, expect } from 'vitest'
import { SHOWN } from '../src/graphql/observatoire/shown.ts'
import { schema } from '../src/graphql/schema.ts'
import { graphqlTest } from './graphql-test.ts'
import { MARKS } from './matrix/marks.ts'
import { QUERIES } from './matrix/queries.ts'
import { matrixReport } from './matrix/report.ts'
import { READERS, VISIBILITES, WHO } from './matrix/readers.ts'
import { makeStage } from './matrix/stage.ts'

// The rights matrix of the queries, made from the schema: every one of them, by everybody, about plans of every visibility.

const it = graphqlTest.extend('stage', { scope: 'file' }, ({ app, make, prisma }) => makeStage({ app, make, prisma }))

it('says of every query of the schema who is told what', () => {
  expect(Object.keys(QUERIES).toSorted()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted())
})

it('is what docs/rights-matrix.md says', async () => {
  await expect(matrixReport()).toMatchFileSnapshot('../../docs/rights-matrix.md')
})

describe.each(VISIBILITES)('about plans that are %s', (visibilite) => {
  it.for(Object.entries(QUERIES))(
    'tells by %s those for whom it is, and nothing the others',
    async ([name, query], { app, stage }) => {
      const asked = {
        world: stage.worlds[visibilite],
        collectivite: stage.collectivite,
        visibilite,
        merged: stage.merged[visibilite],
      }
      const mark = query.told?.(asked) ?? MARKS[visibilite]
      const expected = Object.fromEntries(
        WHO.map((who) => {
          const reader = READERS[who]
          if (reader.is === 'key' && !SHOWN['Query']?.includes(name)) return [who, 'GRAPHQL_VALIDATION_FAILED']
          return [who, query.seen(reader, visibilite) ? 'told' : 'nothing']
        }),
      )
      const outcomes = async () => {
        const told: Record<string, string> = {}
        for (const who of WHO) {
          const { data, errors } = await app.query({ query: `{ of: ${query.ask(asked)} }`, ...stage.asker(who) })
          const [error] = errors
          if (error) told[who] = String(error.extensions['code'])
          else told[who] = JSON.stringify(data).includes(mark) ? 'told' : 'nothing'
        }
        return told
      }
      // Feeds are written as they are read: a page waits for no more than a few batches of what other tests changed.
      if (name === 'changes') {
        for (const who of ['lecteur', 'octroi lire', 'octroi éditer'] as const) {
          const caughtUp = async () =>
            JSON.stringify(
              (
                await app.query({
                  query: '{ changes(first: 100) { edges { node { type } } } }',
                  ...stage.asker(who),
                })
              ).data,
            )
          await expect.poll(caughtUp, { timeout: 30_000 }).toContain('"Fiche"')
        }
      }
      expect(await outcomes()).toEqual(expected)
    },
  )
})
