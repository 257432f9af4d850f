import { encodeGlobalID } from '@pothos/plugin-relay'
import { parse, subscribe } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChangeBus } from '../src/bus/change-bus.ts'
import { inTransaction } from '../src/bus/in-transaction.ts'
import { addFicheIndicateur } from '../src/domain/indicateur/link-fiche.ts'
import { setValeurs } from '../src/domain/indicateur/set-valeurs.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { storedLiveText } from '../src/exchange/stored-live-text.ts'
import type { GraphqlContext } from '../src/graphql/context.ts'
import { createLoaders } from '../src/graphql/loaders.ts'
import { schema } from '../src/graphql/schema.ts'
import { createWebhookPort } from '../src/webhooks/open-webhooks.ts'
import { AUTH_SECRET, createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

const WHO = ['anonyme', 'autre collectivité', 'lecteur', 'contributeur du service', 'éditeur', 'admin'] as const
type Who = (typeof WHO)[number]
const MEMBRES: readonly Who[] = WHO.slice(2)
const EDITORS: readonly Who[] = ['éditeur', 'admin']
const FICHE_EDITORS: readonly Who[] = ['contributeur du service', 'éditeur', 'admin']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let askers: Record<Who, { viewer: Viewer | null; cookie: string | null }>
let subject: Awaited<ReturnType<typeof things>>

/** An indicateur linked to an axe, an open fiche and a restricted one; and one that a restricted plan alone holds. */
async function things() {
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite })
  const plan = await make.plan({ collectivite })
  const axe = await make.axe({ plan, nom: 'Axe ouvert' })
  const fiche = await make.fiche({ axe, titre: 'Fiche ouverte', services: [service] })
  const hidden = await make.fiche({ axe, titre: 'Fiche restreinte' })
  await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
  const restricted = await make.plan({ collectivite })
  const hiddenAxe = await make.axe({ plan: restricted, nom: 'Axe restreint' })
  await prisma.plan.update({ where: { id: restricted.id }, data: { visibilite: 'RESTREINT' } })
  const indicateur = await make.indicateur({ collectivite, nom: `Émissions ${SECRET}`, valeurs: { 2025: ['1', '2'] } })
  const ofHidden = await make.indicateur({ collectivite, nom: `De la fiche restreinte ${SECRET}` })
  const link = (ficheId: string, indicateurId: string) => ({ ficheId, indicateurId, collectiviteId: collectivite.id })
  await prisma.ficheIndicateur.createMany({
    data: [link(fiche.id, indicateur.id), link(hidden.id, indicateur.id), link(hidden.id, ofHidden.id)],
  })
  await prisma.axeIndicateur.createMany({
    data: [axe, hiddenAxe].map(({ id }) => ({ axeId: id, indicateurId: indicateur.id })),
  })
  return { collectivite, service, plan, axe, fiche, hidden, indicateur, ofHidden }
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  subject = await things()
  const { collectivite, service } = subject
  const asker = async (membre: Parameters<typeof make.membre>[0]) => {
    const { user, viewer } = await make.membre(membre)
    return { viewer, cookie: await app.signIn(user) }
  }
  askers = {
    anonyme: { viewer: null, cookie: null },
    'autre collectivité': await asker({ role: 'ADMIN' }),
    lecteur: await asker({ collectivite, role: 'LECTEUR', services: [service] }),
    'contributeur du service': await asker({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    éditeur: await asker({ collectivite, role: 'EDITEUR' }),
    admin: await asker({ collectivite, role: 'ADMIN' }),
  }
})

afterAll(() => app.close())

const WHOLE = `nom collectivite { nom } fiches { titre } axes { nom plan { nom } }
  valeurs(last: 9) { edges { node { periode objectif realise commentaire auteur } } }`

type Subject = typeof subject
const READS: Record<string, (about: Subject) => string> = {
  indicateur: ({ indicateur }) => `{ indicateur(uuid: "${indicateur.id}") { ${WHOLE} } }`,
  'node: Indicateur': ({ indicateur }) =>
    `{ node(id: "${encodeGlobalID('Indicateur', indicateur.id)}") { ... on Indicateur { ${WHOLE} } } }`,
  'indicateurs of a collectivité': ({ collectivite }) =>
    `{ collectivite(siren: "${collectivite.siren}") { indicateurs(first: 9) { edges { node { ${WHOLE} } } } } }`,
  'indicateurs of a collectivité, by name': ({ collectivite }) =>
    `{ collectivite(siren: "${collectivite.siren}") { indicateurs(first: 9, where: { nom: { contains: "ÉMISSIONS" } }) { edges { node { nom } } } } }`,
  'indicateurs of a fiche': ({ fiche }) => `{ fiche(uuid: "${fiche.id}") { indicateurs { ${WHOLE} } } }`,
  'indicateurs of an axe': ({ axe }) =>
    `{ node(id: "${encodeGlobalID('Axe', axe.id)}") { ... on Axe { indicateurs { ${WHOLE} } } } }`,
  'indicateurs of a plan': ({ plan }) =>
    `{ plan(uuid: "${plan.id}") { indicateurs(first: 9) { edges { node { ${WHOLE} } } } } }`,
}

