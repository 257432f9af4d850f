import Excel from 'exceljs'
import { describe, expect } from 'vitest'
import { domainTest as test } from '../../../test/domain-test.ts'
import { FILLED, filledTemplate } from '../../../test/filled-template.ts'
import { createChangeBus } from '../../bus/change-bus.ts'
import { storedLiveText } from '../stored-live-text.ts'
import { fieldOfHeading } from './columns.ts'
import { importFile } from './import-file.ts'
import { mapWorkbook } from './map-workbook.ts'
import { parseWorkbook } from './parse-workbook.ts'
import { buildTemplate, TEMPLATE_COLUMNS } from './template.ts'
import { loadThematiques } from './thematiques.ts'

const FULL_FICHE = {
  services: { include: { service: true } },
  pilotes: { include: { personne: true } },
  referents: { include: { personne: true } },
  labels: { include: { label: true } },
  indicateurs: { include: { indicateur: true } },
  lignesFinanceur: { include: { financeurs: { include: { label: true } } }, orderBy: { montantHt: 'asc' } },
  cibles: true,
  effetsAttendus: true,
  thematiques: true,
  sousThematiques: true,
  mesuresLiees: true,
  lignesBudget: true,
  notesSuivi: { orderBy: { date: 'asc' } },
  liens: { include: { fiche: true, autre: true } },
  liensInverses: { include: { fiche: true, autre: true } },
  sousActions: { include: { textes: true } },
  textes: true,
} as const

