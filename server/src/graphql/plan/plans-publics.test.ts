import type { Collectivite, Statut } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { Factories } from '../../../test/factories.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest as it } from '../../../test/graphql-test.ts'

interface Scene {
  app: GraphqlApp
  make: Factories
  collectivite: Collectivite
  say: (fiche: { id: string }, said: { thematique?: string; statut?: Statut; restreinte?: boolean }) => Promise<void>
  publish: (plan: { id: string }) => Promise<unknown>
}

/** A public plan with a fiche of each of two subjects, another one with one fiche of both, and one that is not public. */
async function threePlans({ make, collectivite, say, publish }: Scene) {
  const [apart, both, own] = [
    await make.plan({ collectivite, nom: 'Plan climat à part' }),
    await make.plan({ collectivite, nom: 'Énergie et mobilité' }),
    await make.plan({ collectivite, nom: 'Énergie, brouillon' }),
  ]
  await publish(apart)
  await publish(both)
  await say(await make.fiche({ plan: apart }), { thematique: 'energie-et-climat', statut: 'A_VENIR' })
  await say(await make.fiche({ plan: apart }), { thematique: 'mobilite-et-transport', statut: 'EN_COURS' })
  await say(await make.fiche({ plan: both }), { thematique: 'energie-et-climat', statut: 'EN_COURS' })
  await say(await make.fiche({ plan: own }), { thematique: 'energie-et-climat', statut: 'EN_COURS' })
  return { apart, both, own }
}

const answerShape = z.object({
  plansPublics: z.object({ edges: z.array(z.object({ node: z.object({ nom: z.string() }) })) }),
  agregatsPublics: z.object({
    fichesCount: z.int(),
    parService: z.array(z.object({ masque: z.boolean() })).nullable(),
  }),
})

interface Asked {
  thematique?: string
  /** As GraphQL writes it. */
  statut?: string
  type?: string
  recherche?: string
}

/** The names of the plans, how many fiches are counted under the same conditions, and whether services are told. */
async function asked({ app, collectivite: { siren } }: Scene, { thematique, statut, type, recherche }: Asked = {}) {
  const ofFiches = [
    ...(thematique === undefined ? [] : [`thematique: { in: ["${thematique}"] }`]),
    ...(statut === undefined ? [] : [`statut: ${statut}`]),
  ]
  const plans = [
    ...ofFiches,
    ...(type === undefined ? [] : [`type: ${type}`]),
    ...(recherche === undefined ? [] : [`recherche: "${recherche}"`]),
  ]
  const fiches = [
    ...ofFiches,
    ...(type === undefined ? [] : [`typeDePlan: { in: [${type}] }`]),
    ...(recherche === undefined ? [] : [`nomDePlan: "${recherche}"`]),
  ]
  const { data, errors } = await app.query({
    query: `{ plansPublics(first: 10, where: { siren: "${siren}" ${plans.join()} }) { edges { node { nom } } }
      agregatsPublics(siren: "${siren}", where: { ${fiches.join()} }) { fichesCount parService { masque } } }`,
  })
  expect(errors).toEqual([])
  const { plansPublics, agregatsPublics } = answerShape.parse(data)
  return { plans: plansPublics.edges.map(({ node }) => node.nom), ...agregatsPublics }
}

const test = it.extend('scene', async ({ app, make, prisma }): Promise<Scene> => ({
  app,
  make,
  collectivite: await make.collectivite(),
  publish: ({ id }) => prisma.plan.update({ where: { id }, data: { visibilite: 'PUBLIC' } }),
  say: async ({ id }, { thematique, ...fields }) => {
    await prisma.fiche.update({ where: { id }, data: fields })
    if (thematique) await prisma.ficheThematique.create({ data: { ficheId: id, thematiqueCode: thematique } })
  },
}))

const ENERGIE = 'energie-et-climat'
const DECHETS = 'economie-circulaire-et-dechets'
const NATURE = 'nature-environnement-air'

describe('public plans, narrowed', () => {
  test('are those of which one fiche answers all that is asked of fiches, and count as they are listed', async ({
    scene,
  }) => {
    await threePlans(scene)
    const both = { plans: ['Plan climat à part', 'Énergie et mobilité'] }
    const second = { plans: ['Énergie et mobilité'], fichesCount: 1 }
    const none = { plans: [], fichesCount: 0 }
    expect(await asked(scene)).toMatchObject({ ...both, fichesCount: 3 })
    expect(await asked(scene, { thematique: ENERGIE })).toMatchObject({ ...both, fichesCount: 2 })
    expect(await asked(scene, { thematique: ENERGIE, statut: '{ in: [EN_COURS] }' })).toMatchObject(second)
    expect(await asked(scene, { statut: '{ isNull: true }' })).toMatchObject(none)
    expect(await asked(scene, { recherche: 'ENERGIE' })).toMatchObject(second)
    expect(await asked(scene, { recherche: 'ENERGIE', type: 'PCAET' })).toMatchObject(second)
    expect(await asked(scene, { recherche: '100 %' })).toMatchObject(none)
    expect(await asked(scene, { type: 'CRTE' })).toMatchObject(none)
  })

  test('say nothing of a restricted fiche, nor of the plans that are not public where a fiche is too', async ({
    scene,
    prisma,
  }) => {
    const { apart, own } = await threePlans(scene)
    const { make, collectivite, say } = scene
    const none = { plans: [], fichesCount: 0 }
    await say(await make.fiche({ plan: apart }), { thematique: DECHETS, restreinte: true })
    const shared = await make.fiche({ plan: own })
    await say(shared, { thematique: NATURE })
    expect(await asked(scene, { thematique: DECHETS })).toMatchObject(none)
    expect(await asked(scene, { thematique: NATURE })).toMatchObject(none)
    await prisma.placement.create({
      data: { planId: apart.id, ficheId: shared.id, collectiviteId: collectivite.id, position: 'a5' },
    })
    expect(await asked(scene, { thematique: NATURE })).toMatchObject({ plans: [apart.nom], fichesCount: 1 })
    expect(await asked(scene, { recherche: 'brouillon' })).toMatchObject(none)
  })

  test('tell of no service by the name of a plan: with and without it, a small one would be found by difference', async ({
    scene,
  }) => {
    const { apart } = await threePlans(scene)
    const services = [await scene.make.service({ collectivite: scene.collectivite })]
    for (let fiche = 0; fiche < 6; fiche += 1) await scene.make.fiche({ plan: apart, services })
    expect(await asked(scene)).toMatchObject({ fichesCount: 9, parService: { length: 2 } })
    expect(await asked(scene, { recherche: 'climat' })).toMatchObject({ fichesCount: 8, parService: null })
  })
})
