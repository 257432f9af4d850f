import { encodeGlobalID } from '@pothos/plugin-relay'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { normaliseNom } from '../src/domain/service/normalise-nom.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

// The rights matrix of the fields, the sets and the links of a fiche, and of the names that a collectivité offers for them.

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
  'pilote',
  'éditeur',
  'admin',
] as const
type Who = (typeof WHO)[number]
/** Whom a grant on the plan names, of another collectivité. */
const GRANTED: readonly Who[] = WHO.slice(2, 6)
const MEMBRES: readonly Who[] = WHO.slice(6)
const READERS: readonly Who[] = [...GRANTED, ...MEMBRES]
/** Those who are shown what fields are filled in with. */
const FILLERS: readonly Who[] = ['ailleurs, contribuer', 'ailleurs, éditer', ...MEMBRES]
const FICHE_EDITORS: readonly Who[] = [
  'ailleurs, contribuer',
  'ailleurs, éditer',
  'contributeur du service',
  'pilote',
  'éditeur',
  'admin',
]

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

let app: GraphqlApp
let cookies: Record<Who, string | null>
let subject: Awaited<ReturnType<typeof things>>

async function things() {
  const collectivite = await make.collectivite()
  const collectiviteId = collectivite.id
  const service = await make.service({ collectivite })
  const other = await make.service({ collectivite })
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan, services: [service] })
  const of = (nom: string) => ({ collectiviteId, nom, nomNormalise: normaliseNom(nom) })
  const label = await prisma.label.create({ data: { ...of('Énergie citoyenne'), genre: 'TAG' } })
  await prisma.label.create({ data: { ...of('Énergie d’ailleurs'), genre: 'PARTENAIRE' } })
  const personne = await prisma.personne.create({ data: of('Zoé Lefèvre') })
  return { collectivite, service, other, plan, fiche, label, personne }
}

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  subject = await things()
  const { collectivite, service, other, fiche, plan } = subject
  const asker = async (membre: Parameters<typeof make.membre>[0]) => app.signIn((await make.membre(membre)).user)
  const { user: pilote } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
  const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membre: { userId: pilote.id } } })
  await prisma.fichePilote.create({ data: { ficheId: fiche.id, personneId, collectiviteId: collectivite.id } })
  cookies = {
    anonyme: null,
    'autre collectivité': await asker({ role: 'ADMIN' }),
    'ailleurs, lire': await app.signIn((await make.grantee({ plan, niveau: 'LIRE' })).user),
    'ailleurs, commenter': await app.signIn((await make.grantee({ plan, niveau: 'COMMENTER' })).user),
    'ailleurs, contribuer': await app.signIn((await make.grantee({ plan, niveau: 'CONTRIBUER' })).user),
    'ailleurs, éditer': await app.signIn((await make.grantee({ plan, niveau: 'EDITER' })).user),
    lecteur: await asker({ collectivite, role: 'LECTEUR', services: [service] }),
    'contributeur du service': await asker({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    'contributeur d’un autre service': await asker({ collectivite, role: 'CONTRIBUTEUR', services: [other] }),
    pilote: await app.signIn(pilote),
    éditeur: await asker({ collectivite, role: 'EDITEUR' }),
    admin: await asker({ collectivite, role: 'ADMIN' }),
  }
})

afterAll(() => app.close())

