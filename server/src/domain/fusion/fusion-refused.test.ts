import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import { deleteFiches } from '../corbeille/delete-fiches.ts'
import { restore } from '../corbeille/restore.ts'
import { MAX_PERSONNES_OF_FICHE } from '../fiche/sets/fiche-personnes.ts'
import { MAX_FILS } from '../fil/fil-rules.ts'
import { MAX_LIENS } from '../lien/lien-rules.ts'
import { MAX_NOTES } from '../note/note-rules.ts'
import { mergeFiches } from './merge-fiches.ts'
import { mergedInto } from './merged-into.ts'

async function makePair(make: Factories) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const other = await make.plan({ collectivite })
  const kept = await make.fiche({ plan })
  const absorbed = await make.fiche({ plan: other })
  const { viewer } = await make.membre({ collectivite })
  return { collectivite, plan, other, kept, absorbed, viewer }
}

type Two = Awaited<ReturnType<typeof makePair>>

const asked = ({ kept, absorbed }: Two) => ({ ficheId: absorbed.id, intoId: kept.id, essai: false })

interface Given {
  two: Two
  prisma: PrismaClient
  make: Factories
}

/** Somebody to whom one fiche, or the plan of one, is open and not the other. */
const GRANTED = { email: 'quelquun@exemple.fr', niveau: 'LIRE' } as const

const restrict = (prisma: PrismaClient, id: string) =>
  prisma.fiche.update({ where: { id }, data: { restreinte: true } })

async function pilot(prisma: PrismaClient, { two, ficheIds }: { two: Two; ficheIds: string[] }): Promise<void> {
  const { membreId, collectiviteId } = two.viewer.memberships[0] ?? { membreId: '', collectiviteId: '' }
  const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membreId } })
  await prisma.fichePilote.createMany({ data: ficheIds.map((ficheId) => ({ ficheId, personneId, collectiviteId })) })
}

const CONFLICTS: Record<string, { code: string; prepare: (given: Given) => Promise<unknown> }> = {
  'the merged one is restricted': {
    code: 'FUSION_READERS',
    prepare: async ({ two, prisma }) => {
      await pilot(prisma, { two, ficheIds: [two.absorbed.id] })
      await restrict(prisma, two.absorbed.id)
    },
  },
  'the kept one is restricted': {
    code: 'FUSION_READERS',
    prepare: async ({ two, prisma }) => {
      await pilot(prisma, { two, ficheIds: [two.kept.id] })
      await restrict(prisma, two.kept.id)
    },
  },
  'both are restricted, to other pilotes': {
    code: 'FUSION_READERS',
    prepare: async ({ two, prisma, make }) => {
      await pilot(prisma, { two, ficheIds: [two.kept.id, two.absorbed.id] })
      const { viewer: another } = await make.membre({ collectivite: two.collectivite })
      await pilot(prisma, { two: { ...two, viewer: another }, ficheIds: [two.kept.id] })
      await restrict(prisma, two.kept.id)
      await restrict(prisma, two.absorbed.id)
    },
  },
  'a grant is on one of them': {
    code: 'FUSION_READERS',
    prepare: ({ two, prisma }) =>
      prisma.octroi.create({ data: { collectiviteId: two.collectivite.id, ficheId: two.kept.id, ...GRANTED } }),
  },
  'a plan of one is open to somebody from outside': {
    code: 'FUSION_READERS',
    prepare: ({ two, prisma }) =>
      prisma.octroi.create({ data: { collectiviteId: two.collectivite.id, planId: two.other.id, ...GRANTED } }),
  },
  'only restricted plans hold one, of which the viewer has the key': {
    code: 'FUSION_READERS',
    prepare: async ({ two, prisma }) => {
      const { membreId = null } = two.viewer.memberships[0] ?? {}
      await prisma.octroi.create({
        data: { collectiviteId: two.collectivite.id, planId: two.other.id, membreId, niveau: 'EDITER' },
      })
      await prisma.plan.update({ where: { id: two.other.id }, data: { visibilite: 'RESTREINT' } })
    },
  },
  'one is a sous-action': {
    code: 'FUSION_SOUS_ACTION',
    prepare: async ({ two, prisma, make }) => {
      const parent = await make.fiche({ plan: two.plan })
      await prisma.placement.deleteMany({ where: { ficheId: two.kept.id } })
      await prisma.fiche.update({ where: { id: two.kept.id }, data: { parentId: parent.id, position: 'a0' } })
    },
  },
  'they are sous-actions of different fiches': {
    code: 'FUSION_SOUS_ACTION',
    prepare: async ({ two, prisma, make }) => {
      for (const { id } of [two.kept, two.absorbed]) {
        const parent = await make.fiche({ plan: two.plan })
        await prisma.placement.deleteMany({ where: { ficheId: id } })
        await prisma.fiche.update({ where: { id }, data: { parentId: parent.id, position: 'a0' } })
      }
    },
  },
  'one is a sous-action of the other': {
    code: 'FUSION_SOUS_ACTION',
    prepare: async ({ two, prisma }) => {
      await prisma.placement.deleteMany({ where: { ficheId: two.absorbed.id } })
      await prisma.fiche.update({ where: { id: two.absorbed.id }, data: { parentId: two.kept.id, position: 'a0' } })
    },
  },
}

