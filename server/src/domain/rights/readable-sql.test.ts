import { Prisma, type Fiche, type PrismaClient } from '@pupitre/prisma'
import { expect } from 'vitest'
import { z } from 'zod'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
import type { Viewer } from '../viewer.ts'
import { ficheTarget, ficheTargetOf, ficheTargetRow, ficheTargetSelect, ficheTargetSql } from './fiche-target.ts'
import type { FicheTarget } from './may.ts'
import { publicFichesSql, readableFichesSql, visiblePlacementsSql } from './readable-sql.ts'
import { HELD, readableFiches, readablePlacements, readablePlans } from './readable.ts'
import { visibleFiches, visiblePlacements } from './visible.ts'

/** A collectivité with a fiche for each case of the policy, and the viewers that the policy tells apart. */
async function world({ make, prisma }: { make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const ailleurs = await make.collectivite()
  const serviceAilleurs = await make.service({ collectivite: ailleurs })
  const people = {
    lecteur: await make.membre({ collectivite, role: 'LECTEUR' }),
    éditeur: await make.membre({ collectivite, role: 'EDITEUR' }),
    admin: await make.membre({ collectivite, role: 'ADMIN' }),
    stranger: await make.membre({ role: 'ADMIN' }),
    'éditeur with grants': await make.membre({ collectivite, role: 'EDITEUR' }),
    'stranger with grants': await make.membre({ collectivite: ailleurs, role: 'LECTEUR', services: [serviceAilleurs] }),
  }
  const open = await make.plan({ collectivite })
  const restricted = await make.plan({ collectivite })
  const deleted = await make.plan({ collectivite })
  const published = await make.plan({ collectivite })
  const archived = await make.plan({ collectivite })
  const hiddenArchived = await make.plan({ collectivite })
  const inCorbeille = async (objetId: string) =>
    prisma.suppression.create({ data: { collectiviteId: collectivite.id, kind: 'PLAN', objetId, nom: 'x' } })
  const { id: suppressionId } = await inCorbeille(deleted.id)
  await prisma.plan.update({ where: { id: restricted.id }, data: { visibilite: 'RESTREINT' } })
  await prisma.plan.update({ where: { id: archived.id }, data: { archivedAt: new Date() } })
  await prisma.plan.update({
    where: { id: hiddenArchived.id },
    data: { archivedAt: new Date(), visibilite: 'RESTREINT' },
  })
  await prisma.plan.update({ where: { id: published.id }, data: { visibilite: 'PUBLIC' } })
  await prisma.plan.update({ where: { id: deleted.id }, data: { suppressionId } })
  const axe = await make.axe({ plan: open })
  const deletedAxe = await make.axe({ plan: open })
  await prisma.axe.update({ where: { id: deletedAxe.id }, data: { suppressionId } })

  const fiches: Record<string, Fiche> = {
    'in an open plan': await make.fiche({ axe }),
    'at its root': await make.fiche({ plan: open }),
    'in a public plan': await make.fiche({ plan: published }),
    'in an archived plan': await make.fiche({ plan: archived }),
    'in a hidden archived plan': await make.fiche({ plan: hiddenArchived }),
    'in an archived plan and a living one': await make.fiche({ plan: archived }),
    'in an archived plan and a hidden living one': await make.fiche({ plan: archived }),
    'in an archived plan and a deleted one': await make.fiche({ plan: archived }),
    'in a hidden archived plan and a living one': await make.fiche({ plan: hiddenArchived }),
    'in a restricted plan': await make.fiche({ plan: restricted }),
    'in a deleted plan': await make.fiche({ plan: deleted }),
    'in a deleted axe': await make.fiche({ axe: deletedAxe }),
    'hors plan': await make.fiche({ plan: open }),
    'in two plans': await make.fiche({ plan: restricted }),
    deleted: await make.fiche({ plan: open }),
    'restricted, of nobody': await make.fiche({ plan: open }),
    'restricted, of the lecteur': await make.fiche({ plan: restricted }),
    'parent in a restricted plan': await make.fiche({ plan: restricted }),
    'deleted parent': await make.fiche({ plan: open }),
  }
  const fiche = (name: string): Fiche => {
    const found = fiches[name]
    if (!found) throw new Error(`no fiche ${name}`)
    return found
  }
  await prisma.placement.deleteMany({ where: { ficheId: fiche('hors plan').id } })
  await prisma.placement.create({
    data: { ficheId: fiche('in two plans').id, planId: open.id, collectiviteId: collectivite.id, position: 'z' },
  })
  for (const [name, { id: planId }] of [
    ['in an archived plan and a living one', open],
    ['in an archived plan and a hidden living one', restricted],
    ['in an archived plan and a deleted one', deleted],
    ['in a hidden archived plan and a living one', open],
  ] as const) {
    await prisma.placement.create({
      data: { ficheId: fiche(name).id, planId, collectiviteId: collectivite.id, position: 'z' },
    })
  }
  for (const name of ['deleted', 'deleted parent']) {
    await prisma.fiche.update({ where: { id: fiche(name).id }, data: { suppressionId } })
  }
  for (const name of ['restricted, of nobody', 'restricted, of the lecteur']) {
    await prisma.fiche.update({ where: { id: fiche(name).id }, data: { restreinte: true } })
  }
  const personne = await prisma.personne.findFirstOrThrow({
    where: { collectiviteId: collectivite.id, membre: { userId: people.lecteur.user.id } },
  })
  await prisma.fichePilote.create({
    data: {
      ficheId: fiche('restricted, of the lecteur').id,
      personneId: personne.id,
      collectiviteId: collectivite.id,
    },
  })
  for (const parent of [
    'in an open plan',
    'in an archived plan',
    'parent in a restricted plan',
    'deleted parent',
    'restricted, of nobody',
  ]) {
    fiches[`sous-action of: ${parent}`] = await prisma.fiche.create({
      data: { collectiviteId: collectivite.id, parentId: fiche(parent).id, position: 'a' },
    })
  }
  await grantAll()
  return { collectivite, people, fiches }

  /** The same to both: the restricted plan, and a plan and a fiche that nobody reads any more; a fiche of it; a restricted one. */
  async function grantAll(): Promise<void> {
    const { id: collectiviteId } = collectivite
    const membreId = people['éditeur with grants'].viewer.memberships[0]?.membreId ?? null
    const things = [
      { planId: restricted.id, niveau: 'CONTRIBUER' as const },
      { planId: deleted.id, niveau: 'EDITER' as const },
      { ficheId: fiche('in a restricted plan').id, niveau: 'EDITER' as const },
      { ficheId: fiche('deleted').id, niveau: 'EDITER' as const },
      { ficheId: fiche('in a hidden archived plan').id, niveau: 'EDITER' as const },
      { ficheId: fiche('deleted parent').id, niveau: 'EDITER' as const },
      { ficheId: fiche('restricted, of nobody').id, niveau: 'LIRE' as const },
    ]
    await prisma.octroi.createMany({
      data: things.flatMap((thing) => [
        { ...thing, collectiviteId, membreId },
        { ...thing, collectiviteId, serviceId: serviceAilleurs.id },
      ]),
    })
  }
}

async function readBoth(prisma: PrismaClient, viewer: Viewer | null, collectiviteId: string) {
  const byPrisma = await prisma.fiche.findMany({ where: { AND: [{ collectiviteId }, readableFiches(viewer)] } })
  const bySql = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM fiche WHERE collectivite_id = ${collectiviteId}::uuid AND ${readableFichesSql(viewer)}`
  return { byPrisma: byPrisma.map(({ id }) => id).toSorted(), bySql: bySql.map(({ id }) => id).toSorted() }
}

const EVERYBODY = [
  'in an archived plan',
  'in an archived plan and a living one',
  'in an archived plan and a hidden living one',
  'in an archived plan and a deleted one',
  'in a hidden archived plan and a living one',
  'sous-action of: in an archived plan',
  'in an open plan',
  'in a public plan',
  'at its root',
  'hors plan',
  'in two plans',
  'sous-action of: in an open plan',
]

const GRANTED = [
  'in a hidden archived plan',
  'in a restricted plan',
  'parent in a restricted plan',
  'sous-action of: parent in a restricted plan',
  'restricted, of nobody',
  'sous-action of: restricted, of nobody',
]

const EXPECTED: Record<keyof Awaited<ReturnType<typeof world>>['people'], string[]> = {
  lecteur: [...EVERYBODY, 'restricted, of the lecteur'],
  éditeur: EVERYBODY,
  admin: [
    ...EVERYBODY,
    'restricted, of the lecteur',
    'restricted, of nobody',
    'in a restricted plan',
    'in a deleted plan',
    'in a deleted axe',
    'in a hidden archived plan',
    'parent in a restricted plan',
    'sous-action of: parent in a restricted plan',
    'sous-action of: restricted, of nobody',
  ],
  stranger: [],
  'éditeur with grants': [...EVERYBODY, ...GRANTED],
  'stranger with grants': ['in two plans', 'in an archived plan and a hidden living one', ...GRANTED],
}

it('reads, in SQL as by Prisma, exactly what the policy says of each case', async ({ make, prisma }) => {
  const { collectivite, people, fiches } = await world({ make, prisma })
  const nameOf = new Map(Object.entries(fiches).map(([name, { id }]) => [id, name]))
  for (const [who, { viewer }] of Object.entries(people)) {
    const { byPrisma, bySql } = await readBoth(prisma, viewer, collectivite.id)
    expect(bySql, who).toEqual(byPrisma)
    expect(new Set(byPrisma.map((id) => nameOf.get(id))), who).toEqual(
      new Set(Object.entries(EXPECTED).find(([name]) => name === who)?.[1]),
    )
  }
  expect(await readBoth(prisma, null, collectivite.id)).toEqual({ byPrisma: [], bySql: [] })
  expect(readableFichesSql(null)).toBeInstanceOf(Prisma.Sql)
})

/** By how much archived plans hold a fiche, whoever asks. */
const ARCHIVES: Record<string, FicheTarget['archive']> = {
  'in an archived plan': 'ENTIEREMENT',
  'sous-action of: in an archived plan': 'ENTIEREMENT',
  'in a hidden archived plan': 'ENTIEREMENT',
  'in an archived plan and a deleted one': 'ENTIEREMENT',
  'in an archived plan and a living one': 'EN_PARTIE',
  'in a hidden archived plan and a living one': 'EN_PARTIE',
}

it('judges of a fiche, in SQL as by Prisma, the same services, pilotes and ouverture in each case', async ({
  make,
  prisma,
}) => {
  const { collectivite, people, fiches } = await world({ make, prisma })
  const { id: collectiviteId } = collectivite
  const service = await make.service({ collectivite })
  const ficheIds = Object.values(fiches).map(({ id }) => id)
  await prisma.ficheService.createMany({
    data: ficheIds.map((ficheId) => ({ ficheId, serviceId: service.id, collectiviteId })),
  })
  await prisma.plan.updateMany({
    where: { collectiviteId, visibilite: 'COLLECTIVITE' },
    data: { ouverture: 'CONTRIBUER' },
  })
  const nameOf = new Map(Object.entries(fiches).map(([name, { id }]) => [id, name]))
  // As each reads the living one or not: the lecteur, the éditeur, the admin, then who has a grant on it.
  const besideHidden: FicheTarget['archive'][] = []
  const [ouvertures, octrois] = [new Set<string | null>(), new Set<string | null>()]
  for (const viewer of [...Object.values(people).map((person) => person.viewer), null]) {
    const byPrisma = await prisma.fiche.findMany({
      where: { AND: [{ id: { in: ficheIds } }, readableFiches(viewer)] },
      select: { id: true, ...ficheTargetSelect(viewer) },
    })
    const bySql = await prisma.$queryRaw<unknown[]>`
      SELECT fiche.id, ${ficheTargetSql(viewer)} FROM fiche
      WHERE fiche.id = ANY (${ficheIds}::uuid[]) AND ${readableFichesSql(viewer)}`
    const expected = byPrisma.map((row) => ({ id: row.id, ...ficheTarget(row) }))
    const judged = bySql.map((row) => {
      const { id, ...target } = ficheTargetRow.extend({ id: z.string() }).parse(row)
      return { id, ...ficheTargetOf(target) }
    })
    expect(judged.toSorted(byId)).toEqual(expected.toSorted(byId))
    for (const { id, archive, ouverture, octroi } of judged) {
      const name = nameOf.get(id) ?? ''
      if (name === 'in an archived plan and a hidden living one') besideHidden.push(archive)
      else expect(archive, name).toBe(ARCHIVES[name] ?? 'NON')
      ouvertures.add(ouverture)
      octrois.add(octroi)
    }
  }
  expect(ouvertures).toEqual(new Set(['CONTRIBUER', 'EDITER', null]))
  expect(besideHidden).toEqual(['ENTIEREMENT', 'ENTIEREMENT', 'EN_PARTIE', 'EN_PARTIE', 'EN_PARTIE'])
  expect(octrois).toEqual(new Set([null, 'LIRE', 'CONTRIBUER', 'EDITER']))
})

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

it('reads a place, in SQL as by Prisma, when its plan and its fiche both may be read', async ({ make, prisma }) => {
  const { collectivite, people } = await world({ make, prisma })
  const { id: collectiviteId } = collectivite
  const counts = new Set<number>()
  for (const viewer of [...Object.values(people).map((person) => person.viewer), null]) {
    const read = async (where: Prisma.PlacementWhereInput) =>
      (await prisma.placement.findMany({ where: { AND: [{ collectiviteId }, where] } })).map(({ id }) => id).toSorted()
    const readable = await read(readablePlacements(viewer))
    expect(readable).toEqual(await read({ plan: readablePlans(viewer), ...HELD, fiche: readableFiches(viewer) }))
    const bySql = await prisma.$queryRaw<{ id: string }[]>`
      SELECT placement.id FROM placement
        JOIN plan ON plan.id = placement.plan_id
        JOIN fiche ON fiche.id = placement.fiche_id
      WHERE placement.collectivite_id = ${collectiviteId}::uuid AND ${visiblePlacementsSql(viewer)}`
    expect(bySql.map(({ id }) => id).toSorted()).toEqual(await read(visiblePlacements(viewer)))
    counts.add(readable.length)
  }
  expect(counts.size).toBeGreaterThan(3)
})

it('answers what is public as the condition of Prisma does', async ({ make, prisma }) => {
  const { collectivite, fiches } = await world({ make, prisma })
  const { id: collectiviteId } = collectivite
  const published = fiches['in a public plan']
  await prisma.fiche.create({ data: { collectiviteId, parentId: published?.id ?? '', position: 'b' } })
  const byPrisma = await prisma.fiche.findMany({ where: { AND: [{ collectiviteId }, visibleFiches(null)] } })
  const bySql = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM fiche WHERE collectivite_id = ${collectiviteId}::uuid AND ${publicFichesSql()}`
  expect(bySql.map(({ id }) => id).toSorted()).toEqual(byPrisma.map(({ id }) => id).toSorted())
  expect(byPrisma).toHaveLength(2)
})
