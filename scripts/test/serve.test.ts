import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { serverEnvironment } from '../lib/server-environment.mjs'
import { bin, ROOT } from '../lib/paths.mjs'

const run = promisify(execFile)

const NAMES = Object.keys(serverEnvironment)

/** What the server's process finds of these in its environment, when whoever starts it has set `given`. */
async function seenByServer(given: Record<string, string>): Promise<unknown> {
  const unset = Object.fromEntries(NAMES.map((name) => [name, undefined]))
  const server = `console.log(JSON.stringify(${JSON.stringify(NAMES)}.map((name) => [name, process.env[name]])))`
  const start = `import { serve } from ${JSON.stringify(`${ROOT}/scripts/lib/serve.mjs`)}; serve(['-e', ${JSON.stringify(server)}])`
  const { stdout } = await run(bin('node'), ['--input-type=module', '-e', start], {
    env: { ...process.env, ...unset, ...given },
  })
  return Object.fromEntries(JSON.parse(stdout))
}

it('the server is started with its settings', async () => {
  expect(await seenByServer({})).toEqual(serverEnvironment)
})

it('what whoever starts it has set of them stays', async () => {
  expect(await seenByServer({ MALLOC_ARENA_MAX: '8' })).toEqual({ ...serverEnvironment, MALLOC_ARENA_MAX: '8' })
})