/** Lists of the kept fiche: what fills both to the limit together; one more is too many. */
const LIMITS: Record<string, { max: number; add: (given: Given, ficheId: string, count: number) => Promise<unknown> }> =
  {
    pilotes: {
      max: MAX_PERSONNES_OF_FICHE,
      async add({ two: { collectivite }, prisma }, ficheId, count) {
        const collectiviteId = collectivite.id
        const people = await prisma.personne.createManyAndReturn({
          data: Array.from({ length: count }, (_, at) => {
            const nom = `Personne ${at} de ${ficheId}`
            return { collectiviteId, nom, nomNormalise: nom.toLowerCase() }
          }),
        })
        await prisma.fichePilote.createMany({
          data: people.map(({ id: personneId }) => ({ ficheId, personneId, collectiviteId })),
        })
      },
    },
    'notes de suivi': {
      max: MAX_NOTES,
      add: ({ prisma }, ficheId, count) =>
        prisma.noteSuivi.createMany({
          data: Array.from({ length: count }, () => ({ ficheId, date: new Date('2026-01-01') })),
        }),
    },
    discussions: {
      max: MAX_FILS,
      add: ({ two: { collectivite }, prisma }, ficheId, count) =>
        prisma.fil.createMany({
          data: Array.from({ length: count }, () => ({ collectiviteId: collectivite.id, ficheId })),
        }),
    },
    liens: {
      max: MAX_LIENS,
      async add({ two: { collectivite }, prisma }, ficheId, count) {
        const others = await prisma.fiche.createManyAndReturn({
          data: Array.from({ length: count }, () => ({ collectiviteId: collectivite.id })),
        })
        await prisma.lien.createMany({
          data: others.map(({ id }) => ({ ficheId, autreId: id, type: 'DEPEND_DE' as const })),
        })
      },
    },
  }