describe('rights matrix: the fields and the sets of a fiche', () => {
  const label = () => `labelId: "${encodeGlobalID('Label', subject.label.id)}"`
  const personne = () => `personneId: "${encodeGlobalID('Personne', subject.personne.id)}"`
  const service = () => `serviceId: "${encodeGlobalID('Service', subject.other.id)}"`
  /** Each mutation, and what it is asked beside the fiche. What is added by one is removed by the next. */
  const WRITES: Record<string, () => string> = {
    updateFiche: () => 'statut: EN_COURS, dateFin: "2026-03-12", calendrier: null',
    addFicheCible: () => 'cible: AGENTS',
    removeFicheCible: () => 'cible: AGENTS',
    addFicheEffetAttendu: () => 'effet: QUALITE_AIR',
    removeFicheEffetAttendu: () => 'effet: QUALITE_AIR',
    addFicheThematique: () => 'code: "activites-economiques"',
    removeFicheThematique: () => 'code: "activites-economiques"',
    addFicheSousThematique: () => 'code: "activites-economiques/artisanat"',
    removeFicheSousThematique: () => 'code: "activites-economiques/artisanat"',
    addFicheLabel: () => `genre: TAG, ${label()}`,
    removeFicheLabel: label,
    addFichePilote: personne,
    removeFichePilote: personne,
    addFicheReferent: personne,
    removeFicheReferent: personne,
    addFicheService: service,
    removeFicheService: service,
  }

  for (const [name, rest] of Object.entries(WRITES)) {
    for (const who of WHO) {
      it(`answers ${name} for: ${who}`, async () => {
        // With one’s service among those that pilot, the contributeur of the other service would pilot: a fiche for each.
        const ficheId = encodeGlobalID('Fiche', await ficheFor(name))
        const { data, errors } = await app.query({
          query: `mutation { answer: ${name}(input: { ficheId: "${ficheId}", ${rest()} }) { __typename ... on Error { code } } }`,
          cookie: cookies[who],
        })
        expect(errors).toEqual([])
        const success = { __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Success` }
        const refused = READERS.includes(who)
          ? { __typename: 'ForbiddenError', code: 'EDIT_FICHE_FORBIDDEN' }
          : { __typename: 'NotFoundError', code: 'FICHE_NOT_FOUND' }
        expect(data).toEqual({ answer: FICHE_EDITORS.includes(who) ? success : refused })
      })
    }
  }

  async function ficheFor(name: string): Promise<string> {
    if (name !== 'addFicheService') return subject.fiche.id
    const { plan, service: piloting, fiche, collectivite } = subject
    const { id: ficheId } = await make.fiche({ plan, services: [piloting] })
    const pilotes = await prisma.fichePilote.findMany({ where: { ficheId: fiche.id } })
    const collectiviteId = collectivite.id
    await prisma.fichePilote.createMany({
      data: pilotes.map(({ personneId }) => ({ ficheId, personneId, collectiviteId })),
    })
    return ficheId
  }

  for (const who of WHO) {
    it(`answers unlinkFiches for: ${who}`, async () => {
      const { plan, fiche } = subject
      const [ficheId = '', autreId = ''] = [fiche.id, (await make.fiche({ plan })).id].toSorted()
      const { id } = await prisma.lien.create({ data: { ficheId, autreId, type: 'LIEE' } })
      const { data, errors } = await app.query({
        query: `mutation { answer: unlinkFiches(lienId: "${encodeGlobalID('Lien', id)}") { __typename ... on Error { code } } }`,
        cookie: cookies[who],
      })
      expect(errors).toEqual([])
      const refused = READERS.includes(who)
        ? { __typename: 'ForbiddenError', code: 'EDIT_FICHE_FORBIDDEN' }
        : { __typename: 'NotFoundError', code: 'LIEN_NOT_FOUND' }
      expect(data).toEqual({ answer: FICHE_EDITORS.includes(who) ? { __typename: 'UnlinkFichesSuccess' } : refused })
    })
  }

  it('answers the fiche as it is now', async () => {
    const ficheId = encodeGlobalID('Fiche', (await make.fiche({ plan: subject.plan })).id)
    const { data, errors } = await app.query({
      query: `mutation {
        updateFiche(input: { ficheId: "${ficheId}", dateFin: "2020-01-01" }) { ... on UpdateFicheSuccess { fiche { enRetard dateFin } } }
        addFicheLabel(input: { ficheId: "${ficheId}", genre: PARTENAIRE, nom: "ADEME" }) {
          ... on AddFicheLabelSuccess { fiche { partenaires { nom } tags { nom } } } }
        addFichePilote(input: { ficheId: "${ficheId}", nom: "zoe lefevre" }) {
          ... on AddFichePiloteSuccess { fiche { pilotes { nom } referents { nom } } } }
      }`,
      cookie: cookies.éditeur,
    })
    expect(errors).toEqual([])
    expect(data).toEqual({
      updateFiche: { fiche: { enRetard: true, dateFin: '2020-01-01' } },
      addFicheLabel: { fiche: { partenaires: [{ nom: 'ADEME' }], tags: [] } },
      addFichePilote: { fiche: { pilotes: [{ nom: 'Zoé Lefèvre' }], referents: [] } },
    })
  })
})

describe('rights matrix: the names of a collectivité, which a grant elsewhere shows to whoever fills in', () => {
  const asked = (field: string) =>
    `{ collectivite(siren: "${subject.collectivite.siren}") { list: ${field} { edges { node { nom } } } } }`

  for (const who of WHO) {
    it(`finds labels and personnes without accents or case, or none of them, for: ${who}`, async () => {
      for (const [field, nom] of [
        ['labels(genre: TAG, first: 9, recherche: "ENERGIE  cit")', 'Énergie citoyenne'],
        ['labels(genre: TAG, first: 9, recherche: "énergie")', 'Énergie citoyenne'],
        ['personnes(first: 9, recherche: "LEFEVRE")', 'Zoé Lefèvre'],
        ['personnes(first: 9, recherche: "zoé lef")', 'Zoé Lefèvre'],
      ] as const) {
        const { data, errors } = await app.query({ query: asked(field), cookie: cookies[who] })
        expect(errors).toEqual([])
        const edges = FILLERS.includes(who) ? [{ node: { nom } }] : []
        expect(data).toEqual({ collectivite: READERS.includes(who) ? { list: { edges } } : null })
      }
    })
  }

  it.each(['labels(genre: TAG, first: 9, recherche: "%")', 'personnes(first: 9, recherche: "_")'])(
    'takes what is searched as it is written: %s',
    async (field) => {
      const { data } = await app.query({ query: asked(field), cookie: cookies.admin })
      expect(data).toEqual({ collectivite: { list: { edges: [] } } })
    },
  )

  it.each(['Label', 'Personne'] as const)('hides a %s from other collectivités by its id', async (type) => {
    const id = encodeGlobalID(type, type === 'Label' ? subject.label.id : subject.personne.id)
    for (const who of WHO) {
      const { data } = await app.query({ query: `{ node(id: "${id}") { __typename } }`, cookie: cookies[who] })
      expect(data).toEqual({ node: FILLERS.includes(who) ? { __typename: type } : null })
    }
  })
})
