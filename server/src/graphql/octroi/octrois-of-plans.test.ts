import { expect } from 'vitest'
import { graphqlTest as it } from '../../../test/graphql-test.ts'

it('reads the grants of a page of plans, and what one may do there, in as many statements whatever the page', async ({
  app,
  counted,
  make,
  prisma,
}) => {
  const collectivite = await make.collectivite()
  const { user } = await make.membre({ collectivite, role: 'ADMIN' })
  const cookie = await app.signIn(user)
  const query = `{ collectivite(siren: "${collectivite.siren}") { plans(first: 50) { edges { node {
    viewerCanUpdate octrois { email niveau service { nom } }
    placements(first: 9) { edges { node { fiche { viewerCanUpdate viewerCanManageAccess octrois { email } } } } } } } } } }`
  const counts: number[] = []
  for (const size of [1, 6]) {
    for (let at = 0; at < size; at += 1) {
      const plan = await make.plan({ collectivite })
      const fiche = await make.fiche({ plan })
      const row = { collectiviteId: collectivite.id, email: 'awa@exemple.fr', niveau: 'LIRE' as const }
      await prisma.octroi.createMany({
        data: [
          { ...row, planId: plan.id },
          { ...row, ficheId: fiche.id },
        ],
      })
    }
    const statements = await counted.statementsOf(async () => {
      const { data, errors } = await app.query({ query, cookie })
      expect(errors).toEqual([])
      expect(JSON.stringify(data)).toContain('awa@exemple.fr')
    })
    counts.push(statements.length)
  }
  expect(counts[0]).toBeGreaterThan(0)
  expect(counts[1]).toBe(counts[0])
})
