import { openDatabase } from '../../server/src/database/open-database.ts'
import type { ServerProcess } from './server-process.ts'

/** Gives every document of a stopped server another life, as the restoration of a backup does. */
export async function restoreAnotherLife({ dataDir }: ServerProcess): Promise<void> {
  const { prisma, close } = await openDatabase({ databaseUrl: null, dataDir }, { share: true })
  await prisma.$executeRaw`UPDATE live_document SET epoch = gen_random_uuid()`
  await close()
}
