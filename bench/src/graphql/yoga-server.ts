import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createPrismaClient } from '@pupitre/prisma'
import { createYoga } from 'graphql-yoga'
import { loadViewer } from '../../../server/src/auth/load-viewer.ts'
import { createChangeBus } from '../../../server/src/bus/change-bus.ts'
import type { GraphqlContext } from '../../../server/src/graphql/context.ts'
import { createLoaders } from '../../../server/src/graphql/loaders.ts'
import { schema } from '../../../server/src/graphql/schema.ts'

/** Nothing that is measured writes. */
const refuse = (): never => {
  throw new Error('this server only reads')
}

/** The same schema and resolvers on graphql-yoga, for one session: its viewer is read at each request, as ours is. */
export async function startYogaServer({
  connectionString,
  sessionId,
}: {
  connectionString: string
  sessionId: string
}): Promise<{ url: string }> {
  const prisma = createPrismaClient({ connectionString })
  const bus = createChangeBus()
  const yoga = createYoga<object, GraphqlContext>({
    schema,
    logging: false,
    graphiql: false,
    context: async () => {
      const loaded = await loadViewer(prisma, { session: { id: sessionId }, now: new Date() })
      const reader = { prisma, viewer: loaded?.viewer ?? null }
      return {
        ...reader,
        bus,
        liveText: {
          create: refuse,
          lock: refuse,
          quote: refuse,
          follow: refuse,
          read: refuse,
          apply: refuse,
          rewrite: refuse,
        },
        mail: { post: refuse, secretOf: refuse },
        webhooks: { seal: refuse, allowLoopback: false },
        loaders: createLoaders(reader),
        requestId: randomUUID(),
      }
    },
  })
  // Yoga's handler answers a promise, which Node does not wait for.
  const server = createServer((request, response) => void yoga(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens on no TCP port')
  return { url: `http://127.0.0.1:${address.port}/graphql` }
}
