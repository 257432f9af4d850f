const WRITTEN_IN = 'input:not([type=hidden]), select, textarea, [contenteditable=true]'

/** Brings the caret or the focus to where a field of the page is filled in, or to the button by which that begins. */
export function goToField(name: string): void {
  const place = document.querySelector(`[data-field="${name}"]`)
  const control = place?.querySelector<HTMLElement>(WRITTEN_IN) ?? place?.querySelector<HTMLElement>('button')
  if (!place || !control) return
  control.focus({ preventScroll: true })
  // What sticks to the top covers nothing in the middle.
  place.scrollIntoView({ block: 'center' })
}
