import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Par } from '../fiches-search.ts'
import { type BoardCard, type BoardColumn, canGo } from './board-columns.ts'

/** What a card that is dragged says of itself. */
export const DRAGGED_CARD = Symbol('card')

interface Drag {
  columns: readonly BoardColumn[]
  par: Par
  /** The column that it would be put in; null when there is none. */
  onOver: (value: string | null) => void
  onPut: (card: BoardCard, to: BoardColumn) => void
}

/** Follows a card that is dragged over the board, and puts it where it is let go. */
export function useBoardDrag(drag: Drag): void {
  const now = useRef(drag)
  useLayoutEffect(() => {
    now.current = drag
  })

  useEffect(() => {
    const targetOf = (
      source: Record<string | symbol, unknown>,
      target: Record<string | symbol, unknown> | undefined,
    ) => {
      const { columns, par } = now.current
      const column = columns.find(({ value }) => value === target?.['column'])
      const card = source[DRAGGED_CARD]
      return isCard(card) && column && canGo(card, column, par) ? { card, column } : null
    }
    return monitorForElements({
      canMonitor: ({ source }) => DRAGGED_CARD in source.data,
      onDropTargetChange: ({ source, location }) =>
        now.current.onOver(targetOf(source.data, location.current.dropTargets[0]?.data)?.column.value ?? null),
      onDrop: ({ source, location }) => {
        now.current.onOver(null)
        const target = targetOf(source.data, location.current.dropTargets[0]?.data)
        if (target) now.current.onPut(target.card, target.column)
      },
    })
  }, [])
}

function isCard(value: unknown): value is BoardCard {
  return typeof value === 'object' && value !== null && 'line' in value
}
