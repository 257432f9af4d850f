/** Marks that a page has shown since it last told. */
export interface Watched {
  /** Own ones that were there while the page said that all is saved. */
  saved: string[]
  /** Of others. */
  seen: string[]
}

/**
 * Runs in the page, on the text that is looked at: tells what it shows. A mark is said to be saved when the page has said « Enregistré » without a break from one
 * look to the next, with the mark in the text all along.
 *
 * @param report of the window, called with `Watched`
 */
export function watchPage(textbox: Element, { name, report }: { name: string; report: string }): void {
  const LOOK_EVERY_MS = 50
  const tell: unknown = Reflect.get(window, report)
  if (typeof tell !== 'function') throw new Error(`${report} is not exposed`)
  const known = new Set<string>()
  let candidates: string[] = []
  let wasBroken = true

  const saysSaved = (): boolean =>
    document.querySelector('[data-kind=saved]')?.textContent.startsWith('Enregistré') ?? false
  new MutationObserver(() => (wasBroken ||= !saysSaved())).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-kind'],
  })

  setInterval(() => {
    const text = textbox.textContent
    const saved = wasBroken || !saysSaved() ? [] : candidates.filter((mark) => text.includes(mark))
    for (const mark of saved) known.add(mark)
    const fresh = [...new Set(text.match(/‹[^‹›]+›/g) ?? [])].filter((mark) => !known.has(mark))
    const isOwn = (mark: string): boolean => mark.startsWith(`‹${name}.`)
    const seen = fresh.filter((mark) => !isOwn(mark))
    for (const mark of seen) known.add(mark)
    candidates = fresh.filter(isOwn)
    wasBroken = !saysSaved()
    if (saved.length + seen.length > 0) tell({ saved, seen })
  }, LOOK_EVERY_MS)
}
