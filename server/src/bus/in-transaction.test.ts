import { Prisma } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../test/domain-test.ts'
import { createChangeBus, type PublishedChange } from './change-bus.ts'
import { storedLiveText } from '../exchange/stored-live-text.ts'
import { inTransaction } from './in-transaction.ts'

function overtaken(): Prisma.PrismaClientKnownRequestError {
  return new Prisma.PrismaClientKnownRequestError('gone', { code: 'P2025', clientVersion: 'test' })
}

describe('an act that a colleague’s overtakes', () => {
  it('is undone and done again, and tells once what it did', async ({ make, prisma }) => {
    const plan = await make.plan({ nom: 'Avant' })
    const bus = createChangeBus()
    const told: PublishedChange[] = []
    bus.onChange(`plan/${plan.id}`, (change) => told.push(change))
    const seen: string[] = []
    await inTransaction({ prisma, viewer: null, liveText: storedLiveText, bus }, async ({ tx, record }) => {
      seen.push((await tx.plan.findUniqueOrThrow({ where: { id: plan.id } })).nom)
      await tx.plan.update({ where: { id: plan.id }, data: { nom: 'Après' } })
      record.change({ kind: 'plan', planId: plan.id, fields: ['nom'] })
      if (seen.length < 3) throw overtaken()
    })
    expect(seen).toEqual(['Avant', 'Avant', 'Avant'])
    expect(told).toHaveLength(1)
    expect(await prisma.plan.findUnique({ where: { id: plan.id } })).toMatchObject({ nom: 'Après' })
  })

  it('is given up after three times, and so is another error at once', async ({ prisma }) => {
    const transacting = { prisma, viewer: null, liveText: storedLiveText, bus: createChangeBus() }
    for (const [error, times] of [
      [overtaken(), 3],
      [new Error('a defect'), 1],
    ] as const) {
      let tries = 0
      const act = inTransaction(transacting, () => {
        tries += 1
        return Promise.reject(error)
      })
      await expect(act).rejects.toBe(error)
      expect(tries).toBe(times)
    }
  })
})
