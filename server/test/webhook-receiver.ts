import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'

export interface ReceivedEvent {
  id: string
  headers: IncomingHttpHeaders
  body: string
  path: string
}

/** What a receiver does with one request; by default it answers 204. */
type Answer = (response: ServerResponse) => void

export interface WebhookReceiver {
  url: string
  port: number
  /** In the order of arrival. */
  received: ReceivedEvent[]
  /** Answers that the next requests get, one each. */
  answers: Answer[]
  /** Answers that the next trials get, whatever changes are told meanwhile. */
  trialAnswers: Answer[]
  close(): Promise<void>
}

export const answering =
  (status: number, body = '', headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body)

/** Takes the request and says nothing. */
export const hanging: Answer = () => undefined

/** A real HTTP server on loopback, which keeps what it is sent. */
export async function startWebhookReceiver({
  port = 0,
  tls,
}: { port?: number; tls?: { key: string; cert: string } } = {}): Promise<WebhookReceiver> {
  const received: ReceivedEvent[] = []
  const answers: Answer[] = []
  const trialAnswers: Answer[] = []
  const server: Server = tls ? createTlsServer(tls) : createServer()
  server.on('request', (request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { headers, url: path = '' } = request
      received.push({ id: String(headers['webhook-id']), headers, body, path })
      const ofTrial = body.includes('"test"') ? trialAnswers.shift() : undefined
      const answer = ofTrial ?? answers.shift() ?? answering(204)
      answer(response)
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${bound}/pupitre`,
    port: bound,
    received,
    answers,
    trialAnswers,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Whether an event is signed by a secret, as the specification of Standard Webhooks has receivers look at it. */
export function isSignedBy(secret: string, { headers, body }: ReceivedEvent, now = Date.now()): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return signatures.split(' ').some((each) => {
    const [version, signature = ''] = each.split(',')
    const given = Buffer.from(signature, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
}
