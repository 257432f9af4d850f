const KEY = 'pupitre.visites'
/** More than a list shows at once, since some may be gone. */
const MAX_VISITS = 12

/** A plan or a fiche that was looked at. Its name is asked to the server: the device keeps none. */
export interface Visit {
  kind: 'plan' | 'fiche'
  uuid: string
}

/** The last first, each once. */
export function withVisit(visits: readonly Visit[], visit: Visit): Visit[] {
  return [visit, ...visits.filter(({ uuid }) => uuid !== visit.uuid)].slice(0, MAX_VISITS)
}

const PAGE = /^\/(plan|fiche)s\/([0-9a-f-]{36})(?:\/|$)/

/** What a page is about; null for most. */
export function visitOf(pathname: string): Visit | null {
  const [, kind, uuid] = PAGE.exec(pathname) ?? []
  return (kind === 'plan' || kind === 'fiche') && uuid !== undefined ? { kind, uuid } : null
}

/** What somebody looked at last on this device. */
export function lastVisits(userId: string): Visit[] {
  try {
    return readVisits(JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]'))
  } catch {
    // Storage closed by the browser's settings, or written by something else.
    return []
  }
}

export function rememberVisit(userId: string, visit: Visit): void {
  try {
    const visits = withVisit(lastVisits(userId), visit)
    localStorage.setItem(keyOf(userId), JSON.stringify(visits.map(({ kind, uuid }) => `/${kind}s/${uuid}`)))
  } catch {
    // As above.
  }
}

export function forgetVisits(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId))
  } catch {
    // As above.
  }
}

const keyOf = (userId: string) => `${KEY}.${userId}`

function readVisits(stored: unknown): Visit[] {
  return Array.isArray(stored) ? stored.flatMap((path) => (typeof path === 'string' ? (visitOf(path) ?? []) : [])) : []
}
