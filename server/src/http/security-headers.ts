import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Headers of every answer. Scripts come from this server only; Mantine sets style attributes, hence the one exception. */
export async function addSecurityHeaders(app: FastifyInstance, { secure }: { secure: boolean }): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        fontSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        workerSrc: ["'self'", 'blob:'],
      },
    },
    // Helmet's own "no-referrer" makes browsers hide the origin of our own requests, which sign-in checks.
    referrerPolicy: { policy: 'same-origin' },
    // On plain HTTP (loopback, or behind nothing) a browser would be locked out of its own server.
    hsts: secure ? { maxAge: HSTS_MAX_AGE_S } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  })
}

/** Six months: what browsers' preload lists ask at least. */
const HSTS_MAX_AGE_S = 182 * 24 * 3600
