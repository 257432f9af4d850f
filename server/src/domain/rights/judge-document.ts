import type { DocumentRef } from '@pupitre/document'
import type { Prisma } from '@pupitre/prisma'
import type { Viewer } from '../viewer.ts'
import { ficheTarget, ficheTargetSelect } from './fiche-target.ts'
import { mayInPlan, mayOnFiche } from './may.ts'
import { readableFiches, readablePlans } from './readable.ts'

/** What a viewer may do with a live document. */
export interface DocumentJudgement {
  documentId: string
  epoch: string
  access: 'read' | 'write'
}

interface Question {
  prisma: Pick<Prisma.TransactionClient, 'liveDocument'>
  viewer: Viewer | null
  ref: DocumentRef
}

/** Judges one viewer for one live document; null when it does not exist or may not be read: same query, same answer. */
export function judgeDocument({ prisma, viewer, ref }: Question): Promise<DocumentJudgement | null> {
  return ref.kind === 'fiche' ? judgeFiche({ prisma, viewer, ref }) : judgePlan({ prisma, viewer, ref })
}

async function judgeFiche({ prisma, viewer, ref }: Question): Promise<DocumentJudgement | null> {
  const document = await prisma.liveDocument.findFirst({
    where: { ficheId: ref.uuid, fiche: readableFiches(viewer) },
    select: { id: true, epoch: true, fiche: { select: ficheTargetSelect(viewer) } },
  })
  if (!document?.fiche) return null
  return judgement(document, mayOnFiche(viewer, 'editFiche', ficheTarget(document.fiche)))
}

async function judgePlan({ prisma, viewer, ref }: Question): Promise<DocumentJudgement | null> {
  const document = await prisma.liveDocument.findFirst({
    where: { planId: ref.uuid, plan: readablePlans(viewer) },
    select: { id: true, epoch: true, plan: { select: { collectiviteId: true, ouverture: true } } },
  })
  if (!document?.plan) return null
  return judgement(document, mayInPlan(viewer, 'editPlan', document.plan))
}

function judgement(document: { id: string; epoch: string }, mayWrite: boolean): DocumentJudgement {
  return { documentId: document.id, epoch: document.epoch, access: mayWrite ? 'write' : 'read' }
}
