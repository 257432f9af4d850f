/* oxlint-disable no-console -- a command's output */
import { chromium, type Page } from '@playwright/test'
import { chromiumLaunchOptions } from '../../e2e/src/browser.ts'
import { fillSignIn } from '../../e2e/src/fill-sign-in.ts'
import { graphqlAs } from '../../e2e/src/graphql-as.ts'
import { ServerProcess } from '../../e2e/src/server-process.ts'
import { markdownTable } from './table.ts'
import { longTasksOf, frameDelays, untilLines, watchFrames, watchKeys, watchLines } from './tree-page.ts'
import { makePlan, type MadePlan } from './tree-plans.ts'

/**
 * `npm run bench:tree`: a plan of 300 fiches under 40 axes in a real Chromium, beside one of 30 under 4, turn by turn: to open it,
 * to type in a name, to drag a fiche over it, and until a colleague's change shows.
 */
const ROUNDS = 5
const SIZES = [
  { nom: 'Plan de 30 fiches', roots: 1, axesUnder: 3, fiches: 30 },
  { nom: 'Plan de 300 fiches', roots: 8, axesUnder: 4, fiches: 300 },
]
const KEYS = 'Mobiliser les communes'
const COLLEAGUE_CHANGES = 10
const DRAG_MOVES = 90

interface Figures {
  open: number[]
  keys: number[]
  frames: number[]
  drop: number[]
  live: number[]
  longest: number[]
  longTasks: number
}

async function timeOpening(page: Page, { nom, lines }: MadePlan, url: string): Promise<number> {
  await page.goto(url)
  const link = page.getByRole('link', { name: nom })
  await link.waitFor()
  await page.waitForLoadState('networkidle')
  await watchLines(page)
  await link.click()
  return untilLines(page, lines)
}

/** Milliseconds from each key to the frame that shows it. */
async function timeTyping(page: Page): Promise<number[]> {
  await page.getByRole('button', { name: /^Actions sur Axe 1$/ }).click()
  await page.getByRole('menuitem', { name: 'Renommer' }).click()
  await page.getByLabel('Nom de l’axe').waitFor()
  const keys = await watchKeys(page)
  await page.keyboard.type(KEYS, { delay: 30 })
  const delays = await keys()
  await page.keyboard.press('Escape')
  return delays
}

/** Carries the first fiche down and up the window; answers the frames meanwhile, and what dropping it took. */
async function timeDrag(page: Page): Promise<{ frames: number[]; drop: number }> {
  const box = await page.locator('[data-node-id]').filter({ hasText: 'Fiche 1 ' }).first().boundingBox()
  if (!box) throw new Error('the plan has a fiche')
  await page.mouse.move(box.x + 250, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 258, box.y + box.height / 2 + 8, { steps: 4 })
  await watchFrames(page)
  for (let move = 0; move < DRAG_MOVES; move += 1)
    await page.mouse.move(box.x + 250, 300 + 250 * (1 + Math.sin(move / 8)))
  const frames = await frameDelays(page)
  const dropped = page.getByRole('button', { name: 'Annuler' })
  const start = performance.now()
  await page.mouse.up()
  await dropped.waitFor()
  const drop = performance.now() - start
  await page.keyboard.press('Control+z')
  await dropped.waitFor({ state: 'hidden' })
  return { frames, drop }
}

/** Milliseconds from a colleague's request to their change being on the page. */
async function timeLive(page: Page, colleague: Page, { axeId }: MadePlan): Promise<number[]> {
  const delays: number[] = []
  for (let change = 0; change < COLLEAGUE_CHANGES; change += 1) {
    const nom = `Axe renommé ${crypto.randomUUID().slice(0, 8)}`
    const shown = page.waitForFunction((name) => document.body.innerText.includes(name), nom, { polling: 'raf' })
    const start = performance.now()
    await graphqlAs(colleague, 'mutation ($input: RenameAxeInput!) { renameAxe(input: $input) { __typename } }', {
      input: { axeId, nom },
    })
    await shown
    delays.push(performance.now() - start)
  }
  return delays
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

const server = await ServerProcess.start()
const browser = await chromium.launch(await chromiumLaunchOptions())
try {
  const person = async (account: string) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' })
    const page = await context.newPage()
    await page.goto(server.url)
    await fillSignIn(page, account)
    await page.getByRole('heading', { level: 1, name: 'Mon pupitre' }).waitFor()
    return page
  }
  const page = await person('editeur.troyes')
  const colleague = await person('admin.troyes')
  const plans: MadePlan[] = []
  for (const size of SIZES) plans.push(await makePlan(page, size))
  const figures = plans.map((): Figures => ({
    open: [],
    keys: [],
    frames: [],
    drop: [],
    live: [],
    longest: [],
    longTasks: 0,
  }))

  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, plan] of plans.entries()) {
      const open = await timeOpening(page, plan, server.url)
      await page.waitForLoadState('networkidle')
      const longTasks = await longTasksOf(page)
      const keys = await timeTyping(page)
      const { frames, drop } = await timeDrag(page)
      const tasks = await longTasks()
      const live = await timeLive(page, colleague, plan)
      // The first round warms the server and the browser up.
      const kept = figures[index]
      if (round === 0 || !kept) continue
      kept.open.push(open)
      kept.keys.push(...keys)
      kept.frames.push(...frames)
      kept.drop.push(drop)
      kept.live.push(...live)
      kept.longest.push(Math.max(0, ...tasks))
      kept.longTasks += tasks.length
    }
  }
  const [small, large] = figures
  if (!small || !large) throw new Error('two plans are timed')
  const row = (name: string, of: (figure: Figures) => number) => {
    const [one, other] = [of(small), of(large)]
    return [name, one.toFixed(1), other.toFixed(1), one > 0 ? (other / one).toFixed(1) : '']
  }
  console.log(
    markdownTable(
      ['', ...plans.map(({ nom }) => nom), 'ratio'],
      [
        row('open: click to the last line shown, median (ms)', ({ open }) => at(open, 0.5)),
        row('open, the longest', ({ open }) => Math.max(...open)),
        row('a key in a name to its frame, median', ({ keys }) => at(keys, 0.5)),
        row('a key, p95', ({ keys }) => at(keys, 0.95)),
        row('a frame while dragging, median', ({ frames }) => at(frames, 0.5)),
        row('a frame while dragging, p95', ({ frames }) => at(frames, 0.95)),
        row('a frame while dragging, the longest', ({ frames }) => Math.max(...frames)),
        row('dropped and answered by the server, median', ({ drop }) => at(drop, 0.5)),
        row('a colleague’s change, request to shown, median', ({ live }) => at(live, 0.5)),
        row('a colleague’s change, p95', ({ live }) => at(live, 0.95)),
        row('tasks over 50 ms while typing, dragging and dropping, per round', ({ longTasks }) => longTasks / ROUNDS),
        row('the longest of them', ({ longest }) => Math.max(...longest)),
      ],
    ),
  )
} finally {
  await browser.close()
  await server.dispose()
}
