import type { Plan } from '@pupitre/prisma'
import { z } from 'zod'
import { ValidationError } from '../errors.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { demandInCollectivite, demandInPlan } from '../rights/demand.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { demandFreeModeleNom, lockModeles } from './find-modele.ts'
import { MAX_CONTENU_CHARACTERS, MAX_MODELE_ITEMS, MAX_MODELES, modeleNomSchema } from './modele-rules.ts'
import { readContenu } from './read-contenu.ts'

const newModeleSchema = z.object({ planId: z.guid(), nom: modeleNomSchema, avecFiches: z.boolean() })

/**
 * Makes a model of a plan: its type, levels, description, axes with theirs, own fields with their choices, and, when asked, the titres
 * of the fiches that the viewer may read and that are not restricted. Neither values, people, texts of fiches nor who reads it.
 * @throws ValidationError (TOO_MANY_MODELES, TOO_MANY_AXES, TOO_MANY_FICHES, MODELE_TOO_LARGE), NotFoundError, ForbiddenError,
 * ConflictError MODELE_EXISTS.
 */
export async function createModele(
  useCase: UseCase,
  input: z.input<typeof newModeleSchema>,
): Promise<{ modeleId: string }> {
  const { viewer, tx } = useCase
  const { planId, nom, avecFiches } = parseInput(newModeleSchema, input)
  const plan: Plan = await findPlan(useCase, planId)
  const { collectiviteId, type, typeAutre } = plan
  demandInCollectivite(viewer, 'manageModeles', { collectiviteId })
  // Every member reads the model.
  if (plan.visibilite === 'RESTREINT') demandInPlan(viewer, 'managePlanAccess', await findPlan(useCase, planId))

  const contenu = await readContenu(useCase, { plan, avecFiches })
  const [axesCount, champsCount, fichesCount] = [contenu.axes.length, contenu.champs.length, contenu.fiches.length]
  const max = MAX_MODELE_ITEMS
  demandRoom({ count: axesCount, max, what: 'AXES', message: `Un modèle a ${max} axes au plus.` })
  demandRoom({ count: fichesCount, max, what: 'FICHES', message: `Un modèle a ${max} fiches au plus.` })
  if (JSON.stringify(contenu).length > MAX_CONTENU_CHARACTERS) {
    const message = 'Les descriptions des axes de ce plan sont trop longues pour un modèle.'
    throw new ValidationError([{ code: 'MODELE_TOO_LARGE', message, path: [] }])
  }
  await lockModeles(tx, collectiviteId)
  await demandFreeModeleNom(tx, { collectiviteId, nom })
  demandRoom({
    count: (await tx.planModele.count({ where: { collectiviteId } })) + 1,
    max: MAX_MODELES,
    what: 'MODELES',
    message: `Une collectivité a ${MAX_MODELES} modèles de plan au plus : supprimez ceux qui ne servent plus.`,
  })
  const { id } = await tx.planModele.create({
    data: {
      collectiviteId,
      nom,
      nomNormalise: normaliseNom(nom),
      type,
      typeAutre,
      contenu,
      axesCount,
      champsCount,
      fichesCount,
      createdById: viewer?.userId ?? null,
    },
  })
  return { modeleId: id }
}
