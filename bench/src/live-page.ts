import { type DocumentNode, print } from 'graphql'
import { z } from 'zod'

const heard = z.object({ id: z.string().optional(), type: z.string(), payload: z.unknown().optional() })

/** What a page of the client asks of the server, without its browser. */
export class LivePage {
  readonly #url: string
  readonly #cookie: string
  readonly #socket: WebSocket
  /** Called at each event, with the name of its subscription. */
  onNext: (id: string, payload: unknown) => void = () => {}

  private constructor({ url, cookie, socket }: { url: string; cookie: string; socket: WebSocket }) {
    this.#url = url
    this.#cookie = cookie
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const { id = '', type, payload } = heard.parse(JSON.parse(String(data)))
      if (type === 'error') throw new Error(`the subscription ${id} was refused: ${JSON.stringify(payload)}`)
      if (type === 'next') this.onNext(id, payload)
    })
  }

  /** A page signed in, its socket acknowledged. */
  static async open({ url, cookie }: { url: string; cookie: string }): Promise<LivePage> {
    // Node's WebSocket takes headers where a browser's takes protocols.
    const options = { headers: { cookie }, protocols: 'graphql-transport-ws' }
    const socket: WebSocket = Reflect.construct(WebSocket, [`${url.replace('http', 'ws')}/graphql`, options])
    await new Promise((resolve, reject) => {
      socket.addEventListener('error', () => reject(new Error(`no socket at ${url}`)))
      socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'connection_init' })))
      socket.addEventListener('message', resolve, { once: true })
    })
    return new LivePage({ url, cookie, socket })
  }

  watch(id: string, document: DocumentNode, variables: object): void {
    this.#socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: print(document), variables } }))
  }

  async ask(document: DocumentNode, variables: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json', cookie: this.#cookie }
    const body = JSON.stringify({ query: print(document), variables })
    const answer: unknown = await (await fetch(`${this.#url}/graphql`, { method: 'POST', headers, body })).json()
    if (JSON.stringify(answer).includes('"errors"')) throw new Error(JSON.stringify(answer))
    return answer
  }

  close(): void {
    this.#socket.close()
  }
}
