import { expect, it, vi } from 'vitest'
import { createUndos, MAX_UNDOS } from './undos.ts'

function scene() {
  const undone: string[] = []
  const offers: { message: string; onUndo: () => void }[] = []
  const hide = vi.fn<() => void>()
  const undos = createUndos((offer) => {
    offers.push(offer)
    return hide
  })
  const offer = (name: string) =>
    undos.offer(name, () => {
      undone.push(name)
      return Promise.resolve()
    })
  return { undos, undone, offers, hide, offer }
}

it('goes back on the last act first, and takes its offer away', () => {
  const { undos, undone, hide, offer } = scene()
  offer('first')
  offer('second')
  undos.undoLast()
  undos.undoLast()
  undos.undoLast()
  expect(undone).toEqual(['second', 'first'])
  expect(hide).toHaveBeenCalledTimes(2)
})

it('undoes an act once, by its offer or by the key', () => {
  const { undos, undone, offers, offer } = scene()
  offer('move')
  offers[0]?.onUndo()
  offers[0]?.onUndo()
  undos.undoLast()
  expect(undone).toEqual(['move'])
})

it('undoes what the page shows before the server has answered, and not the act before it', async () => {
  const { undos, undone, offers, offer } = scene()
  offer('before')
  const answer = Promise.withResolvers<void>()
  const acting = undos.act(async () => {
    await answer.promise
    offer('under way')
  })
  undos.undoLast()
  expect(undone).toEqual([])
  answer.resolve()
  await acting
  expect(undone).toEqual(['under way'])
  expect(offers.map(({ message }) => message)).toEqual(['before'])
})

it('forgets that it was asked to undo an act that was refused', async () => {
  const { undos, undone, offer } = scene()
  const refused = undos.act(() => Promise.resolve())
  undos.undoLast()
  await refused
  await undos.act(() => {
    offer('next')
    return Promise.resolve()
  })
  expect(undone).toEqual([])
})

it('keeps the last acts, up to its limit', () => {
  const { undos, undone, offer } = scene()
  for (let act = 0; act <= MAX_UNDOS; act += 1) offer(`act ${act}`)
  for (let act = 0; act <= MAX_UNDOS; act += 1) undos.undoLast()
  expect(undone).toHaveLength(MAX_UNDOS)
  expect(undone.at(-1)).toBe('act 1')
})
