import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Vite names assets by their content, so that they may be kept for ever. */
const ASSETS = /[\\/]assets[\\/]/

/** Serves the built application; a path that is no file is one of its pages. */
export async function addStaticClient(app: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(
      `L’application n’est pas construite (${folder}) : lancez « npm start », ou « npx turbo run build ».`,
    )
  }
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    // The build wrote them compressed.
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', ASSETS.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(?:api|graphql|sync|assets)(?:[/?]|$)/.test(request.url)
    if (isPage) return reply.sendFile('index.html')
    return reply.status(404).send({ code: 'NOT_FOUND', message: 'Cette adresse n’existe pas.' })
  })
}
