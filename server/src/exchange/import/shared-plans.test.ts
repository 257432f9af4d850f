import { createChangeBus } from '../../bus/change-bus.ts'
import { describe, expect } from 'vitest'
import { domainTest } from '../../../test/domain-test.ts'
import {
  CONTRAT_LOCAL_DE_SANTE,
  filledAddresses,
  lacksSharedPlans,
  MODELE_IMPORT,
  type SharedPlan,
} from '../../../test/shared-plan.ts'
import { storedLiveText } from '../stored-live-text.ts'
import { importFile } from './import-file.ts'
import type { ReportedCell } from './import-plan.ts'

const addressOf = ({ row, column }: ReportedCell): string => `${column}${row}`

const test = domainTest
  .extend('admin', { scope: 'file' }, async ({ make }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'ADMIN' })
    return { collectivite, viewer }
  })
  .extend('bring', { scope: 'file' }, ({ prisma, admin: { collectivite, viewer } }) => (plan: SharedPlan) => {
    const request = { siren: collectivite.siren, fileName: 'plan.xlsx', bytes: plan.read(), nom: null }
    return importFile({ bus: createChangeBus(), prisma, liveText: storedLiveText, viewer }, request)
  })

describe.skipIf(lacksSharedPlans)('../shared/plans', () => {
  test('a real contrat local de santé becomes a plan of 29 fiches under their axes, with their texts', async ({
    bring,
    prisma,
  }) => {
    const { planId, counts } = await bring(CONTRAT_LOCAL_DE_SANTE)
    expect(counts).toMatchObject({ fiches: 29, services: 3 })
    const plan = await prisma.plan.findUniqueOrThrow({
      where: { id: planId },
      include: {
        axes: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
        placements: {
          include: { axe: { include: { parent: true } }, fiche: { include: { textes: true, services: true } } },
        },
      },
    })
    expect(plan).toMatchObject({ nom: 'Contrat Local de Santé 2025-2030', type: 'CONTRAT_LOCAL_SANTE' })
    expect(plan.axes.filter(({ parentId }) => parentId === null).map(({ nom }) => nom)).toEqual([
      'Axe 1. COORDINATION DU CLS - AXE TRANSVERSAL',
      'Axe 2. ACCES AUX SOINS',
      'Axe 3. PARCOURS DE SANTÉ',
      'Axe 4. SANTE ENVIRONNEMENT',
      'Axe 5. SANTE MENTALE',
    ])
    expect(plan.placements).toHaveLength(29)
    expect(plan.placements.every(({ axe }) => axe?.parent)).toBe(true)
    const copil = plan.placements.find(
      ({ fiche }) => fiche.titre === 'Fiche Action 2. Animer les Copil, les Cotech et les GT',
    )
    expect(copil?.axe?.nom).toBe(
      "Objectif stratégique 2. Garantir le dialogue et l'interconnaissance de chaque acteur du territoire",
    )
    expect(copil?.fiche).toMatchObject({
      statut: 'EN_COURS',
      priorite: 'ELEVE',
      dateDebut: new Date('2025-08-08'),
      dateFin: new Date('2030-09-01'),
      services: [{}, {}],
    })
    const texts = new Map(copil?.fiche.textes.map(({ field, plain }) => [field, plain]))
    expect(texts.get('description')).toMatch(/^Il s'agit d'entretenir ces différentes dynamiques/)
    expect(texts.get('objectifs')?.split('\n').length).toBeGreaterThan(4)
    // A text of several hundred characters is in each of them.
    expect(
      plan.placements.every(({ fiche }) =>
        fiche.textes.some(({ field, plain }) => field === 'description' && plain.length > 50),
      ),
    ).toBe(true)
  })

  test('every cell of the contrat with something in it is accounted for', async ({ bring }) => {
    const { cells } = await bring(CONTRAT_LOCAL_DE_SANTE)
    const filled = await filledAddresses(CONTRAT_LOCAL_DE_SANTE, { part: 'xl/worksheets/sheet2.xml', fromRow: 4 })
    expect(filled.length).toBeGreaterThan(300)
    expect(cells.map(addressOf).toSorted()).toEqual(filled.toSorted())
    const kinds = cells.map((cell) => ['field', 'created', 'problem'].filter((kind) => kind in cell))
    expect(kinds.filter((kind) => kind.length !== 1)).toEqual([])
  })

  test('the values of a test left in the contrat are its data', async ({ bring }) => {
    const { cells } = await bring(CONTRAT_LOCAL_DE_SANTE)
    const at = (address: string) => cells.find((cell) => addressOf(cell) === address)
    expect(at('C4')).toMatchObject({ value: 'Sous-Sous Axe', created: 'sousSousAxe' })
    // Another test of this file may have created them.
    expect(at('L4')).toSatisfy((cell) => 'created' in cell || cell.field === 'partenaires')
    expect(at('S4')).toMatchObject({ value: 1000, field: 'montant' })
    expect(at('X4')).toMatchObject({ value: 5_000_000, field: 'budget' })
    expect(at('AC4')).toMatchObject({ value: true, field: 'ameliorationContinue' })
    expect(cells.filter((cell) => 'problem' in cell)).toEqual([])
  })

  test('the template becomes its one example, without its instructions', async ({ bring, prisma }) => {
    const { planId, counts, cells } = await bring(MODELE_IMPORT)
    expect(counts).toEqual({ fiches: 1, axes: 3, services: 2 })
    const filled = await filledAddresses(MODELE_IMPORT, { part: 'xl/worksheets/sheet2.xml', fromRow: 5 })
    expect(cells.map(addressOf).toSorted()).toEqual(filled.toSorted())

    const [placement] = await prisma.placement.findMany({
      where: { planId },
      include: { fiche: { include: { textes: true } } },
    })
    expect(placement?.fiche).toMatchObject({ statut: 'A_VENIR', priorite: 'MOYEN', dateDebut: new Date('2022-11-16') })
    const texts = placement?.fiche.textes.map(({ plain }) => plain).join('\n') ?? ''
    expect(texts).toContain('- La DREAL Région ;')
    expect(texts).not.toContain('Ces informations devront être saisies')
    expect(cells.find((cell) => addressOf(cell) === 'AG5')).toMatchObject({
      problem: expect.stringContaining('consigne du modèle'),
    })
  })
})
