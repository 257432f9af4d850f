import type { TextDelta } from '@pupitre/document'
import type { Plan } from '@pupitre/prisma'
import { readableFiches } from '../rights/readable.ts'
import type { UseCase } from '../use-case.ts'
import { type Contenu, contenuSchema } from './modele-rules.ts'

const ORDER = [{ position: 'asc' as const }, { id: 'asc' as const }]

/** What a model of a plan holds. What is in the corbeille is not in it. */
export async function readContenu(
  { viewer, tx, liveText }: UseCase,
  { plan, avecFiches }: { plan: Plan; avecFiches: boolean },
): Promise<Contenu> {
  const planId = plan.id
  const rows = await tx.axe.findMany({ where: { planId, suppressionId: null }, orderBy: ORDER })
  const champs = await tx.champPropre.findMany({
    where: { planId },
    orderBy: ORDER,
    select: { nom: true, type: true, choix: { orderBy: ORDER, select: { nom: true } } },
  })
  const places = avecFiches
    ? await tx.placement.findMany({
        where: { planId, fiche: { AND: [readableFiches(viewer), { restreinte: false, suppressionId: null }] } },
        orderBy: ORDER,
        select: { axeId: true, ficheId: true, fiche: { select: { titre: true } } },
      })
    : []
  const axes = parentsFirst(rows)
  const ranks = new Map(axes.map(({ id }, rank) => [id, rank]))
  const rankOf = (id: string | null) => (id === null ? null : (ranks.get(id) ?? null))
  const held = places.filter(({ axeId }) => axeId === null || ranks.has(axeId))
  // Once, where it comes first.
  const placed = new Map(held.toReversed().map((place) => [place.ficheId, place]))
  const [document] = await liveText.read([{ kind: 'plan', uuid: planId }])
  const texteOf = (field: string) => texteWithoutMentions(document?.fields[field] ?? [])

  return contenuSchema.parse({
    ...texteOf('description').asDescription,
    niveaux: plan.niveaux,
    axes: axes.map(({ id, parentId, nom }) => ({
      parent: rankOf(parentId),
      nom,
      ...texteOf(`axe:${id}`).asDescription,
    })),
    champs: champs.map(({ nom, type, choix }) => ({ nom, type, choix: choix.map((each) => each.nom) })),
    fiches: held
      .filter((place) => placed.get(place.ficheId) === place)
      .map(({ axeId, fiche }) => ({ axe: rankOf(axeId), titre: fiche.titre })),
  })
}

/** Each after its parent, and those of one parent in their order. One whose parent is in the corbeille is not there either. */
function parentsFirst<Axe extends { id: string; parentId: string | null }>(axes: readonly Axe[]): Axe[] {
  const below = Map.groupBy(axes, ({ parentId }) => parentId)
  const laidOut: Axe[] = [...(below.get(null) ?? [])]
  for (const axe of laidOut) laidOut.push(...(below.get(axe.id) ?? []))
  return laidOut
}

function texteWithoutMentions(delta: TextDelta): { asDescription: { description?: TextDelta } } {
  const words = delta.filter(({ insert }) => typeof insert === 'string' && insert !== '')
  const isEmpty = words.every(({ insert }) => typeof insert === 'string' && insert.trim() === '')
  return { asDescription: isEmpty ? {} : { description: words } }
}
