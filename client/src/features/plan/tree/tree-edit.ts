import { createContext, useContext } from 'react'
import type { PlanPlace } from '../use-plan.ts'
import type { TreeIndex } from './tree-index.ts'
import type { TreeStore } from './tree-store.ts'
import type { TreeActions } from './use-tree-actions.ts'

/** What every line of the tree shares. None of it changes with the tree, so that a line is not drawn again for nothing. */
export interface TreeEdit {
  canEdit: boolean
  niveaux: readonly string[]
  store: TreeStore
  actions: TreeActions
  /** The tree as it is at the moment of asking. */
  index: () => TreeIndex<PlanPlace>
  /** Opens the dialog « Déplacer vers… » for these. */
  askMove: (ids: ReadonlySet<string>) => void
  /** Opens the dialog which gives fiches the same change, for those of these and under these. */
  askChange: (ids: ReadonlySet<string>) => void
  /** Opens the confirmation of a deletion. */
  askDelete: (ids: ReadonlySet<string>) => void
}

const TreeEditContext = createContext<TreeEdit | null>(null)

export const TreeEditProvider = TreeEditContext.Provider

export function useTreeEdit(): TreeEdit {
  const edit = useContext(TreeEditContext)
  if (!edit) throw new Error('a line of the tree is drawn inside a PlanTree')
  return edit
}
