import { useEffect, useSyncExternalStore } from 'react'
import { collectivitesOf, type SignedInViewer, useIsMember } from './viewer.ts'

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

/** Makes a collectivité of the viewer the one that the header names and that the home page opens on. */
export function useRememberCollectivite(siren: string | undefined): void {
  const isMember = useIsMember(siren)
  useEffect(() => {
    if (siren && isMember) remember(siren)
  }, [siren, isMember])
}

/** The collectivité of the page shown last in this tab, else the viewer's first; undefined without any. */
export function useCurrentCollectivite(viewer: SignedInViewer) {
  const siren = useSyncExternalStore(subscribe, lastCollectivite)
  const collectivites = collectivitesOf(viewer)
  return collectivites.find((collectivite) => collectivite.siren === siren) ?? collectivites[0]
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