describe('mergeFiches refuses', () => {
  it.for(Object.entries(CONFLICTS))('when %s', async ([, { code, prepare }], { act, make, prisma }) => {
    const two = await makePair(make)
    await prepare({ two, prisma, make })
    await expect(act(two.viewer, (useCase) => mergeFiches(useCase, asked(two)))).rejects.toMatchObject({ code })
    await expect(
      act(two.viewer, (useCase) => mergeFiches(useCase, { ...asked(two), essai: true })),
    ).rejects.toMatchObject({ code })
    expect(await prisma.fusion.count({ where: { dansId: two.kept.id } })).toBe(0)
  })

  it.for(Object.entries(LIMITS))('more than a list holds: %s', async ([, { max, add }], { act, make, prisma }) => {
    for (const past of [0, 1]) {
      const two = await makePair(make)
      await add({ two, prisma, make }, two.kept.id, max - 2)
      await add({ two, prisma, make }, two.absorbed.id, 2 + past)
      const merging = act(two.viewer, (useCase) => mergeFiches(useCase, asked(two)))
      if (past === 0) await merging
      else await expect(merging).rejects.toMatchObject({ code: 'FUSION_TOO_MANY' })
    }
  })

  it('a fiche with itself, with one of the corbeille, of another collectivité, or that cannot be read', async ({
    act,
    make,
  }) => {
    const two = await makePair(make)
    const { kept, absorbed, viewer } = two
    const merge = (ficheId: string, intoId: string) =>
      act(viewer, (useCase) => mergeFiches(useCase, { ficheId, intoId, essai: false }))
    await expect(merge(kept.id, kept.id)).rejects.toMatchObject({ issues: [{ code: 'FUSION_SELF' }] })
    const elsewhere = await make.fiche()
    await expect(merge(elsewhere.id, kept.id)).rejects.toMatchObject({ code: 'FICHE_NOT_FOUND' })
    await expect(merge(kept.id, elsewhere.id)).rejects.toMatchObject({ code: 'FICHE_NOT_FOUND' })
    await act(viewer, (useCase) => deleteFiches(useCase, { ficheIds: [absorbed.id] }))
    await expect(merge(absorbed.id, kept.id)).rejects.toMatchObject({ code: 'FICHE_NOT_FOUND' })
    await expect(merge(kept.id, absorbed.id)).rejects.toMatchObject({ code: 'FICHE_NOT_FOUND' })
  })

  it('who may not delete the one, change the other, or change a plan that holds the one', async ({
    act,
    make,
    prisma,
  }) => {
    const two = await makePair(make)
    const { collectivite, other } = two
    const { viewer: lecteur } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { viewer: contributeur } = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    for (const viewer of [lecteur, contributeur]) {
      await expect(act(viewer, (useCase) => mergeFiches(useCase, asked(two)))).rejects.toMatchObject({
        code: 'DELETE_FICHE_FORBIDDEN',
      })
    }
    const shut = await make.plan({ collectivite })
    await prisma.placement.create({
      data: { ficheId: two.absorbed.id, planId: shut.id, collectiviteId: collectivite.id, position: 'a0' },
    })
    for (const data of [
      { ouverture: 'LIRE' as const },
      { ouverture: 'EDITER' as const, visibilite: 'RESTREINT' as const },
    ]) {
      await prisma.plan.update({ where: { id: shut.id }, data })
      await expect(act(two.viewer, (useCase) => mergeFiches(useCase, asked(two)))).rejects.toMatchObject({
        code: 'FUSION_PLACE_FORBIDDEN',
      })
    }
    await prisma.plan.update({ where: { id: other.id }, data: { ouverture: 'LIRE' } })
    await prisma.plan.update({ where: { id: shut.id }, data: { ouverture: 'LIRE', visibilite: 'COLLECTIVITE' } })
    await expect(act(two.viewer, (useCase) => mergeFiches(useCase, asked(two)))).rejects.toMatchObject({
      code: 'DELETE_FICHE_FORBIDDEN',
    })
  })

  it('to be undone while the kept one is in the corbeille, and follows merges one after the other', async ({
    act,
    make,
    prisma,
  }) => {
    const two = await makePair(make)
    const { kept, absorbed, viewer, plan } = two
    const last = await make.fiche({ plan })
    const first = await act(viewer, (useCase) => mergeFiches(useCase, asked(two)))
    const second = await act(viewer, (useCase) =>
      mergeFiches(useCase, { ficheId: kept.id, intoId: last.id, essai: false }),
    )
    expect(await mergedInto(prisma, absorbed.id)).toBe(last.id)
    const undo = (suppressionIds: (string | null)[]) =>
      act(viewer, (useCase) => restore(useCase, { suppressionIds: suppressionIds.flatMap((id) => id ?? []) }))
    await expect(undo([first.suppressionId])).rejects.toMatchObject({ code: 'FUSION_KEPT_DELETED' })
    await undo([second.suppressionId, first.suppressionId])
    expect(await prisma.fusion.count({ where: { ficheId: { in: [absorbed.id, kept.id] } } })).toBe(0)
    expect(await prisma.placement.count({ where: { ficheId: kept.id } })).toBe(1)
    expect(await prisma.placement.count({ where: { ficheId: last.id } })).toBe(1)
  })
})
