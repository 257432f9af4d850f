import { encodeGlobalID } from '@pothos/plugin-relay'
import { expect } from 'vitest'
import { graphqlTest as it } from '../../test/graphql-test.ts'

it('says refusals with the no-break spaces of French', async ({ app, make }) => {
  const collectivite = await make.collectivite()
  const { user } = await make.membre({ collectivite, role: 'EDITEUR' })
  const { id } = await make.fiche({ plan: await make.plan({ collectivite }) })
  const ficheId = encodeGlobalID('Fiche', id)
  const { data } = await app.query({
    query: `mutation ($input: LinkFichesInput!) {
      linkFiches(input: $input) { ... on ValidationError { message issues { message } } }
    }`,
    variables: { input: { ficheId, autreId: ficheId, type: 'LIEE' } },
    cookie: await app.signIn(user),
  })
  const message = 'Une fiche ne se lie pas à elle-même\u00a0: choisissez-en une autre.'
  expect(data).toEqual({ linkFiches: { message, issues: [{ message }] } })
})
