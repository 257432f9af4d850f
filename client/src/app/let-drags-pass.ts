/** Says on the page that something is being dragged: notices then let it pass. */
export function letDragsPass(): void {
  const { dataset } = document.documentElement
  const end = () => delete dataset['dragging']
  window.addEventListener('dragstart', () => (dataset['dragging'] = ''))
  window.addEventListener('drop', end, { capture: true })
  window.addEventListener('dragend', end)
  // What is dragged may go from the page meanwhile, and its end is told to nobody; the pointer tells nothing while it drags.
  window.addEventListener('pointermove', end)
}
