const KEY = 'pupitre.touche-raccourcis'
const OFF = 'non'

/** Whether « ? » opens the sheet of shortcuts on this device: a key alone can be turned off (WCAG 2.1.4). */
export function isShortcutsKeyOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF
  } catch {
    // Storage closed by the browser's settings: as at first.
    return true
  }
}

export function turnShortcutsKey(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, OFF)
  } catch {
    // As above.
  }
}

const TEXT = 'input, textarea, select, [contenteditable=true]'

/** Whether a key asks for the sheet of shortcuts: « ? » where it writes nothing. */
export function opensShortcuts({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key !== '?' || ctrlKey || metaKey || altKey || !isShortcutsKeyOn()) return false
  return !(target instanceof Element && target.closest(TEXT))
}
