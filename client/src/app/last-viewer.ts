/** Who was signed in in this browser, as far as it knows: what opens their words when the server cannot be asked. */
export interface LastViewer {
  uuid: string
  nom: string
}

const KEY = 'pupitre.viewer'

export function rememberViewer({ uuid, nom }: LastViewer): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ uuid, nom }))
  } catch {
    // Storage closed by the browser's settings: nothing will be shown without network.
  }
}

/** The server said that nobody is signed in: what this device keeps is hidden until its owner is back. */
export function forgetViewer(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // As above.
  }
}

/** Null for nobody, and where nothing can be remembered. */
export function lastViewer(): LastViewer | null {
  try {
    return read(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
  } catch {
    return null
  }
}

function read(stored: unknown): LastViewer | null {
  if (typeof stored !== 'object' || stored === null || !('uuid' in stored) || !('nom' in stored)) return null
  const { uuid, nom } = stored
  return typeof uuid === 'string' && typeof nom === 'string' ? { uuid, nom } : null
}
