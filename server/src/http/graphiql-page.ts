import type { FastifyInstance } from 'fastify'

/** A browser that visits `/graphql` gets GraphiQL, built with the application; every other caller gets the API. */
export function addGraphiqlPage(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const isVisit = request.method === 'GET' && request.url === '/graphql' && acceptsHtml(request.headers.accept)
    if (isVisit) await reply.sendFile('graphiql.html')
  })
}

function acceptsHtml(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false
}
