import { expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

test('a connection of a process that is frozen or cut off lets go of its rows and its statement by itself', async () => {
  const { prisma } = testDatabase()
  const setting = async (name: string) =>
    (await prisma.$queryRaw<{ value: string }[]>`SELECT current_setting(${name}) AS value`)[0]?.value
  expect(await setting('idle_in_transaction_session_timeout')).toBe('30s')
  expect(await setting('statement_timeout')).toBe('1min')
})