describe('our template', () => {
  test('has a column for every field, each read by the import', () => {
    for (const { heading } of TEMPLATE_COLUMNS) expect(fieldOfHeading(heading)).not.toBeNull()
    expect(new Set(TEMPLATE_COLUMNS.map(({ heading }) => fieldOfHeading(heading))).size).toBe(36)
  })

  test('holds no data of its own, and offers the values of its lists', async ({ prisma }) => {
    const bytes = await buildTemplate(await loadThematiques(prisma))
    const plan = mapWorkbook(await parseWorkbook(bytes))
    expect(plan).toMatchObject({ fiches: [], cells: [], otherSheets: [], nom: null })

    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    const statut = TEMPLATE_COLUMNS.findIndex(({ heading }) => heading === 'Statut') + 1
    const { formulae } = workbook.getWorksheet('Plan')?.getCell(3, statut).dataValidation ?? {}
    expect(formulae).toEqual(['Listes!$A$2:$A$8'])
    expect(workbook.getWorksheet('Listes')?.getCell('A8').value).toBe('Abandonné')
    expect(workbook.getWorksheet('Listes')?.getColumn(9).values).toContain('Cours d’eau, canaux, plans d’eau')
  })

  test('comes back without a warning, with every field as it was filled', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    expect(FILLED).toHaveLength(TEMPLATE_COLUMNS.length)
    const template = await buildTemplate(await loadThematiques(prisma))

    const { planId, cells } = await importFile(
      { prisma, liveText: storedLiveText, bus: createChangeBus(), viewer },
      {
        siren: collectivite.siren,
        fileName: 'plan.xlsx',
        bytes: await filledTemplate(template),
        nom: null,
      },
    )
    expect(cells.filter((cell) => 'problem' in cell || cell.warning)).toEqual([])
    expect(cells).toHaveLength(FILLED.filter((value) => value !== null).length + 6 + 2)

    const fiche = await prisma.fiche.findFirstOrThrow({
      where: { placements: { some: { planId } }, titre: 'Une fiche' },
      include: FULL_FICHE,
    })
    expect(fiche).toMatchObject({
      statut: 'EN_COURS',
      priorite: 'ELEVE',
      dateDebut: new Date('2026-01-15'),
      dateFin: new Date('2028-06-30'),
      ameliorationContinue: true,
      calendrier: 'Au printemps',
      tempsDeMiseEnOeuvre: 'UN_A_DEUX_ANS',
      participationCitoyenne: 'CONCERTATION',
      participationDetail: 'Trois ateliers',
    })
    expect(fiche.services.map(({ service }) => service.nom).toSorted()).toEqual(['Service Eau', 'Voirie'])
    expect(fiche.pilotes.map(({ personne }) => personne.nom).toSorted()).toEqual(['Awa Diallo', 'Paul Martin'])
    expect(fiche.referents.map(({ personne }) => personne.nom)).toEqual(['Renée Charles'])
    expect(fiche.labels.map(({ genre, label }) => `${genre} ${label.nom}`).toSorted()).toEqual([
      'INSTANCE_GOUVERNANCE Copil, deux fois par an',
      'INSTANCE_GOUVERNANCE Cotech',
      'PARTENAIRE Agence de l’eau',
      'PARTENAIRE Chambre d’agriculture',
      'STRUCTURE Syndicat des eaux',
      'TAG agriculture',
      'TAG eau',
    ])
    expect(fiche.indicateurs.map(({ indicateur }) => indicateur.nom).toSorted()).toEqual([
      'Linéaire de haies, en km',
      'Taux de fuite',
    ])
    expect(
      fiche.lignesFinanceur.map(({ montantHt, financeurs }) => [
        montantHt?.toFixed(2) ?? null,
        financeurs.map(({ label }) => label.nom).toSorted(),
      ]),
    ).toEqual([
      ['12000.50', ['État']],
      ['50000.00', ['Département', 'Région']],
      [null, ['ADEME']],
    ])
    expect(fiche.cibles.map(({ cible }) => cible).toSorted()).toEqual(['AGENTS', 'GRAND_PUBLIC'])
    expect(fiche.effetsAttendus.map(({ effet }) => effet).toSorted()).toEqual(['SOBRIETE', 'STOCKAGE_CARBONE'])
    expect(fiche.thematiques).toHaveLength(2)
    expect(fiche.sousThematiques).toMatchObject([{ sousThematiqueCode: expect.stringContaining('cours-d-eau') }])
    expect(fiche.mesuresLiees.map(({ code, titre }) => `${code}|${titre}`).toSorted()).toEqual([
      'cae 1.1.1|Définir la stratégie',
      '|Une autre mesure',
    ])
    expect(
      fiche.lignesBudget
        .map((each) => `${each.type} ${each.unite} ${each.nature} ${each.montant.toFixed(2)}`)
        .toSorted(),
    ).toEqual([
      'FONCTIONNEMENT EUROS_HT PREVISIONNEL 24566.00',
      'INVESTISSEMENT EUROS_HT PREVISIONNEL 100000.00',
      'NON_PRECISE ETP PREVISIONNEL 0.50',
      'NON_PRECISE EUROS_HT PREVISIONNEL 124566.00',
      'NON_PRECISE EUROS_HT REEL 1000.00',
    ])
    const texts = new Map(fiche.textes.map(({ field, plain }) => [field, plain]))
    expect(fiche.notesSuivi.map(({ id, date }) => [date.toISOString().slice(0, 10), texts.get(`note:${id}`)])).toEqual([
      ['2026-03-12', 'Lancement\nréussi'],
      ['2026-04-01', 'Suite'],
    ])
    expect(texts.get('description')).toContain('un point')
    expect([texts.get('objectifs'), texts.get('moyens'), texts.get('financements')]).toEqual([
      'Des objectifs',
      'Deux agents',
      'Fonds verts',
    ])
    const linked = [...fiche.liens, ...fiche.liensInverses].map((lien) =>
      [lien.fiche.titre, lien.autre.titre].toSorted(),
    )
    expect(linked).toEqual([['Une autre fiche', 'Une fiche']])
    expect(fiche.sousActions).toMatchObject([{ titre: 'Une sous-action' }])
    expect(fiche.sousActions[0]?.textes.find(({ field }) => field === 'description')?.plain).toBe('Son texte')
  })
})
