import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { registerSupportRoute } from './support-route.ts'

it.each(['assistance@exemple.fr', null])('says at which address the operator answers: %s', async (email) => {
  const fastify = Fastify()
  registerSupportRoute(fastify, { email })
  const response = await fastify.inject({ url: '/api/support' })
  expect(response.json()).toEqual({ email })
  expect(response.headers['cache-control']).toBe('no-store')
})
