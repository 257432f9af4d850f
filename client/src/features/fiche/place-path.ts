/** An axe with those above it, as far as they were asked for: the last one asked may come without its name. */
export interface AxeWithParents {
  id: string
  nom?: string
  parent?: AxeWithParents | null
}

/** The axes down to this one; `…` first where there are more than were asked for. */
export function placePath(axe: AxeWithParents | null | undefined): { id: string; nom: string }[] {
  if (!axe) return []
  return [...placePath(axe.parent), { id: axe.id, nom: axe.nom ?? '…' }]
}
