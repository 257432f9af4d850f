import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freeLoopbackPort } from '../../src/database/embedded/free-loopback-port.ts'
import { emptyDatabase } from '../empty-database.ts'
import { startServerProcess } from '../server-process.ts'

const PAGE = new URL('../../../docs/api.md', import.meta.url)

const TIMEOUT_MS = 180_000

interface Snippet {
  language: string
  code: string
}

async function snippets(): Promise<Snippet[]> {
  const page = await readFile(PAGE, 'utf8')
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({ language, code }))
}

interface Ran {
  code: number | null
  output: string
}

async function run(
  command: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Ran> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = await Promise.race([once(child, 'exit'), once(child, 'error').then(() => [null])])
  return { code: typeof code === 'number' ? code : null, output }
}

/** A snippet that listens: it goes on, in a folder of its own, while others are run. */
async function listen(command: string, { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }) {
  const port = await freeLoopbackPort()
  const child = spawn('bash', ['-eu', '-c', `exec ${command}`], { cwd, env: { ...env, PORT: String(port) } })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { port, output: () => output, stop: () => void child.kill() }
}

/** Resolves once somebody listens there. */
async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const answered = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ])
  socket.destroy()
  return answered
}

const LISTENS = /\.listen\(|serve_forever\(/

const hasPython = (await run('python3', ['--version'], { cwd: tmpdir(), env: process.env })).code === 0
if (!hasPython) process.stderr.write('SKIPPED: python3 is absent, the Python snippets of docs/api.md are not run\n')

describe('docs/api.md', () => {
  it(
    'goes from nothing to charts and a copy by its snippets, run in their order against a real server',
    { timeout: TIMEOUT_MS },
    async () => {
      const database = await emptyDatabase()
      const folder = await mkdtemp(join(tmpdir(), 'pupitre-api-'))
      const server = await startServerProcess({
        DATABASE_URL: database.connectionString,
        AUTH_SECRET: 's'.repeat(32),
        DATA_DIR: join(folder, 'data'),
        DEMO: '1',
        WEBHOOKS_LOOPBACK: '1',
      })
      const listeners: Awaited<ReturnType<typeof listen>>[] = []
      try {
        const all = await snippets()
        expect(new Set(all.map(({ language }) => language))).toEqual(new Set(['sh', 'js', 'python', 'json']))
        // What a snippet of the shell exports is for those after it.
        const exported: string[] = []
        for (const [at, { language, code }] of all.entries()) {
          if (language === 'json') {
            expect(Object.keys(JSON.parse(code))).toEqual(['type', 'timestamp', 'data'])
            continue
          }
          const env = { PATH: process.env['PATH'], HOME: folder, PUPITRE_URL: server.url }
          const file = join(folder, `${at}.${language === 'js' ? 'mjs' : language}`)
          await writeFile(file, code)
          if (language === 'python' && !hasPython) continue
          const command = { sh: `. "${file}"`, js: `"${process.execPath}" "${file}"`, python: `python3 "${file}"` }[
            language
          ]
          if (LISTENS.test(code)) {
            listeners.push(await listen(command ?? 'false', { cwd: folder, env }))
            continue
          }
          const receivers = code.includes('RECEVEUR') ? listeners : []
          for (const { port, output } of receivers) {
            await expect.poll(() => isListening(port), { timeout: 20_000 }).toBe(true)
            const env2 = { ...env, RECEVEUR: `http://127.0.0.1:${port}/` }
            expect(
              (await run('bash', ['-eu', '-o', 'pipefail', '-c', command ?? 'false'], { cwd: folder, env: env2 })).code,
            ).toBe(0)
            await expect.poll(output, { timeout: 20_000 }).toContain('Reçu : test')
          }
          if (receivers.length > 0) continue
          const shell = ['-eu', '-o', 'pipefail', '-c', [...exported, command ?? 'false'].join('\n')]
          const { code: exit, output } = await run('bash', shell, { cwd: folder, env })
          expect([exit, output], `${language}:\n${code}`).toEqual([0, expect.any(String)])
          if (language === 'sh' && code.startsWith('export ')) exported.push(code)
        }

        const made = (name: string) => readFile(join(folder, name), 'utf8')
        expect(await made('cle.txt')).toMatch(/^pup_\S+\n$/)
        const [headings, ...lines] = (await made('fiches.csv')).split('\r\n')
        expect(headings).toBe('\ufeffTitre;Statut;Date de fin;Services – Nom')
        expect(lines.length).toBeGreaterThan(10)
        expect(await made('plans-publics.csv')).toMatch(/^\ufeffNom;Collectivité – Nom;Nombre de fiches\r\n/)
        expect(await made('statuts.svg')).toMatch(/^<svg .*EN_COURS : \d+.*<\/svg>$/s)
        if (hasPython) expect(await made('echeances.svg')).toMatch(/^<svg .*<rect .*20\d\d-\d\d.*<\/svg>$/s)
        const copy: unknown = JSON.parse(await made('copie.json'))
        expect(JSON.stringify(copy)).toContain('"type":"Fiche"')
      } finally {
        for (const { stop } of listeners) stop()
        await server.stop('SIGTERM')
        await rm(folder, { recursive: true, force: true })
        await database.drop()
      }
    },
  )
})
