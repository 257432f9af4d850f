import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A load balancer of the simplest kind: each connection goes to the next server, whoever it is from. */
export interface RoundRobin {
  url: string
  /** Servers that connections go to from now on. */
  targets: string[]
  close(): void
}

export async function startRoundRobin(): Promise<RoundRobin> {
  const sockets = new Set<Socket>()
  let turn = 0
  const server = createServer((client) => {
    turn += 1
    const { hostname, port } = new URL(balancer.targets[turn % balancer.targets.length] ?? 'http://127.0.0.1:1')
    const target = connect(Number(port), hostname)
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      // Either end takes the other with it.
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        target.destroy()
      })
    }
    client.pipe(target)
    target.pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const balancer: RoundRobin = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    targets: [],
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
  return balancer
}
