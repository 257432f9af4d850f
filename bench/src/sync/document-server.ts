import { once } from 'node:events'
import * as encoding from 'lib0/encoding'
import { WebSocketServer } from 'ws'

/** A process of its own: answers whoever asks with a document that it holds ready, and does nothing else. What a sync server cannot beat. */
const bytes = Number(process.argv[2])
const encoder = encoding.createEncoder()
encoding.writeVarUint(encoder, 0)
encoding.writeVarUint(encoder, 1)
encoding.writeVarUint8Array(encoder, new Uint8Array(bytes))
const frame = encoding.toUint8Array(encoder)

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
await once(server, 'listening')
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('it listens on a port')
server.on('connection', (socket) => {
  socket.on('message', () => socket.send(frame))
})
process.send?.({ url: `ws://127.0.0.1:${address.port}` })
process.on('disconnect', () => process.exit())
