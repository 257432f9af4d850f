import type { PrismaClient } from '@pupitre/prisma'
import { recordFicheChange } from '../domain/fiche/record-fiche-change.ts'
import { type ChangeBus, ChangeCollector } from './change-bus.ts'

interface WrittenTitres {
  prisma: PrismaClient
  bus: ChangeBus
  ficheIds: readonly string[]
}

/**
 * Tells of titres that the sync server has written: a titre is live text, which no use case changes, and lists and trees show it.
 * By nobody: several people may have typed what is written at once.
 */
export async function publishTitres({ prisma, bus, ficheIds }: WrittenTitres): Promise<void> {
  const record = new ChangeCollector()
  await recordFicheChange({ tx: prisma, record }, { ficheIds, fields: ['titre'] })
  record.publishOn(bus, { by: null, at: new Date() })
}
