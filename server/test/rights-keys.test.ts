import { encodeGlobalID } from '@pothos/plugin-relay'
import type { ApiScope } from '@pupitre/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHOWN } from '../src/graphql/observatoire/shown.ts'
import { Follower } from './changes/follower.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

/** Keys of the collectivité in question, by their scopes; and one of another with all of them. */
const KEYS = {
  PUBLIC: ['PUBLIC'],
  LIRE: ['LIRE'],
  LIRE_TOUT: ['LIRE_TOUT'],
  ECRIRE: ['ECRIRE'],
  'autre collectivité': ['PUBLIC', 'LIRE', 'LIRE_TOUT', 'ECRIRE'],
} as const satisfies Record<string, readonly ApiScope[]>
type Key = keyof typeof KEYS
const WHO = ['PUBLIC', 'LIRE', 'LIRE_TOUT', 'ECRIRE', 'autre collectivité'] as const satisfies readonly Key[]

const READERS: readonly Key[] = ['LIRE', 'LIRE_TOUT', 'ECRIRE']
const READERS_OF_ALL: readonly Key[] = ['LIRE_TOUT']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`
const PUBLISHED = `Iris${Math.random().toString(36).slice(2)}`
const RESTRICTED = `Dahlia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let secrets: Record<Key, string>
let subject: Awaited<ReturnType<typeof things>>

async function things() {
  const collectivite = await make.collectivite({ nom: `Collectivité ${SECRET}` })
  const plan = await make.plan({ collectivite, nom: `Plan ${SECRET}` })
  const fiche = await make.fiche({ plan, titre: `Fiche ${SECRET}` })
  const note = await prisma.noteSuivi.create({ data: { ficheId: fiche.id, date: new Date('2026-03-12') } })
  const publisher = await make.collectivite({ nom: `Collectivité ${PUBLISHED}` })
  const open = await make.plan({ collectivite: publisher, nom: `Plan ${PUBLISHED}` })
  await prisma.plan.update({ where: { id: open.id }, data: { visibilite: 'PUBLIC' } })
  const openFiche = await make.fiche({ plan: open, titre: `Fiche ${PUBLISHED}` })
  const closed = await make.plan({ collectivite, nom: `Plan ${RESTRICTED}` })
  await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
  await make.fiche({ plan: closed, titre: `Fiche ${RESTRICTED}` })
  const restricted = await make.fiche({ plan, titre: `Restreinte ${RESTRICTED}` })
  await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
  const indicateur = await make.indicateur({ collectivite, nom: `Indicateur ${SECRET}` })
  return { collectivite, plan, fiche, note, publisher, open, openFiche, closed, restricted, indicateur }
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  subject = await things()
  const { collectivite } = subject
  const secretOf = async (key: Key) => {
    const scopes = [...KEYS[key]]
    const ofOurs = key === 'autre collectivité' ? { scopes } : { scopes, collectivite }
    return (await make.apiKey(ofOurs)).secret
  }
  secrets = {
    PUBLIC: await secretOf('PUBLIC'),
    LIRE: await secretOf('LIRE'),
    LIRE_TOUT: await secretOf('LIRE_TOUT'),
    ECRIRE: await secretOf('ECRIRE'),
    'autre collectivité': await secretOf('autre collectivité'),
  }
})
afterAll(() => app.close())

const PLAN = '{ nom collectivite { nom } placements(first: 9) { edges { node { fiche { titre } } } } }'
const FICHE = '{ titre collectivite { nom } placements(first: 9) { edges { node { plan { nom } } } } }'

const READS: Record<string, () => string> = {
  collectivite: () =>
    `{ collectivite(siren: "${subject.collectivite.siren}") { nom plans(first: 9) { edges { node ${PLAN} } } } }`,
  collectivites: () => '{ collectivites(first: 100) { edges { node { nom } } } }',
  plans: () => `{ plans(first: 100) { edges { node ${PLAN} } } }`,
  plan: () => `{ plan(uuid: "${subject.plan.id}") ${PLAN} }`,
  fiches: () => `{ fiches(first: 100) { edges { node ${FICHE} } } }`,
  fiche: () => `{ fiche(uuid: "${subject.fiche.id}") ${FICHE} }`,
  indicateur: () => `{ indicateur(uuid: "${subject.indicateur.id}") { nom } }`,
  searchFiches: () => `{ searchFiches(recherche: "${SECRET}", first: 9) { fiche { titre } extrait } }`,
  changes: () =>
    '{ changes(first: 100) { edges { node { type id objet { ... on Plan { nom } ... on Fiche { titre } } } } } }',
  agregats: () => '{ agregats { fichesCount parCollectivite { collectivite { nom } fichesCount } } }',
}

const READS_OF_RESTRICTED: Record<string, () => string> = {
  'the plans': READS['plans'] ?? String,
  'the fiches': READS['fiches'] ?? String,
  'the changes': READS['changes'] ?? String,
  'the tree of its plan': READS['plan'] ?? String,
  'a plan': () => `{ plan(uuid: "${subject.closed.id}") ${PLAN} }`,
  'a fiche': () => `{ fiche(uuid: "${subject.restricted.id}") ${FICHE} }`,
  'the search': () => `{ searchFiches(recherche: "${RESTRICTED}", first: 9) { fiche { titre } } }`,
}

