import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

/** Who asks, as in the rights matrix. */
const WHO = [
  'anonyme',
  'autre collectivité',
  'ailleurs, lire',
  'ailleurs, commenter',
  'ailleurs, contribuer',
  'ailleurs, éditer',
  'lecteur',
  'contributeur du service',
  'contributeur d’un autre service',
  'éditeur',
  'admin',
] as const
type Who = (typeof WHO)[number]
/** The four first are of another collectivité, and named by a grant on the plan. */
const READERS: readonly Who[] = WHO.slice(2)
const FICHE_EDITORS: readonly Who[] = [
  'ailleurs, contribuer',
  'ailleurs, éditer',
  'contributeur du service',
  'éditeur',
  'admin',
]
const EDITORS: readonly Who[] = ['ailleurs, éditer', 'éditeur', 'admin']

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)
const SECRET = `Zinnia${Math.random().toString(36).slice(2)}`

let app: GraphqlApp
let cookies: Record<Who, string | null>
let subject: Awaited<ReturnType<typeof ficheWithLists>>

async function ficheWithLists() {
  const collectivite = await make.collectivite()
  const collectiviteId = collectivite.id
  const service = await make.service({ collectivite })
  const plan = await make.plan({ collectivite })
  const axe = await make.axe({ plan })
  const fiche = await make.fiche({ axe, services: [service] })
  const { id: ficheId } = fiche
  const loose = await make.fiche({ axe, services: [service] })
  const sousAction = await prisma.fiche.create({
    data: { collectiviteId, parentId: ficheId, position: 'a0', titre: `Sous-action ${SECRET}` },
  })
  const budget = await prisma.ligneBudget.create({
    data: { ficheId, type: 'INVESTISSEMENT', unite: 'EUROS_HT', nature: 'REEL', annee: 2020, montant: '424242.42' },
  })
  const label = await prisma.label.create({
    data: { collectiviteId, genre: 'FINANCEUR', nom: SECRET, nomNormalise: SECRET.toLowerCase() },
  })
  const financeur = await prisma.ligneFinanceur.create({
    data: { ficheId, collectiviteId, montantHt: 1, financeurs: { create: { labelId: label.id, genre: 'FINANCEUR' } } },
  })
  const note = await prisma.noteSuivi.create({ data: { ficheId, date: new Date('2026-01-01') } })
  const document = await prisma.liveDocument.findFirstOrThrow({ where: { ficheId } })
  await prisma.ficheText.create({
    data: { ficheId, field: `note:${note.id}`, plain: SECRET, markdown: SECRET, seq: document.seq },
  })
  const { planId } = axe
  const champ = await prisma.champPropre.create({
    data: { planId, nom: `Champ ${SECRET}`, type: 'CHOIX', position: 'a0' },
  })
  const choix = await prisma.champPropreChoix.create({
    data: { champId: champ.id, nom: `Choix ${SECRET}`, position: 'a0' },
  })
  const mesure = await prisma.mesureLiee.create({ data: { ficheId, code: 'cae 1', titre: SECRET } })
  const ids = {
    fiche: encodeGlobalID('Fiche', ficheId),
    loose: encodeGlobalID('Fiche', loose.id),
    sousAction: encodeGlobalID('Fiche', sousAction.id),
    budget: encodeGlobalID('LigneBudget', budget.id),
    label: encodeGlobalID('Label', label.id),
    financeur: encodeGlobalID('LigneFinanceur', financeur.id),
    note: encodeGlobalID('NoteSuivi', note.id),
    mesure: encodeGlobalID('MesureLiee', mesure.id),
    plan: encodeGlobalID('Plan', planId),
    champ: encodeGlobalID('ChampPropre', champ.id),
    choix: encodeGlobalID('ChampPropreChoix', choix.id),
  }
  return { collectivite, service, plan, ficheId, ids }
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  subject = await ficheWithLists()
  const { collectivite, service, plan } = subject
  const cookie = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  cookies = {
    anonyme: null,
    'autre collectivité': await cookie({ role: 'ADMIN' }),
    'ailleurs, lire': await app.signIn((await make.grantee({ plan, niveau: 'LIRE' })).user),
    'ailleurs, commenter': await app.signIn((await make.grantee({ plan, niveau: 'COMMENTER' })).user),
    'ailleurs, contribuer': await app.signIn((await make.grantee({ plan, niveau: 'CONTRIBUER' })).user),
    'ailleurs, éditer': await app.signIn((await make.grantee({ plan, niveau: 'EDITER' })).user),
    lecteur: await cookie({ collectivite, role: 'LECTEUR', services: [service] }),
    'contributeur du service': await cookie({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    'contributeur d’un autre service': await cookie({
      collectivite,
      role: 'CONTRIBUTEUR',
      services: [await make.service({ collectivite })],
    }),
    éditeur: await cookie({ collectivite, role: 'EDITEUR' }),
    admin: await cookie({ collectivite, role: 'ADMIN' }),
  }
})
afterAll(() => app.close())

type Ids = typeof subject.ids

describe('reading the lists of a fiche', () => {
  const SEEN = new RegExp(`${SECRET}|424242`)
  const READS: Record<string, (ids: Ids) => string> = {
    budgets: () => '{ budgets { montant } }',
    budgetTotal: () => '{ budgetTotal { montant donne } }',
    financeurs: () => '{ financeurs { montantHt financeurs { nom } } }',
    notesSuivi: () => '{ notesSuivi(first: 5) { edges { node { auteur texte texteMarkdown } } } }',
    mesuresLiees: () => '{ mesuresLiees { code titre } }',
    champsPropres: () => '{ champsPropres { nom choixPossibles { nom } texte } }',
    sousActions: () => '{ sousActions { titre parent { uuid } } }',
  }
  const NODES: Record<string, (ids: Ids) => string> = {
    LigneBudget: ({ budget }) => `{ node(id: "${budget}") { ... on LigneBudget { montant } } }`,
    LigneFinanceur: ({ financeur }) => `{ node(id: "${financeur}") { ... on LigneFinanceur { financeurs { nom } } } }`,
    Label: ({ label }) => `{ node(id: "${label}") { ... on Label { nom } } }`,
    NoteSuivi: ({ note }) => `{ node(id: "${note}") { ... on NoteSuivi { texte } } }`,
    ChampPropre: ({ champ }) =>
      `{ node(id: "${champ}") { ... on ChampPropre { nom choix { nom } plan { nom champsPropres { nom } } } } }`,
    ChampPropreChoix: ({ choix }) => `{ node(id: "${choix}") { ... on ChampPropreChoix { nom } } }`,
    MesureLiee: ({ mesure }) => `{ node(id: "${mesure}") { ... on MesureLiee { titre } } }`,
    'Fiche (sous-action)': ({ sousAction }) => `{ node(id: "${sousAction}") { ... on Fiche { titre } } }`,
  }
  for (const who of WHO) {
    const verb = READERS.includes(who) ? 'shows' : 'shows nothing of'
    for (const [name, query] of Object.entries(READS)) {
      it(`${verb} ${name} to: ${who}`, async () => {
        const asked = `{ fiche(uuid: "${subject.ficheId}") ${query(subject.ids)} }`
        const { data, errors } = await app.query({ query: asked, cookie: cookies[who] })
        expect(errors).toEqual([])
        expect(SEEN.test(JSON.stringify(data))).toBe(READERS.includes(who))
      })
    }
    for (const [name, query] of Object.entries(NODES)) {
      it(`${verb} node: ${name} to: ${who}`, async () => {
        const { data, errors } = await app.query({ query: query(subject.ids), cookie: cookies[who] })
        expect(errors).toEqual([])
        // Its words are the collectivité’s: they are read where a fiche bears them, and by whoever may fill one in.
        const isClosed = name === 'Label' && ['ailleurs, lire', 'ailleurs, commenter'].includes(who)
        expect(SEEN.test(JSON.stringify(data))).toBe(READERS.includes(who) && !isClosed)
      })
    }
  }
})

describe('the counts of a champ propre', () => {
  it('count the fiches that their reader may read, and no restricted one', async () => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const [open, restricted] = [await make.fiche({ plan }), await make.fiche({ plan })]
    await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
    const champ = await prisma.champPropre.create({
      data: {
        planId: plan.id,
        nom: 'A',
        type: 'CHOIX',
        position: 'a0',
        choix: { create: { nom: 'Oui', position: 'a0' } },
      },
      include: { choix: true },
    })
    const choixId = champ.choix[0]?.id ?? null
    await prisma.champPropreValeur.createMany({
      data: [open, restricted].map(({ id }) => ({ ficheId: id, champId: champ.id, type: 'CHOIX' as const, choixId })),
    })
    const counts = async (role: 'EDITEUR' | 'ADMIN') => {
      const cookie = await app.signIn((await make.membre({ collectivite, role })).user)
      const query = `{ node(id: "${encodeGlobalID('ChampPropre', champ.id)}") { ... on ChampPropre { valeursCount choix { valeursCount } } } }`
      return (await app.query({ query, cookie })).data
    }
    expect(await counts('EDITEUR')).toEqual({ node: { valeursCount: 1, choix: [{ valeursCount: 1 }] } })
    expect(await counts('ADMIN')).toEqual({ node: { valeursCount: 2, choix: [{ valeursCount: 2 }] } })
  })
})

