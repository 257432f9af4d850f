import type { Collectivite, Fiche, Plan } from '@pupitre/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

const WHO = ['anonyme', 'autre collectivité', 'lecteur', 'contributeur', 'éditeur', 'admin'] as const
type Who = (typeof WHO)[number]
const MEMBRES: readonly Who[] = WHO.slice(2)

/** Words of what every member may read, of what admins alone may, and of what is of the collectivité only. */
const OPEN = `Ouvert${Math.random().toString(36).slice(2)}`
const CLOSED = `Ferme${Math.random().toString(36).slice(2)}`

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

let app: GraphqlApp
let collectivite: Collectivite
let cookies: Record<Who, string | null>
let plans: Record<'open' | 'closed', Plan>
let fiches: Record<'open' | 'closed' | 'restreinte', Fiche>

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  collectivite = await make.collectivite()
  const cookie = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  cookies = {
    anonyme: null,
    'autre collectivité': await cookie({ role: 'ADMIN' }),
    lecteur: await cookie({ collectivite, role: 'LECTEUR' }),
    contributeur: await cookie({ collectivite, role: 'CONTRIBUTEUR' }),
    éditeur: await cookie({ collectivite, role: 'EDITEUR' }),
    admin: await cookie({ collectivite, role: 'ADMIN' }),
  }
  await make.service({ collectivite, nom: `Service ${CLOSED}` })
  const closed = await make.plan({ collectivite, nom: `Plan ${CLOSED}` })
  plans = { open: await make.plan({ collectivite, nom: `Plan ${OPEN}` }), closed }
  fiches = {
    open: await make.fiche({ plan: plans.open, titre: `Fiche ${OPEN}` }),
    closed: await make.fiche({ axe: await make.axe({ plan: closed, nom: `Axe ${CLOSED}` }), titre: `Fiche ${CLOSED}` }),
    restreinte: await make.fiche({ plan: plans.open, titre: `Restreinte ${CLOSED}` }),
  }
  await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
  await prisma.fiche.update({ where: { id: fiches.restreinte.id }, data: { restreinte: true, calendrier: CLOSED } })
  await prisma.fiche.update({ where: { id: fiches.open.id }, data: { calendrier: OPEN } })
  const [ficheId, autreId] = [fiches.open.id, fiches.closed.id].toSorted()
  await prisma.lien.create({ data: { ficheId: ficheId ?? '', autreId: autreId ?? '', type: 'LIEE' } })
  await prisma.placement.create({
    data: { ficheId: fiches.open.id, planId: closed.id, collectiviteId: collectivite.id, position: 'a0' },
  })
})
afterAll(() => app.close())

const LINE = `id acte date auteur origine operation objet
  changements { champ avant apres } fiche { uuid nom estSupprime } autreFiche { uuid nom } plan { uuid nom } indicateur { nom }`
const LINES = `journal(first: 100) { edges { node { ${LINE} } } }`
const ACTES = `actes(first: 100) { edges { node { id uuid date auteur origine nombre resume { objet operation nombre } lignes { ${LINE} } } } }`

const READS: Record<string, () => string> = {
  'of the collectivité': () => `{ collectivite(siren: "${collectivite.siren}") { ${LINES} } }`,
  'of the collectivité, act by act': () => `{ collectivite(siren: "${collectivite.siren}") { ${ACTES} } }`,
  'of an open fiche, act by act': () => `{ fiche(uuid: "${fiches.open.id}") { ${ACTES} } }`,
  'of an open plan, act by act': () => `{ plan(uuid: "${plans.open.id}") { ${ACTES} } }`,
  'of an open fiche': () => `{ fiche(uuid: "${fiches.open.id}") { ${LINES} } }`,
  'of an open plan': () => `{ plan(uuid: "${plans.open.id}") { ${LINES} } }`,
}

describe('rights matrix: the journal', () => {
  for (const [name, query] of Object.entries(READS)) {
    it.each(WHO)(`${name}, for: %s`, async (who) => {
      const { data, errors } = await app.query({ query: query(), cookie: cookies[who] })
      expect(errors).toEqual([])
      const told = JSON.stringify(data)
      expect([told.includes(OPEN), told.includes(CLOSED)]).toEqual([MEMBRES.includes(who), who === 'admin'])
    })
  }

  it.each(WHO)('of what is closed, for: %s', async (who) => {
    const query = `{ plan(uuid: "${plans.closed.id}") { ${LINES} } a: fiche(uuid: "${fiches.closed.id}") { ${LINES} }
      b: fiche(uuid: "${fiches.restreinte.id}") { ${LINES} } }`
    const { data, errors } = await app.query({ query, cookie: cookies[who] })
    expect(errors).toEqual([])
    if (who === 'admin') expect(JSON.stringify(data)).toContain(CLOSED)
    else expect(data).toEqual({ plan: null, a: null, b: null })
  })

  it('counts of an act what may be read of it', async () => {
    await prisma.$transaction((tx) =>
      tx.fiche.updateMany({
        where: { id: { in: Object.values(fiches).map(({ id }) => id) } },
        data: { tempsDeMiseEnOeuvre: 'NON_ESTIME' },
      }),
    )
    const query = `{ collectivite(siren: "${collectivite.siren}") { actes(first: 1) { edges { node { nombre resume { objet operation nombre } lignes { objet } } } } } }`
    const read = async (who: Who) => {
      const { data } = await app.query({ query, cookie: cookies[who] })
      return data
    }
    const told = (count: number) => ({
      collectivite: {
        actes: {
          edges: [
            {
              node: {
                nombre: count,
                resume: [{ objet: 'FICHE', operation: 'CHANGEMENT', nombre: count }],
                lignes: Array.from({ length: count }, () => ({ objet: 'FICHE' })),
              },
            },
          ],
        },
      },
    })
    expect([await read('lecteur'), await read('admin')]).toEqual([told(1), told(3)])
  })

  it('asks the filter within what may be read', async () => {
    const where = 'where: { objet: [PLAN, FICHE, SERVICE], origine: [SYSTEME] }'
    const query = `{ collectivite(siren: "${collectivite.siren}") { journal(first: 100, ${where}) { edges { node { objet } } } } }`
    const objets = async (who: Who) => {
      const { data } = await app.query({ query, cookie: cookies[who] })
      return [...new Set(JSON.stringify(data).match(/(?<="objet":")[A-Z_]+/g))].toSorted()
    }
    expect(await objets('lecteur')).toEqual(['FICHE', 'PLAN'])
    expect(await objets('admin')).toEqual(['FICHE', 'PLAN', 'SERVICE'])
  })
})
