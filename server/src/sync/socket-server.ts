import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData } from 'ws'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { KEEP_ALIVE_INTERVAL_MS, MAX_READ_BYTES } from './limits.ts'
import type { StreamChannel } from '../streams/stream-channel.ts'
import type { Transport } from './outbox.ts'
import { WsTransport } from './ws-transport.ts'

/** The websockets of this process, and the streams of those who have none: it accepts them and keeps them alive. */
export class SocketServer {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_READ_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  })
  readonly #open = new Map<Transport & { ping(): void }, Connection>()
  readonly #cancelBeat: () => void

  constructor({ clock }: { clock: Clock }) {
    this.#cancelBeat = everyBeat(clock, () => this.#beat())
  }

  /** Completes a websocket handshake and hands the socket to the connection that `connect` makes for it. */
  accept(
    upgrade: { request: IncomingMessage; socket: Duplex; head: Buffer },
    connect: (transport: Transport) => Connection,
  ): void {
    this.#server.handleUpgrade(upgrade.request, upgrade.socket, upgrade.head, (socket) => {
      const transport = new WsTransport(socket, upgrade.socket)
      const connection = connect(transport)
      this.#open.set(transport, connection)
      socket.on('message', (data, isBinary) => receive(connection, data, isBinary))
      socket.on('close', () => {
        this.#open.delete(transport)
        connection.ended()
      })
      // A frame that is no websocket frame, or over MAX_READ_BYTES: `ws` closes by itself.
      socket.on('error', () => connection.ended())
      void connection.open()
    })
  }

  /** Gives a stream that is open to the connection that `connect` makes for it. */
  acceptStream(channel: StreamChannel, connect: (transport: Transport) => Connection): void {
    const connection = connect(channel)
    this.#open.set(channel, connection)
    channel.listen({
      onMessage: (frame) => connection.receive(frame),
      onGarbage: () => connection.receiveGarbage(),
      onEnd: () => {
        this.#open.delete(channel)
        connection.ended()
      },
    })
    void connection.open()
  }

  stop(): void {
    this.#cancelBeat()
  }

  #beat(): void {
    for (const [transport, connection] of this.#open) {
      connection.tick()
      transport.ping()
    }
  }
}

function everyBeat(clock: Clock, beat: () => void): () => void {
  let cancel = clock.after(KEEP_ALIVE_INTERVAL_MS, function again() {
    cancel = clock.after(KEEP_ALIVE_INTERVAL_MS, again)
    beat()
  })
  return () => cancel()
}

function receive(connection: Connection, data: RawData, isBinary: boolean): void {
  // With the default binary type, `ws` gives each message as one Buffer.
  if (isBinary && Buffer.isBuffer(data)) connection.receive(data)
  else connection.receiveGarbage()
}