describe('rights matrix: reading indicateurs', () => {
  for (const [path, query] of Object.entries(READS)) {
    for (const who of WHO) {
      it(`${MEMBRES.includes(who) ? 'shows' : 'shows nothing of'} ${path} to: ${who}`, async () => {
        const { data, errors } = await app.query({ query: query(subject), cookie: askers[who].cookie })
        expect(errors).toEqual([])
        expect(JSON.stringify(data).includes(SECRET)).toBe(MEMBRES.includes(who))
        // Beside the rights to the indicateur: those to each end of its links.
        if (who !== 'admin') expect(JSON.stringify(data)).not.toMatch(/Fiche restreinte|Axe restreint/)
      })
    }
  }

  it('shows to admins alone the restricted fiche and axe, and what a plan has by them', async () => {
    const ask = async (query: string, who: Who = 'admin') =>
      JSON.stringify((await app.query({ query, cookie: askers[who].cookie })).data)
    const { indicateur, plan } = subject
    expect(await ask(`{ indicateur(uuid: "${indicateur.id}") { fiches { titre } axes { nom } } }`)).toContain(
      '"fiches":[{"titre":"Fiche ouverte"},{"titre":"Fiche restreinte"}],"axes":[{"nom":"Axe ouvert"},{"nom":"Axe restreint"}]',
    )
    const ofPlan = `{ plan(uuid: "${plan.id}") { indicateurs(first: 9) { edges { node { nom } } } } }`
    expect(await ask(ofPlan)).toContain('De la fiche restreinte')
    expect(await ask(ofPlan, 'éditeur')).not.toContain('De la fiche restreinte')
  })

  it('hides what is in the corbeille from everyone', async () => {
    const { collectivite, fiche } = subject
    const { id } = await make.indicateur({ collectivite, nom: `Jeté ${SECRET}` })
    await prisma.ficheIndicateur.create({
      data: { ficheId: fiche.id, indicateurId: id, collectiviteId: collectivite.id },
    })
    const suppression = await prisma.suppression.create({
      data: { collectiviteId: collectivite.id, kind: 'INDICATEUR', objetId: id, nom: 'Jeté' },
    })
    await prisma.indicateur.update({ where: { id }, data: { suppressionId: suppression.id } })
    for (const query of [...Object.values(READS), () => `{ indicateur(uuid: "${id}") { nom } }`]) {
      const { data } = await app.query({ query: query(subject), cookie: askers.admin.cookie })
      expect(JSON.stringify(data)).not.toContain('Jeté')
    }
  })
})

