import { createChangeBus } from '../../bus/change-bus.ts'
import { describe, expect } from 'vitest'
import { domainTest } from '../../../test/domain-test.ts'
import { spreadsheetFile, TEMPLATE_HEADINGS } from '../../../test/spreadsheet-file.ts'
import { ForbiddenError, NotFoundError } from '../../domain/errors.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { storedLiveText } from '../stored-live-text.ts'
import { importFile, type ImportRequest } from './import-file.ts'
import { ImportRefusedError } from './import-refused.ts'

const test = domainTest
  .extend('desk', async ({ make }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    return { collectivite, viewer }
  })
  .extend(
    'bring',
    ({ prisma, desk }) =>
      async (viewer: Viewer, change: Partial<ImportRequest> & { rows?: unknown[][] } = {}) => {
        const { rows = [['A', '', '', 'F']], ...request } = change
        const bytes = await spreadsheetFile({ rows: [TEMPLATE_HEADINGS, ...rows.map((row) => row.map(String))] })
        const full = { siren: desk.collectivite.siren, fileName: 'Plan vélo.xlsx', bytes, nom: null, ...request }
        return importFile({ bus: createChangeBus(), prisma, liveText: storedLiveText, viewer }, full)
      },
  )

test('keeps the order of the file in each axe', async ({ bring, desk, prisma }) => {
  const rows = [
    ['B', '', '', 'F1'],
    ['A', '', '', 'F2'],
    ['B', '', '', 'F3'],
    ['', '', '', 'F4'],
  ]
  const { planId } = await bring(desk.viewer, { rows })
  const axes = await prisma.axe.findMany({
    where: { planId },
    orderBy: { position: 'asc' },
    select: { nom: true, placements: { orderBy: { position: 'asc' }, select: { fiche: { select: { titre: true } } } } },
  })
  expect(axes.map(({ nom, placements }) => [nom, placements.map(({ fiche }) => fiche.titre)])).toEqual([
    ['B', ['F1', 'F3']],
    ['A', ['F2']],
  ])
  expect(
    await prisma.placement.findMany({ where: { planId, axeId: null }, select: { fiche: { select: { titre: true } } } }),
  ).toEqual([{ fiche: { titre: 'F4' } }])
})

test('takes the services that are there, whatever their accents and case, and creates the others once', async ({
  bring,
  desk,
  make,
  prisma,
}) => {
  const there = await make.service({ collectivite: desk.collectivite, nom: 'Énergie et climat' })
  const rows = [
    ['', '', '', 'F1', '', 'ENERGIE ET CLIMAT, Voirie'],
    ['', '', '', 'F2', '', 'voirie'],
  ]
  const { counts, cells } = await bring(desk.viewer, { rows })
  expect(counts.services).toBe(1)
  expect(cells.filter(({ column }) => column === 'F')).toMatchObject([{ created: 'service' }, { field: 'services' }])
  const services = await prisma.service.findMany({
    where: { collectiviteId: desk.collectivite.id },
    include: { fiches: true, membres: true },
  })
  expect(services).toHaveLength(2)
  expect(services.find(({ id }) => id === there.id)?.fiches).toHaveLength(1)
  expect(services.find(({ nom }) => nom === 'Voirie')).toMatchObject({ fiches: [{}, {}], membres: [] })
})

test.for([
  ['the name that was asked for', 'Mon plan', 'Mon plan', 'AUTRE'],
  ['the file’s name', null, 'Plan vélo', 'AUTRE'],
  ['a type that its name tells', 'PCAET du pays', 'PCAET du pays', 'PCAET'],
] as const)('gives the plan %s', async ([_what, nom, named, type], { bring, desk, prisma }) => {
  const report = await bring(desk.viewer, { nom })
  expect(report.nom).toBe(named)
  expect(await prisma.plan.findUnique({ where: { id: report.planId } })).toMatchObject({ nom: named, type })
})

test('takes as many statements for 200 fiches as for one', async ({ bring, desk, counted }) => {
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, index) => [`Axe ${index % 9}`, '', '', `F${index}`, 'Texte', 'Voirie'])
  const one = await counted.statementsOf(() => bring(desk.viewer, { rows: rowsOf(9) }))
  const many = await counted.statementsOf(() => bring(desk.viewer, { rows: rowsOf(209) }))
  expect(one.length).toBeGreaterThan(5)
  expect(many.length).toBeLessThanOrEqual(one.length)
})

