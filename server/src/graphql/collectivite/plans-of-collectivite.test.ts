import { expect } from 'vitest'
import { graphqlTest as it } from '../../../test/graphql-test.ts'

it('finds a plan by words of its name, accents and case apart, also once it is renamed', async ({ app, make }) => {
  const collectivite = await make.collectivite()
  const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
  const cookie = await app.signIn(user)
  const plan = await make.plan({ collectivite, nom: 'Contrat local de santé' })
  await make.plan({ collectivite, nom: 'PCAET' })
  const found = async (recherche: string) => {
    const query = `query ($recherche: String) { collectivite(siren: "${collectivite.siren}") {
      plans(first: 9, recherche: $recherche) { edges { node { id nom } } } } }`
    const { data, errors } = await app.query({ query, variables: { recherche }, cookie })
    expect(errors).toEqual([])
    return data
  }
  const named = (...noms: string[]) => ({
    collectivite: { plans: { edges: noms.map((nom) => ({ node: expect.objectContaining({ nom }) })) } },
  })

  expect(await found('LOCAL de sante')).toEqual(named('Contrat local de santé'))
  expect(await found('')).toEqual(named('Contrat local de santé', 'PCAET'))
  expect(await found('%')).toEqual(named())

  const query = `mutation ($input: UpdatePlanInput!) { updatePlan(input: $input) { __typename } }`
  const planId = Buffer.from(`Plan:${plan.id}`).toString('base64')
  const input = { planId, nom: 'Cœur de ville' }
  expect(await app.query({ query, variables: { input }, cookie })).toMatchObject({
    data: { updatePlan: { __typename: 'UpdatePlanSuccess' } },
  })
  expect(await found('coeur')).toEqual(named('Cœur de ville'))
  expect(await found('santé')).toEqual(named())
})
