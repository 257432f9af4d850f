import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { fr } from '../../lib/text/french.ts'
import type { PlanTree as PlanTreeModel } from '../../lib/plan/plan-tree-model.ts'
import { ChangeDialog } from '../../ui/en-masse/change-dialog.tsx'
import { PlanTree } from './plan-tree.tsx'
import { DeleteDialog } from './tree/delete-dialog.tsx'
import { MoveDialog } from './tree/move-dialog.tsx'
import { type TreeEdit, TreeEditProvider } from './tree/tree-edit.ts'
import { indexTree, isUnder, nodeName, topmost, type TreeIndex } from './tree/tree-index.ts'
import { TreeStore } from './tree/tree-store.ts'
import { usePlanChanges } from './tree/use-plan-changes.ts'
import { useTreeActions } from './tree/use-tree-actions.ts'
import { useUndos } from './tree/use-undos.ts'
import type { PlanPlace } from './use-plan.ts'

/** The tree of a plan with everything that changes it, here or by colleagues. */
export function EditablePlan({
  plan,
  tree,
  complete,
  empty,
}: {
  plan: { id: string; uuid: string; niveaux: readonly string[]; canEdit: boolean; collectivite: { siren: string } }
  tree: PlanTreeModel<PlanPlace>
  complete: boolean
  /** Shown instead of a tree that holds nothing. */
  empty: ReactNode
}) {
  const { id: planId, uuid, niveaux, canEdit, collectivite } = plan
  const [store] = useState(() => new TreeStore())
  const [asked, setAsked] = useState<{ for: 'move' | 'change' | 'delete'; ids: ReadonlySet<string> } | null>(null)
  const actions = useTreeActions({ planId, undos: useUndos() })
  const index = useCurrentIndex(tree)
  usePlanChanges({ uuid, planId, store })

  const edit = useMemo<TreeEdit>(
    () => ({
      canEdit,
      niveaux,
      store,
      actions,
      index,
      askMove: (ids) => setAsked({ for: 'move', ids }),
      askChange: (ids) => setAsked({ for: 'change', ids }),
      askDelete: (ids) => setAsked({ for: 'delete', ids }),
    }),
    [canEdit, niveaux, store, actions, index],
  )
  const close = useCallback(() => setAsked(null), [])
  const deleted = asked?.for === 'delete' ? thingsOf(index(), asked.ids) : null
  const changed = asked?.for === 'change' ? fichesOf(index(), asked.ids) : null

  return (
    <TreeEditProvider value={edit}>
      {empty || <PlanTree planUuid={uuid} tree={tree} complete={complete} edit={edit} />}
      <MoveDialog ids={asked?.for === 'move' ? asked.ids : null} onClose={close} />
      <ChangeDialog
        siren={collectivite.siren}
        ficheIds={changed}
        onClose={close}
        onChanged={() => store.clearSelection()}
      />
      <DeleteDialog
        title={deleted?.title ?? ''}
        ids={deleted && [...deleted.axeIds, ...deleted.ficheIds]}
        onClose={close}
        onConfirm={async () => {
          if (deleted && (await actions.remove(deleted))) store.clearSelection()
        }}
      />
    </TreeEditProvider>
  )
}

/** The tree as it is at the moment of asking, by a function which stays the same. */
function useCurrentIndex(tree: PlanTreeModel<PlanPlace>): () => TreeIndex<PlanPlace> {
  const indexed = useMemo(() => indexTree(tree), [tree])
  const current = useRef(indexed)
  useEffect(() => {
    current.current = indexed
  }, [indexed])
  return useCallback(() => current.current, [])
}

/** What deleting these lines deletes. */
function thingsOf(index: TreeIndex<PlanPlace>, ids: ReadonlySet<string>) {
  const tops = topmost(index, ids)
  const axeIds = tops.filter((id) => index.axes.has(id))
  const ficheIds = [...new Set(tops.flatMap((id) => index.places.get(id)?.fiche.id ?? []))]
  const [first = ''] = tops
  const title =
    tops.length === 1 ? fr`Supprimer « ${nodeName(index, first)} » ?` : fr`Supprimer ${tops.length} éléments ?`
  return { title, axeIds, ficheIds }
}

/** The fiches among these lines and under them, each once. */
function fichesOf(index: TreeIndex<PlanPlace>, ids: ReadonlySet<string>): string[] {
  const places = index.order.filter((id) => ids.has(id) || isUnder(index, id, ids))
  return [...new Set(places.flatMap((id) => index.places.get(id)?.fiche.id ?? []))]
}
