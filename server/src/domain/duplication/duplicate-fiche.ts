import { plainFieldDelta } from '@pupitre/document'
import { z } from 'zod'
import { actorOf } from '../live-text.ts'
import { NotFoundError } from '../errors.ts'
import type { NewDocument } from '../live-text.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { positionBetween } from '../position.ts'
import { demandInPlan } from '../rights/demand.ts'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { copiedTexts } from './copied-texts.ts'
import { copiesOf, copyFiches } from './copy-fiches.ts'
import { type Copies, copyRows } from './copy-rows.ts'

const duplicateSchema = z.object({ ficheId: z.guid(), planId: z.guid() })

/**
 * Puts a copy of a fiche after it, in each of its places in one plan: with its sous-actions that the viewer may read, and all
 * that is theirs. Its title says that it is a copy. It is in no other plan.
 *
 * @throws NotFoundError (the plan, the fiche in it), ForbiddenError
 */
export async function duplicateFiche(
  useCase: UseCase,
  input: z.input<typeof duplicateSchema>,
): Promise<{ ficheId: string }> {
  const { viewer, tx, liveText, record } = useCase
  const { ficheId, planId } = parseInput(duplicateSchema, input)
  const plan = await findPlan(useCase, planId)
  const found = await tx.fiche.findMany({
    where: {
      AND: [readableFiches(viewer), { OR: [{ id: ficheId, placements: { some: { planId } } }, { parentId: ficheId }] }],
    },
    select: { id: true },
  })
  if (!found.some(({ id }) => id === ficheId)) throw new NotFoundError('FICHE')
  demandInPlan(viewer, 'createFiche', plan)
  await lockPlan(tx, planId)

  const fiches = copiesOf(found)
  const copyId = fiches.get(ficheId) ?? ''
  const { notes } = await copyFiches(useCase, fiches)
  const champs = await tx.champPropre.findMany({ where: { planId }, select: { id: true } })
  const sameChamps: Copies = new Map(champs.map(({ id }) => [id, id]))
  await copyRows(tx, { table: 'champ_propre_valeur', follow: { fiche_id: fiches, champ_id: sameChamps } })
  const placementIds = await placeAfter(useCase, { ficheId, planId, copyId })
  const documents = await copiedTexts(liveText, { plans: new Map(), axes: new Map(), fiches, notes })
  await liveText.create({
    tx,
    documents: documents.map((document) => (document.document.uuid === copyId ? namedCopy(document) : document)),
    actor: actorOf(viewer),
  })
  record.change({ kind: 'plan', planId, fields: ['fichesCount'], placementIds })
  return { ficheId: copyId }
}

async function placeAfter(
  { tx }: UseCase,
  { ficheId, planId, copyId }: { ficheId: string; planId: string; copyId: string },
): Promise<string[]> {
  const placements = await tx.placement.findMany({
    where: { ficheId, planId, OR: [{ axeId: null }, { axe: { suppressionId: null } }] },
  })
  const ids: string[] = []
  for (const { axeId, collectiviteId, position } of placements) {
    const next = await tx.placement.findFirst({
      where: { planId, axeId, position: { gt: position } },
      orderBy: { position: 'asc' },
    })
    const data = { ficheId: copyId, planId, axeId, collectiviteId }
    const placed = await tx.placement.create({
      data: { ...data, position: positionBetween(position, next?.position ?? null) },
    })
    ids.push(placed.id)
  }
  return ids
}

function namedCopy({ document, fields }: NewDocument): NewDocument {
  const titre = (fields['titre'] ?? []).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
  return { document, fields: { ...fields, titre: plainFieldDelta('titre', `${titre.trim()} (copie)`) } }
}
