import { encodeGlobalID } from '@pothos/plugin-relay'
import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import type { Factories } from '../../../test/factories.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest as it } from '../../../test/graphql-test.ts'

interface Scene {
  app: GraphqlApp
  make: Factories
  prisma: PrismaClient
}

/** A plan whose champs, one of each type, are filled in by « Pleine » and « Autre », and not by « Vide »; two answers to its choice. */
async function scene({ app, make, prisma }: Scene) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const [full, other] = [await make.fiche({ plan, titre: 'Pleine' }), await make.fiche({ plan, titre: 'Autre' })]
  await make.fiche({ plan, titre: 'Vide' })
  const champ = async (type: 'TEXTE' | 'NOMBRE' | 'DATE' | 'CHOIX') =>
    (await prisma.champPropre.create({ data: { planId: plan.id, nom: type, type, position: 'a0' } })).id
  const [texte, nombre, date, choix] = [
    await champ('TEXTE'),
    await champ('NOMBRE'),
    await champ('DATE'),
    await champ('CHOIX'),
  ]
  const answers = await prisma.champPropreChoix.createManyAndReturn({
    data: ['Oui', 'Non'].map((nom, at) => ({ champId: choix, nom, position: `a${at}` })),
  })
  const says = (ficheId: string, at: 0 | 1) => [
    { ficheId, champId: texte, type: 'TEXTE' as const, texte: ['Haies 100 %', 'Talus'][at] ?? null },
    { ficheId, champId: nombre, type: 'NOMBRE' as const, nombre: ['12.5', '-3'][at] ?? null },
    { ficheId, champId: date, type: 'DATE' as const, date: new Date(['2026-03-12', '2027-01-01'][at] ?? '') },
    { ficheId, champId: choix, type: 'CHOIX' as const, choixId: answers[at]?.id ?? null },
  ]
  await prisma.champPropreValeur.createMany({ data: [...says(full.id, 0), ...says(other.id, 1)] })
  const ids = { texte, nombre, date, choix }
  const asked = (name: keyof typeof ids, condition: string) =>
    `{ champ: "${encodeGlobalID('ChampPropre', ids[name])}", ${condition} }`
  const answer = (at: 0 | 1) => encodeGlobalID('ChampPropreChoix', answers[at]?.id ?? '')
  const ask = (champs: readonly string[], cookie: string | null) =>
    app.query({
      query: `{ fiches(first: 50, where: { champsPropres: [${champs.join(', ')}] }) { edges { node { titre } } } }`,
      cookie,
    })
  const cookie = await app.signIn((await make.membre({ collectivite })).user)
  const found = async (champs: readonly string[], as: string | null = cookie) => {
    const { data, errors } = await ask(champs, as)
    expect(errors).toEqual([])
    return [...JSON.stringify(data).matchAll(/"titre":"([^"]*)"/g)].map(([, titre]) => titre)
  }
  return { collectivite, plan, full, asked, answer, ask, found, cookie }
}

describe('fiches by what they say in a champ propre', () => {
  it('are found by each type of value, both ends of a span in, alone and together', async ({ app, make, prisma }) => {
    const { asked, answer, found } = await scene({ app, make, prisma })
    const [both, one, none] = [['Autre', 'Pleine'], ['Pleine'], []]
    const cases: [string, readonly string[]][] = [
      [asked('texte', 'texte: { contains: "haies" }'), one],
      [asked('texte', 'texte: { contains: "100 %" }'), one],
      [asked('texte', 'texte: { contains: "%" }'), one],
      [asked('texte', 'texte: { contains: "_" }'), none],
      [asked('nombre', 'nombre: { atLeast: "12.5" }'), one],
      [asked('nombre', 'nombre: { atLeast: "12.500001" }'), none],
      [asked('nombre', 'nombre: { atLeast: "-3", atMost: "12.5" }'), both],
      [asked('nombre', 'nombre: { atMost: "-3.000001" }'), none],
      [asked('date', 'date: { after: "2026-03-11", before: "2026-03-13" }'), one],
      [asked('date', 'date: { after: "2026-03-12" }'), ['Autre']],
      [asked('choix', `choix: { in: ["${answer(0)}"] }`), one],
      [asked('choix', `choix: { in: ["${answer(0)}", "${answer(1)}"] }`), both],
      [asked('choix', 'choix: { in: [] }'), none],
      [asked('nombre', 'isNull: false'), both],
      [asked('nombre', 'isNull: true'), ['Vide']],
      [asked('nombre', 'isNull: true, nombre: { atLeast: "0" }'), none],
      [asked('nombre', 'texte: { contains: "1" }'), none],
      [asked('nombre', ''), ['Autre', 'Pleine', 'Vide']],
    ]
    for (const [where, titres] of cases) expect([where, await found([where])]).toEqual([where, titres])
    expect(
      await found([asked('texte', 'texte: { contains: "a" }'), asked('nombre', 'nombre: { atMost: "0" }')]),
    ).toEqual(['Autre'])
  })

  it('are asked of thirty champs at most', async ({ app, make, prisma }) => {
    const { asked, ask, cookie } = await scene({ app, make, prisma })
    const many = (count: number) => Array.from({ length: count }, () => asked('nombre', 'isNull: false'))
    expect((await ask(many(30), cookie)).errors).toEqual([])
    expect((await ask(many(31), cookie)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  it('tell nothing of the champs of a plan that one may not read, nor of one that holds the fiche no more', async ({
    app,
    make,
    prisma,
  }) => {
    const { collectivite, plan, full, asked, found } = await scene({ app, make, prisma })
    await make.fiche({ plan: await make.plan({ collectivite }), titre: 'Ailleurs' })
    const elsewhere = await make.plan({ collectivite })
    await prisma.placement.create({
      data: { planId: elsewhere.id, ficheId: full.id, collectiviteId: collectivite.id, position: 'a0' },
    })
    const said = asked('nombre', 'isNull: false')
    const unsaid = asked('nombre', 'isNull: true')
    await prisma.plan.update({ where: { id: plan.id }, data: { visibilite: 'RESTREINT' } })
    expect(await found([said])).toEqual([])
    expect(await found([unsaid])).toEqual(['Ailleurs', 'Pleine'])
    const any = async (word: string, cookie: string) => {
      const query = `{ fiches(first: 50, where: { ${word}: [CHAMPS_PROPRES] }) { edges { node { titre } } } }`
      return JSON.stringify((await app.query({ query, cookie })).data).includes('Pleine')
    }
    const editeur = await app.signIn((await make.membre({ collectivite })).user)
    expect([await any('avec', editeur), await any('sans', editeur)]).toEqual([false, true])
    const admin = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    expect(await found([said], admin)).toEqual(['Autre', 'Pleine'])
    expect([await any('avec', admin), await any('sans', admin)]).toEqual([true, false])
    await prisma.placement.deleteMany({ where: { planId: plan.id, ficheId: full.id } })
    expect(await found([said], admin)).toEqual(['Autre'])
    const stranger = await app.signIn((await make.membre({ role: 'ADMIN' })).user)
    for (const cookie of [stranger, null]) {
      expect(await found([said], cookie)).toEqual([])
      expect(await found([unsaid], cookie)).toEqual([])
    }
  })
})
