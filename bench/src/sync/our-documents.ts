import type { PrismaClient } from '@pupitre/prisma'
import { positionsAfter } from '../../../server/src/domain/position.ts'
import { createDocuments } from '../../../server/src/sync/create-documents.ts'

const FICHES_AT_ONCE = 500
const TRANSACTION_MS = 60_000

/** Fiches of a new plan, each with its empty document, as an import writes them. @returns their uuids */
export async function createFiches({
  prisma,
  collectiviteId,
  count,
}: {
  prisma: PrismaClient
  collectiviteId: string
  count: number
}): Promise<string[]> {
  const uuids: string[] = []
  while (uuids.length < count) {
    const some = Math.min(FICHES_AT_ONCE, count - uuids.length)
    uuids.push(...(await createSome({ prisma, collectiviteId, count: some })))
  }
  return uuids
}

async function createSome({
  prisma,
  collectiviteId,
  count,
}: {
  prisma: PrismaClient
  collectiviteId: string
  count: number
}): Promise<string[]> {
  const uuids = Array.from({ length: count }, () => crypto.randomUUID())
  const positions = positionsAfter(null, count)
  await prisma.$transaction(
    async (tx) => {
      const plan = await tx.plan.create({ data: { collectiviteId, nom: 'Banc', nomNormalise: 'banc', type: 'PCAET' } })
      await tx.fiche.createMany({ data: uuids.map((id) => ({ id, collectiviteId, titre: 'Banc' })) })
      await tx.placement.createMany({
        data: uuids.map((ficheId, index) => ({
          ficheId,
          planId: plan.id,
          collectiviteId,
          position: positions[index] ?? '',
        })),
      })
      const fields = { titre: [{ insert: 'Banc\n' }], description: [{ insert: '\n' }] }
      await createDocuments({
        tx,
        documents: [
          ...uuids.map((uuid) => ({ document: { kind: 'fiche' as const, uuid }, fields })),
          { document: { kind: 'plan' as const, uuid: plan.id }, fields: { description: [{ insert: '\n' }] } },
        ],
        actor: { userId: null },
      })
    },
    { timeout: TRANSACTION_MS },
  )
  return uuids
}
