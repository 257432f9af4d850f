/** A titre, and a description where the fiche has one. */
export type LabelledFiche = readonly [titre: string, description?: string]

/**
 * One action as two agents wrote it, who did not know of each other; and another that looks like it and is not it: another object,
 * another place, another year, another part of the work. Three pairs, of which one is a duplicate.
 */
export interface LabelledGroup {
  one: LabelledFiche
  same: LabelledFiche
  near: LabelledFiche
}
