import { describe, expect } from 'vitest'
import { graphqlTest as it } from '../../test/graphql-test.ts'

const WHOLE_FICHE = `uuid titre statut description descriptionMarkdown objectifs moyens financements viewerCanUpdate
  services { nom } collectivite { nom }
  placements(first: 5) { edges { node { position axe { nom parent { nom } } plan { nom fichesCount } } } }`

const QUERIES = {
  fiches: (size: number) => `{ fiches(first: ${size}) { edges { node { ${WHOLE_FICHE} } } } }`,
  plans: (size: number) => `{ plans(first: ${size}) { edges { node {
    nom description fichesCount viewerCanUpdate collectivite { nom }
    axes(first: 10) { edges { node { nom parent { nom } enfants(first: 5) { edges { node { nom } } } } } }
    placements(first: 10) { edges { node { position fiche { titre description services { nom } viewerCanUpdate } } } } } } } }`,
  'a plan’s places': (size: number) => `{ plans(first: 1) { edges { node {
    placements(first: ${size}) { edges { node { axe { nom } fiche { ${WHOLE_FICHE} } } } } } } } }`,
}

describe('the number of SQL statements', () => {
  for (const [name, query] of Object.entries(QUERIES)) {
    it(`is the same for a page of 2 and a page of 50: ${name}`, async ({ app, counted, make }) => {
      const collectivite = await make.collectivite()
      const services = [await make.service({ collectivite }), await make.service({ collectivite })]
      const first = await make.plan({ collectivite, nom: 'A' })
      const axe = await make.axe({ plan: first })
      const parent = await make.axe({ parent: axe })
      for (let index = 0; index < 55; index += 1) {
        const plan = await make.plan({ collectivite, nom: `B ${index}` })
        await make.fiche({ axe: await make.axe({ parent: await make.axe({ plan }) }) })
        await make.fiche({ axe: parent, services, description: 'Une haie\nune mare' })
      }
      const { user } = await make.membre({ collectivite, services })
      const cookie = await app.signIn(user)
      const counts = new Map<number, number>()
      for (const size of [2, 50]) {
        const statements = await counted.statementsOf(async () => {
          const { data, errors } = await app.query({ query: query(size), cookie })
          expect(errors).toEqual([])
          expect(JSON.stringify(data).match(/"position":|"titre":|"nom":/g)?.length).toBeGreaterThan(size)
        })
        counts.set(size, statements.length)
      }
      expect(counts.get(50)).toBe(counts.get(2))
    }, 60_000)
  }
})
