import type { CellValue } from 'exceljs'
import { expect } from 'vitest'
import { domainTest as test } from '../../../test/domain-test.ts'
import { FILLED, filledTemplate } from '../../../test/filled-template.ts'
import { createChangeBus } from '../../bus/change-bus.ts'
import { storedLiveText } from '../stored-live-text.ts'
import { importFile } from './import-file.ts'
import { buildTemplate, TEMPLATE_COLUMNS } from './template.ts'
import { loadThematiques } from './thematiques.ts'

function column(heading: string): number {
  const at = TEMPLATE_COLUMNS.findIndex((each) => each.heading === heading)
  if (at === -1) throw new Error(`the template has no column ${heading}`)
  return at
}

/** Rows where every column is filled, each naming people, services, labels and indicateurs of its own, and the row before. */
function filledRows(count: number): CellValue[][] {
  return Array.from({ length: count }, (_, index) =>
    FILLED.map((value, at): CellValue => {
      if (at === column('Axe')) return `Axe ${index % 5}`
      if (at === column('Titre de la fiche action')) return `Fiche ${index}`
      if (at === column('Titre de la sous-action')) return `Sous-action ${index}`
      if (at === column('Actions liées')) return `Fiche ${index === 0 ? count - 1 : index - 1}`
      return typeof value === 'string' && NAMES.has(at) ? `${value}, Nom ${index}` : value
    }),
  )
}

const NAMES = new Set(['Direction ou service pilote', 'Personne pilote', 'Partenaires', 'Tags'].map(column))

test('an import takes as many statements for 209 fiches as for 20, every column of the template filled', async ({
  counted,
  make,
  prisma,
}) => {
  const template = await buildTemplate(await loadThematiques(prisma))
  const bring = async (count: number) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite, role: 'EDITEUR' })
    const bytes = await filledTemplate(template, filledRows(count))
    const request = { siren: collectivite.siren, fileName: 'plan.xlsx', bytes, nom: null }
    const statements = await counted.statementsOf(() =>
      importFile({ prisma, liveText: storedLiveText, bus: createChangeBus(), viewer }, request),
    )
    const where = { collectiviteId: collectivite.id }
    return {
      statements: statements.length,
      fiches: await prisma.fiche.count({ where }),
      personnes: await prisma.personne.count({ where: { ...where, membreId: null } }),
      liens: await prisma.lien.count({ where: { fiche: where } }),
    }
  }
  const [few, many] = [await bring(20), await bring(209)]
  expect(few).toMatchObject({ fiches: 40, liens: 20 })
  expect(many).toMatchObject({ fiches: 418, liens: 209 })
  expect(many.personnes).toBeGreaterThan(few.personnes + 180)
  expect(many.statements).toBe(few.statements)
})
