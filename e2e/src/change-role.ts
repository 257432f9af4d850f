import type { Page } from '@playwright/test'
import { graphqlAs } from './graphql-as.ts'

interface Membres {
  collectivites: { edges: { node: { membres: { edges: { node: { id: string; email: string | null } }[] } } }[] }
}

/** An admin gives one of the demonstration's people another role in the collectivité. */
export async function changeRole(
  admin: Page,
  { account, role }: { account: string; role: 'LECTEUR' | 'CONTRIBUTEUR' | 'EDITEUR' },
): Promise<void> {
  const { collectivites } = await graphqlAs<Membres>(
    admin,
    '{ collectivites(first: 100) { edges { node { membres(first: 100) { edges { node { id email } } } } } } }',
  )
  const membres = collectivites.edges.flatMap(({ node }) => node.membres.edges)
  const membre = membres.find(({ node }) => node.email === `${account}@demo.pupitre.test`)
  await graphqlAs(
    admin,
    'mutation ($input: UpdateMembreInput!) { updateMembre(input: $input) { ... on UpdateMembreSuccess { membre { id } } } }',
    { input: { membreId: membre?.node.id, role } },
  )
}
