import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { useEffect, useRef, type MouseEvent } from 'react'
import { counted } from '../../../lib/text/french.ts'
import type { Anchor } from './drop.ts'
import { useTreeEdit } from './tree-edit.ts'
import { nodeName } from './tree-index.ts'
import { useTreeState } from './tree-store.ts'
import classes from './tree-row.module.css'

/** How much of the height of an axe's line, above and below, means beside it rather than in it. */
const BESIDE = 0.28

/** A line of the tree which is dragged, dropped on and selected: what it puts on its element. */
export function useTreeRow<Line extends HTMLElement>(id: string, kind: 'axe' | 'fiche') {
  const { canEdit, store, index } = useTreeEdit()
  const ref = useRef<Line>(null)
  const selected = useTreeState(store, (state) => state.selected.has(id))
  const moving = useTreeState(store, (state) => state.moving.has(id))
  const flashed = useTreeState(store, (state) => state.flashed.has(id))
  const edge = useTreeState(store, ({ anchor }) => (anchor?.over === id ? anchor.edge : undefined))

  useEffect(() => {
    const element = ref.current
    if (!element || !canEdit) return
    return combine(
      draggable({
        element,
        canDrag: () => store.state.renaming === null && store.state.carried === null,
        getInitialData: () => ({ treeIds: store.state.selected.has(id) ? [...store.state.selected] : [id] }),
        onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
          const { treeIds } = source.data
          const count = Array.isArray(treeIds) ? treeIds.length : 1
          const text = count > 1 ? counted(count, 'élément', 'éléments') : nodeName(index(), id)
          setCustomNativeDragPreview({ nativeSetDragImage, render: ({ container }) => drawPreview(container, text) })
        },
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => 'treeIds' in source.data,
        getData: ({ input, element: line }) => ({ over: id, edge: edgeAt(line, input.clientY, kind) }),
      }),
    )
  }, [canEdit, id, index, kind, store])

  const select = (event: MouseEvent) => {
    if (event.shiftKey) store.selectTo(id, index().order)
    else store.toggle(id)
  }
  return {
    selected,
    select,
    props: {
      ref,
      'data-node-id': id,
      'data-selected': selected || undefined,
      'data-moving': moving || undefined,
      'data-flashed': flashed || undefined,
      'data-edge': edge,
      // Maj+clic anywhere on the line extends the selection, instead of opening a window.
      onClickCapture: (event: MouseEvent) => {
        if (
          !canEdit ||
          !event.shiftKey ||
          (event.target instanceof Element && event.target.closest('input, [role=menu]'))
        )
          return
        event.preventDefault()
        event.stopPropagation()
        store.selectTo(id, index().order)
      },
    },
  }
}

function edgeAt(line: Element, clientY: number, kind: 'axe' | 'fiche'): Anchor['edge'] {
  const { top, height } = line.getBoundingClientRect()
  const ratio = (clientY - top) / height
  if (kind === 'fiche') return ratio < 0.5 ? 'before' : 'after'
  if (ratio < BESIDE) return 'before'
  return ratio > 1 - BESIDE ? 'after' : 'inside'
}

function drawPreview(container: HTMLElement, text: string): void {
  const preview = document.createElement('div')
  preview.className = classes['preview'] ?? ''
  preview.textContent = text
  container.append(preview)
}
