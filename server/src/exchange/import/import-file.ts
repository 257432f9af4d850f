import type { Collectivite, PrismaClient } from '@pupitre/prisma'
import type { ChangeBus } from '../../bus/change-bus.ts'
import { inTransaction } from '../../bus/in-transaction.ts'
import { NotFoundError } from '../../domain/errors.ts'
import type { LiveText } from '../../domain/live-text.ts'
import { MAX_NOM_CHARACTERS } from '../../domain/plan/plan-rules.ts'
import { demandInCollectivite } from '../../domain/rights/demand.ts'
import { readableCollectivites } from '../../domain/rights/readable.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { dayIn } from './calendar.ts'
import { commitImport } from './commit-import.ts'
import { COMMIT_TIMEOUT_MS } from './import-limits.ts'
import { demandXlsxName, nameOfFile } from './file-name.ts'
import { withoutRoom } from './import-room.ts'
import { ImportRefusedError, refusedFile } from './import-refused.ts'
import { reportOf, type ImportReport } from './import-report.ts'
import { mapWorkbook } from './map-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import { loadThematiques } from './thematiques.ts'

export interface ImportRequest {
  /** The collectivité to create the plan in. */
  siren: string
  fileName: string
  bytes: Uint8Array
  /** The plan's name; without it, the one above the headings, else the file's. */
  nom: string | null
}

/**
 * Brings a plan in from a spreadsheet, whole or not at all.
 * @throws ImportRefusedError when the file has errors, DomainError when the viewer may not: nothing is written then
 */
export async function importFile(
  acting: { prisma: PrismaClient; liveText: LiveText; bus: ChangeBus; viewer: Viewer },
  { siren, fileName, bytes, nom: asked }: ImportRequest,
): Promise<ImportReport> {
  const { prisma, viewer } = acting
  const { id: collectiviteId, timeZone } = await collectiviteToImportInto({ prisma, viewer, siren })
  demandXlsxName(fileName)
  const plan = mapWorkbook(await readWorkbook(bytes), await loadThematiques(prisma))
  const errors = [...plan.errors, ...(await withoutRoom({ tx: prisma, viewer }, { collectiviteId, plan }))]
  if (errors.length > 0) throw new ImportRefusedError(errors)

  const nom = asked?.trim() || plan.nom || nameOfFile(fileName)
  if ([...nom].length > MAX_NOM_CHARACTERS) {
    throw refusedFile(`Le nom du plan tient en ${MAX_NOM_CHARACTERS} caractères : donnez-en un plus court avec --nom.`)
  }
  const order = { collectiviteId, nom, plan, today: dayIn(timeZone) }
  const committed = await inTransaction(acting, (useCase) => commitImport(useCase, order), {
    timeoutMs: COMMIT_TIMEOUT_MS,
    origine: 'IMPORT',
  })
  return reportOf(plan, { ...committed, nom })
}

/**
 * The collectivité that a plan is brought into, found among the viewer's own: another answers as if absent.
 * @throws NotFoundError, ForbiddenError
 */
export async function collectiviteToImportInto({
  prisma,
  viewer,
  siren,
}: {
  prisma: PrismaClient
  viewer: Viewer | null
  siren: string
}): Promise<Pick<Collectivite, 'id' | 'timeZone'>> {
  const collectivite = await prisma.collectivite.findFirst({
    where: { AND: [{ siren }, readableCollectivites(viewer)] },
    select: { id: true, timeZone: true },
  })
  if (!collectivite) throw new NotFoundError('COLLECTIVITE')
  demandInCollectivite(viewer, 'createPlan', { collectiviteId: collectivite.id })
  return collectivite
}
