/** A key with Ctrl (⌘ on a Mac). Letters are those that the key types; digits are those printed on the row, whatever it types. */
export interface Shortcut {
  key: string
  shift?: true
  alt?: true
}

/** Opens the palette from anywhere but a formatted text, where it makes a link. */
export const PALETTE_SHORTCUT: Shortcut = { key: 'k' }

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** Whether a key is a shortcut on the reader's keyboard. */
export function matches(event: KeyboardEvent, { key, shift, alt }: Shortcut): boolean {
  const command = IS_MAC ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (!command || event.shiftKey !== Boolean(shift) || event.altKey !== Boolean(alt)) return false
  // AltGr is Ctrl+Alt on Windows: AltGr+2 and AltGr+3 type ~ and # on a French keyboard.
  if (alt && (event.getModifierState('AltGraph') || /^[~#]$|^Dead$/.test(event.key))) return false
  return /\d/.test(key) ? event.code === `Digit${key}` : event.key.toLowerCase() === key
}

/** The keys of a shortcut, each as the reader's keyboard names it: `Ctrl`, `Maj`, `X`. */
export function shortcutKeys({ key, shift, alt }: Shortcut): string[] {
  const name = key.length === 1 ? key.toUpperCase() : key
  if (IS_MAC) return [...(alt ? ['⌥'] : []), ...(shift ? ['⇧'] : []), '⌘', name]
  return ['Ctrl', ...(alt ? ['Alt'] : []), ...(shift ? ['Maj'] : []), name]
}

/** The same in one word: `Ctrl+Maj+X`, `⇧⌘X`. */
export function shortcutLabel(shortcut: Shortcut): string {
  return shortcutKeys(shortcut).join(IS_MAC ? '' : '+')
}

/** The same for `aria-keyshortcuts`. */
export function ariaShortcut({ key, shift, alt }: Shortcut): string {
  return [IS_MAC ? 'Meta' : 'Control', ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key.toUpperCase()].join(
    '+',
  )
}
