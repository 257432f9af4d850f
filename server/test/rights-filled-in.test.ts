import { encodeGlobalID as gid } from '@pothos/plugin-relay'
import type { Ouverture, PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { LEVELS } from '../src/domain/rights/acts.ts'
import { normaliseNom } from '../src/domain/service/normalise-nom.ts'
import type { Factories } from './factories.ts'
import type { GraphqlApp } from './graphql-app.ts'
import { graphqlTest as it } from './graphql-test.ts'

// What fields are filled in with, for those whom a grant of another collectivité lets fill in a fiche.

const NOMS = ['Atmo', 'Comité de pilotage', 'Bonnes pratiques', 'Ademe'] as const
const GENRES = ['PARTENAIRE', 'INSTANCE_GOUVERNANCE', 'TAG', 'FINANCEUR'] as const

interface Making {
  app: GraphqlApp
  make: Factories
  prisma: PrismaClient
}

/** A restricted plan with a fiche, in a collectivité that has words, a service and people; and somebody of another one. */
async function scene({ app, make, prisma }: Making) {
  const collectivite = await make.collectivite()
  const { id: collectiviteId, siren } = collectivite
  await make.service({ collectivite, nom: 'Direction de l’eau' })
  await prisma.label.createMany({
    data: GENRES.map((genre, at) => ({
      collectiviteId,
      genre,
      nom: NOMS[at] ?? '',
      nomNormalise: normaliseNom(NOMS[at] ?? ''),
    })),
  })
  const agent = await make.membre({ collectivite, role: 'LECTEUR' })
  const plan = await make.plan({ collectivite })
  await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
  const fiche = await make.fiche({ plan })
  const stranger = await make.membre({ role: 'ADMIN' })
  await prisma.user.update({ where: { id: stranger.user.id }, data: { emailVerified: true } })
  const cookie = await app.signIn(stranger.user)
  const grant = (on: 'plan' | 'fiche', niveau: Ouverture) =>
    prisma.octroi.create({
      data: {
        collectiviteId,
        ...(on === 'plan' ? { planId: plan.id } : { ficheId: fiche.id }),
        email: stranger.user.email.toLowerCase(),
        niveau,
      },
    })
  const page = 'edges { node { nom } }'
  const lists = async () => {
    const { data, errors } = await app.query({
      query: `{ collectivite(siren: "${siren}") { services(first: 9) { ${page} }
        personnes(first: 9) { edges { node { nom membre { email } } } } membres(first: 9) { ${page} }
        ${GENRES.map((genre) => `${genre}: labels(first: 9, genre: ${genre}) { ${page} }`).join(' ')} } }`,
      cookie,
    })
    expect(errors).toEqual([])
    return JSON.parse(JSON.stringify(data))
  }
  const ask = async (mutation: string) => {
    const { data, errors } = await app.query({
      query: `mutation { answer: ${mutation} { __typename ... on Error { code } } }`,
      cookie,
    })
    expect(errors).toEqual([])
    return data
  }
  return { collectivite, agent, plan, fiche, cookie, grant, lists, ask }
}

const one = (nom: string, more = {}) => ({ edges: [{ node: { nom, ...more } }] })
const NONE = { edges: [] }

describe('a grant of another collectivité', () => {
  describe.each(['plan', 'fiche'] as const)('on a %s', (on) => {
    it.for(LEVELS)(
      'shows with %s the words, services and names that it lets fill in, and nothing else',
      async (niveau, { app, make, prisma }) => {
        const { agent, grant, lists } = await scene({ app, make, prisma })
        expect(await lists()).toEqual({ collectivite: null })
        const { id } = await grant(on, niveau)
        const fills = niveau === 'CONTRIBUER' || niveau === 'EDITER'
        expect(await lists()).toEqual({
          collectivite: {
            services: fills ? one('Direction de l’eau') : NONE,
            // Their names: neither their address, nor whether they are members.
            personnes: fills ? one(agent.user.name, { membre: null }) : NONE,
            membres: NONE,
            ...Object.fromEntries(GENRES.map((genre, at) => [genre, fills ? one(NOMS[at] ?? '') : NONE])),
          },
        })
        await prisma.octroi.delete({ where: { id } })
        expect(await lists()).toEqual({ collectivite: null })
      },
    )

    it('shows them no more once that is in the corbeille', async ({ app, make, prisma }) => {
      const { grant, lists, plan, fiche, collectivite } = await scene({ app, make, prisma })
      await grant(on, 'EDITER')
      expect(await lists()).toMatchObject({ collectivite: { services: one('Direction de l’eau') } })
      const cookie = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
      const deleted =
        on === 'plan'
          ? `deletePlan(input: { planId: "${gid('Plan', plan.id)}" })`
          : `deleteFiches(input: { ficheIds: ["${gid('Fiche', fiche.id)}"] })`
      const { errors } = await app.query({ query: `mutation { ${deleted} { __typename } }`, cookie })
      expect(errors).toEqual([])
      expect(await lists()).toEqual({ collectivite: null })
    })
  })

  it('lets name what is there, and create nothing', async ({ app, make, prisma }) => {
    const { agent, fiche, plan, grant, ask } = await scene({ app, make, prisma })
    await grant('plan', 'EDITER')
    const ficheId = `ficheId: "${gid('Fiche', fiche.id)}"`
    const planId = `planId: "${gid('Plan', plan.id)}"`
    const personne = await prisma.personne.findFirstOrThrow({ where: { membre: { userId: agent.user.id } } })
    expect(await ask(`addFicheLabel(input: { ${ficheId}, genre: PARTENAIRE, nom: "Atmo" })`)).toEqual({
      answer: { __typename: 'AddFicheLabelSuccess' },
    })
    expect(await ask(`addFichePilote(input: { ${ficheId}, nom: "${agent.user.name}" })`)).toEqual({
      answer: { __typename: 'AddFichePiloteSuccess' },
    })
    expect(await ask(`addPlanPilote(input: { ${planId}, personneId: "${gid('Personne', personne.id)}" })`)).toEqual({
      answer: { __typename: 'AddPlanPiloteSuccess' },
    })
    expect(await ask(`addFicheLabel(input: { ${ficheId}, genre: PARTENAIRE, nom: "Inconnu" })`)).toMatchObject({
      answer: { code: 'CREATE_LABEL_FORBIDDEN' },
    })
    expect(await ask(`addFichePilote(input: { ${ficheId}, nom: "Personne de ce nom" })`)).toMatchObject({
      answer: { code: 'CREATE_PERSONNE_FORBIDDEN' },
    })
  })

  it('shows nothing of what a third collectivité has', async ({ app, make, prisma }) => {
    const granted = await scene({ app, make, prisma })
    await granted.grant('fiche', 'EDITER')
    const other = await scene({ app, make, prisma })
    const { data } = await app.query({
      query: `{ collectivite(siren: "${other.collectivite.siren}") { nom } }`,
      cookie: granted.cookie,
    })
    expect(data).toEqual({ collectivite: null })
  })
})
