import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Role } from '@pupitre/prisma'
import { expect } from 'vitest'
import { graphqlTest as it } from './graphql-test.ts'

const valuesOf = (data: unknown, field: string) =>
  [...JSON.stringify(data).matchAll(new RegExp(`"${field}":"([^"]*)"`, 'g'))].map(([, value]) => value)

it('lists one’s own views and those of the collectivité, and says which one may change', async ({ app, make }) => {
  const collectivite = await make.collectivite()
  const collectiviteId = encodeGlobalID('Collectivite', collectivite.id)
  const signIn = async (role: Role) => app.signIn((await make.membre({ collectivite, role })).user)
  const [author, colleague, lecteur] = [await signIn('EDITEUR'), await signIn('EDITEUR'), await signIn('LECTEUR')]
  const stranger = await app.signIn((await make.membre({ role: 'ADMIN' })).user)
  const create = async (cookie: string, nom: string, partagee: boolean) => {
    const { data } = await app.query({
      query: `mutation ($input: CreateVueInput!) {
        createVue(input: $input) { ... on CreateVueSuccess { vue { id nom partagee viewerCanUpdate } } ... on Error { message code } }
      }`,
      variables: { input: { collectiviteId, nom, parametres: 'vue=frise', partagee } },
      cookie,
    })
    return data
  }
  const seen = async (cookie: string | null) => {
    const { data } = await app.query({
      query: `{ collectivite(siren: "${collectivite.siren}") { vues { nom viewerCanUpdate } } }`,
      cookie,
    })
    return [...JSON.stringify(data).matchAll(/"nom":"([^"]*)","viewerCanUpdate":(true|false)/g)].map(
      ([, nom, may]) => `${nom} ${may}`,
    )
  }

  const [own] = valuesOf(await create(author, 'La mienne', false), 'id')
  await create(author, 'Commune', true)
  await create(lecteur, 'Du lecteur', false)
  expect(await create(stranger, 'Ailleurs', false)).toMatchObject({ createVue: { code: 'COLLECTIVITE_NOT_FOUND' } })
  expect(await seen(author)).toEqual(['Commune true', 'La mienne true'])
  expect(await seen(colleague)).toEqual(['Commune false'])
  expect(await seen(lecteur)).toEqual(['Commune false', 'Du lecteur true'])
  expect(await seen(stranger)).toEqual([])
  expect(await seen(null)).toEqual([])

  const node = async (cookie: string) =>
    (await app.query({ query: `{ node(id: "${own}") { ... on Vue { nom } } }`, cookie })).data
  expect(await node(author)).toEqual({ node: { nom: 'La mienne' } })
  expect(await node(colleague)).toEqual({ node: null })
})

it('lets an admin who sees as a member read theirs, and change none', async ({ app, make, prisma }) => {
  const collectivite = await make.collectivite()
  const { user: admin } = await make.membre({ collectivite, role: 'ADMIN' })
  const { viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
  const membreId = viewer.memberships[0]?.membreId ?? ''
  const vue = await prisma.vue.create({
    data: {
      collectiviteId: collectivite.id,
      membreId,
      auteurId: membreId,
      nom: 'X',
      nomNormalise: 'x',
      parametres: '',
    },
  })
  const asker = { cookie: await app.signIn(admin), seeingAs: membreId }
  const { data } = await app.query({
    query: `{ collectivite(siren: "${collectivite.siren}") { vues { nom viewerCanUpdate } } }`,
    ...asker,
  })
  expect(data).toEqual({ collectivite: { vues: [{ nom: 'X', viewerCanUpdate: false }] } })
  const answer = await app.query({
    query: `mutation ($input: DeleteVueInput!) { deleteVue(input: $input) { ... on Error { code } } }`,
    variables: { input: { vueId: encodeGlobalID('Vue', vue.id) } },
    ...asker,
  })
  expect(answer.data).toMatchObject({ deleteVue: { code: 'SEEING_AS_READ_ONLY' } })
})
