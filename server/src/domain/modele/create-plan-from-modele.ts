import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { createFiches } from '../fiche/create-fiches.ts'
import { actorOf } from '../live-text.ts'
import { parseInput } from '../parse-input.ts'
import { planNomSchema } from '../plan/plan-rules.ts'
import { positionsAfter } from '../position.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { demandModele } from './find-modele.ts'
import { type Contenu, contenuSchema } from './modele-rules.ts'

const fromModeleSchema = z.object({ modeleId: z.guid(), nom: planNomSchema })

/**
 * Creates a plan of the shape that a model has, in its collectivité; its fiches, if it has some, have only their titre.
 * @throws ValidationError, NotFoundError, ForbiddenError.
 */
export async function createPlanFromModele(
  useCase: UseCase,
  input: z.input<typeof fromModeleSchema>,
): Promise<{ planId: string }> {
  const { viewer, tx, liveText, record } = useCase
  const { modeleId, nom } = parseInput(fromModeleSchema, input)
  const { collectiviteId, type, typeAutre, ...modele } = await demandModele(useCase, 'createPlan', modeleId)
  const { description, niveaux, champs, fiches, ...contenu } = contenuSchema.parse(modele.contenu)

  const planId = uuidv7()
  await tx.plan.create({
    data: {
      id: planId,
      collectiviteId,
      nom,
      nomNormalise: normaliseNom(nom),
      type,
      typeAutre,
      niveaux,
      createdById: viewer?.userId ?? null,
    },
  })
  const axes = axesOf(contenu, planId)
  await tx.axe.createMany({ data: axes.map(({ description: _texte, ...axe }) => axe) })
  const described = axes.flatMap((axe) => (axe.description ? [[`axe:${axe.id}`, axe.description] as const] : []))
  await liveText.create({
    tx,
    documents: [
      {
        document: { kind: 'plan', uuid: planId },
        fields: { ...(description && { description }), ...Object.fromEntries(described) },
      },
    ],
    actor: actorOf(viewer),
  })
  await createChamps(useCase, { planId, champs })
  const placed = fiches.map(({ axe, titre }) => ({ titre, axeId: axe === null ? null : (axes[axe]?.id ?? null) }))
  if (placed.length > 0) await createFiches(useCase, { planId, fiches: placed })
  record.change({ kind: 'plan', planId, fields: ['fichesCount'] })
  return { planId }
}

function axesOf({ axes }: Pick<Contenu, 'axes'>, planId: string) {
  const ids = axes.map(() => uuidv7())
  const ranks = Map.groupBy(axes.keys(), (rank) => axes[rank]?.parent ?? null)
  const positions = new Map<number, string>()
  for (const siblings of ranks.values()) {
    const drawn = positionsAfter(null, siblings.length)
    siblings.forEach((rank, at) => positions.set(rank, drawn[at] ?? ''))
  }
  return axes.map(({ parent, nom, description }, rank) => ({
    id: ids[rank] ?? '',
    planId,
    parentId: parent === null ? null : (ids[parent] ?? null),
    nom,
    position: positions.get(rank) ?? '',
    description,
  }))
}

async function createChamps(
  { tx }: UseCase,
  { planId, champs }: { planId: string; champs: Contenu['champs'] },
): Promise<void> {
  const positions = positionsAfter(null, champs.length)
  const rows = champs.map(({ nom, type, choix }, at) => ({
    champ: { id: uuidv7(), planId, nom, type, position: positions[at] ?? '' },
    choix,
  }))
  await tx.champPropre.createMany({ data: rows.map(({ champ }) => champ) })
  await tx.champPropreChoix.createMany({
    data: rows.flatMap(({ champ, choix }) => {
      const drawn = positionsAfter(null, choix.length)
      return choix.map((nom, at) => ({ champId: champ.id, nom, position: drawn[at] ?? '' }))
    }),
  })
}
