import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { forgetEntries } from './forget-entries.ts'

it('takes away what is older than so many years, and nothing younger', async ({ make, prisma }) => {
  const collectivite = await make.collectivite()
  const yearsAgo = (years: number, hours: number) => {
    const at = new Date(Date.now() + hours * 3600 * 1000)
    at.setFullYear(at.getFullYear() - years)
    return at
  }
  // Of a century ago: other tests have no entries of that age in the same database.
  const old = [yearsAgo(98, -48), yearsAgo(98, -24)]
  const young = [yearsAgo(98, 24), yearsAgo(1, 0)]
  await prisma.journalEntry.createMany({
    data: [...old, ...young].map((at) => ({
      acte: uuidv7(),
      rang: 0,
      at,
      collectiviteId: collectivite.id,
      origine: 'SYSTEME' as const,
      operation: 'CREATION' as const,
      relation: 'label',
      cle: {},
    })),
  })
  expect(await forgetEntries(prisma, { years: 98, signal: AbortSignal.abort() })).toBe(0)
  expect(await forgetEntries(prisma, { years: 98 })).toBe(2)
  const left = await prisma.journalEntry.findMany({
    where: { collectiviteId: collectivite.id, relation: 'label' },
    orderBy: { at: 'asc' },
  })
  expect(left.map(({ at }) => at)).toEqual(young)
})