test('matches people, labels and indicateurs without accents or case, a member by their name', async ({
  desk,
  make,
  prisma,
}) => {
  const collectiviteId = desk.collectivite.id
  const { user } = await make.membre({ collectivite: desk.collectivite })
  const there = await prisma.indicateur.create({
    data: { collectiviteId, nom: 'Taux de fuite', nomNormalise: 'taux de fuite' },
  })
  const linked = await make.fiche({
    plan: await make.plan({ collectivite: desk.collectivite }),
    titre: 'Énergie  solaire',
  })
  const headings = ['Titre', 'Personne pilote', 'Tags', 'Indicateurs liés', 'Actions liées']
  const rows = [
    ['F', `${user.name.toUpperCase()}, Zoé Petit`, 'Éau', 'TAUX DE FUITE', 'ENERGIE SOLAIRE\nNulle part'],
    ['G', 'zoe petit', 'eau', '', ''],
  ]
  const { cells, planId } = await importFile(
    { bus: createChangeBus(), prisma, liveText: storedLiveText, viewer: desk.viewer },
    {
      siren: desk.collectivite.siren,
      fileName: 'a.xlsx',
      bytes: await spreadsheetFile({ rows: [headings, ...rows] }),
      nom: null,
    },
  )
  const fiches = await prisma.fiche.findMany({
    where: { placements: { some: { planId } } },
    orderBy: { titre: 'asc' },
    include: {
      pilotes: { include: { personne: true } },
      labels: true,
      indicateurs: true,
      liens: true,
      liensInverses: true,
    },
  })
  const pilotes = fiches.map((fiche) => fiche.pilotes.map(({ personne }) => [personne.nom, personne.membreId !== null]))
  expect(pilotes).toEqual([
    expect.arrayContaining([
      [user.name, true],
      ['Zoé Petit', false],
    ]),
    [['Zoé Petit', false]],
  ])
  expect(new Set(fiches.flatMap(({ labels }) => labels.map(({ labelId }) => labelId))).size).toBe(1)
  expect(fiches[0]?.indicateurs).toMatchObject([{ indicateurId: there.id }])
  const ends = [...(fiches[0]?.liens ?? []), ...(fiches[0]?.liensInverses ?? [])]
  expect(ends).toHaveLength(1)
  expect([ends[0]?.ficheId, ends[0]?.autreId]).toContain(linked.id)
  expect(cells.find(({ column, row }) => column === 'E' && row === 2)).toMatchObject({
    field: 'fichesLiees',
    warning: 'Aucune fiche n’a ce titre : « Nulle part ».',
  })
})

test('links nothing to a fiche that its reader may not read', async ({ desk, make, prisma }) => {
  const plan = await make.plan({ collectivite: desk.collectivite })
  const hidden = await make.fiche({ plan, titre: 'Cachée' })
  await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
  const rows = [
    ['Titre', 'Actions liées'],
    ['F', 'Cachée'],
  ]
  const { cells } = await importFile(
    { bus: createChangeBus(), prisma, liveText: storedLiveText, viewer: desk.viewer },
    { siren: desk.collectivite.siren, fileName: 'a.xlsx', bytes: await spreadsheetFile({ rows }), nom: null },
  )
  expect(await prisma.lien.count({ where: { OR: [{ ficheId: hidden.id }, { autreId: hidden.id }] } })).toBe(0)
  expect(cells[1]).toMatchObject({ warning: expect.stringContaining('Aucune fiche') })
})

describe('nothing is written', () => {
  test('when one row has an error', async ({ bring, desk, prisma }) => {
    const rows = [
      ['A', '', '', 'F', '', 'Nouveau service'],
      ['', '', '', 'x'.repeat(301)],
    ]
    const error: unknown = await bring(desk.viewer, { rows }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ImportRefusedError)
    expect(error).toMatchObject({
      problems: [{ row: 3, column: 'D', message: expect.stringContaining('300 caractères') }],
    })
    const { id: collectiviteId } = desk.collectivite
    expect(await prisma.plan.count({ where: { collectiviteId } })).toBe(0)
    expect(await prisma.service.count({ where: { collectiviteId } })).toBe(0)
  })

  test('when the database fails at the last moment', async ({ desk, prisma }) => {
    const bytes = await spreadsheetFile({ rows: [TEMPLATE_HEADINGS, ['A', '', '', 'F', '', 'Nouveau']] })
    const failing = {
      ...storedLiveText,
      create: async (input: Parameters<typeof storedLiveText.create>[0]) => {
        await storedLiveText.create(input)
        if (input.documents.some(({ document }) => document.kind === 'fiche')) throw new Error('disk full')
      },
    }
    const request = { siren: desk.collectivite.siren, fileName: 'a.xlsx', bytes, nom: null }
    await expect(
      importFile({ bus: createChangeBus(), prisma, liveText: failing, viewer: desk.viewer }, request),
    ).rejects.toThrow('disk full')
    const { id: collectiviteId } = desk.collectivite
    expect(await prisma.plan.count({ where: { collectiviteId } })).toBe(0)
    expect(await prisma.service.count({ where: { collectiviteId } })).toBe(0)
  })

  test.for(['LECTEUR', 'CONTRIBUTEUR'] as const)('for a %s', async (role, { bring, desk, make }) => {
    const { viewer } = await make.membre({ collectivite: desk.collectivite, role })
    await expect(bring(viewer)).rejects.toBeInstanceOf(ForbiddenError)
  })

  test('for the admin of another collectivité, as if this one did not exist', async ({ bring, make }) => {
    const { viewer } = await make.membre({ role: 'ADMIN' })
    await expect(bring(viewer)).rejects.toBeInstanceOf(NotFoundError)
    await expect(bring(viewer, { siren: '000000000' })).rejects.toBeInstanceOf(NotFoundError)
  })

  test('under a name too long for a plan', async ({ bring, desk }) => {
    await expect(bring(desk.viewer, { nom: 'n'.repeat(301) })).rejects.toBeInstanceOf(ImportRefusedError)
  })
})
