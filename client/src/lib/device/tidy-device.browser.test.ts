import { expect, it } from 'vitest'
import { Device } from './device.ts'
import { openDeviceDatabase } from './device-database.ts'
import { EPOCH, openKept } from './testing/kept-document.ts'
import { MAX_COPIES, MAX_COPY_AGE_MS, tidyDevice } from './tidy-device.ts'

const path = (number: number) => `fiche/22222222-2222-4222-8222-${String(number).padStart(12, '0')}`
const newUser = () => crypto.randomUUID()

async function keep(options: { userId: string; device: Device; number: number; isUnsent?: boolean }) {
  const { userId, device, number, isUnsent = false } = options
  const { copy, write } = await openKept({ userId, device, path: path(number) })
  copy.begin({ epoch: EPOCH, access: 'write' })
  if (isUnsent) write('à envoyer')
  await copy.settled()
  copy.close()
}

async function keptAfterTidying(userId: string, now: number): Promise<string[]> {
  const database = await openDeviceDatabase({ userId, onGone: () => {} })
  await tidyDevice({ database, now })
  const copies = await database.getAll('copies')
  database.close()
  return copies.map((copy) => copy.path)
}

it('drops copies that were not opened for long, but never what is unsent', async () => {
  const [userId, device] = [newUser(), new Device()]
  const before = Date.now()
  await keep({ userId, device, number: 1 })
  await keep({ userId, device, number: 2, isUnsent: true })
  const after = Date.now()
  expect(await keptAfterTidying(userId, before + MAX_COPY_AGE_MS)).toEqual([path(1), path(2)])
  expect(await keptAfterTidying(userId, after + MAX_COPY_AGE_MS + 1)).toEqual([path(2)])
  expect((await device.pending(userId)).map(({ edits }) => edits)).toEqual([1])
  const { doc } = await openKept({ userId, device, path: path(2) })
  expect(doc.getText('description').toString()).toBe('à envoyer')
})

it('keeps the latest copies only, and past them what is unsent', async () => {
  const [userId, device] = [newUser(), new Device()]
  await keep({ userId, device, number: 0, isUnsent: true })
  for (let number = 1; number < MAX_COPIES; number++) await keep({ userId, device, number })
  expect(await keptAfterTidying(userId, Date.now())).toHaveLength(MAX_COPIES)
  await keep({ userId, device, number: MAX_COPIES })
  await keep({ userId, device, number: MAX_COPIES + 1 })
  const kept = await keptAfterTidying(userId, Date.now())
  expect(kept).toHaveLength(MAX_COPIES + 1)
  expect(kept).toContain(path(0))
  expect(kept).not.toContain(path(1))
})
