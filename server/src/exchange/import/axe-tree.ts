import type { ImportAxe } from './import-plan.ts'

/** The axes of a plan as the rows name them: one per name under the same parent, in order of appearance. */
export class AxeTree {
  readonly roots: ImportAxe[] = []
  readonly #byParent = new Map<ImportAxe | null, Map<string, ImportAxe>>()

  /** The axe of this name under this parent (null: the plan), created if no row named it before. */
  findOrCreate(parent: ImportAxe | null, nom: string): { axe: ImportAxe; created: boolean } {
    const siblings = this.#byParent.get(parent) ?? new Map<string, ImportAxe>()
    this.#byParent.set(parent, siblings)
    const found = siblings.get(nom)
    if (found) return { axe: found, created: false }

    const axe: ImportAxe = { nom, enfants: [] }
    siblings.set(nom, axe)
    const list = parent ? parent.enfants : this.roots
    list.push(axe)
    return { axe, created: true }
  }
}
