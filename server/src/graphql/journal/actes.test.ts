import { expect } from 'vitest'
import { z } from 'zod'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { MAX_LIGNES } from './journal-acte.ts'

const page = z.object({
  collectivite: z.object({
    actes: z.object({
      edges: z.array(
        z.object({
          node: z.object({ id: z.string(), nombre: z.int(), lignes: z.array(z.object({ id: z.string() })) }),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
})

it('gives each act once, page after page, the last first', async ({ app, make, prisma }) => {
  const collectivite = await make.collectivite()
  const { user } = await make.membre({ collectivite, role: 'ADMIN' })
  const cookie = await app.signIn(user)
  const plan = await make.plan({ collectivite })
  for (const nom of ['Un', 'Deux', 'Trois']) await prisma.plan.update({ where: { id: plan.id }, data: { nom } })
  const read = async (first: number, after: string | null) => {
    const query = `query ($after: String) { collectivite(siren: "${collectivite.siren}") {
      actes(first: ${first}, after: $after) { edges { node { id nombre lignes { id } } } pageInfo { hasNextPage endCursor } } } }`
    const { data, errors } = await app.query({ query, variables: { after }, cookie })
    expect(errors).toEqual([])
    return page.parse(data).collectivite.actes
  }
  const whole = (await read(100, null)).edges.map(({ node }) => node.id)
  expect(whole.length).toBeGreaterThanOrEqual(4)
  const walked: string[] = []
  let cursor: string | null = null
  do {
    const { edges, pageInfo } = await read(1, cursor)
    walked.push(...edges.map(({ node }) => node.id))
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (cursor !== null)
  expect(walked).toEqual(whole)
})

it('gives the lines of an act up to a number of them, and its sum beyond', async ({ app, make, prisma }) => {
  const collectivite = await make.collectivite()
  const { user } = await make.membre({ collectivite, role: 'ADMIN' })
  const cookie = await app.signIn(user)
  const last = async () => {
    const query = `{ collectivite(siren: "${collectivite.siren}") { actes(first: 1) { edges { node { id nombre lignes { id } } } pageInfo { hasNextPage endCursor } } } }`
    const { data } = await app.query({ query, cookie })
    const node = page.parse(data).collectivite.actes.edges[0]?.node
    return [node?.nombre, node?.lignes.length]
  }
  const addServices = (count: number) =>
    prisma.service.createMany({
      data: Array.from({ length: count }, () => {
        const nom = `Service ${crypto.randomUUID()}`
        return { collectiviteId: collectivite.id, nom, nomNormalise: nom.toLowerCase() }
      }),
    })
  await addServices(MAX_LIGNES)
  expect(await last()).toEqual([MAX_LIGNES, MAX_LIGNES])
  await addServices(MAX_LIGNES + 1)
  expect(await last()).toEqual([MAX_LIGNES + 1, 0])
})
