import type { DocumentRef } from '@pupitre/document'
import type { Fil } from '@pupitre/prisma'
import { ForbiddenError, NotFoundError } from '../errors.ts'
import { demandInPlan, demandOnFiche } from '../rights/demand.ts'
import { ficheTarget, ficheTargetSelect } from '../rights/fiche-target.ts'
import { planTargetSelect } from '../rights/granted.ts'
import { readableFils } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { type PersonViewer, personOf, type Viewer } from '../viewer.ts'

/**
 * A thread in which the viewer may write, held until the end of the transaction, with who they are.
 * @throws NotFoundError, ForbiddenError.
 */
export async function demandFil({ viewer, tx }: UseCase, id: string): Promise<{ fil: Fil; person: PersonViewer }> {
  const found = await tx.fil.findFirst({
    where: { AND: [{ id }, readableFils(viewer)] },
    select: { plan: { select: planTargetSelect(viewer) }, fiche: { select: ficheTargetSelect(viewer) } },
  })
  if (!found) throw new NotFoundError('FIL')
  if (found.plan) demandInPlan(viewer, 'commentPlan', found.plan)
  if (found.fiche) demandOnFiche(viewer, 'commentFiche', ficheTarget(found.fiche))
  const person = demandPerson(viewer)
  await tx.$queryRaw`SELECT 1 FROM fil WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const fil = await tx.fil.findUnique({ where: { id } })
  if (!fil) throw new NotFoundError('FIL')
  return { fil, person }
}

/** Who speaks: a program has nobody to answer for it. @throws ForbiddenError COMMENT_NOT_A_PERSON. */
export function demandPerson(viewer: Viewer | null): PersonViewer {
  const person = personOf(viewer)
  if (person) return person
  const message = 'Les discussions sont entre personnes : une clé d’API n’y écrit pas.'
  throw new ForbiddenError({ code: 'COMMENT_NOT_A_PERSON', message })
}

/** The live document that holds what a thread is about. */
export function documentOf({ ficheId, planId }: Pick<Fil, 'ficheId' | 'planId'>): DocumentRef {
  if (ficheId !== null) return { kind: 'fiche', uuid: ficheId }
  if (planId !== null) return { kind: 'plan', uuid: planId }
  throw new Error('a thread is of a plan or of a fiche')
}

/** Tells those who look at what a thread is about. */
export function recordFil(
  { record }: Pick<UseCase, 'record'>,
  { ficheId, planId }: Pick<Fil, 'ficheId' | 'planId'>,
): void {
  const fields = ['fils']
  if (ficheId !== null) record.change({ kind: 'fiche', ficheId, fields })
  if (planId !== null) record.change({ kind: 'plan', planId, fields })
}
