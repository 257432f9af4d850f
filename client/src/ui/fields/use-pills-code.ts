import {
  type ComponentType,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { atRest } from '../../lib/at-rest.ts'
import type { Brought } from '../on-demand.tsx'
import { showNotBrought } from '../on-demand.tsx'

/** What was begun in a field before its code was there. */
interface Begun {
  text: string
  pressed: string | null
}

/**
 * The code of a field of several values, and until it is there what the resting field tells of what is done in it: the field takes its place once the page is
 * at rest, or as soon as one is in it, which then goes on where it was.
 *
 * @param id of the input, in both
 */
export function usePillsCode<Props>(code: Brought<ComponentType<Props>>, id: string) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null)
  const begun = useRef<Begun | null>(null)
  const pressed = useRef<string | null>(null)

  const put = (part: ComponentType<Props>) => {
    begun.current ??= begunIn(id, pressed.current)
    setPart(() => part)
  }
  const putAtRest = useEffectEvent(put)
  useEffect(() => {
    let isShown = true
    atRest(async () => {
      const part = await code.bring()
      if (isShown) putAtRest(part)
    })
    return () => void (isShown = false)
  }, [code])
  useLayoutEffect(() => {
    if (Part && begun.current) goOn(id, begun.current)
  }, [Part, id])

  return {
    Part,
    resting: {
      onFocus: () => void code.bring().then(put, showNotBrought),
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === 'Enter' || key === 'ArrowDown') pressed.current = key
      },
    },
  }
}

/** Null when nobody is in it. */
function begunIn(id: string, pressed: string | null): Begun | null {
  const input = document.activeElement
  return input instanceof HTMLInputElement && input.id === id ? { text: input.value, pressed } : null
}

function goOn(id: string, { text, pressed }: Begun): void {
  const input = document.getElementById(id)
  if (!(input instanceof HTMLInputElement)) return
  input.focus({ preventScroll: true })
  if (text !== '') {
    // As if it were typed: React hears of it by the setter of the element's class alone.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
  if (pressed)
    setTimeout(() => input.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, code: pressed, bubbles: true })))
}
