import { expect } from 'vitest'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { addMembres } from '../../domain/membre/add-membres.ts'

it('finds plans of all one’s collectivités by words of their names, or by their uuids, and none that one may not read', async ({
  app,
  make,
  prisma,
}) => {
  const [here, there, elsewhere] = [await make.collectivite(), await make.collectivite(), await make.collectivite()]
  const { user } = await make.membre({ collectivite: here })
  await addMembres(prisma, [
    { userId: user.id, nom: user.name, collectiviteId: there.id, role: 'LECTEUR', serviceIds: [] },
  ])
  const cookie = await app.signIn(user)
  const forets = await make.plan({ collectivite: here, nom: 'Plan Forêts et haies' })
  const bois = await make.plan({ collectivite: there, nom: 'Des FORETS' })
  const closed = await make.plan({ collectivite: here, nom: 'Forêts fermées' })
  await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
  const foreign = await make.plan({ collectivite: elsewhere, nom: 'Forêts d’ailleurs' })
  const found = async (where: object) => {
    const query = 'query ($where: PlanWhere) { plans(first: 9, where: $where) { edges { node { uuid } } } }'
    const { data, errors } = await app.query({ query, variables: { where }, cookie })
    expect(errors).toEqual([])
    return [...JSON.stringify(data).matchAll(/"uuid":"([^"]*)"/g)].map(([, uuid = '']) => uuid).toSorted()
  }

  expect(await found({ recherche: 'foret' })).toEqual([forets.id, bois.id].toSorted())
  expect(await found({ recherche: '%' })).toEqual([])
  expect(await found({ uuid: [forets.id, closed.id, foreign.id] })).toEqual([forets.id])
  expect(await found({ uuid: [] })).toEqual([])
})

it('finds fiches by their uuids, and none that one may not read', async ({ app, make, prisma }) => {
  const collectivite = await make.collectivite()
  const { user } = await make.membre({ collectivite })
  const plan = await make.plan({ collectivite })
  const [open, hidden] = [await make.fiche({ plan }), await make.fiche({ plan })]
  await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
  const query = `{ fiches(first: 9, where: { uuid: ["${open.id}", "${hidden.id}"] }) { edges { node { uuid } } } }`
  expect(await app.query({ query, cookie: await app.signIn(user) })).toMatchObject({
    data: { fiches: { edges: [{ node: { uuid: open.id } }] } },
    errors: [],
  })
})
