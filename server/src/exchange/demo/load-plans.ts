import { markdownToDelta } from '@pupitre/document'
import {
  isReprise,
  placesOf,
  type DemoAxe,
  type DemoFiche,
  type DemoPlan,
  type DemoReperes,
} from '@pupitre/prisma/demo'
import { v7 as uuidv7 } from 'uuid'
import type { CreatedAxe } from '../../domain/axe/axe-rows.ts'
import type { NewAxe } from '../../domain/axe/axe-rules.ts'
import { createAxes } from '../../domain/axe/create-axes.ts'
import { createFiches, type NewTextes } from '../../domain/fiche/create-fiches.ts'
import { changePlanAccess } from '../../domain/plan/change-plan-access.ts'
import { createPlan } from '../../domain/plan/create-plan.ts'
import { positionsAfter } from '../../domain/position.ts'
import type { UseCase } from '../../domain/use-case.ts'
import { type FicheWithReperes, loadReperes } from './load-reperes.ts'
import { named } from './named.ts'

interface Plans {
  collectiviteId: string
  plans: readonly DemoPlan[]
  /** By the titre of the fiche. */
  reperes: Readonly<Record<string, DemoReperes>>
  /** By name. */
  serviceIds: ReadonlyMap<string, string>
}

/** One more place that a fiche takes, once every fiche is there. */
interface Reprise {
  cle: string
  planId: string
  axeId: string | null
}

/** Creates plans, their axes and their fiches by the domain's own use cases, then the second places of the fiches mutualisées. */
export async function loadPlans(
  useCase: UseCase,
  { collectiviteId, plans, reperes, serviceIds }: Plans,
): Promise<void> {
  const ficheIds = new Map<string, string>()
  const reprises: Reprise[] = []
  for (const plan of plans) {
    const { id: planId } = await createPlan(useCase, {
      collectiviteId,
      nom: plan.nom,
      type: plan.type,
      typeAutre: plan.typeAutre ?? null,
      description: markdownToDelta(plan.description),
    })
    if (plan.isPublic) await changePlanAccess(useCase, { planId, visibilite: 'PUBLIC' })
    const created = await createAxes(useCase, { planId, parentId: null, axes: plan.axes.map(newAxe) })
    const axeIds = idsByAxe(plan.axes, created)
    const places = placesOf(plan).map(({ chemin, place }) => ({ axeId: axeIdOf(axeIds, chemin.at(-1)), place }))

    const fiches = places.flatMap(({ axeId, place }) =>
      isReprise(place) ? [] : [{ axeId, fiche: place, ...withNotes(reperes[place.titre] ?? {}) }],
    )
    const rows = await createFiches(useCase, {
      planId,
      fiches: fiches.map(({ axeId, fiche, ...described }) => ({
        axeId,
        ...newFiche(fiche, { ...described, serviceIds }),
      })),
    })
    const filled: FicheWithReperes[] = []
    for (const [index, { fiche, reperes: own, notes }] of fiches.entries()) {
      const row = rows[index]
      if (!row) throw new Error('one fiche is created per fiche asked for')
      if (fiche.cle) ficheIds.set(fiche.cle, row.ficheId)
      filled.push({ ficheId: row.ficheId, reperes: own, notes })
    }
    await loadReperes(useCase, { collectiviteId, fiches: filled })
    reprises.push(
      ...places.flatMap(({ axeId, place }) => (isReprise(place) ? [{ cle: place.reprise, planId, axeId }] : [])),
    )
  }
  for (const { cle, ...place } of reprises)
    await addPlace(useCase, { ...place, ficheId: named(ficheIds, cle), collectiviteId })
}

function newAxe({ nom, axes = [] }: DemoAxe): NewAxe {
  return { nom, enfants: axes.map(newAxe) }
}

function idsByAxe(axes: readonly DemoAxe[], created: readonly CreatedAxe[]): Map<DemoAxe, string> {
  return new Map(
    axes.flatMap((axe, index): [DemoAxe, string][] => {
      const row = created[index]
      return row ? [[axe, row.id], ...idsByAxe(axe.axes ?? [], row.enfants)] : []
    }),
  )
}

function axeIdOf(axeIds: ReadonlyMap<DemoAxe, string>, axe: DemoAxe | undefined): string | null {
  return axe ? (axeIds.get(axe) ?? null) : null
}

interface Described {
  reperes: DemoReperes
  notes: { id: string; date: Date; markdown: string }[]
}

/** The notes of a fiche, each with the id that names its text in the fiche's document. */
function withNotes(reperes: DemoReperes): Described {
  const notes = (reperes.notes ?? []).map(([date, markdown]) => ({ id: uuidv7(), date: new Date(date), markdown }))
  return { reperes, notes }
}

function newFiche(
  fiche: DemoFiche,
  { reperes, notes, serviceIds }: Described & { serviceIds: ReadonlyMap<string, string> },
) {
  const [participationCitoyenne, participationDetail] = reperes.participation ?? [null, null]
  return {
    participationCitoyenne,
    participationDetail,
    calendrier: reperes.calendrier ?? null,
    tempsDeMiseEnOeuvre: reperes.temps ?? null,
    sousActions: (reperes.sousActions ?? []).map(({ titre, statut, fin }) => ({
      titre,
      statut,
      dateFin: fin ?? null,
    })),
    titre: fiche.titre,
    statut: fiche.statut,
    priorite: fiche.priorite,
    dateDebut: fiche.debut ?? null,
    dateFin: fiche.fin ?? null,
    serviceIds: fiche.services.map((nom) => named(serviceIds, nom)),
    textes: {
      ...textesOf(fiche),
      ...Object.fromEntries(notes.map(({ id, markdown }) => [`note:${id}`, markdownToDelta(markdown)])),
    },
  }
}

function textesOf(fiche: DemoFiche): NewTextes {
  const textes: NewTextes = {}
  for (const field of ['description', 'objectifs', 'moyens', 'financements'] as const) {
    const markdown = fiche[field]
    if (markdown !== undefined) textes[field] = markdownToDelta(markdown)
  }
  return textes
}

async function addPlace(
  { tx }: UseCase,
  {
    ficheId,
    planId,
    axeId,
    collectiviteId,
  }: { ficheId: string; planId: string; axeId: string | null; collectiviteId: string },
): Promise<void> {
  const last = await tx.placement.aggregate({ where: { planId, axeId }, _max: { position: true } })
  const [position] = positionsAfter(last._max.position, 1)
  if (position === undefined) throw new Error('one position is drawn per place')
  await tx.placement.create({ data: { id: uuidv7(), ficheId, planId, axeId, collectiviteId, position } })
}
