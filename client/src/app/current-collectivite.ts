import { useEffect, useSyncExternalStore } from 'react'

const KEY = 'pupitre.collectivite'
const listeners = new Set<() => void>()
let current: string | null = null

/** The collectivité that `/` opens: the last one looked at if it is still the viewer's, else the first; null without any. */
export function homeCollectivite(collectivites: readonly { siren: string }[]): string | null {
  const last = lastCollectivite()
  const home = collectivites.find(({ siren }) => siren === last) ?? collectivites[0]
  return home?.siren ?? null
}

/** SIREN of the collectivité that this browser looked at last, in any tab; null at first. */
function lastCollectivite(): string | null {
  if (current !== null) return current
  try {
    return localStorage.getItem(KEY)
  } catch {
    // Storage closed by the browser's settings: remembered for this tab only.
    return null
  }
}

/** Makes a collectivité the one that the header names and that the home page opens on. */
export function useRememberCollectivite(siren: string | undefined): void {
  useEffect(() => {
    if (siren) remember(siren)
  }, [siren])
}

/** SIREN of the collectivité of the page shown last in this tab. */
export function useCurrentCollectivite(): string | null {
  return useSyncExternalStore(subscribe, lastCollectivite)
}

function remember(siren: string): void {
  if (siren === current) return
  current = siren
  try {
    localStorage.setItem(KEY, siren)
  } catch {
    // As above.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
