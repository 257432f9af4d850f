import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What answers under /api/auth: a web `Request` in, a web `Response` out. */
export type WebHandler = (request: Request) => Promise<Response>

/** Passwords and e-mail addresses: nothing larger has a reason to come. */
const MAX_BODY_BYTES = 64 * 1024

/** Sign-in, sign-out, passwords. In a scope of its own, since the handler wants the body as it was sent. */
export async function addAuthRoute(
  app: FastifyInstance,
  { handler, publicUrl }: { handler: WebHandler; publicUrl: string },
): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, body, parsed) => {
      parsed(null, body)
    })
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => send(reply, await handler(toWebRequest(request, publicUrl))),
    })
    done()
  })
}

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const { body } = request
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers: toWebHeaders(request.headers),
    body: Buffer.isBuffer(body) && body.length > 0 ? new Uint8Array(body) : null,
  })
}

/** Node's headers as the web's: several values of one name stay several. */
export function toWebHeaders(headers: FastifyRequest['headers']): Headers {
  const result = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value ?? []].flat()) result.append(name, one)
  }
  return result
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  void reply.status(response.status)
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') void reply.header(name, value)
  }
  // One header per cookie: joined with commas, browsers keep the first only.
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  return reply.send(Buffer.from(await response.arrayBuffer()))
}
