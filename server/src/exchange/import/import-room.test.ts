import { expect } from 'vitest'
import { domainTest } from '../../../test/domain-test.ts'
import { cellAt, planOf } from '../../../test/mapped-plan.ts'
import { spreadsheetFile } from '../../../test/spreadsheet-file.ts'
import { createChangeBus } from '../../bus/change-bus.ts'
import { MAX_FINANCEURS_PER_LIGNE } from '../../domain/financeur/financeur-rules.ts'
import { MAX_INDICATEURS, MAX_LINKS_OF_INDICATEUR } from '../../domain/indicateur/indicateur-rules.ts'
import { MAX_SOUS_ACTIONS } from '../../domain/sous-action/sous-action-rules.ts'
import { storedLiveText } from '../stored-live-text.ts'
import { ImportDesk } from './import-desk.ts'
import { importFile } from './import-file.ts'

/** Names or titles, one a line. */
function lines(count: number, nom: string): string {
  return Array.from({ length: count }, (_, index) => `${nom} ${index}`).join('\n')
}

/** What the page and the command say of a file. */
const test = domainTest.extend('bring', ({ make, prisma }) => async (rows: string[][]) => {
  const collectivite = await make.collectivite()
  const { viewer } = await make.membre({ collectivite })
  const parts = { prisma, liveText: storedLiveText, bus: createChangeBus() }
  const desk = new ImportDesk({
    ...parts,
    onError: (error) => {
      throw error
    },
  })
  const file = { siren: collectivite.siren, fileName: 'a.xlsx', bytes: await spreadsheetFile({ rows }) }
  return {
    collectivite,
    errors: async () => {
      const { problems } = await desk.prepare(viewer, file)
      return problems.filter(({ severity }) => severity === 'error')
    },
    command: () => importFile({ ...parts, viewer }, { ...file, nom: null }),
  }
})

test(`a fiche is given ${MAX_SOUS_ACTIONS} sous-actions, and not one more, by its own row or by theirs`, async () => {
  const headings = ['Titre', 'Titre de la sous-action']
  const row = (count: number) => [headings, ['F', lines(count, 'S')]]
  expect((await planOf({ rows: row(MAX_SOUS_ACTIONS) })).errors).toEqual([])
  const past = await planOf({ rows: row(MAX_SOUS_ACTIONS + 1) })
  expect(past.errors).toMatchObject([{ row: 2, column: 'B', message: expect.stringContaining('100 sous-actions') }])

  const rows = (count: number) => [headings, ['F', ''], ...Array.from({ length: count }, (_, at) => ['F', `S ${at}`])]
  expect((await planOf({ rows: rows(MAX_SOUS_ACTIONS) })).errors).toEqual([])
  const one = await planOf({ rows: rows(MAX_SOUS_ACTIONS + 1) })
  expect(one.errors).toMatchObject([{ row: MAX_SOUS_ACTIONS + 3, column: 'B' }])
  expect(cellAt(one, `B${MAX_SOUS_ACTIONS + 3}`)).toMatchObject({ value: `S ${MAX_SOUS_ACTIONS}` })
})

test(`a line is shared by ${MAX_FINANCEURS_PER_LIGNE} financeurs, and not one more`, async () => {
  const rows = (count: number) => [
    ['Titre', 'Financeur 1', 'Montant € HT'],
    ['F', lines(count, 'Financeur'), '12'],
  ]
  const there = await planOf({ rows: rows(MAX_FINANCEURS_PER_LIGNE) })
  expect(there.errors).toEqual([])
  expect(there.fiches[0]?.financeurs[0]?.keys).toHaveLength(MAX_FINANCEURS_PER_LIGNE)
  const past = await planOf({ rows: rows(MAX_FINANCEURS_PER_LIGNE + 1) })
  expect(past.errors).toMatchObject([{ row: 2, column: 'B', message: expect.stringContaining('20 financeurs') }])
})

test(`an indicateur is linked to ${MAX_LINKS_OF_INDICATEUR} fiches, those of before included, and not to one more`, async ({
  bring,
  make,
  prisma,
}) => {
  const fiches = Array.from({ length: MAX_LINKS_OF_INDICATEUR - 1 }, (_, at) => [`F${at}`, 'Taux de fuite'])
  const { collectivite, errors, command } = await bring([['Titre', 'Indicateurs liés'], ...fiches])
  const collectiviteId = collectivite.id
  const { id: indicateurId } = await make.indicateur({ collectivite, nom: 'Taux  de FUITE' })
  const link = async () => {
    const { id: ficheId } = await make.fiche({ plan: await make.plan({ collectivite }) })
    await prisma.ficheIndicateur.create({ data: { ficheId, indicateurId, collectiviteId } })
  }
  await link()
  expect(await errors()).toEqual([])
  await link()
  const problem = { row: MAX_LINKS_OF_INDICATEUR, column: 'B', message: expect.stringContaining('500 fiches') }
  expect(await errors()).toMatchObject([{ ...problem, value: 'Taux de fuite' }])
  await expect(command()).rejects.toMatchObject({ problems: [problem] })
})

test(`a collectivité has ${MAX_INDICATEURS} indicateurs, those of the file included, and not one more`, async ({
  bring,
  prisma,
}) => {
  const rows = [
    ['Titre', 'Indicateurs liés'],
    ['F', 'Nouveau'],
    ['G', 'Nouveau\nAutre'],
    ['H', 'Numéro 1'],
  ]
  const { collectivite, errors, command } = await bring(rows)
  const there = (from: number, to: number) =>
    prisma.indicateur.createMany({
      data: Array.from({ length: to - from }, (_, at) => ({
        collectiviteId: collectivite.id,
        nom: `Numéro ${from + at}`,
        nomNormalise: `numero ${from + at}`,
      })),
    })
  await there(0, MAX_INDICATEURS - 2)
  expect(await errors()).toEqual([])
  await there(MAX_INDICATEURS - 2, MAX_INDICATEURS - 1)
  const problem = { row: 3, column: 'B', message: expect.stringContaining('« Autre »') }
  expect(await errors()).toMatchObject([{ ...problem, value: 'Nouveau\nAutre' }])
  await expect(command()).rejects.toMatchObject({ problems: [problem] })
})
