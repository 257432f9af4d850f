import type { DemoAxe, DemoFiche, DemoPlan, DemoReprise } from './demo-types.ts'

/** A fiche, or one more place of a fiche, with the axes that lead to it (none at the plan's root). */
export interface DemoPlace {
  chemin: readonly DemoAxe[]
  place: DemoFiche | DemoReprise
}

export function isReprise(place: DemoFiche | DemoReprise): place is DemoReprise {
  return 'reprise' in place
}

/** Every place of a plan, in the order of the page. */
export function placesOf(plan: DemoPlan): DemoPlace[] {
  const atRoot = (plan.fiches ?? []).map((place) => ({ chemin: [], place }))
  return [...plan.axes.flatMap((axe) => placesUnder(axe, [])), ...atRoot]
}

function placesUnder(axe: DemoAxe, parents: readonly DemoAxe[]): DemoPlace[] {
  const chemin = [...parents, axe]
  const here = (axe.fiches ?? []).map((place) => ({ chemin, place }))
  return [...here, ...(axe.axes ?? []).flatMap((child) => placesUnder(child, chemin))]
}
