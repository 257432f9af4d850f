const KEY = 'pupitre.suggestions-masquees'
/** More than anybody dismisses; the oldest come back. */
const MAX_DISMISSED = 500

/** Whether somebody asked, on this device, that nothing be suggested on a fiche. */
export function isDismissed(ficheUuid: string): boolean {
  return dismissed().includes(ficheUuid)
}

export function setDismissed(ficheUuid: string, isAsked: boolean): void {
  const others = dismissed().filter((uuid) => uuid !== ficheUuid)
  const next = isAsked ? [ficheUuid, ...others].slice(0, MAX_DISMISSED) : others
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Storage closed by the browser's settings: it lasts as long as the page.
  }
}

function dismissed(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((uuid) => typeof uuid === 'string') : []
  } catch {
    // As above, or written by something else.
    return []
  }
}
