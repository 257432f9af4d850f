import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Role } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { graphqlTest } from './graphql-test.ts'

const merged = z.object({
  mergeFiches: z.object({
    __typename: z.string(),
    code: z.string().optional(),
    suppression: z.object({ id: z.string() }).nullable().optional(),
    fiche: z.object({ titre: z.string() }).optional(),
    publie: z.boolean().optional(),
    reprises: z.array(z.object({ champ: z.string(), nombre: z.int() })).optional(),
    laisses: z.array(z.object({ champ: z.string(), gardee: z.string(), absorbee: z.string() })).optional(),
  }),
})
const found = z.object({ ficheFusionnee: z.object({ titre: z.string() }).nullable() })

const it = graphqlTest
  .extend('merge', { scope: 'file' }, ({ app }) => {
    return async (
      { kept, absorbed, essai }: { kept: string; absorbed: string; essai: boolean },
      cookie: string | null,
    ) => {
      const [ficheId, intoId] = [absorbed, kept].map((id) => encodeGlobalID('Fiche', id))
      const query = `mutation { mergeFiches(input: { ficheId: "${ficheId}", intoId: "${intoId}", essai: ${essai} }) {
        __typename ... on Error { code } ... on MergeFichesSuccess {
          suppression { id } fiche { titre } publie reprises { champ nombre } laisses { champ gardee absorbee } } } }`
      const { data, errors } = await app.query({ query, cookie })
      expect(errors).toEqual([])
      return merged.parse(data).mergeFiches
    }
  })
  .extend('whereIs', { scope: 'file' }, ({ app }) => async (uuid: string, cookie: string | null) => {
    const { data, errors } = await app.query({ query: `{ ficheFusionnee(uuid: "${uuid}") { titre } }`, cookie })
    expect(errors).toEqual([])
    return found.parse(data).ficheFusionnee?.titre ?? null
  })
  .extend('pair', { scope: 'file' }, ({ make }) => async () => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const plan = await make.plan({ collectivite })
    const kept = await make.fiche({ plan, titre: 'Gardée', services: [service] })
    const absorbed = await make.fiche({ plan, titre: 'Absorbée', services: [service] })
    return { collectivite, service, plan, kept, absorbed }
  })

/** What merging answers, and whether the address leads to the kept fiche. */
const WHO: Record<string, { role: Role | null; refusal: string | null; reads: boolean }> = {
  anonyme: { role: null, refusal: 'FICHE_NOT_FOUND', reads: false },
  'admin d’une autre collectivité': { role: null, refusal: 'FICHE_NOT_FOUND', reads: false },
  lecteur: { role: 'LECTEUR', refusal: 'DELETE_FICHE_FORBIDDEN', reads: true },
  'contributeur du service': { role: 'CONTRIBUTEUR', refusal: 'DELETE_FICHE_FORBIDDEN', reads: true },
  éditeur: { role: 'EDITEUR', refusal: null, reads: true },
  admin: { role: 'ADMIN', refusal: null, reads: true },
}

describe('rights: merging two fiches', () => {
  it.for(Object.entries(WHO))('%s', async ([who, { role, refusal, reads }], { app, make, merge, pair, whereIs }) => {
    const { collectivite, service, kept, absorbed } = await pair()
    const services = role === 'CONTRIBUTEUR' ? [service] : []
    const membre = await make.membre(role === null ? { role: 'ADMIN' } : { collectivite, role, services })
    const cookie = who === 'anonyme' ? null : await app.signIn(membre.user)
    const asked = { kept: kept.id, absorbed: absorbed.id }
    const tried = await merge({ ...asked, essai: true }, cookie)
    const done = await merge({ ...asked, essai: false }, cookie)
    expect(tried.code ?? null).toBe(refusal)
    if (refusal !== null) {
      expect(done).toEqual(tried)
      expect(await whereIs(absorbed.id, cookie)).toBeNull()
      const editeur = await app.signIn((await make.membre({ collectivite })).user)
      await merge({ ...asked, essai: false }, editeur)
    } else {
      expect({ ...done, suppression: null }).toEqual(tried)
      expect(done.laisses).toEqual([{ champ: 'titre', gardee: 'Gardée', absorbee: 'Absorbée' }])
    }
    expect(await whereIs(absorbed.id, cookie)).toBe(reads ? 'Gardée' : null)
  })

  it('tells nobody where a fiche went that they may not read any more', async ({
    app,
    make,
    merge,
    pair,
    prisma,
    whereIs,
  }) => {
    const { collectivite, kept, absorbed } = await pair()
    const admin = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    const editeur = await app.signIn((await make.membre({ collectivite })).user)
    await merge({ kept: kept.id, absorbed: absorbed.id, essai: false }, editeur)
    expect(await whereIs(absorbed.id, editeur)).toBe('Gardée')
    await prisma.fiche.update({ where: { id: kept.id }, data: { restreinte: true } })
    expect(await whereIs(absorbed.id, editeur)).toBeNull()
    expect(await whereIs(absorbed.id, admin)).toBe('Gardée')
  })

  it('names and counts nothing of what one may not read, and gives it all the same', async ({
    app,
    make,
    merge,
    pair,
    prisma,
  }) => {
    const { collectivite, plan, kept, absorbed } = await pair()
    const editeur = await app.signIn((await make.membre({ collectivite })).user)
    const hidden = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
    const shut = await make.plan({ collectivite })
    await prisma.plan.update({ where: { id: shut.id }, data: { visibilite: 'RESTREINT' } })
    const champ = await prisma.champPropre.create({
      data: { planId: shut.id, nom: 'Secret', type: 'TEXTE', position: 'a0' },
    })
    await prisma.lien.create({ data: { ficheId: absorbed.id, autreId: hidden.id, type: 'DEPEND_DE' } })
    const valeur = { champId: champ.id, type: 'TEXTE' as const }
    await prisma.champPropreValeur.createMany({
      data: [
        { ...valeur, ficheId: absorbed.id, texte: 'un' },
        { ...valeur, ficheId: kept.id, texte: 'autre' },
      ],
    })
    const done = await merge({ kept: kept.id, absorbed: absorbed.id, essai: false }, editeur)
    expect(done.reprises).toEqual([])
    expect(done.laisses).toEqual([{ champ: 'titre', gardee: 'Gardée', absorbee: 'Absorbée' }])
    expect(await prisma.lien.count({ where: { ficheId: kept.id, autreId: hidden.id } })).toBe(1)
  })

  it('says that it publishes what only members read', async ({ app, make, merge, prisma }) => {
    const collectivite = await make.collectivite()
    const [open, internal] = [await make.plan({ collectivite }), await make.plan({ collectivite })]
    await prisma.plan.update({ where: { id: open.id }, data: { visibilite: 'PUBLIC' } })
    const kept = await make.fiche({ plan: internal })
    const absorbed = await make.fiche({ plan: open })
    const editeur = await app.signIn((await make.membre({ collectivite })).user)
    expect((await merge({ kept: kept.id, absorbed: absorbed.id, essai: true }, editeur)).publie).toBe(true)
    const other = await make.fiche({ plan: internal })
    expect((await merge({ kept: kept.id, absorbed: other.id, essai: true }, editeur)).publie).toBe(false)
  })
})
