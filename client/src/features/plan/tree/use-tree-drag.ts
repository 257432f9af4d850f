import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect } from 'react'
import type { Folding } from '../use-folded-axes.ts'
import { type Anchor, resolveDrop } from './drop.ts'
import type { TreeEdit } from './tree-edit.ts'

/** How long one stays over a folded axe before it unfolds. */
const UNFOLD_MS = 500

/** Follows what is dragged over the tree, and drops it. */
export function useTreeDrag({ store, index, actions }: TreeEdit, folding: Folding): void {
  useEffect(() => {
    let unfolding: { id: string; timer: ReturnType<typeof setTimeout> } | null = null
    const unfoldLater = (id: string | null) => {
      if (unfolding?.id === id) return
      if (unfolding) clearTimeout(unfolding.timer)
      unfolding = id === null ? null : { id, timer: setTimeout(() => folding.toggle(id), UNFOLD_MS) }
    }
    const stop = monitorForElements({
      canMonitor: ({ source }) => 'treeIds' in source.data,
      onDragStart: ({ source }) => store.set({ moving: idsOf(source.data) }),
      onDrag: ({ source, location }) => {
        const anchor = anchorOf(location.current.dropTargets[0]?.data)
        const possible = anchor && resolveDrop(index(), idsOf(source.data), anchor) ? anchor : null
        if (possible?.over !== store.state.anchor?.over || possible?.edge !== store.state.anchor?.edge)
          store.set({ anchor: possible })
        const over = anchor?.edge === 'inside' ? anchor.over : null
        unfoldLater(over !== null && folding.folded.has(over) ? over : null)
      },
      onDrop: ({ source, location }) => {
        unfoldLater(null)
        const anchor = anchorOf(location.current.dropTargets[0]?.data)
        // What a colleague has moved or deleted meanwhile is judged as it is now.
        const drop = anchor && resolveDrop(index(), idsOf(source.data), anchor)
        store.settle()
        if (!drop) return
        store.clearSelection()
        void actions.move(drop, index())
      },
    })
    return () => {
      unfoldLater(null)
      stop()
    }
  }, [store, index, actions, folding])
}

function idsOf({ treeIds }: Record<string, unknown>): ReadonlySet<string> {
  return new Set(Array.isArray(treeIds) ? treeIds.filter((id) => typeof id === 'string') : [])
}

function anchorOf(data: Record<string | symbol, unknown> | undefined): Anchor | null {
  if (!data) return null
  const { over, edge } = data
  if (edge !== 'before' && edge !== 'after' && edge !== 'inside') return null
  return typeof over === 'string' || over === null ? { over, edge } : null
}
