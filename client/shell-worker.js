/**
 * The service worker: it keeps the built application, and nothing else, so that a page reloaded without network still opens and
 * shows what this device keeps of the fiches. Data is never in its hands.
 *
 * The build writes before this text which files there are: `SHELL` (shell-worker-plugin.ts).
 */

const CACHE_PREFIX = 'pupitre shell '
const CACHE = CACHE_PREFIX + SHELL.version
/** The page of every address. */
const PAGE = '/index.html'
/** A network that says nothing is no better than none: how long a page waits for it. */
const PAGE_PATIENCE_MS = 5_000
/** What a proxy answers while the server behind it is away. */
const AWAY = new Set([502, 503, 504])
const NOT_A_PAGE = /^\/(?:api|graphql|sync|assets|healthz|readyz|metrics)(?:[/?]|$)/

self.addEventListener('install', (event) => event.waitUntil(keepShell()))
self.addEventListener('activate', (event) => event.waitUntil(forgetOlderShells()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (!NOT_A_PAGE.test(pathname)) event.respondWith(openPage(request))
    return
  }
  if (SHELL.files.includes(pathname)) event.respondWith(keptOrFetched(request))
})

async function keepShell() {
  const cache = await caches.open(CACHE)
  // The files under /assets/ are named by their content: what the browser has of them is right.
  await cache.addAll(
    SHELL.files.map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })),
  )
}

async function forgetOlderShells() {
  const names = await caches.keys()
  const older = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE)
  await Promise.all(older.map((name) => caches.delete(name)))
}

/** The server's page, of its present version; the kept one when it does not answer. */
async function openPage(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PAGE_PATIENCE_MS) })
    if (!AWAY.has(answer.status)) return answer
  } catch {
    // No network, or one that says nothing.
  }
  return (await fromShell(PAGE)) ?? fetch(request)
}

async function keptOrFetched(request) {
  return (await fromShell(request)) ?? fetch(request)
}

async function fromShell(request) {
  const cache = await caches.open(CACHE)
  return cache.match(request)
}
