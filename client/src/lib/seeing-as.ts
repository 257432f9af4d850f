import { SEEING_AS_HEADER, SEEING_AS_PARAM } from '@pupitre/document'

/** The member as whom an admin sees the application in this tab. */
export interface SeeingAs {
  membreId: string
  nom: string
  /** Where the admin was, and goes back to. */
  from: string
}

/** Of this tab: neither another one nor the next visit knows of it. */
const KEY = 'pupitre.enTantQue'

/**
 * As whom this page was loaded; null: as oneself. It does not change while the page lives: to begin and to end load another, so that
 * nothing that one of the two had read is shown to the other.
 */
export const seeingAs: SeeingAs | null = readSeeingAs()

/** Shows a page of this site as a member sees it, from now on in this tab. */
export function startSeeingAs(membre: Omit<SeeingAs, 'from'>, page: string): void {
  const { pathname, search } = window.location
  sessionStorage.setItem(KEY, JSON.stringify({ ...membre, from: pathname + search } satisfies SeeingAs))
  window.location.assign(page)
}

/** Goes back to oneself, where one was. */
export function stopSeeingAs(): void {
  sessionStorage.removeItem(KEY)
  window.location.replace(seeingAs?.from ?? '/')
}

/** What requests to the server carry. */
export function seeingAsHeaders(): Record<string, string> {
  return seeingAs ? { [SEEING_AS_HEADER]: seeingAs.membreId } : {}
}

/** What the addresses of sockets and streams carry. */
export function seeingAsParams(): Record<string, string> {
  return seeingAs ? { [SEEING_AS_PARAM]: seeingAs.membreId } : {}
}

/** Loads anew a page that the browser had kept as it was, if it was somebody else's. */
export function watchSeeingAs(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && readSeeingAs()?.membreId !== seeingAs?.membreId) window.location.reload()
  })
}

function readSeeingAs(): SeeingAs | null {
  try {
    const kept = globalThis.sessionStorage.getItem(KEY)
    const value: unknown = kept === null ? null : JSON.parse(kept)
    return isSeeingAs(value) ? value : null
  } catch {
    // Outside a browser, or where it stores nothing: as oneself.
    return null
  }
}

function isSeeingAs(value: unknown): value is SeeingAs {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['membreId', 'nom', 'from'].every((key) => typeof Reflect.get(value, key) === 'string')
  )
}
