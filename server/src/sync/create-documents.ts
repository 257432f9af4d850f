import type { DocumentRef } from '@pupitre/document'
import { Prisma } from '@pupitre/prisma'
import type { LiveText } from '../domain/live-text.ts'
import type { Tx } from '../domain/transaction.ts'
import { seedDocument, type SeededDocument } from './seed-document.ts'

const FIRST_SEQ = 1n
const FIRST_CLOCK = 0n

interface Seeded extends SeededDocument {
  id: string
  ref: DocumentRef
}

/**
 * Writes new documents inside the caller's transaction: row, log, owner of its first Yjs client, projection. A few
 * statements, however many documents: an import creates hundreds.
 */
export async function createDocuments({ tx, documents, actor }: Parameters<LiveText['create']>[0]): Promise<void> {
  if (documents.length === 0) return
  const seeded = documents.map(({ document, fields }): Seeded => ({
    id: crypto.randomUUID(),
    ref: document,
    ...seedDocument({ kind: document.kind, fields }),
  }))
  await tx.liveDocument.createMany({
    data: seeded.map(({ id, ref }) => ({ id, ...ownerColumns(ref), seq: FIRST_SEQ })),
  })
  await tx.documentProjection.createMany({ data: seeded.map(({ id }) => ({ documentId: id, seq: FIRST_SEQ })) })
  await tx.documentUpdate.createMany({
    data: seeded.map(({ id, update }) => ({
      documentId: id,
      seq: FIRST_SEQ,
      update: new Uint8Array(update),
      userId: actor.userId,
    })),
  })
  await tx.documentClient.createMany({
    data: seeded.map(({ id, clientId }) => ({ documentId: id, clientId: BigInt(clientId), userId: actor.userId })),
  })
  await tx.documentWriting.createMany({
    data: seeded.map(({ id, clientId }) => ({ documentId: id, clientId: BigInt(clientId), clock: FIRST_CLOCK })),
  })
  await writeTexts(tx, seeded)
}

function ownerColumns(ref: DocumentRef): { kind: 'FICHE'; ficheId: string } | { kind: 'PLAN'; planId: string } {
  return ref.kind === 'fiche' ? { kind: 'FICHE', ficheId: ref.uuid } : { kind: 'PLAN', planId: ref.uuid }
}

async function writeTexts(tx: Tx, seeded: readonly Seeded[]): Promise<void> {
  const fiches = seeded.filter(({ ref }) => ref.kind === 'fiche')
  const plans = seeded.filter(({ ref }) => ref.kind === 'plan')
  if (plans.length > 0) {
    await tx.planText.createMany({
      data: plans.flatMap(({ ref, texts }) => texts.map((text) => ({ planId: ref.uuid, ...text, seq: FIRST_SEQ }))),
    })
  }
  if (fiches.length === 0) return
  await tx.ficheText.createMany({
    data: fiches.flatMap(({ ref, texts }) => texts.map((text) => ({ ficheId: ref.uuid, ...text, seq: FIRST_SEQ }))),
  })
  const ids = fiches.map(({ ref }) => ref.uuid)
  const titles = fiches.map(({ texts }) => texts.find(({ field }) => field === 'titre')?.plain ?? '')
  await tx.$executeRaw(Prisma.sql`
    UPDATE fiche SET titre = t.titre, titre_seq = ${FIRST_SEQ}
    FROM unnest(${ids}::uuid[], ${titles}::text[]) AS t(id, titre) WHERE fiche.id = t.id`)
}
