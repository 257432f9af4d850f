import type { FastifyInstance } from 'fastify'
import { Histogram, type Registry } from 'prom-client'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Every answer over HTTP, by route, method and class of status. Routes are patterns: what is asked never makes a label. */
export function addHttpMetrics(app: FastifyInstance, registry: Registry): void {
  const answers = new Histogram({
    name: 'pupitre_http_request_seconds',
    help: 'Requests over HTTP, until their answer is sent',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    answers.observe({ method, route: routeOptions.url ?? 'none', status }, reply.elapsedTime / 1000)
    done()
  })
}