describe('rights matrix: changing indicateurs', () => {
  const WRITES: Record<
    string,
    { input: (about: Subject) => string; may: readonly Who[]; absent: string; code: string }
  > = {
    createIndicateur: {
      input: ({ collectivite }) => `collectiviteId: "${encodeGlobalID('Collectivite', collectivite.id)}", nom: "Neuf"`,
      may: EDITORS,
      absent: 'COLLECTIVITE_NOT_FOUND',
      code: 'EDIT_INDICATEUR_FORBIDDEN',
    },
    updateIndicateur: onIndicateur('unite: "%"'),
    setIndicateurValeur: onIndicateur('valeur: { periode: "2030-01-01", realise: "12.5" }'),
    setIndicateurValeurs: onIndicateur('valeurs: [{ periode: "2031-01-01", objectif: "-1" }]'),
    addFicheIndicateur: onFiche(),
    removeFicheIndicateur: onFiche(),
    addAxeIndicateur: onAxe(),
    removeAxeIndicateur: onAxe(),
    deleteIndicateur: {
      ...onIndicateur(''),
      input: ({ ofHidden }) => `indicateurId: "${encodeGlobalID('Indicateur', ofHidden.id)}"`,
    },
  }

  function onIndicateur(rest: string) {
    const input = ({ indicateur }: Subject) => `indicateurId: "${encodeGlobalID('Indicateur', indicateur.id)}", ${rest}`
    return { input, may: EDITORS, absent: 'INDICATEUR_NOT_FOUND', code: 'EDIT_INDICATEUR_FORBIDDEN' }
  }

  function onFiche() {
    const input = ({ fiche, ofHidden }: Subject) =>
      `ficheId: "${encodeGlobalID('Fiche', fiche.id)}", indicateurId: "${encodeGlobalID('Indicateur', ofHidden.id)}"`
    return { input, may: FICHE_EDITORS, absent: 'FICHE_NOT_FOUND', code: 'EDIT_FICHE_FORBIDDEN' }
  }

  function onAxe() {
    const input = ({ axe, ofHidden }: Subject) =>
      `axeId: "${encodeGlobalID('Axe', axe.id)}", indicateurId: "${encodeGlobalID('Indicateur', ofHidden.id)}"`
    return { input, may: EDITORS, absent: 'AXE_NOT_FOUND', code: 'EDIT_PLAN_FORBIDDEN' }
  }

  for (const [name, { input, may, absent, code }] of Object.entries(WRITES)) {
    // Each deletes once: those after the first would not find it.
    const whoAsk = name === 'deleteIndicateur' ? WHO.filter((who) => who !== 'admin') : WHO
    for (const who of whoAsk) {
      it(`answers ${name} for: ${who}`, async () => {
        const { data, errors } = await app.query({
          query: `mutation { answer: ${name}(input: { ${input(subject)} }) { __typename ... on Error { code } } }`,
          cookie: askers[who].cookie,
        })
        expect(errors).toEqual([])
        const success = { __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Success` }
        const refused = MEMBRES.includes(who)
          ? { __typename: 'ForbiddenError', code }
          : { __typename: 'NotFoundError', code: absent }
        expect(data).toEqual({ answer: may.includes(who) ? success : refused })
      })
    }
  }

  it.each(MEMBRES)('says beside the data what one may do, to: %s', async (who) => {
    const { indicateur, collectivite } = subject
    const { data } = await app.query({
      query: `{ indicateur(uuid: "${indicateur.id}") { viewerCanUpdate }
        collectivite(siren: "${collectivite.siren}") { viewerCanCreateIndicateur } }`,
      cookie: askers[who].cookie,
    })
    expect(data).toEqual({
      indicateur: { viewerCanUpdate: EDITORS.includes(who) },
      collectivite: { viewerCanCreateIndicateur: EDITORS.includes(who) },
    })
  })
})

describe('rights matrix: watching indicateurs', () => {
  const bus = createChangeBus()
  function watchAs(who: Who, uuid: string) {
    const { viewer } = askers[who]
    const contextValue: GraphqlContext = {
      viewer,
      prisma,
      bus,
      webhooks: createWebhookPort({ authSecret: AUTH_SECRET, allowLoopback: false }),
      mail: { post: () => Promise.resolve(), secretOf: () => '' },
      liveText: storedLiveText,
      loaders: createLoaders({ prisma, viewer }),
      requestId: 'test',
    }
    const document = parse(`subscription { indicateurChanged(uuid: "${uuid}") { auteur fields indicateur { nom } } }`)
    return subscribe({ schema, document, contextValue })
  }

  function act<Result>(run: Parameters<typeof inTransaction<Result>>[1]) {
    return inTransaction({ prisma, viewer: askers.admin.viewer, liveText: storedLiveText, bus }, run)
  }

  it.each(WHO)('lets watch an indicateur, or not: %s', async (who) => {
    const changes = await watchAs(who, subject.indicateur.id)
    if (!(Symbol.asyncIterator in changes)) throw new Error('a stream is answered')
    const next = changes.next()
    if (!MEMBRES.includes(who)) return expect(next).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
    const waiting = setInterval(() => {
      void act((useCase) =>
        setValeurs(useCase, {
          indicateurId: subject.indicateur.id,
          valeurs: [{ periode: new Date('2040-01-01'), realise: String(Date.now()) }],
        }),
      )
    }, 50)
    const { value } = await next
    clearInterval(waiting)
    expect(value).toMatchObject({ data: { indicateurChanged: { fields: ['valeurs'] } } })
    await changes.return?.()
  })

  it('tells of a link to a restricted fiche to who may read it, and to nobody else', async () => {
    const { collectivite, hidden, fiche } = subject
    const { id: indicateurId } = await make.indicateur({ collectivite })
    const seenBy = async (who: Who) => {
      const stream = await watchAs(who, indicateurId)
      if (!(Symbol.asyncIterator in stream)) throw new Error('a stream is answered')
      const seen: unknown[] = []
      const end = (async () => {
        for await (const { data } of stream) {
          seen.push(data)
          if (JSON.stringify(data).includes('"valeurs"')) return
        }
      })()
      return { seen, end }
    }
    const [editeur, admin] = [await seenBy('éditeur'), await seenBy('admin')]
    for (const { id: ficheId } of [hidden, fiche]) {
      await act((useCase) => addFicheIndicateur(useCase, { ficheId, indicateurId }))
    }
    await act((useCase) =>
      setValeurs(useCase, { indicateurId, valeurs: [{ periode: new Date('2040-01-01'), realise: '1' }] }),
    )
    await Promise.all([editeur.end, admin.end])
    expect([editeur.seen.length, admin.seen.length]).toEqual([2, 3])
  })
})
