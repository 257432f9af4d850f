/* oxlint-disable no-console -- a command's output */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createPrismaClient, migrate, type PrismaClient } from '@pupitre/prisma'
import Excel from 'exceljs'
import { Client } from 'pg'
import { loadMemberships } from '../../server/src/auth/load-memberships.ts'
import { createChangeBus } from '../../server/src/bus/change-bus.ts'
import { inTransaction } from '../../server/src/bus/in-transaction.ts'
import { openCluster } from '../../server/src/database/embedded/open-cluster.ts'
import { addMembres } from '../../server/src/domain/membre/add-membres.ts'
import type { Viewer } from '../../server/src/domain/viewer.ts'
import { commitImport } from '../../server/src/exchange/import/commit-import.ts'
import { COMMIT_TIMEOUT_MS } from '../../server/src/exchange/import/import-limits.ts'
import { previewOf } from '../../server/src/exchange/import/import-preview.ts'
import { problemsOf } from '../../server/src/exchange/import/import-problems.ts'
import { mapWorkbook } from '../../server/src/exchange/import/map-workbook.ts'
import { readWorkbook } from '../../server/src/exchange/import/read-workbook.ts'
import { loadThematiques } from '../../server/src/exchange/import/thematiques.ts'
import { storedLiveText } from '../../server/src/exchange/stored-live-text.ts'
import { insertRows, readRows } from './copy-rows.ts'
import { markdownTable } from './table.ts'

/** `npm run bench:import`: a real plan's rows repeated to 209 fiches, brought in five times; beside it, the same rows inserted bare. */
const FICHES = 209
const RUNS = 5
const CONTRAT = fileURLToPath(new URL('../../../shared/plans/contrat-local-de-sante.xlsx', import.meta.url))
const FIRST_ROW = 4
const TITLE_COLUMN = 4

/** The contrat's rows again and again under its headings, their titles numbered. */
async function repeatedPlan(): Promise<Uint8Array> {
  const source = new Excel.Workbook()
  await source.xlsx.load(new Uint8Array(await readFile(CONTRAT)).buffer)
  const sheet = source.worksheets.find(({ name }) => name.startsWith('Fichier'))
  if (!sheet) throw new Error('the contrat has its sheet')
  const valuesOf = (row: number): Excel.CellValue[] =>
    Array.from({ length: sheet.columnCount }, (_, index) => sheet.getCell(row, index + 1).value)
  const filled = Array.from({ length: sheet.rowCount - FIRST_ROW + 1 }, (_, index) =>
    valuesOf(FIRST_ROW + index),
  ).filter((values) => values[TITLE_COLUMN - 1])
  const workbook = new Excel.Workbook()
  const target = workbook.addWorksheet('Plan')
  target.addRow(valuesOf(2))
  for (let index = 0; index < FICHES; index++) {
    const values = [...(filled[index % filled.length] ?? [])]
    values[TITLE_COLUMN - 1] = `${index + 1}. ${sheet.getCell(FIRST_ROW + (index % filled.length), TITLE_COLUMN).text}`
    target.addRow(values)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function newEditor(prisma: PrismaClient, run: number) {
  const collectivite = await prisma.collectivite.create({
    data: { siren: String(100_000_000 + run), nom: `Banc ${run}`, type: 'COMMUNAUTE_COMMUNES' },
  })
  const user = await prisma.user.create({ data: { name: `Banc ${run}`, email: `banc.${run}@exemple.fr` } })
  await addMembres(prisma, [
    { userId: user.id, nom: user.name, collectiviteId: collectivite.id, role: 'EDITEUR', serviceIds: [] },
  ])
  const memberships = await loadMemberships(prisma, user.id)
  const viewer: Viewer = { userId: user.id, name: user.name, email: user.email, sessionId: '', memberships }
  return { collectiviteId: collectivite.id, viewer }
}

async function timed<Result>(act: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const start = performance.now()
  const result = await act()
  return { result, ms: performance.now() - start }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const dataDir = await mkdtemp(join(tmpdir(), 'pupitre-bench-'))
const cluster = await openCluster({ dataDir, share: false })
const { connectionString } = cluster
await migrate({ connectionString })
const prisma = createPrismaClient({ connectionString })
const client = new Client({ connectionString })
await client.connect()
const times: Record<'parse' | 'preview' | 'commit' | 'bare', number[]> = {
  parse: [],
  preview: [],
  commit: [],
  bare: [],
}
let written = 0
try {
  const bytes = await repeatedPlan()
  const thematiques = await loadThematiques(prisma)
  for (let run = 0; run < RUNS; run++) {
    const { collectiviteId, viewer } = await newEditor(prisma, run)
    const parse = await timed(() => readWorkbook(bytes))
    const preview = await timed(async () => {
      const plan = mapWorkbook(parse.result, thematiques)
      JSON.stringify(previewOf(plan, { nom: 'Banc', problems: problemsOf(plan, new Map()) }))
      return plan
    })
    const plan = preview.result
    if (plan.fiches.length !== FICHES) throw new Error(`the file holds ${plan.fiches.length} fiches`)
    const acting = { prisma, viewer, liveText: storedLiveText, bus: createChangeBus() }
    const commit = await timed(() =>
      inTransaction(
        acting,
        (useCase) => commitImport(useCase, { collectiviteId, nom: 'Banc', plan, today: '2026-01-01' }),
        {
          timeoutMs: COMMIT_TIMEOUT_MS,
        },
      ),
    )

    const tables = await readRows(client, collectiviteId)
    written = tables.reduce((sum, { rows }) => sum + rows.length, 0)
    for (const table of ['plan', 'fiche', 'label', 'service', 'indicateur']) {
      await client.query(`DELETE FROM "${table}" WHERE collectivite_id = $1`, [collectiviteId])
    }
    await client.query('DELETE FROM personne WHERE collectivite_id = $1 AND membre_id IS NULL', [collectiviteId])
    const bare = await timed(async () => {
      await client.query('BEGIN')
      await insertRows(client, tables)
      await client.query('COMMIT')
    })
    times.parse.push(parse.ms)
    times.preview.push(preview.ms)
    times.commit.push(commit.ms)
    times.bare.push(bare.ms)
  }
} finally {
  await client.end()
  await prisma.$disconnect()
  await cluster.close()
  await rm(dataDir, { recursive: true, force: true })
}
console.log(
  `${FICHES} fiches, ${written} rows written, medians of ${RUNS} runs in milliseconds, Node ${process.version}.\n`,
)
console.log(
  markdownTable(
    ['step', 'median', 'least', 'most'],
    Object.entries({
      'read the file (its own thread)': times.parse,
      'preview (map the rows, tell of the cells)': times.preview,
      'commit (one transaction)': times.commit,
      'the same rows by bare multi-row INSERT': times.bare,
    }).map(([step, values]) => [
      step,
      ...[median(values), Math.min(...values), Math.max(...values)].map((ms) => ms.toFixed(0)),
    ]),
  ),
)
