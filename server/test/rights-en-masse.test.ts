import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Role } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { graphqlTest } from './graphql-test.ts'

const answer = z.object({
  answer: z.object({
    __typename: z.string(),
    code: z.string().optional(),
    acte: z.string().nullable().optional(),
    changees: z.int().optional(),
    retablies: z.int().optional(),
    refusees: z.array(z.object({ ficheId: z.string(), titre: z.string().nullable(), code: z.string() })).optional(),
    laissees: z.array(z.object({ ficheId: z.string(), code: z.string() })).optional(),
  }),
})

const it = graphqlTest
  .extend('ask', { scope: 'file' }, ({ app }) => async (mutation: string, cookie: string | null) => {
    const success = mutation.startsWith('undoActe')
      ? 'UndoActeSuccess { retablies laissees { ficheId code } }'
      : 'UpdateFichesSuccess { acte changees refusees { ficheId titre code } }'
    const query = `mutation { answer: ${mutation} { __typename ... on Error { code } ... on ${success} } }`
    const { data, errors } = await app.query({ query, cookie })
    expect(errors).toEqual([])
    return answer.parse(data).answer
  })
  .extend('mixed', { scope: 'file' }, async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const plan = await make.plan({ collectivite })
    const hidden = await make.plan({ collectivite })
    const fiches = {
      open: await make.fiche({ plan }),
      ofService: await make.fiche({ plan, services: [service] }),
      restreinte: await make.fiche({ plan }),
      ofHiddenPlan: await make.fiche({ plan: hidden }),
      elsewhere: await make.fiche(),
    }
    await prisma.plan.update({ where: { id: hidden.id }, data: { visibilite: 'RESTREINT' } })
    await prisma.fiche.update({ where: { id: fiches.restreinte.id }, data: { restreinte: true } })
    return { collectivite, service, plan, hidden, fiches }
  })

type Name = 'open' | 'ofService' | 'restreinte' | 'ofHiddenPlan' | 'elsewhere'
const NAMES: readonly Name[] = ['open', 'ofService', 'restreinte', 'ofHiddenPlan', 'elsewhere']

interface Expected {
  /** null: of another collectivité. */
  role: Role | null
  /** What a grant lets change: the restricted plan's fiches, by a service, or the restricted fiche. */
  grant?: 'plan' | 'fiche'
  changed: readonly Name[]
  /** What is absent to them; the rest they read. */
  absent: readonly Name[]
}

const HIDDEN: readonly Name[] = ['restreinte', 'ofHiddenPlan', 'elsewhere']

const WHO: Record<string, Expected> = {
  anonyme: { role: null, changed: [], absent: NAMES },
  'autre collectivité': { role: null, changed: [], absent: NAMES },
  lecteur: { role: 'LECTEUR', changed: [], absent: HIDDEN },
  'contributeur du service': { role: 'CONTRIBUTEUR', changed: ['ofService'], absent: HIDDEN },
  éditeur: { role: 'EDITEUR', changed: ['open', 'ofService'], absent: HIDDEN },
  admin: { role: 'ADMIN', changed: ['open', 'ofService', 'restreinte', 'ofHiddenPlan'], absent: ['elsewhere'] },
  'un service d’ailleurs, à qui le plan restreint est ouvert': {
    role: null,
    grant: 'plan',
    changed: ['ofHiddenPlan'],
    absent: ['open', 'ofService', 'restreinte', 'elsewhere'],
  },
  'lecteur, à qui la fiche restreinte est ouverte': {
    role: 'LECTEUR',
    grant: 'fiche',
    changed: ['restreinte'],
    absent: ['ofHiddenPlan', 'elsewhere'],
  },
}

const gid = (id: string) => encodeGlobalID('Fiche', id)

describe('rights: updateFiches over fiches of every kind', () => {
  it.for(Object.entries(WHO))(
    'changes what one may, and names nothing else: %s',
    async ([who, expected], { app, ask, make, mixed, prisma }) => {
      const { collectivite, fiches, hidden, service } = mixed
      const { role, grant } = expected
      const membre = await make.membre(
        role === null ? {} : { collectivite, role, services: role === 'CONTRIBUTEUR' ? [service] : [] },
      )
      if (grant === 'plan') {
        const { id: membreId, collectiviteId: theirs } = await prisma.membre.findFirstOrThrow({
          where: { userId: membre.user.id },
        })
        const ailleurs = await prisma.collectivite.findUniqueOrThrow({ where: { id: theirs } })
        const theirService = await make.service({ collectivite: ailleurs })
        await prisma.membreService.create({ data: { membreId, serviceId: theirService.id, collectiviteId: theirs } })
        await prisma.octroi.create({
          data: {
            collectiviteId: collectivite.id,
            planId: hidden.id,
            serviceId: theirService.id,
            niveau: 'CONTRIBUER',
          },
        })
      }
      if (grant === 'fiche') {
        const membreId = membre.viewer.memberships[0]?.membreId ?? null
        await prisma.octroi.create({
          data: { collectiviteId: collectivite.id, ficheId: fiches.restreinte.id, membreId, niveau: 'EDITER' },
        })
      }
      const asker = who === 'anonyme' ? null : await app.signIn(membre.user)
      await prisma.fiche.updateMany({
        where: { id: { in: NAMES.map((name) => fiches[name].id) } },
        data: { statut: null },
      })
      const ids = NAMES.map((name) => `"${gid(fiches[name].id)}"`).join(', ')
      const mutation = (essai: boolean) =>
        `updateFiches(input: { essai: ${essai}, ficheIds: [${ids}], valeurs: { statut: BLOQUE } })`
      const preview = await ask(mutation(true), asker)
      const done = await ask(mutation(false), asker)
      expect({ ...done, acte: null }).toEqual(preview)
      expect(done.changees).toBe(expected.changed.length)
      const refused = NAMES.filter((name) => !expected.changed.includes(name))
      expect(done.refusees).toEqual(
        refused.map((name) => ({
          ficheId: gid(fiches[name].id),
          titre: expected.absent.includes(name) ? null : fiches[name].titre,
          code: expected.absent.includes(name) ? 'FICHE_NOT_FOUND' : 'EDIT_FICHE_FORBIDDEN',
        })),
      )
      const changed = await Promise.all(
        NAMES.map(async (name) => {
          const { statut } = await prisma.fiche.findUniqueOrThrow({ where: { id: fiches[name].id } })
          return statut === 'BLOQUE' ? [name] : []
        }),
      )
      expect(changed.flat()).toEqual(expected.changed)
      if (done.acte == null) return
      const undone = await ask(`undoActe(input: { acte: "${done.acte}" })`, asker)
      expect(undone).toMatchObject({ retablies: expected.changed.length, laissees: [] })
      const stranger = await app.signIn((await make.membre({ role: 'ADMIN' })).user)
      for (const other of [stranger, null]) {
        expect(await ask(`undoActe(input: { acte: "${done.acte}" })`, other)).toEqual({
          __typename: 'NotFoundError',
          code: 'ACTE_NOT_FOUND',
        })
      }
    },
  )
})
