import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** What stands before several servers, as a reverse proxy does: clients know one address, and are led to one of them. */
export class Front {
  readonly #server: Server
  readonly #ways = new Set<{ client: Socket; upstream: Socket; port: number }>()
  #port: number

  /** @param port of the server to which everyone is led at first */
  static async start({ port }: { port: number }): Promise<Front> {
    const front = new Front(port)
    front.#server.listen(0, '127.0.0.1')
    await once(front.#server, 'listening')
    return front
  }

  private constructor(port: number) {
    this.#port = port
    this.#server = createServer((client) => this.#lead(client))
  }

  /** ws://host:port */
  get url(): string {
    const address = this.#server.address()
    return `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  }

  /** From now on everyone is led there; those who were led elsewhere are cut off, and come back. */
  leadTo({ port }: { port: number }): void {
    this.#port = port
    for (const way of this.#ways) if (way.port !== port) way.client.destroy()
  }

  close(): void {
    for (const { client } of this.#ways) client.destroy()
    this.#server.close()
  }

  #lead(client: Socket): void {
    const port = this.#port
    const upstream = connect({ host: '127.0.0.1', port })
    const way = { client, upstream, port }
    this.#ways.add(way)
    for (const socket of [client, upstream]) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        this.#ways.delete(way)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream)
    upstream.pipe(client)
  }
}
