import { once } from 'node:events'
import { WebSocketServer } from 'ws'

/** A bare websocket server that sends what it is sent to everyone: the least that telling people takes here. */
export async function startEcho(): Promise<{ url: string; close: () => void }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      for (const client of server.clients) client.send(data)
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the echo server listens on a port')
  return { url: `ws://127.0.0.1:${address.port}`, close: () => server.close() }
}
