import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin, Rolldown } from 'vite'

/** The name of the service worker, at the root of the site: it may serve no page above its own address. */
const WORKER = 'shell-worker.js'
/** Files of `public/` and the page itself, which the bundler does not name. */
const OUTSIDE_BUNDLE = ['/index.html', '/favicon.svg', '/color-scheme.js']
/** What is of use without network, beside what the page starts with: fiches, all that one writes them with, and what this device keeps of them. */
const NEEDED_OFFLINE =
  /\/src\/(?:features\/fiche|app\/offline|lib\/(?:device|live)|ui\/(?:editor|left-words))\/|\/shown-notices\.tsx$/

/** Writes the service worker (shell-worker.js) with the list of the files that it keeps. */
export function shellWorker(): Plugin {
  return {
    name: 'pupitre-shell-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = [...OUTSIDE_BUNDLE, ...shellFiles(bundle).map((name) => `/${name}`)].toSorted()
      const code = readFileSync(new URL(WORKER, import.meta.url), 'utf8')
      const contents = Object.values(bundle).map((file) => file.fileName)
      const version = createHash('sha256')
        .update(JSON.stringify([contents.toSorted(), code]))
        .digest('hex')
        .slice(0, 12)
      const source = `const SHELL = ${JSON.stringify({ version, files })}\n${code}`
      this.emitFile({ type: 'asset', fileName: WORKER, source })
    },
  }
}

function shellFiles(bundle: Rolldown.OutputBundle): string[] {
  const needed = new Set<string>()
  const add = (name: string): void => {
    const file = bundle[name]
    if (!file || needed.has(name)) return
    needed.add(name)
    if (file.type === 'asset') return
    for (const next of file.imports) add(next)
    for (const css of file.viteMetadata?.importedCss ?? []) add(css)
  }
  for (const file of Object.values(bundle)) {
    if (file.type === 'asset') {
      if (file.fileName.endsWith('.woff2') || file.fileName.endsWith('.css')) add(file.fileName)
    } else if (file.isEntry || file.moduleIds.some((id) => NEEDED_OFFLINE.test(id))) add(file.fileName)
  }
  return [...needed]
}
