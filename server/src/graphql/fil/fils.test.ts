import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Prisma, PrismaClient } from '@pupitre/prisma'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Factories } from '../../../test/factories.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest as it } from '../../../test/graphql-test.ts'

const FILS = `uuid champ estNonLu viewerCanComment resoluAt resoluPar passage { texte citation estPerdu }
  fiche { titre } commentaires(first: 5) { edges { node { auteur texteMarkdown reactions { sens noms } mentions { nom ficheId } viewerCanDelete fil { uuid } } } }`

const page = z.object({
  fiche: z.object({ fils: z.object({ edges: z.array(z.object({ node: z.looseObject({ uuid: z.string() }) })) }) }),
})

async function scene({ app, make, prisma }: { app: GraphqlApp; make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const fiche = await make.fiche({ plan, titre: 'Haies' })
  const { user } = await make.membre({ collectivite, role: 'LECTEUR' })
  const { user: colleague } = await make.membre({ collectivite })
  const cookie = await app.signIn(user)
  const id = encodeGlobalID('Fiche', fiche.id)
  const open = (given: Partial<Prisma.FilUncheckedCreateInput>, auteurId = colleague.id) =>
    prisma.fil.create({
      data: {
        collectiviteId: collectivite.id,
        ficheId: fiche.id,
        ...given,
        commentaires: {
          create: { auteurId, markdown: 'À **revoir**', reactions: { create: { userId: user.id, sens: 'MERCI' } } },
        },
      },
    })
  const ask = async (query: string, variables = {}) => {
    const { data, errors } = await app.query({ query, variables: { id, ...variables }, cookie })
    expect(errors).toEqual([])
    return data
  }
  const fils = async (args: string, fields = 'uuid') => {
    const data = await ask(
      `query ($id: ID!) { fiche: node(id: $id) { ... on Fiche { fils(${args}) { edges { node { ${fields} } } } } } }`,
    )
    return page.parse(data).fiche.fils.edges.map(({ node }) => node)
  }
  return { user, colleague, collectivite, plan, open, ask, fils }
}

const passage = (perdu: boolean) => ({
  passage: {
    create: {
      texte: 'description',
      caracteres: Uint8Array.of(1, 0, 5),
      citation: 'haies',
      avant: '',
      apres: '',
      seule: true,
      seq: 1n,
      perdu,
    },
  },
})

it('asks as many statements for a page of 2 discussions as for one of 50', async ({ app, counted, make, prisma }) => {
  const { colleague, open, fils } = await scene({ app, make, prisma })
  for (let at = 0; at < 55; at += 1) {
    await open({ ...passage(at % 2 === 0), resoluAt: new Date(), resoluParId: colleague.id })
  }
  const counts: number[] = []
  for (const size of [2, 50]) {
    const statements = await counted.statementsOf(async () =>
      expect(await fils(`first: ${size}`, FILS)).toHaveLength(size),
    )
    counts.push(statements.length)
  }
  expect(counts[1]).toBe(counts[0])
})

it('lists the open, the resolved, those where one wrote, and those whose passage is gone', async ({
  app,
  make,
  prisma,
}) => {
  const { user, open, fils } = await scene({ app, make, prisma })
  const whole = await open({}, user.id)
  const resolu = await open({ resoluAt: new Date() })
  const there = await open(passage(false))
  const gone = await open(passage(true))
  const listed = async (where: string) => (await fils(`first: 9, where: ${where}`)).map(({ uuid }) => uuid).toSorted()
  const ids = (...rows: { id: string }[]) => rows.map(({ id }) => id).toSorted()
  expect(await listed('{}')).toEqual(ids(whole, resolu, there, gone))
  expect(await listed('{ etat: OUVERT }')).toEqual(ids(whole, there, gone))
  expect(await listed('{ etat: RESOLU }')).toEqual(ids(resolu))
  expect(await listed('{ avecVous: true }')).toEqual(ids(whole))
  expect(await listed('{ estPerdu: true }')).toEqual(ids(gone))
  expect(await listed('{ estPerdu: false }')).toEqual(ids(whole, resolu, there))
  expect(await listed('{ etat: OUVERT, estPerdu: true, avecVous: true }')).toEqual([])
})

it('is not read until one says so or answers, and not read again when one says so', async ({ app, make, prisma }) => {
  const { open, ask, fils } = await scene({ app, make, prisma })
  const { id } = await open({})
  const isUnread = async () => (await fils('first: 1', 'uuid estNonLu'))[0]?.['estNonLu']
  const filId = encodeGlobalID('Fil', id)
  const mark = (lu: boolean) =>
    ask(`mutation ($filId: ID!) { markFil(input: { filId: $filId, lu: ${lu} }) { __typename } }`, { filId })
  expect(await isUnread()).toBe(true)
  await mark(true)
  expect(await isUnread()).toBe(false)
  await prisma.fil.update({ where: { id }, data: { actifAt: new Date(Date.now() + 1000) } })
  expect(await isUnread()).toBe(true)
  await mark(true)
  await prisma.filLecture.updateMany({ where: { filId: id }, data: { luAt: new Date(Date.now() + 2000) } })
  await mark(false)
  expect(await isUnread()).toBe(true)
})

it('is found from the address of one of its comments', async ({ app, make, prisma }) => {
  const { open, ask } = await scene({ app, make, prisma })
  const { id } = await open({})
  const { id: commentaireId } = await prisma.commentaire.findFirstOrThrow({ where: { filId: id } })
  const data = await ask(
    `query ($one: ID!) { node(id: $one) { ... on Commentaire { uuid fil { uuid fiche { titre } } } } }`,
    {
      one: encodeGlobalID('Commentaire', commentaireId),
    },
  )
  expect(data).toEqual({ node: { uuid: commentaireId, fil: { uuid: id, fiche: { titre: 'Haies' } } } })
})

it('says whom it names by their names of today, and by neutral words what its reader may not read', async ({
  app,
  make,
  prisma,
}) => {
  const { user, colleague, collectivite, plan, open, fils, ask } = await scene({ app, make, prisma })
  const service = await make.service({ collectivite, nom: 'Direction de l’Éau' })
  const [there, secret] = [await make.fiche({ plan, titre: 'Mares' }), await make.fiche({ plan })]
  await prisma.fiche.update({ where: { id: secret.id }, data: { restreinte: true } })
  const { id: filId } = await open({})
  const tokens = [
    `<pupitre:user/${user.id}>`,
    `<pupitre:user/${crypto.randomUUID()}>`,
    `<pupitre:service/${service.id}>`,
    `<pupitre:fiche/${there.id}>`,
    `<pupitre:fiche/${secret.id}>`,
  ]
  const { id } = await prisma.commentaire.findFirstOrThrow({ where: { filId } })
  await prisma.commentaire.update({ where: { id }, data: { markdown: tokens.join(' ') } })
  await prisma.mention.createMany({
    data: [{ userId: user.id }, { serviceId: service.id }, { ficheId: there.id }, { ficheId: secret.id }].map(
      (named) => ({
        commentaireId: id,
        ...named,
      }),
    ),
  })
  await prisma.user.update({ where: { id: user.id }, data: { name: 'Zoé' } })
  const fields = 'uuid commentaires(first: 1) { edges { node { mentions { reference genre nom ficheId estVous } } } }'
  const [one] = await fils('first: 1', fields)
  const named = (genre: string, nom: string, given = {}) => ({
    reference: expect.stringMatching(/^pupitre:/),
    genre,
    nom,
    ficheId: null,
    estVous: false,
    ...given,
  })
  expect(one?.['commentaires']).toEqual({
    edges: [
      {
        node: {
          mentions: [
            named('PERSONNE', 'Zoé', { estVous: true }),
            named('PERSONNE', 'une personne'),
            named('SERVICE', 'Direction de l’Éau'),
            named('FICHE', 'Mares', { ficheId: encodeGlobalID('Fiche', there.id) }),
            named('FICHE', 'une fiche'),
          ],
        },
      },
    ],
  })

  const offered = (recherche: string) =>
    ask(
      `query ($id: ID!, $recherche: String) { node(id: $id) { ... on Fiche { collectivite {
      mentionnables(recherche: $recherche) { reference genre nom } } } } }`,
      { recherche },
    )
  const only = (...mentionnables: object[]) => ({ node: { collectivite: { mentionnables } } })
  expect(await offered('eau')).toEqual(
    only({ reference: `pupitre:service/${service.id}`, genre: 'SERVICE', nom: 'Direction de l’Éau' }),
  )
  expect(await offered(colleague.name.toUpperCase())).toEqual(
    only({ reference: `pupitre:user/${colleague.id}`, genre: 'PERSONNE', nom: colleague.name }),
  )
  expect(await offered('%')).toEqual(only())
})
