import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs'
import { expect, it } from 'vitest'

const DIST = new URL('../../client/dist/', import.meta.url).pathname
const ASSETS = `${DIST}assets/`

/** Kilobytes of JavaScript that the server sends, compressed, before a page is whole; wanted: 250 for a plan, 380 for a fiche (docs/performance.md). */
const BUDGETS = { 'plan-page': 392, 'fiche-page': 463, 'fiches-page': 377, 'pupitre-page': 319 }

it.each(Object.entries(BUDGETS))('%s weighs no more than %i kB', (page, budget) => {
  const html = readFileSync(`${DIST}index.html`, 'utf8')
  const entry = [...html.matchAll(/assets\/([^"]+\.js)/g)].map(([, name = '']) => name)
  const chunk = readdirSync(ASSETS).find((name) => new RegExp(`^${page}-[\\w-]{8}\\.js$`).test(name)) ?? ''
  expect(chunk).not.toBe('')
  const bytes = [...closureOf([...entry, chunk])].reduce((total, name) => total + sentBytes(name), 0)
  expect(bytes / 1000).toBeLessThanOrEqual(budget)
})

/** These files and all that they import before they run. */
function closureOf(names: readonly string[]): Set<string> {
  const known = new Set<string>()
  const add = (name: string): void => {
    if (known.has(name)) return
    known.add(name)
    const code = readFileSync(ASSETS + name, 'utf8')
    for (const [, imported = ''] of code.matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)) add(imported)
  }
  names.forEach(add)
  return known
}

function sentBytes(name: string): number {
  const compressed = `${ASSETS}${name}.br`
  return statSync(existsSync(compressed) ? compressed : ASSETS + name).size
}
