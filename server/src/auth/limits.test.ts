import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import {
  ACCOUNT,
  ACCOUNT_FROM_NETWORK,
  createRateLimits,
  type Limit,
  MESSAGES_FROM_NETWORK,
  MESSAGES_TO_ADDRESS,
  NETWORK,
} from './rate-limits.ts'

const { prisma } = testDatabase()
const limitsOfTest = () => createRateLimits({ prisma, secret: crypto.randomUUID() })

describe.each([ACCOUNT_FROM_NETWORK, NETWORK, ACCOUNT, MESSAGES_TO_ADDRESS, MESSAGES_FROM_NETWORK] satisfies Limit[])(
  'the limit $name',
  (limit) => {
    it(`lets ${limit.max} tries through, refuses the next one until its window ends, and holds nobody else`, async () => {
      const limits = limitsOfTest()
      const counter = { limit, of: 'a' }
      for (let tries = 0; tries < limit.max; tries += 1) expect(await limits.take([counter])).toBeNull()
      const until = await limits.take([counter])
      const left = ((until?.getTime() ?? 0) - Date.now()) / 1000
      expect(left).toBeGreaterThan(limit.windowSeconds - 60)
      expect(left).toBeLessThanOrEqual(limit.windowSeconds)
      expect(await limits.take([{ limit, of: 'b' }])).toBeNull()
    })
  },
)

it('is refused by any counter that is past its limit, and open again once its window has ended', async () => {
  const limits = limitsOfTest()
  const [short, long] = [
    { limit: { name: 'short', max: 1, windowSeconds: 1 }, of: 'a' },
    { limit: { name: 'long', max: 100, windowSeconds: 60 }, of: 'a' },
  ]
  expect(await limits.take([long, short])).toBeNull()
  expect(await limits.take([long, short])).not.toBeNull()
  await expect.poll(() => limits.take([long, short]), { interval: 300 }).toBeNull()
})
