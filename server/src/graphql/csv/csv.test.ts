import { parse } from 'graphql'
import { describe, expect, it as test } from 'vitest'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { schema } from '../schema.ts'
import { tableOf } from './columns.ts'
import { writeCsv } from './write-csv.ts'

function ask(
  app: GraphqlApp,
  { query, apiKey, accept = 'text/csv' }: { query: string; apiKey?: string; accept?: string },
) {
  return app.fastify.inject({
    method: 'POST',
    url: '/graphql',
    headers: { accept, ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
    payload: { query },
  })
}

describe('an answer in CSV', () => {
  it('is what the same query shows, as Excel in French opens it', async ({ app, make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite, nom: 'PCAET ; « climat »' })
    const services = [
      await make.service({ collectivite, nom: 'Eau' }),
      await make.service({ collectivite, nom: 'Voirie' }),
    ]
    const { id } = await make.fiche({ plan, titre: 'Isoler "vite"', services, dateFin: new Date('2027-03-31') })
    await prisma.fiche.update({ where: { id }, data: { statut: 'EN_COURS', ameliorationContinue: true } })
    await prisma.ligneBudget.create({
      data: { ficheId: id, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', montant: '12.5' },
    })
    const { secret } = await make.apiKey({ collectivite })
    const query = `{ fiches(first: 10) { edges { cursor node { titre statut dateFin ameliorationContinue echeance_prevue: dateDebut
      services { nom } budgets { montant } placements(first: 5) { edges { node { plan { nom } } } } } } pageInfo { hasNextPage endCursor } } }`
    const { statusCode, headers, body } = await ask(app, { query, apiKey: secret })
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-page-suivante']).toBeUndefined()
    expect(body.split('\r\n')).toEqual([
      '\ufeffTitre;Statut;Date de fin;Amélioration continue;Echeance prevue;Services – Nom;Budgets – Montant;Emplacements – Plan – Nom',
      '"Isoler ""vite""";En cours;2027-03-31;oui;;Eau | Voirie;12,5;"PCAET ; « climat »"',
      '',
    ])
  })

  it('is nothing but its headings for who may read nothing, and says where the next page is', async ({ app, make }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    for (let fiche = 0; fiche < 3; fiche += 1) await make.fiche({ plan })
    const query = '{ fiches(first: 2) { edges { node { titre } } pageInfo { hasNextPage endCursor } } }'
    expect((await ask(app, { query })).body).toBe('\ufeffTitre\r\n')
    const { secret } = await make.apiKey()
    expect((await ask(app, { query, apiKey: secret })).body).toBe('\ufeffTitre\r\n')
    const { id } = plan
    const places = `{ plan(uuid: "${id}") { placements(first: 2) { edges { node { fiche { titre } } } pageInfo { hasNextPage endCursor } } } }`
    const { secret: own } = await make.apiKey({ collectivite })
    const { headers, body } = await ask(app, { query: places, apiKey: own })
    expect(body.split('\r\n')).toHaveLength(4)
    expect(headers['x-page-suivante']).toMatch(/^[\w-]+$/)
  })

  it('is refused when there is not one list, and what GraphQL refuses is answered as GraphQL answers', async ({
    app,
  }) => {
    const wrong = [
      '{ plans(first: 1) { edges { node { nom } } } fiches(first: 1) { edges { node { titre } } } }',
      '{ viewer { nom } }',
      'mutation { signOut }',
      'nothing',
    ]
    for (const query of wrong) {
      const { statusCode, body } = await ask(app, { query })
      expect([statusCode, body]).toEqual([400, expect.stringContaining('"code":"NOT_ONE_LIST"')])
    }
    const tooMany = await ask(app, { query: '{ plans(first: 1000) { edges { node { nom } } } }' })
    expect(tooMany.headers['content-type']).toMatch(/json/)
    expect(tooMany.body).toContain('errors')
  })

  it('is given to who asks for it first, to nobody else', async ({ app }) => {
    const query = '{ thematiques { code nom } }'
    const csv = await ask(app, { query, accept: 'text/csv, application/json' })
    expect(csv.body).toContain('Code;Nom\r\n')
    const json = await ask(app, { query, accept: 'application/json, text/csv' })
    expect(json.headers['content-type']).toMatch(/json/)
  })
})

const csvOf = (query: string, data: unknown): string[] => {
  const table = tableOf(schema, { document: parse(query), operationName: null })
  if (!table) throw new Error('this is one list')
  return writeCsv(table, data).slice(1).trimEnd().split('\r\n').slice(1)
}

describe('a cell', () => {
  test.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'])('computes nothing: %j', (titre) => {
    const [row = ''] = csvOf('{ fiches(first: 1) { edges { node { titre } } } }', {
      fiches: { edges: [{ node: { titre } }] },
    })
    expect(row.replaceAll('""', '"').replace(/^"/, '')).toMatch(/^'/)
  })

  test('keeps numbers below zero as numbers', () => {
    const node = { valeurs: { edges: [{ node: { realise: '-12.50' } }] } }
    const query = '{ indicateur(uuid: "x") { valeurs(first: 1) { edges { node { realise } } } } }'
    expect(csvOf(query, { indicateur: node })).toEqual(['-12,50'])
  })

  test('has the values of fragments, and of types that are not there nothing', () => {
    const query = `{ changes(first: 2) { edges { node { type objet { ... on Fiche { titre ...Rest } ... on Plan { nom } } } } } }
      fragment Rest on Fiche { priorite }`
    const edges = [
      { node: { type: 'Fiche', objet: { titre: 'Haies', priorite: 'ELEVE' } } },
      { node: { type: 'Plan', objet: null } },
    ]
    expect(csvOf(query, { changes: { edges } })).toEqual(['Fiche;Haies;Élevé;', 'Plan;;;'])
  })
})
