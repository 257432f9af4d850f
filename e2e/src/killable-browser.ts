import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { chromiumLaunchOptions } from './browser.ts'

const LISTENING = /DevTools listening on (ws:\/\/\S+)/
const START_TIMEOUT_MS = 30_000

/** A browser with a disk of its own, which can be killed and started again on it, as after a crash. */
export class KillableBrowser {
  readonly #folder: string
  #child: ChildProcess | null = null
  #browser: Browser | null = null

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async create(): Promise<KillableBrowser> {
    return new KillableBrowser(await mkdtemp(join(tmpdir(), 'pupitre-browser-')))
  }

  /** Starts it on its disk, with an empty page. */
  async start(): Promise<Page> {
    const { executablePath = chromium.executablePath(), args = [] } = await chromiumLaunchOptions()
    const own = ['--headless', '--remote-debugging-port=0', '--lang=fr-FR', `--user-data-dir=${this.#folder}`]
    const child = spawn(executablePath, [...args, ...own, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
    this.#child = child
    this.#browser = await chromium.connectOverCDP(await debuggerAddress(child))
    const [context] = this.#browser.contexts()
    if (!context) throw new Error('the browser has no context of its own')
    const page = context.pages()[0] ?? (await context.newPage())
    await page.setViewportSize({ width: 1440, height: 900 })
    return page
  }

  /** SIGKILL: nothing of it runs after, and no page is told. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
    await this.#browser?.close()
  }

  async dispose(): Promise<void> {
    await this.kill()
    // What it had started may still be writing for a moment.
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const timer = setTimeout(() => reject(new Error(`the browser said nothing in time:\n${printed}`)), START_TIMEOUT_MS)
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = LISTENING.exec(printed)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the browser exited with ${code}:\n${printed}`)))
  })
}
