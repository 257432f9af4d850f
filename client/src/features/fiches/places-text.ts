import type { FicheLine } from './use-fiches.ts'

/** Where a fiche is: « Plan › Axe », one after the other. */
export function placesText({ placements }: Pick<FicheLine, 'placements'>): string {
  return placements.edges.map(({ node: { plan, axe } }) => (axe ? `${plan.nom} › ${axe.nom}` : plan.nom)).join(' · ')
}
