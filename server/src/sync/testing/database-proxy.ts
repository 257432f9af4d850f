import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to the database that a test may cut. */
export interface DatabaseProxy {
  connectionString: string
  /** Cuts every connection, and refuses new ones until `mend`. */
  cut(): void
  mend(): void
  /**
   * From now on, but for the next `after` answers, nothing that the database answers arrives on the connections which this
   * application has open: what it asks is done, and it cannot know.
   */
  swallowAnswers(application: string, options?: { after: number }): void
  close(): void
}

interface Way {
  client: Socket
  database: Socket
  /** Until then unknown: the client says it in its first packet. */
  application: string
  /** How many answers still pass. */
  passing: number
}

/** Listens before the database that `connectionString` names by host and port. */
export async function startDatabaseProxy(connectionString: string): Promise<DatabaseProxy> {
  const target = new URL(connectionString)
  const ways = new Set<Way>()
  let isCut = false
  const server = createServer((client) => {
    if (isCut) return void client.destroy()
    const database = connect({ host: target.hostname, port: Number(target.port) })
    const way: Way = { client, database, application: '', passing: Infinity }
    ways.add(way)
    join(way, () => ways.delete(way))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = new URL(connectionString)
  url.hostname = '127.0.0.1'
  url.port = typeof address === 'object' && address ? String(address.port) : ''
  const cut = () => {
    isCut = true
    for (const { client, database } of ways) for (const socket of [client, database]) socket.destroy()
  }
  return {
    connectionString: url.href,
    cut,
    mend() {
      isCut = false
    },
    swallowAnswers(application, { after } = { after: 0 }) {
      for (const way of ways) if (way.application === application) way.passing = after
    },
    close() {
      cut()
      server.close()
    },
  }
}

function join(way: Way, onEnd: () => void): void {
  const { client, database } = way
  for (const socket of [client, database]) {
    // Either end takes the other with it.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      onEnd()
      client.destroy()
      database.destroy()
    })
  }
  client.once('data', (startup: Buffer) => (way.application = applicationOf(startup)))
  client.pipe(database)
  database.on('data', (answer: Buffer) => {
    way.passing -= 1
    if (way.passing < 0 || client.write(answer)) return
    database.pause()
    client.once('drain', () => database.resume())
  })
  database.on('end', () => client.end())
}

/** PostgreSQL's startup packet is names and values, each ended by a zero byte. */
function applicationOf(startup: Buffer): string {
  const words = startup.toString('latin1').split('\0')
  return words[words.indexOf('application_name') + 1] ?? ''
}
