import { once } from 'node:events'
import { WebSocketServer } from 'ws'

/** A process of its own: sends small frames to everyone as fast as one core can, once it is told to. What a sync server cannot beat. */
const FRAME = new Uint8Array(40)
const FULL_BYTES = 256 * 1024

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
await once(server, 'listening')
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('it listens on a port')
process.send?.({ url: `ws://127.0.0.1:${address.port}` })
server.on('connection', (socket) => {
  socket.on('message', sendForEver)
})

function sendForEver(): void {
  for (const client of server.clients) if (client.bufferedAmount < FULL_BYTES) client.send(FRAME)
  setImmediate(sendForEver)
}
process.on('disconnect', () => process.exit())