describe('rights matrix: what keys read', () => {
  for (const [path, query] of Object.entries(READS)) {
    it.each(WHO)(`shows ${path}, or nothing of it, to: %s`, async (who) => {
      const { data, errors } = await app.query({ query: query(), apiKey: secrets[who] })
      expect(errors).toEqual([])
      expect(JSON.stringify(data).includes(SECRET)).toBe(READERS.includes(who))
    })
  }

  for (const [path, query] of Object.entries(READS_OF_RESTRICTED)) {
    it.each(WHO)(`shows what is restricted in ${path}, or nothing of it, to: %s`, async (who) => {
      const { data, errors } = await app.query({ query: query(), apiKey: secrets[who] })
      expect(errors).toEqual([])
      expect(JSON.stringify(data).includes(RESTRICTED)).toBe(READERS_OF_ALL.includes(who))
    })
  }

  const READS_OF_PUBLISHED: Record<string, () => string> = {
    plansPublics: () => `{ plansPublics(first: 100) { edges { node ${PLAN} } } }`,
    plan: () => `{ plan(uuid: "${subject.open.id}") ${PLAN} }`,
    fiche: () => `{ fiche(uuid: "${subject.openFiche.id}") ${FICHE} }`,
    agregatsPublics: () =>
      `{ agregatsPublics(siren: "${subject.publisher.siren}") { parCollectivite { collectivite { nom } fichesCount } } }`,
  }
  for (const [path, query] of Object.entries(READS_OF_PUBLISHED)) {
    it.each(WHO)(`shows what another collectivité publishes, by ${path}, to: %s`, async (who) => {
      const { data, errors } = await app.query({ query: query(), apiKey: secrets[who] })
      expect(errors).toEqual([])
      expect(JSON.stringify(data)).toContain(PUBLISHED)
    })
  }

  it.each(WHO)('shows what is published, and nothing else, by changesPublics, to: %s', async (who) => {
    const follower = new Follower({ app, field: 'changesPublics', apiKey: secrets[who] })
    await follower.catchUp()
    const held = [...follower.held.values()].join()
    expect([PUBLISHED, SECRET, RESTRICTED].map((word) => held.includes(word))).toEqual([true, false, false])
  })

  it('covers every query that is shown to keys', () => {
    // Reference data, the same for everyone.
    expect(
      [...Object.keys(READS), 'agregatsPublics', 'changesPublics', 'plansPublics', 'thematiques'].toSorted(),
    ).toEqual([...(SHOWN['Query'] ?? [])].toSorted())
  })

  it.each(WHO)('has no query of people, sessions, keys or nodes for: %s', async (who) => {
    const queries = [
      '{ viewer { nom } }',
      `{ node(id: "${encodeGlobalID('Plan', subject.plan.id)}") { id } }`,
      `{ collectivite(siren: "${subject.collectivite.siren}") { membres(first: 9) { edges { node { nom } } } } }`,
      `{ collectivite(siren: "${subject.collectivite.siren}") { apiKeys { nom } } }`,
      `{ fiche(uuid: "${subject.fiche.id}") { pilotes { nom } } }`,
      `mutation { revokeApiKey(input: { apiKeyId: "x" }) { __typename } }`,
    ]
    for (const query of queries) {
      const { data, errors } = await app.query({ query, apiKey: secrets[who] })
      expect(data).toBeNull()
      expect(errors[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED')
    }
  })
})

describe('rights matrix: what keys write', () => {
  const WRITES = {
    updateFicheTextes: {
      mutation: () => {
        const ficheId = encodeGlobalID('Fiche', subject.fiche.id)
        return `updateFicheTextes(input: { ficheId: "${ficheId}", moyensMarkdown: "Un **demi-poste**" })`
      },
      absent: 'FICHE_NOT_FOUND',
    },
    updateFicheNoteTexte: {
      mutation: () => {
        const noteId = encodeGlobalID('NoteSuivi', subject.note.id)
        return `updateFicheNoteTexte(input: { noteId: "${noteId}", texteMarkdown: "Le marché est **notifié**" })`
      },
      absent: 'NOTE_NOT_FOUND',
    },
  }
  for (const [name, { mutation, absent }] of Object.entries(WRITES)) {
    it.each(WHO)(`lets a key of scope ECRIRE alone do ${name}: %s`, async (who) => {
      const { data, errors } = await app.query({
        query: `mutation { answer: ${mutation()} { __typename ... on Error { code } } }`,
        apiKey: secrets[who],
      })
      expect(errors).toEqual([])
      const refused = READERS.includes(who)
        ? { __typename: 'ForbiddenError', code: 'EDIT_FICHE_FORBIDDEN' }
        : { __typename: 'NotFoundError', code: absent }
      const success = `${name.charAt(0).toUpperCase()}${name.slice(1)}Success`
      expect(data).toEqual({ answer: who === 'ECRIRE' ? { __typename: success } : refused })
    })
  }

  it.each(WHO)('gives a ticket for a live document to whoever reads it: %s', async (who) => {
    const { statusCode } = await app.fastify.inject({
      method: 'POST',
      url: '/api/sync-ticket',
      headers: { authorization: `Bearer ${secrets[who]}` },
      payload: { path: `fiche/${subject.fiche.id}` },
    })
    expect(statusCode).toBe(READERS.includes(who) ? 200 : 404)
  })
})