describe('changing the lists of a fiche', () => {
  let year = 1950
  const OF_PLAN = { may: EDITORS, forbidden: 'EDIT_PLAN' }
  const WRITES: Record<
    string,
    { query: (ids: Ids) => string; absent: string; may?: readonly Who[]; forbidden?: string; once?: boolean }
  > = {
    addFicheBudget: {
      query: ({ fiche }) =>
        `(input: { ficheId: "${fiche}", type: FONCTIONNEMENT, unite: ETP, nature: REEL, annee: ${(year += 1)}, montant: "1" })`,
      absent: 'FICHE',
    },
    updateFicheBudget: {
      query: ({ budget }) => `(input: { ligneId: "${budget}", montant: "424242" })`,
      absent: 'LIGNE',
    },
    addFicheFinanceur: {
      query: ({ fiche, label }) => `(input: { ficheId: "${fiche}", financeurIds: ["${label}"] })`,
      absent: 'FICHE',
    },
    updateFicheFinanceur: {
      query: ({ financeur }) => `(input: { ligneId: "${financeur}", montantHt: null })`,
      absent: 'LIGNE',
    },
    createFicheNote: { query: ({ fiche }) => `(input: { ficheId: "${fiche}", date: "2026-02-03" })`, absent: 'FICHE' },
    updateFicheNote: { query: ({ note }) => `(input: { noteId: "${note}", date: "2026-02-03" })`, absent: 'NOTE' },
    deleteFicheNote: { query: ({ note }) => `(input: { noteId: "${note}" })`, absent: 'NOTE' },
    restoreFicheNote: { query: ({ note }) => `(input: { noteId: "${note}" })`, absent: 'NOTE' },
    addFicheMesureLiee: { query: ({ fiche }) => `(input: { ficheId: "${fiche}", code: "x" })`, absent: 'FICHE' },
    setFicheChampPropre: {
      query: ({ fiche, champ, choix }) => `(input: { ficheId: "${fiche}", champId: "${champ}", choixId: "${choix}" })`,
      absent: 'FICHE',
    },
    createChampPropre: {
      query: ({ plan }) => `(input: { planId: "${plan}", nom: "Champ ${(year += 1)}", type: CHOIX, choix: ["a"] })`,
      absent: 'PLAN',
      ...OF_PLAN,
    },
    updateChampPropre: {
      query: ({ champ }) => `(input: { champId: "${champ}", nom: "Autre ${SECRET}" })`,
      absent: 'CHAMP',
      ...OF_PLAN,
    },
    moveChampPropre: { query: ({ champ }) => `(input: { champId: "${champ}" })`, absent: 'CHAMP', ...OF_PLAN },
    addChampPropreChoix: {
      query: ({ champ }) => `(input: { champId: "${champ}", nom: "Choix ${(year += 1)}" })`,
      absent: 'CHAMP',
      ...OF_PLAN,
    },
    updateChampPropreChoix: {
      query: ({ choix }) => `(input: { choixId: "${choix}", nom: "Choix ${SECRET}" })`,
      absent: 'CHAMP',
      ...OF_PLAN,
    },
    removeChampPropreChoix: {
      query: ({ choix }) => `(input: { choixId: "${choix}" })`,
      absent: 'CHAMP',
      may: ['admin'],
      forbidden: 'EDIT_PLAN',
      once: true,
    },
    deleteChampPropre: {
      query: ({ champ }) => `(input: { champId: "${champ}" })`,
      absent: 'CHAMP',
      may: ['admin'],
      forbidden: 'EDIT_PLAN',
      once: true,
    },
    createSousAction: { query: ({ fiche }) => `(input: { parentId: "${fiche}", titre: "S" })`, absent: 'FICHE' },
    moveSousAction: { query: ({ sousAction }) => `(input: { sousActionId: "${sousAction}" })`, absent: 'FICHE' },
    makeSousAction: {
      query: ({ fiche, loose }) => `(input: { ficheId: "${loose}", parentId: "${fiche}" })`,
      absent: 'FICHE',
      may: EDITORS,
      forbidden: 'MOVE_FICHE',
      once: true,
    },
    takeOutSousAction: {
      query: ({ loose }) => `(input: { sousActionId: "${loose}" })`,
      absent: 'FICHE',
      may: ['admin'],
      forbidden: 'MOVE_FICHE',
      once: true,
    },
    removeFicheBudget: {
      query: ({ budget }) => `(input: { ligneId: "${budget}" })`,
      absent: 'LIGNE',
      may: ['admin'],
      once: true,
    },
    removeFicheFinanceur: {
      query: ({ financeur }) => `(input: { ligneId: "${financeur}" })`,
      absent: 'LIGNE',
      may: ['admin'],
      once: true,
    },
    removeFicheMesureLiee: {
      query: ({ mesure }) => `(input: { mesureId: "${mesure}" })`,
      absent: 'MESURE',
      may: ['admin'],
      once: true,
    },
  }
  for (const [name, { query, absent, may = FICHE_EDITORS, forbidden = 'EDIT_FICHE', once = false }] of Object.entries(
    WRITES,
  )) {
    for (const who of WHO) {
      // What can be done once only is asked by who may not, and by one who may.
      if (
        once &&
        FICHE_EDITORS.includes(who) &&
        (forbidden !== 'EDIT_PLAN' || EDITORS.includes(who)) &&
        !may.includes(who)
      )
        continue
      it(`answers ${name} for: ${who}`, async () => {
        const { data, errors } = await app.query({
          query: `mutation { answer: ${name}${query(subject.ids)} { __typename ... on Error { code } } }`,
          cookie: cookies[who],
        })
        expect(errors).toEqual([])
        const expected = may.includes(who)
          ? { __typename: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Success` }
          : READERS.includes(who)
            ? { __typename: 'ForbiddenError', code: `${forbidden}_FORBIDDEN` }
            : { __typename: 'NotFoundError', code: `${absent}_NOT_FOUND` }
        expect(data).toEqual({ answer: expected })
      })
    }
  }
})

describe('the text of a note', () => {
  it('is written in the fiche’s document, and read back in GraphQL', async () => {
    const { ids, ficheId } = subject
    const { data, errors } = await app.query({
      query: `mutation { createFicheNote(input: { ficheId: "${ids.fiche}", date: "2026-05-06", texteMarkdown: "Réunion **utile**" }) {
        ... on CreateFicheNoteSuccess { note { uuid date auteur } } } }`,
      cookie: cookies['éditeur'],
    })
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      createFicheNote: { note: { date: '2026-05-06', auteur: expect.stringMatching(/^Personne/) } },
    })
    const read = async () => {
      const answer = await app.query({
        query: `{ fiche(uuid: "${ficheId}") { notesSuivi(first: 1) { edges { node { date texte texteMarkdown } } } } }`,
        cookie: cookies['lecteur'],
      })
      return answer.data
    }
    await expect.poll(read, { timeout: 5000 }).toEqual({
      fiche: {
        notesSuivi: {
          edges: [{ node: { date: '2026-05-06', texte: 'Réunion utile', texteMarkdown: 'Réunion **utile**' } }],
        },
      },
    })
  })
})
