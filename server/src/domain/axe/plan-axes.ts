import { byPosition, type Positioned } from '../position.ts'
import type { Tx } from '../transaction.ts'

/** An axe of a plan's tree. */
export interface AxeNode extends Positioned {
  parentId: string | null
}

/** The tree of a plan in memory, without what is in the corbeille; it follows what is moved in it. */
export class PlanAxes {
  readonly #byId: Map<string, AxeNode>

  constructor(axes: readonly AxeNode[]) {
    this.#byId = new Map(axes.map((axe) => [axe.id, axe]))
  }

  /** Read once the plan is locked, or what it says may be past. */
  static async load(tx: Tx, planId: string): Promise<PlanAxes> {
    return new PlanAxes(
      await tx.axe.findMany({
        where: { planId, suppressionId: null },
        select: { id: true, parentId: true, position: true },
      }),
    )
  }

  get(id: string): AxeNode | undefined {
    return this.#byId.get(id)
  }

  /** In their order. */
  childrenOf(parentId: string | null): AxeNode[] {
    return [...this.#byId.values()].filter((axe) => axe.parentId === parentId).toSorted(byPosition)
  }

  /** Whether an axe is this one, or somewhere below it. */
  isWithin(id: string | null, ancestorIds: ReadonlySet<string>): boolean {
    for (let at = id; at !== null; at = this.#byId.get(at)?.parentId ?? null) if (ancestorIds.has(at)) return true
    return false
  }

  /** Those of the axes which are under none of the others, in the order given. */
  topmost(ids: readonly string[]): string[] {
    const chosen = new Set(ids)
    return ids.filter((id) => !this.isWithin(this.#byId.get(id)?.parentId ?? null, chosen))
  }

  /** The ids of an axe and of all those below it. */
  subTree(id: string): string[] {
    return [id, ...this.childrenOf(id).flatMap((child) => this.subTree(child.id))]
  }

  set(axe: AxeNode): void {
    this.#byId.set(axe.id, axe)
  }
}
