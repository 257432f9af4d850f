import { useCallback, useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

function buttonsOf(toolbar: HTMLElement): HTMLButtonElement[] {
  return [...toolbar.querySelectorAll<HTMLButtonElement>('button[data-toolbar-button]')]
}

function target(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** One stop of Tab for the whole toolbar, arrows inside it (the ARIA pattern of toolbars). */
export function useRovingFocus(): {
  ref: RefObject<HTMLDivElement | null>
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: FocusEvent) => void
} {
  const ref = useRef<HTMLDivElement>(null)
  const stopAt = useCallback((stop: Element | null) => {
    for (const button of ref.current ? buttonsOf(ref.current) : []) button.tabIndex = button === stop ? 0 : -1
  }, [])

  useEffect(() => {
    if (ref.current) stopAt(buttonsOf(ref.current)[0] ?? null)
  }, [stopAt])

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const buttons = ref.current ? buttonsOf(ref.current) : []
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = at < 0 ? null : target(event.key, at, buttons.length)
    if (next === null) return
    event.preventDefault()
    buttons[next]?.focus()
  }, [])

  const onFocus = useCallback(
    (event: FocusEvent) => {
      if (event.target.matches('button[data-toolbar-button]')) stopAt(event.target)
    },
    [stopAt],
  )
  return { ref, onKeyDown, onFocus }
}
