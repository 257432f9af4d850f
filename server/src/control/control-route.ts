import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

export interface ControlOrder {
  /** The command's options. */
  options: Record<string, unknown>
  /** The file that goes with it, as sent. */
  body: Buffer
}

/** What a command of the same machine may ask of the running server, by name; the answer is sent as JSON. */
export type ControlCommands = Record<string, (order: ControlOrder) => Promise<unknown>>

/** The largest file that a command sends along: the import's own limit is lower and says so in French. */
const MAX_CONTROL_BODY_BYTES = 64 * 1024 * 1024

/** `POST /control/<command>`, for who can read the secret in DATA_DIR. Without it, the path does not exist. */
export async function addControlRoute(
  app: FastifyInstance,
  { secret, commands }: { secret: string; commands: ControlCommands },
): Promise<void> {
  const expected = Buffer.from(`Bearer ${secret}`)

  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: MAX_CONTROL_BODY_BYTES },
      (_request, body, parsed) => {
        parsed(null, body)
      },
    )
    // Before the body is read: a stranger's 64 MB are not kept in memory.
    scope.addHook('onRequest', (request, reply, next) => {
      const given = Buffer.from(request.headers.authorization ?? '')
      const isKnown = given.length === expected.length && timingSafeEqual(given, expected)
      if (isKnown) next()
      else reply.callNotFound()
    })
    scope.post<{ Params: { command: string }; Querystring: Record<string, unknown> }>(
      '/control/:command',
      async (request, reply) => {
        const command = Object.hasOwn(commands, request.params.command) ? commands[request.params.command] : undefined
        if (!command) return reply.callNotFound()
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        return { result: await command({ options: request.query, body }) }
      },
    )
    done()
  })
}
