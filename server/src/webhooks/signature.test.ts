import { expect, it } from 'vitest'
import { signatureHeaders } from './signature.ts'

/** The example of the specification (github.com/standard-webhooks/standard-webhooks), as its libraries test it. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const EXAMPLE = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
}

it('signs the example of Standard Webhooks as its specification does', () => {
  expect(signatureHeaders({ ...EXAMPLE, secrets: [SECRET] })).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

it('signs by each secret that holds, the present one first', () => {
  const { 'webhook-signature': both } = signatureHeaders({ ...EXAMPLE, secrets: ['whsec_AAAA', SECRET] })
  expect(both).toMatch(/^v1,\S{44} v1,g0hM9SsE\+OTPJTGt\/tmIKtSyZlE3uFJELVlNIOLJ1OE=$/)
})
