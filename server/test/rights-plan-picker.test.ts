import { describe, expect } from 'vitest'
import { graphqlTest as it } from './graphql-test.ts'

/** Which plans each may read, and may change, by their name. */
const PLANS = {
  LECTEUR: { read: ['Énergie lue', 'Énergie ouverte'], changed: [] },
  CONTRIBUTEUR: { read: ['Énergie lue', 'Énergie ouverte'], changed: [] },
  EDITEUR: { read: ['Énergie lue', 'Énergie ouverte'], changed: ['Énergie ouverte'] },
  ADMIN: {
    read: ['Énergie cachée', 'Énergie lue', 'Énergie ouverte'],
    changed: ['Énergie cachée', 'Énergie lue', 'Énergie ouverte'],
  },
} as const

describe('rights matrix: where a fiche may be placed', () => {
  for (const role of ['LECTEUR', 'CONTRIBUTEUR', 'EDITEUR', 'ADMIN'] as const) {
    it(`finds the plans that may be changed, without accents or case, for: ${role}`, async ({ app, make, prisma }) => {
      const collectivite = await make.collectivite()
      await make.plan({ collectivite, nom: 'Énergie ouverte' })
      const lue = await make.plan({ collectivite, nom: 'Énergie lue' })
      await prisma.plan.update({ where: { id: lue.id }, data: { ouverture: 'LIRE' } })
      const hidden = await make.plan({ collectivite, nom: 'Énergie cachée' })
      await prisma.plan.update({ where: { id: hidden.id }, data: { visibilite: 'RESTREINT' } })
      await make.plan({ collectivite, nom: 'Mobilités' })
      const cookie = await app.signIn((await make.membre({ collectivite, role })).user)
      const found = async (args: string) => {
        const { data, errors } = await app.query({ query: plans(collectivite.siren, args), cookie })
        expect(errors).toEqual([])
        return nomsIn(data)
      }
      const { read, changed } = PLANS[role]
      for (const recherche of ['ENERGIE', 'énergie', 'Énergie '])
        expect(await found(`recherche: "${recherche}", viewerCanUpdate: true`)).toEqual(changed)
      expect(await found('recherche: "energie"')).toEqual(read)
      expect(await found('recherche: "energie", viewerCanUpdate: false')).toEqual(
        read.filter((nom) => !changed.some((each) => each === nom)),
      )
      expect(await found('recherche: "%"')).toEqual([])
    })
  }

  it('finds nothing for the anonymous and another collectivité', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    await make.plan({ collectivite })
    const cookie = await app.signIn((await make.membre({ role: 'ADMIN' })).user)
    for (const asker of [null, cookie]) {
      const { data } = await app.query({ query: plans(collectivite.siren, 'viewerCanUpdate: true'), cookie: asker })
      expect(data).toEqual({ collectivite: null })
    }
  })

  it('goes from page to page through homonyms, each once, in as many statements', async ({ app, make, counted }) => {
    const collectivite = await make.collectivite()
    for (let index = 0; index < 7; index += 1) await make.plan({ collectivite, nom: 'PCAET' })
    const cookie = await app.signIn((await make.membre({ collectivite, role: 'EDITEUR' })).user)
    const seen: string[] = []
    const counts = new Set<number>()
    let after: string | null = null
    for (const size of [3, 3, 1]) {
      const args: string = `recherche: "pcaet", viewerCanUpdate: true${after ? `, after: "${after}"` : ''}`
      const query = plans(collectivite.siren, args, size)
      let answered: unknown
      const statements = await counted.statementsOf(async () => {
        answered = (await app.query({ query, cookie })).data
      })
      counts.add(statements.length)
      const text = JSON.stringify(answered)
      seen.push(...[...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, uuid = '']) => uuid))
      after = /"endCursor":"([^"]+)"/.exec(text)?.[1] ?? null
      expect(text).toContain(`"hasNextPage":${seen.length < 7}`)
    }
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
    expect(seen).toEqual(seen.toSorted())
    expect(counts.size).toBe(1)
  })
})

function plans(siren: string, args: string, first = 9): string {
  return `{ collectivite(siren: "${siren}") { plans(first: ${first}, ${args}) {
    edges { node { uuid nom viewerCanUpdate } } pageInfo { hasNextPage endCursor } } } }`
}

function nomsIn(data: unknown): string[] {
  return [...JSON.stringify(data).matchAll(/"nom":"([^"]+)"/g)].map(([, nom = '']) => nom)
}
