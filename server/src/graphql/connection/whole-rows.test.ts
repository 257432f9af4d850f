import { expect } from 'vitest'
import { graphqlTest as it } from '../../../test/graphql-test.ts'

it('answers where the pages of a parent’s lists are, and cursors, without anything of their rows', async ({
  app,
  make,
}) => {
  const collectivite = await make.collectivite()
  const service = await make.service({ collectivite })
  const plan = await make.plan({ collectivite })
  const { user } = await make.membre({ collectivite, role: 'ADMIN', services: [service] })
  const cookie = await app.signIn(user)
  const page = '{ edges { cursor } pageInfo { hasNextPage endCursor } }'
  const lists = ['services', 'membres', 'personnes', 'invitations', 'plans', 'indicateurs', 'corbeille']
  const ofPlan = ['axes', 'placements']
  const query = `{
    collectivite(siren: "${collectivite.siren}") { ${lists.map((list) => `${list}(first: 9) ${page}`).join(' ')} }
    plan(uuid: "${plan.id}") { ${ofPlan.map((list) => `${list}(first: 9) ${page}`).join(' ')} }
  }`
  const { data, errors } = await app.query({ query, cookie })
  expect(errors).toEqual([])
  expect(data).toMatchObject({
    collectivite: { services: { edges: [{ cursor: expect.any(String) }] } },
    plan: { axes: { edges: [] } },
  })
})
