/* oxlint-disable no-console -- a command's output */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import {
  AddFicheMesureLieeDocument,
  FicheChangesDocument,
  PlanChangesDocument,
  RenameAxeDocument,
  UpdateFicheDocument,
} from '../../client/src/gql/graphql.ts'
import { ServerProcess } from '../../e2e/src/server-process.ts'
import { startEcho } from './echo-server.ts'
import { makeCrowd } from './live-crowd.ts'
import { LivePage } from './live-page.ts'
import { markdownTable } from './table.ts'

/**
 * `npm run bench:live`: from sending a mutation to each of those who look at the fiche, or at its plan, having its new value: fifty
 * people, or as many as `--people` says, each with their own session, over real sockets of a real server, with the subscriptions of the client's own pages. Beside
 * them a bare websocket that tells as many.
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '50' } } })
const SUBSCRIBERS = Number(values.people)
const WARM_UP = 20
const ROUNDS = 20
const QUIET_MS = 50
/** A round that takes longer is a mistake. */
const PATIENCE_MS = 20_000

/** Milliseconds until each of the subscribers heard what `tell` says, round after round. */
async function timed(listen: (onHeard: () => void) => void, tell: (round: number) => unknown): Promise<number[]> {
  const delays: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const heard: number[] = []
    const start = performance.now()
    const everyone = new Promise<void>((resolve) =>
      listen(() => {
        heard.push(performance.now() - start)
        if (heard.length === SUBSCRIBERS) resolve()
      }),
    )
    const progress = () => `${heard.length} of ${SUBSCRIBERS} heard of round ${round}`
    await Promise.all([within(everyone, progress), tell(round)])
    if (round >= WARM_UP) delays.push(...heard)
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  }
  return delays.toSorted((a, b) => a - b)
}

async function within(everyone: Promise<void>, progress: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([
    everyone,
    new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(progress())), PATIENCE_MS))),
  ])
  clearTimeout(timer)
}

function row(name: string, delays: readonly number[]): (string | number)[] {
  const at = (share: number) => (delays[Math.floor(delays.length * share)] ?? Number.NaN).toFixed(1)
  return [name, delays.length, at(0.5), at(0.95), at(1 - 1 / delays.length)]
}

const globalId = (typename: string, uuid: string): string => Buffer.from(`${typename}:${uuid}`).toString('base64')

console.log(`Node ${process.version}, load ${loadavg()[0]?.toFixed(2)}.\n`)
const server = await ServerProcess.start()
const echo = await startEcho()
try {
  const { cookies, fiche, plan } = await makeCrowd(server, SUBSCRIBERS)
  const pages = await Promise.all(cookies.map((cookie) => LivePage.open({ url: server.url, cookie })))
  // Roles go by turns: the third may edit.
  const author = pages[2]
  if (!author) throw new Error('nobody looks')
  const each = (act: (page: LivePage) => void) => pages.forEach((page) => act(page))
  const settled = () => new Promise((resolve) => setTimeout(resolve, 3000 + 20 * SUBSCRIBERS))

  // As the page of a fiche does.
  each((page) => {
    page.watch('fields', FicheChangesDocument, { uuid: fiche.uuid })
  })
  await settled()
  const ficheId = globalId('Fiche', fiche.uuid)
  const field = await timed(
    (onHeard) => each((page) => (page.onNext = (id) => id === 'fields' && onHeard())),
    (round) => author.ask(UpdateFicheDocument, { input: { ficheId, calendrier: `essai ${round}` } }),
  )
  const section = await timed(
    (onHeard) => each((page) => (page.onNext = (id) => id === 'fields' && onHeard())),
    (round) => author.ask(AddFicheMesureLieeDocument, { input: { ficheId, code: `essai ${round}` } }),
  )

  each((page) => page.watch('tree', PlanChangesDocument, { uuid: plan.uuid }))
  await settled()
  const tree = await timed(
    (onHeard) => each((page) => (page.onNext = (id) => id === 'tree' && onHeard())),
    (round) => author.ask(RenameAxeDocument, { input: { axeId: globalId('Axe', plan.axeUuid), nom: `Axe ${round}` } }),
  )

  const bare = await Promise.all(
    Array.from({ length: SUBSCRIBERS }, async () => {
      const socket = new WebSocket(echo.url)
      await new Promise((resolve) => socket.addEventListener('open', resolve))
      return socket
    }),
  )
  let onEcho = (): void => {}
  for (const socket of bare) socket.addEventListener('message', () => onEcho())
  const raw = await timed(
    (onHeard) => (onEcho = onHeard),
    (round) => bare[0]?.send(`essai ${round}`),
  )
  console.log(
    markdownTable(
      [`ms to each of ${SUBSCRIBERS} people`, 'heard', 'p50', 'p95', 'max'],
      [
        row('a field of the fiche', field),
        row('a list of the fiche', section),
        row('an axe of the plan', tree),
        row('bare websocket', raw),
      ],
    ),
  )
  console.log(`\nLoad ${loadavg()[0]?.toFixed(2)} at the end.`)
  for (const socket of [...pages, ...bare]) socket.close()
} finally {
  echo.close()
  await server.dispose()
}
