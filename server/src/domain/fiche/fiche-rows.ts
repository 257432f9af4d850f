import { v7 as uuidv7 } from 'uuid'
import { positionsAfter } from '../position.ts'
import type { ParsedFiche, ParsedSousAction } from './fiche-rules.ts'

export interface FichePlace {
  planId: string
  collectiviteId: string
  createdById: string | null
  /** Position of the last fiche of each place, by axe id, or null for the plan's root. */
  lastByAxe: ReadonlyMap<string | null, string>
}

/** The rows of new fiches, each placed after those already in its axe, in the order that they were given. */
export function ficheRows(
  fiches: readonly ParsedFiche[],
  { planId, collectiviteId, createdById, lastByAxe }: FichePlace,
) {
  const last = new Map(lastByAxe)
  return fiches.map(({ axeId, sousActions, ...fields }) => {
    const fiche = rowOf(fields, { collectiviteId, createdById })
    const id = fiche.fiche.id
    const [position] = positionsAfter(last.get(axeId) ?? null, 1)
    if (position === undefined) throw new Error('one position is drawn per fiche')
    last.set(axeId, position)
    const positions = positionsAfter(null, sousActions.length)
    return {
      ...fiche,
      placement: { id: uuidv7(), ficheId: id, planId, axeId, collectiviteId, position },
      sousActions: sousActions.map((sousAction, index) => {
        const row = rowOf(sousAction, { collectiviteId, createdById })
        return { ...row, fiche: { ...row.fiche, parentId: id, position: positions[index] ?? null } }
      }),
    }
  })
}

function rowOf(
  { serviceIds, ...fields }: ParsedSousAction,
  { collectiviteId, createdById }: Pick<FichePlace, 'collectiviteId' | 'createdById'>,
) {
  const id = uuidv7()
  return {
    fiche: { id, collectiviteId, createdById, ...fields },
    services: [...new Set(serviceIds)].map((serviceId) => ({ ficheId: id, serviceId, collectiviteId })),
  }
}
