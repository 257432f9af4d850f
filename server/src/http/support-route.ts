import type { FastifyInstance } from 'fastify'

/** `GET /api/support`: the address that the operator answers at, null when they gave none. */
export function registerSupportRoute(fastify: FastifyInstance, { email }: { email: string | null }): void {
  fastify.get('/api/support', async (_request, reply): Promise<{ email: string | null }> => {
    void reply.header('cache-control', 'no-store')
    return { email }
  })
}
