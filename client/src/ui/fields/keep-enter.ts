import type { KeyboardEvent } from 'react'

/** While the list of a field is open, Entrée chooses in it, or does nothing: it does not send the form around. */
export function keepEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-expanded') === 'true') event.preventDefault()
}
