import { z } from 'zod'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { demandFil, documentOf, recordFil } from './find-fil.ts'
import { passageSchema, quotedPassage } from './passage.ts'

const attachSchema = z.object({ filId: z.guid(), passage: passageSchema })

/**
 * Puts a thread on another passage of its fiche or plan: one whose words are gone, or whose words moved.
 * @throws ValidationError PASSAGE_INVALID, NotFoundError, ForbiddenError, ConflictError PASSAGE_NOT_FOUND.
 */
export async function attachFil(useCase: UseCase, input: z.input<typeof attachSchema>): Promise<{ filId: string }> {
  const { filId, passage: asked } = parseInput(attachSchema, input)
  const { fil } = await demandFil(useCase, filId)
  const passage = await quotedPassage(useCase, documentOf(fil), asked)
  await useCase.tx.passage.upsert({ where: { filId }, create: { filId, ...passage }, update: passage })
  recordFil(useCase, fil)
  return { filId }
}
