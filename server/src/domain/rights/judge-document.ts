import type { DocumentRef } from '@pupitre/document'
import type { Prisma } from '@pupitre/prisma'
import { z } from 'zod'
import type { Viewer } from '../viewer.ts'
import { ficheTargetOf, ficheTargetRow, ficheTargetSql } from './fiche-target.ts'
import { planTargetSelect } from './granted.ts'
import { mayInPlan, mayOnFiche } from './may.ts'
import { readableFichesSql } from './readable-sql.ts'
import { readablePlans } from './readable.ts'

/** What a viewer may do with a live document. */
export interface DocumentJudgement {
  documentId: string
  epoch: string
  /** Of the last update in its log. */
  seq: bigint
  access: 'read' | 'write'
}

interface Question {
  prisma: Pick<Prisma.TransactionClient, 'liveDocument' | '$queryRaw'>
  viewer: Viewer | null
  ref: DocumentRef
}

const judgedFiche = ficheTargetRow.extend({ id: z.string(), epoch: z.string(), seq: z.coerce.bigint() })

/** Judges one viewer for one live document; null when it does not exist or may not be read: same query, same answer. */
export function judgeDocument({ prisma, viewer, ref }: Question): Promise<DocumentJudgement | null> {
  return ref.kind === 'fiche' ? judgeFiche({ prisma, viewer, ref }) : judgePlan({ prisma, viewer, ref })
}

/** In one statement: it is asked at each opening of a page, and of a whole meeting at once. */
async function judgeFiche({ prisma, viewer, ref }: Question): Promise<DocumentJudgement | null> {
  const [row] = await prisma.$queryRaw<unknown[]>`
    SELECT live_document.id, live_document.epoch::text, live_document.seq, ${ficheTargetSql(viewer)}
    FROM live_document JOIN fiche ON fiche.id = live_document.fiche_id
    WHERE fiche.id = ${ref.uuid}::uuid AND ${readableFichesSql(viewer)}`
  if (row === undefined) return null
  const { id, epoch, seq, ...target } = judgedFiche.parse(row)
  return judgement({ id, epoch, seq }, mayOnFiche(viewer, 'editFiche', ficheTargetOf(target)))
}

async function judgePlan({ prisma, viewer, ref }: Question): Promise<DocumentJudgement | null> {
  const document = await prisma.liveDocument.findFirst({
    where: { planId: ref.uuid, plan: readablePlans(viewer) },
    select: { id: true, epoch: true, seq: true, plan: { select: planTargetSelect(viewer) } },
  })
  if (!document?.plan) return null
  return judgement(document, mayInPlan(viewer, 'editPlan', document.plan))
}

function judgement(
  { id, epoch, seq }: { id: string; epoch: string; seq: bigint },
  mayWrite: boolean,
): DocumentJudgement {
  return { documentId: id, epoch, seq, access: mayWrite ? 'write' : 'read' }
}
