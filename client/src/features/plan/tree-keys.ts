import type { KeyboardEvent } from 'react'

const STOP = '[data-tree-stop]'

/** Which stop of the tree a key goes to; null for a key that is not ours. */
export function targetStop({ key, current, count }: { key: string; current: number; count: number }): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1)
    case 'ArrowUp':
      return Math.max(current - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/**
 * Arrow keys in a tree of links and buttons, beside Tab which stops at each: up and down from line to line, right and
 * left to unfold and fold an axe.
 */
export function moveInTree(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event
  if (event.altKey || event.ctrlKey || event.metaKey || !(target instanceof HTMLElement) || !target.matches(STOP))
    return
  if (foldWithKey(target, key)) return event.preventDefault()

  const stops = [...currentTarget.querySelectorAll<HTMLElement>(STOP)].filter((stop) => stop.checkVisibility())
  const next = targetStop({ key, current: stops.indexOf(target), count: stops.length })
  if (next === null) return
  event.preventDefault()
  stops[next]?.focus()
}

function foldWithKey(axe: HTMLElement, key: string): boolean {
  const expanded = axe.getAttribute('aria-expanded')
  const folds = (key === 'ArrowRight' && expanded === 'false') || (key === 'ArrowLeft' && expanded === 'true')
  if (folds) axe.click()
  return folds
}
