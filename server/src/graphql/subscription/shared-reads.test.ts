import { encodeGlobalID } from '@pothos/plugin-relay'
import { expect } from 'vitest'
import type { Person } from '../../../test/factories.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest } from '../../../test/graphql-test.ts'
import { untilHeard, watch } from '../../../test/watching.ts'

const CROWD = 30
/** What is told until everybody hears. */
const WARM_UP = 'avant'

const WATCH_FICHE = `subscription ($uuid: UUID!) {
  ficheChanged(uuid: $uuid) { fields auteurEstVous fiche { calendrier viewerCanUpdate pilotes { nom } services { nom }
    placements(first: 5) { edges { node { plan { nom viewerCanUpdate } } } } liens { fiche { titre } autre { titre } } } }
}`
const WATCH_PLAN = `subscription ($uuid: UUID!) {
  planChanged(uuid: $uuid) { fields auteurEstVous placements { axe { nom } fiche { calendrier titre viewerCanUpdate } } }
}`

const UPDATE = `mutation ($input: UpdateFicheInput!) { updateFiche(input: $input) { __typename } }`

const it = graphqlTest.extend('address', { scope: 'file' }, async ({ app }) => {
  const listening = await app.fastify.listen({ host: '127.0.0.1', port: 0 })
  return `${listening.replace('http', 'ws')}/graphql`
})

interface Watching {
  app: GraphqlApp
  address: string
  ficheId: string
  planId: string
}

/** Each on sockets of their own, at the fiche and at the plan that holds it. */
async function watchAll({ app, address, ficheId, planId }: Watching, people: readonly Person[]) {
  const tell = () =>
    app.bus.publish([
      { kind: 'fiche', ficheId, fields: [WARM_UP], by: null, at: new Date() },
      { kind: 'plan', planId, fields: [WARM_UP], by: null, at: new Date() },
    ])
  const all = await Promise.all(
    people.map(async ({ user }) => {
      const cookie = await app.signIn(user)
      return {
        fiche: watch(address, { query: WATCH_FICHE, variables: { uuid: ficheId }, cookie }),
        plan: watch(address, { query: WATCH_PLAN, variables: { uuid: planId }, cookie }),
      }
    }),
  )
  const each = all.flatMap(({ fiche, plan }) => [fiche, plan])
  for (const watched of each) await untilHeard(watched, tell)
  return {
    all,
    /** Until everybody has heard of this change of the calendrier: whatever was told before it has been answered too. */
    untilAllHeard: (calendrier: string) => {
      const isOfIt = (told: string) => told.includes(calendrier) && !told.includes(`"fields":["${WARM_UP}"]`)
      return expect
        .poll(() => each.filter(({ heard }) => isOfIt(JSON.stringify(heard.at(-1)))).length, { timeout: 30_000 })
        .toBe(each.length)
    },
    stop: () => Promise.all(each.map(({ stop }) => stop())),
  }
}

it('reads as much for thirty people of the same rights as for one', async ({ app, address, counted, make }) => {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan })
  const author = await app.signIn((await make.membre({ collectivite })).user)
  const change = (calendrier: string) =>
    app.query({
      query: UPDATE,
      variables: { input: { ficheId: encodeGlobalID('Fiche', fiche.id), calendrier } },
      cookie: author,
    })

  const counts: number[] = []
  for (const size of [1, CROWD]) {
    const people = await Promise.all(Array.from({ length: size }, () => make.membre({ collectivite, role: 'LECTEUR' })))
    const crowd = await watchAll({ app, address, ficheId: fiche.id, planId: plan.id }, people)
    await change(`d’abord ${size}`)
    await crowd.untilAllHeard(`d’abord ${size}`)
    const statements = await counted.statementsOf(async () => {
      await change(`ensuite ${size}`)
      await crowd.untilAllHeard(`ensuite ${size}`)
    })
    counts.push(statements.length)
    await crowd.stop()
  }
  expect(counts[0]).toBeGreaterThan(0)
  expect(counts[1]).toBe(counts[0])
})

it('answers each who hears of one change by their own rights', async ({ app, address, make, prisma }) => {
  const collectivite = await make.collectivite()
  const { id: collectiviteId } = collectivite
  const [plan, closed] = [await make.plan({ collectivite }), await make.plan({ collectivite, nom: 'Fermé' })]
  await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
  const fiche = await make.fiche({ plan })
  const secret = await make.fiche({ plan, titre: 'Secrète' })
  await prisma.placement.create({ data: { ficheId: fiche.id, planId: closed.id, collectiviteId, position: 'z' } })
  await prisma.lien.create({ data: { ficheId: fiche.id, autreId: secret.id, type: 'DEPEND_DE' } })
  const service = await make.service({ collectivite })
  await prisma.ficheService.create({ data: { ficheId: fiche.id, serviceId: service.id, collectiviteId } })
  const people = {
    lecteur: await make.membre({ collectivite, role: 'LECTEUR' }),
    'lecteur, pilote of the linked fiche': await make.membre({ collectivite, role: 'LECTEUR' }),
    contributeur: await make.membre({ collectivite, role: 'CONTRIBUTEUR' }),
    'contributeur of the service': await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] }),
    éditeur: await make.membre({ collectivite, role: 'EDITEUR' }),
    admin: await make.membre({ collectivite, role: 'ADMIN' }),
  }
  const { user: author } = people.éditeur
  const { id: personneId } = await prisma.personne.findFirstOrThrow({
    where: { membre: { userId: people['lecteur, pilote of the linked fiche'].user.id } },
  })
  await prisma.fichePilote.create({ data: { ficheId: secret.id, personneId, collectiviteId } })
  await prisma.fiche.update({ where: { id: secret.id }, data: { restreinte: true } })

  const crowd = await watchAll({ app, address, ficheId: fiche.id, planId: plan.id }, Object.values(people))
  const input = { ficheId: encodeGlobalID('Fiche', fiche.id), calendrier: 'au printemps' }
  await app.query({ query: UPDATE, variables: { input }, cookie: await app.signIn(author) })
  await crowd.untilAllHeard('au printemps')
  const seen = Object.fromEntries(
    Object.keys(people).map((who, index) => {
      const told = JSON.stringify(crowd.all[index]?.fiche.heard.at(-1))
      const has = (part: string) => told.includes(part)
      return [who, ['"auteurEstVous":true', '"viewerCanUpdate":true', 'Secrète', 'Fermé'].map(has)]
    }),
  )
  await crowd.stop()
  // Whether they did it, may change the fiche or a plan of it, read the linked fiche, read the restricted plan.
  expect(seen).toEqual({
    lecteur: [false, false, false, false],
    'lecteur, pilote of the linked fiche': [false, false, true, false],
    contributeur: [false, false, false, false],
    'contributeur of the service': [false, true, false, false],
    éditeur: [true, true, false, false],
    admin: [false, true, true, true],
  })
})
