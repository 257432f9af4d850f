/* oxlint-disable no-console -- a command's output */
import { z } from 'zod'
import { sessionCookie } from '../../e2e/src/signed-in-sockets.ts'
import { ServerProcess } from '../../e2e/src/server-process.ts'
import { startEcho } from './echo-server.ts'
import { markdownTable } from './table.ts'

/**
 * `npm run bench:live`: from sending a mutation of a fiche to each of those who look at it having heard, over real sockets of a
 * real server, beside a bare websocket that tells as many.
 */
const SUBSCRIBERS = 50
const WARM_UP = 5
const ROUNDS = 50
const QUIET_MS = 20

/** Called at each message of any subscriber. */
let onMessage: (message: string) => void = () => {}

function open(url: string, { headers, hello = [] }: { headers?: Record<string, string>; hello?: object[] } = {}) {
  // Node's WebSocket takes headers where a browser's takes protocols.
  const options: unknown[] = headers ? [url, { headers, protocols: 'graphql-transport-ws' }] : [url]
  const socket: WebSocket = Reflect.construct(WebSocket, options)
  return new Promise<WebSocket>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error(`no socket at ${url}`)))
    socket.addEventListener('open', () => {
      for (const message of hello) socket.send(JSON.stringify(message))
      resolve(socket)
    })
    socket.addEventListener('message', ({ data }) => onMessage(String(data)))
  })
}

/** Milliseconds until each of the subscribers heard what `tell` says, round after round. */
async function timed(isNews: (message: string) => boolean, tell: (round: number) => unknown): Promise<number[]> {
  const delays: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const heard: number[] = []
    const start = performance.now()
    const everyone = new Promise<void>((resolve) => {
      onMessage = (message) => {
        if (!isNews(message)) return
        heard.push(performance.now() - start)
        if (heard.length === SUBSCRIBERS) resolve()
      }
    })
    await Promise.all([everyone, tell(round)])
    if (round >= WARM_UP) delays.push(...heard)
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
  }
  return delays.toSorted((a, b) => a - b)
}

function row(name: string, delays: readonly number[]): (string | number)[] {
  const at = (share: number) => (delays[Math.floor(delays.length * share)] ?? Number.NaN).toFixed(1)
  return [name, delays.length, at(0.5), at(0.95), at(1 - 1 / delays.length)]
}

const server = await ServerProcess.start()
const echo = await startEcho()
try {
  const cookie = await sessionCookie({ url: server.url, email: 'editeur.blois@demo.pupitre.test' })
  const ask = async (query: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', cookie }
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    return response.json()
  }
  const answer = z.object({
    data: z.object({
      fiches: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string(), uuid: z.string() }) })) }),
    }),
  })
  const [edge] = answer.parse(await ask('{ fiches(first: 1) { edges { node { id uuid } } } }')).data.fiches.edges
  if (!edge) throw new Error('the demonstration has fiches')
  const { id, uuid } = edge.node

  const allReady = new Promise<void>((resolve) => {
    let ready = 0
    onMessage = (message) => {
      if (message.includes('connection_ack')) ready += 1
      if (ready === SUBSCRIBERS) resolve()
    }
  })
  const query = `subscription { ficheChanged(uuid: "${uuid}") { fields auteur fiche { id titre statut mesuresLiees { id } } } }`
  const hello = [{ type: 'connection_init' }]
  const url = `${server.url.replace('http', 'ws')}/graphql`
  const pages = await Promise.all(Array.from({ length: SUBSCRIBERS }, () => open(url, { headers: { cookie }, hello })))
  await allReady
  for (const page of pages) page.send(JSON.stringify({ id: 'watch', type: 'subscribe', payload: { query } }))
  // A subscription does not say when it begins; two seconds are enough for fifty.
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const live = await timed(
    (message) => message.includes('"next"'),
    (round) =>
      ask(`mutation { addFicheMesureLiee(input: { ficheId: "${id}", code: "essai ${round}" }) { __typename } }`),
  )

  const bare = await Promise.all(Array.from({ length: SUBSCRIBERS }, () => open(echo.url)))
  const raw = await timed(
    () => true,
    (round) => bare[0]?.send(`essai ${round}`),
  )
  console.log(
    markdownTable(
      [`ms to each of ${SUBSCRIBERS}`, 'heard', 'p50', 'p95', 'max'],
      [row('mutation to subscriber', live), row('bare websocket', raw)],
    ),
  )
  for (const socket of [...pages, ...bare]) socket.close()
} finally {
  echo.close()
  await server.dispose()
}
