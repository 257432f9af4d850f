import { plainFieldDelta } from '@pupitre/document'
import { v7 as uuidv7 } from 'uuid'
import { actorOf } from '../live-text.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { recordFicheChange } from '../fiche/record-fiche-change.ts'
import { parseInput } from '../parse-input.ts'
import type { UseCase } from '../use-case.ts'
import { lastPosition, siblingsOf, SOUS_ACTION_FIELDS } from './siblings.ts'
import { type NewSousAction, newSousActionSchema } from './sous-action-rules.ts'

/** One level: a trigger of the database says so too. */
export function oneLevel(message: string): ConflictError {
  return new ConflictError({ code: 'SOUS_ACTION_ONE_LEVEL', message })
}

/**
 * Creates a sous-action at the end of those of a fiche, with its live document. It follows the rights of the fiche, and has no
 * place in plans.
 * @throws ValidationError, NotFoundError (the parent, a service), ForbiddenError, ConflictError: one level.
 */
export async function createSousAction(
  useCase: UseCase,
  input: NewSousAction,
): Promise<{ ficheId: string; sousActionId: string }> {
  const { viewer, tx, liveText } = useCase
  const { parentId, fiche } = parseInput(newSousActionSchema, input)
  const parent = await demandFiche(useCase, 'editFiche', parentId)
  await lockFiche(tx, parent.id)
  const { parentId: grandParentId } = await tx.fiche.findUniqueOrThrow({ where: { id: parent.id } })
  if (grandParentId) throw oneLevel('Une sous-action n’a pas de sous-actions : créez celle-ci dans la fiche.')
  const position = lastPosition(await siblingsOf(tx, parent.id))

  const id = uuidv7()
  const { collectiviteId } = parent
  const createdById = viewer?.userId ?? null
  const { titre, statut, priorite, dateDebut, dateFin } = fiche
  const serviceIds = [...new Set(fiche.serviceIds)]
  const known = await tx.service.count({ where: { id: { in: serviceIds }, collectiviteId } })
  if (known !== serviceIds.length) throw new NotFoundError('SERVICE')
  await tx.fiche.create({
    data: {
      id,
      collectiviteId,
      createdById,
      parentId: parent.id,
      position,
      titre,
      statut,
      priorite,
      dateDebut,
      dateFin,
    },
  })
  await tx.ficheService.createMany({
    data: serviceIds.map((serviceId) => ({ ficheId: id, serviceId, collectiviteId })),
  })
  await liveText.create({
    tx,
    documents: [{ document: { kind: 'fiche', uuid: id }, fields: { titre: plainFieldDelta('titre', titre) } }],
    actor: actorOf(viewer),
  })
  await recordFicheChange(useCase, { ficheIds: [parent.id], fields: SOUS_ACTION_FIELDS })
  return { ficheId: parent.id, sousActionId: id }
}
